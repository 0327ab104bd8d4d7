// Reads every record; a file is read again only when it changed, for the running server's sake.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false });
const known = new Map();

function parsed(path) {
  const text = readFileSync(path, "utf8");
  // Every value of the records is text, which is also the least work for this parser.
  return path.endsWith(".json") ? JSON.parse(text) : load(text, { schema: FAILSAFE_SCHEMA });
}

function record(path, complete) {
  const stamp = statSync(path).mtimeMs;
  const seen = known.get(path);
  if (seen?.stamp === stamp) return seen.value;
  const value = complete(parsed(path));
  known.set(path, { stamp, value });
  return value;
}

function records(folder, complete) {
  return readdirSync(folder).sort().map((file) => record(`${folder}/${file}`, complete));
}

function withSentences(topic) {
  topic.html = markdown.render(topic.summary);
  for (const section of topic.sections)
    for (const claim of section.claims) claim.html = markdown.renderInline(claim.claim);
  return topic;
}

function withText(source) {
  const file = `texts/${source.id}.txt`;
  if (source.text === undefined && existsSync(file)) source.text = readFileSync(file, "utf8").trimEnd();
  return source;
}

export default function () {
  const topics = records("data/topics", withSentences);
  const sources = records("data/sources", withText);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const resting = new Map(sources.map((source) => [source.id, []]));
  const claims = [];
  for (const topic of topics)
    for (const section of topic.sections)
      for (const claim of section.claims) {
        claims.push({ claim, topic });
        claim.cites.forEach((cite, n) =>
          resting.get(cite.source).push({ claim: claim.id, anchor: `${claim.id}-${n + 1}`, quote: cite.quote }));
      }
  return { topics, sources, byId, resting, claims };
}
