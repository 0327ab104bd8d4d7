import { escaped, page } from "./parts.js";

export const data = { permalink: "index.html" };

const held = (topic) => topic.sections.reduce((sum, { claims }) => sum + claims.length, 0);
const line = (topic) =>
  `<li><a href="/topics/${topic.id}.html">${escaped(topic.title)}</a> ${topic.html} ${held(topic)} claims</li>\n`;

export const render = ({ archive }) =>
  page("The county archive", "/", `<h1>The county archive</h1>\n<ul>\n${archive.topics.map(line).join("")}</ul>`);
