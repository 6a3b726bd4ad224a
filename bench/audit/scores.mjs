// Lighthouse's scores for a page of each kind: accessibility, best practices, search engines. Each must be 100.
// Not part of `make test`, where axe and the HTML checker find the same problems, in every theme.
import { serve } from "../lib/server.mjs";
import { table } from "../lib/table.mjs";
import { lighthouse } from "../lib/tools.mjs";

const KINDS = ["home", "section", "story", "author", "about", "search", "saved"];
// These are `noindex`, which lowers the score.
const UNLISTED = ["search", "saved"];
const CATEGORIES = ["accessibility", "best-practices", "seo"];

/** Measures a page of each kind once and prints the table. Returns what missed its budget, in words. */
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
        missed.push(`${path}: ${name} ${scores[place]}, must be 100 (${failed.join("; ")})`);
      }
    }
  } finally {
    server.close();
  }
  table(["accessibility", "best practices", "search engines", "page"], rows);
  return missed;
}
