const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };
export const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
export const HOST = "https://facts.example";
const TITLE = "The county archive";

export const page = (title, path, main) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · ${TITLE}</title>
<link rel="canonical" href="${HOST}${path}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p><a href="/index.html">${TITLE}</a></p><nav><a href="/sources.html">Sources</a></nav></header>
<main>
${main}
</main>
<footer><p>Published by The archive’s desk. Found an error? Write to <a href="mailto:corrections@facts.example">corrections@facts.example</a>.</p></footer>
</body>
</html>
`;

const cite = (claim, { source: id, quote }, n, byId) => {
  const source = byId.get(id);
  return `<figure>
<blockquote><p>${escaped(quote)}</p></blockquote>
<figcaption><cite>${escaped(source.outlet)}</cite>: <a href="/sources/${id}.html">${escaped(source.title)}</a>, <time datetime="${source.issued}">${source.issued}</time>
<a href="/sources/${id}.html#${claim.id}-${n + 1}">in the article</a> <a href="${source.url}">original</a> <a href="${source.archive}">archived copy</a></figcaption>
</figure>
`;
};

export const block = (claim, byId) => {
  const { figure, inferred, relation } = claim;
  return `<article class="claim" id="${claim.id}">
<div class="sentence"><a href="/claims/${claim.id}.html">§</a> ${claim.html}</div>
<dl>
<div><dt>Kind</dt><dd>${claim.kind}</dd></div>
${claim.when ? `<div><dt>When</dt><dd><time datetime="${claim.when}">${claim.when}</time></dd></div>\n` : ""}${
    claim.said_by ? `<div><dt>Said by</dt><dd>${escaped(claim.said_by)}</dd></div>\n` : ""
  }<div><dt>About</dt><dd>${escaped(claim.about.join(", "))}</dd></div>
</dl>
${claim.cites.map((one, n) => cite(claim, one, n, byId)).join("")}${
    figure ? `<p class="figure">${escaped(figure.name)}: ${escaped(figure.words)}, ${figure.unit}, ${figure.period}, counted by ${escaped(figure.counted_by)}</p>\n` : ""
  }${inferred ? `<p class="inferred">Not in the quotation: ${inferred.what}. ${escaped(inferred.because)}</p>\n` : ""}${
    relation ? `<p class="related">${relation.link}: <a href="/claims/${relation.claim}.html">${relation.claim}</a>. ${escaped(relation.because)}</p>\n` : ""
  }</article>
`;
};
