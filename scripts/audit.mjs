// Lighthouse over a page of each kind; called by scripts/audit, which installs what is imported here.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../.tools/audit/", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const [{ default: lighthouse }, { launch }, { default: sirv }] = await Promise.all(
  ["lighthouse", "chrome-launcher", "sirv"].map(load),
);

const { site } = JSON.parse(readFileSync("dist/site.json", "utf8"));
const [story] = site.top;
const { document } = JSON.parse(readFileSync(`dist/${story.section}/${story.slug}/index.json`, "utf8"));
// Path, and whether search engines are to list the page.
const pages = [
  ["/", true],
  [`/${story.section}/`, true],
  [`/${story.section}/${story.slug}/`, true],
  [`/author/${document.story.authors[0].slug}/`, true],
  ["/about/", true],
  ["/search/", false],
  ["/saved/", false],
];

const server = createServer(sirv("dist", { dev: false, etag: true }));
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? "chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
let missed = 0;
try {
  console.log("accessibility  best practices  search engines  page");
  for (const [path, indexed] of pages) {
    const options = { port: chrome.port, logLevel: "error", onlyCategories: ["accessibility", "best-practices", "seo"] };
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}${path}`, options);
    const score = (name) => Math.round(lhr.categories[name].score * 100);
    const scores = [score("accessibility"), score("best-practices"), score("seo")];
    console.log(`${String(scores[0]).padStart(13)}${String(scores[1]).padStart(16)}${String(scores[2]).padStart(16)}  ${path}`);
    for (const [place, name] of ["accessibility", "best-practices", "seo"].entries()) {
      if (scores[place] === 100 || (name === "seo" && !indexed)) continue;
      missed += 1;
      for (const { id } of lhr.categories[name].auditRefs) {
        const audit = lhr.audits[id];
        if (audit.score !== null && audit.score < 1) console.log(`  ${name}: ${audit.title}`);
      }
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
if (missed) {
  console.error(`${missed} scores are below 100: see above`);
  process.exit(1);
}
