import { block, page } from "./parts.js";

export const data = {
  pagination: { data: "archive.claims", size: 1, alias: "one" },
  permalink: ({ one }) => `claims/${one.claim.id}.html`,
};

export const render = ({ one: { claim, topic }, archive }) =>
  page(claim.id, `/claims/${claim.id}.html`, `<p><a href="/topics/${topic.id}.html">${topic.title}</a></p>
${block(claim, archive.byId)}
<p>Its id is <code>${claim.id}</code>. Reviewed <time datetime="${claim.reviewed}">${claim.reviewed}</time>.</p>`);
