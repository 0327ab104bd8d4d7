import { block, escaped, page } from "./parts.js";

export const data = {
  pagination: { data: "archive.topics", size: 1, alias: "topic" },
  permalink: ({ topic }) => `topics/${topic.id}.html`,
};

const section = ({ heading, claims }, byId) => `<section>
<h2>${escaped(heading)}</h2>
${claims.map((claim) => block(claim, byId)).join("")}</section>
`;

export const render = ({ topic, archive }) =>
  page(topic.title, `/topics/${topic.id}.html`, `<h1>${escaped(topic.title)}</h1>
<div class="standfirst">${topic.html}</div>
${topic.sections.map((one) => section(one, archive.byId)).join("")}<h2>What the sources do not say</h2>
<ul>
${topic.not_established.map((line) => `<li>${escaped(line)}</li>\n`).join("")}</ul>`);
