// What Lighthouse says of a page of each kind: accessibility, best practices, search engines. It is to be 100.
// Not part of `make test`: axe and the HTML checker find the same there, in every theme.
import { serve } from "../lib/server.mjs";
import { table } from "../lib/table.mjs";
import { lighthouse } from "../lib/tools.mjs";

const KINDS = ["home", "section", "story", "author", "about", "search", "saved"];
// These tell search engines to leave them out, which costs the score.
const UNLISTED = ["search", "saved"];
const CATEGORIES = ["accessibility", "best-practices", "seo"];

/** Measures all kinds of page once and prints the table; what missed, in words. */
export async function auditScores(site, port) {
  console.log("Scores: accessibility, best practices, search engines");
  const server = await serve(site.folder);
  const rows = [];
  const missed = [];
  try {
    for (const kind of KINDS) {
      const path = site.pages[kind];
      console.log(`  measuring ${path}`);
      const options = { port, logLevel: "error", onlyCategories: CATEGORIES, disableFullPageScreenshot: true };
      const { lhr } = await lighthouse(server.origin + path, options);
      const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
      rows.push([...scores, path]);
      for (const [place, name] of CATEGORIES.entries()) {
        if (scores[place] === 100 || (name === "seo" && UNLISTED.includes(kind))) continue;
        const audits = lhr.categories[name].auditRefs.map(({ id }) => lhr.audits[id]);
        const failed = audits.filter(({ score }) => score !== null && score < 1).map(({ title }) => title);
        missed.push(`${path}: ${name} ${scores[place]}, to be 100 (${failed.join("; ")})`);
      }
    }
  } finally {
    server.close();
  }
  table(["accessibility", "best practices", "search engines", "page"], rows);
  return missed;
}
