// Checks what reader programs extract from a site's stories, field by field; called by scripts/readers. Fails if a
// field is wrong.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../../bench/lib/run.mjs";
import { metascraper } from "./metascraper.mjs";
import { ask, extruct, trafilatura } from "./python.mjs";
import { readability } from "./readability.mjs";
import { readTruth } from "./truth.mjs";
import { w3m } from "./w3m.mjs";

/** How many wrong values of a field are shown. */
const EXAMPLES = 3;

/** The pages of a site with their HTML, except redirects and the shell, which no reader sees. */
function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html") && file !== "shell.html");
  const pages = files.sort().map((file) => ({ path: `/${file}`, html: readFileSync(join(folder, file), "utf8") }));
  return pages.filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

/** Runs `tool` on each of `places`. Returns pairs of a place and its fields, each with what is wrong or null. */
async function judged(places, tool) {
  const results = [];
  for (const place of places) results.push([place, await tool(place)]);
  return results;
}

/** Prints a line for each field and what is wrong with it. Returns the failures, in words. */
function tell(tool, what, results) {
  const missed = [];
  const fields = new Set(results.flatMap(([, fields]) => Object.keys(fields)));
  for (const field of fields) {
    const wrong = results.filter(([, fields]) => fields[field]);
    const right = results.length - wrong.length;
    console.log(`  ${tool.padEnd(12)}${field.padEnd(24)}${String(right).padStart(4)} of ${results.length} ${what}`);
    for (const [place, fields] of wrong.slice(0, EXAMPLES)) console.log(`    ${place.path}: ${fields[field]}`);
    if (wrong.length) missed.push(`${tool}, ${field}: wrong for ${wrong.length} of ${results.length} ${what}`);
  }
  return missed;
}

await run("readers", async () => {
  const folder = process.argv[2];
  const stories = readTruth(folder);
  console.log(`What reader programs extract from ${stories.length} stories`);
  const reports = ask(stories);
  return [
    ...tell("readability", "stories", await judged(stories, readability)),
    ...tell("metascraper", "stories", await judged(stories, metascraper)),
    ...tell("trafilatura", "stories", await judged(stories, (story) => trafilatura(reports[story.path].trafilatura, story))),
    ...tell("extruct", "stories", await judged(stories, (story) => extruct(reports[story.path].extruct, story))),
    ...tell("w3m", "pages", await judged(pagesOf(folder), (page) => w3m(page.html))),
  ];
});
