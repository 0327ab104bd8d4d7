import { HOST, escaped } from "./parts.js";

export const data = { permalink: "index.xml" };

const entry = ({ claim }) => {
  const address = `${HOST}/claims/${claim.id}.html`;
  return `<item><title>${claim.id}</title><link>${address}</link><guid>${address}</guid><pubDate>${new Date(claim.reviewed).toUTCString()}</pubDate><description>${escaped(claim.html)}</description></item>\n`;
};

export const render = ({ archive }) => {
  const latest = archive.claims.toSorted((one, other) => (one.claim.reviewed < other.claim.reviewed ? 1 : -1));
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The county archive</title><link>${HOST}/</link><description>The latest claims</description>
${latest.slice(0, 50).map(entry).join("")}</channel></rss>
`;
};
