import { HOST } from "./parts.js";

export const data = { permalink: "sitemap.xml" };

const line = (path) => `<url><loc>${HOST}${path}</loc></url>\n`;

export const render = ({ archive: { topics, claims, sources } }) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${line("/")}${line("/sources.html")}${topics.map(({ id }) => line(`/topics/${id}.html`)).join("")}${
  claims.map(({ claim }) => line(`/claims/${claim.id}.html`)).join("")}${
  sources.map(({ id }) => line(`/sources/${id}.html`)).join("")}</urlset>
`;
