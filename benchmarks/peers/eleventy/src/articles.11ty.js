import { escaped, page } from "./parts.js";

export const data = {
  pagination: { data: "archive.sources", size: 1, alias: "source" },
  permalink: ({ source }) => `sources/${source.id}.html`,
};

const marked = (text, resting) => {
  let words = escaped(text);
  for (const { anchor, claim, quote } of resting) {
    const sought = escaped(quote);
    words = words.replace(sought, () => `<mark id="${anchor}">${sought}</mark> <a href="/claims/${claim}.html">${claim}</a>`);
  }
  return words.split("\n\n").map((paragraph) => `<p class="words">${paragraph}</p>\n`).join("");
};

export const render = ({ source, archive }) =>
  page(source.title, `/sources/${source.id}.html`, `<h1>${escaped(source.title)}</h1>
<p>${escaped(source.author)}, <cite>${escaped(source.outlet)}</cite>, <time datetime="${source.issued}">${source.issued}</time></p>
<p>${escaped(source.descriptor)} <a href="${source.url}">original</a> <a href="${source.archive}">archived copy</a></p>
${marked(source.text, archive.resting.get(source.id))}`);
