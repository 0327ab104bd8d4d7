// Templates are JavaScript functions, the fastest that Eleventy has, and Markdown is rendered once
// a claim, in the data file.
export default function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy({ "src/static": "/" });
  config.addWatchTarget("./data/");
  config.addWatchTarget("./texts/");
  return { dir: { input: "src", output: "site" }, templateFormats: ["11ty.js"] };
}
