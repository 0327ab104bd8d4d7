import { escaped, page } from "./parts.js";

export const data = { permalink: "sources.html" };

const line = (source) =>
  `<li><a href="/sources/${source.id}.html">${escaped(source.title)}</a>, <cite>${escaped(source.outlet)}</cite>, <time datetime="${source.issued}">${source.issued}</time>. ${escaped(source.descriptor)}</li>\n`;

export const render = ({ archive }) =>
  page("Sources", "/sources.html", `<h1>Sources</h1>\n<ul>\n${archive.sources.map(line).join("")}</ul>`);
