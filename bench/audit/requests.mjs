// What a page requests before its first paint and until the app has hydrated it: real page loads under a phone's
// conditions.
import { emulatePhone, slowed } from "../lib/phone.mjs";
import { serve } from "../lib/server.mjs";
import { table } from "../lib/table.mjs";

const KINDS = ["home", "section", "story", "story without picture", "author", "about", "search", "saved"];
const MAX_BLOCKING = 1;
/** Milliseconds that hydration may take; it has no budget here. */
const PATIENCE = 60_000;

/** The browser's own records of the load; runs in the page. */
async function records() {
  const paints = new Promise((resolve) => {
    const seen = (list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => resolve(entry.startTime));
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
  });
  const [page] = performance.getEntriesByType("navigation");
  const resources = performance.getEntriesByType("resource").map((entry) => ({
    path: new URL(entry.name).pathname,
    start: entry.startTime,
    bytes: entry.encodedBodySize,
    blocking: entry.renderBlockingStatus === "blocking",
  }));
  return { painted: await paints, bytes: page.encodedBodySize, resources };
}

/** Loads `url` as a first-time reader, until the app has hydrated the page and the network is idle. */
async function load(browser, url) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await emulatePhone(tab);
    await slowed(tab, async () => {
      await tab.goto(url, { waitUntil: "load" });
      await tab.waitForSelector("html.app", { timeout: PATIENCE }).catch(() => {
        throw new Error(`the app did not hydrate ${url}. Open it in a browser and look at the console.`);
      });
    });
    await tab.waitForNetworkIdle({ idleTime: 500 });
    return await tab.evaluate(records);
  } finally {
    await context.close();
  }
}

function over(path, { early, resources }) {
  const found = [];
  const blocking = resources.filter((resource) => resource.blocking).map((resource) => resource.path);
  if (blocking.length > MAX_BLOCKING) {
    found.push(`${blocking.length} render-blocking requests, at most ${MAX_BLOCKING}: ${blocking.join(", ")}`);
  }
  const app = early.filter((resource) => resource.path.startsWith("/assets/app."));
  for (const { path: name } of app) found.push(`requests ${name} before its first paint`);
  const data = resources.filter((resource) => resource.path.endsWith(".json"));
  for (const { path: name } of data) found.push(`fetches ${name}, though the page contains its data`);
  return found.map((what) => `${path}: ${what}`);
}

/** Loads a page of each kind and prints the table. Returns what missed its budget, in words. */
export async function auditRequests(site, browser) {
  console.log("Requests before the first paint and until the app has hydrated the page, including the page itself");
  const server = await serve(site.folder);
  const rows = [];
  const missed = [];
  try {
    for (const kind of KINDS) {
      const path = site.pages[kind];
      console.log(`  loading ${path}`);
      const { painted, bytes, resources } = await load(browser, server.origin + path);
      const early = resources.filter((resource) => resource.start < painted);
      const sum = (some) => some.reduce((total, resource) => total + resource.bytes, bytes);
      const blocking = resources.filter((resource) => resource.blocking).length;
      rows.push([blocking, early.length + 1, sum(early), resources.length + 1, sum(resources), path]);
      missed.push(...over(path, { early, resources }));
    }
  } finally {
    server.close();
  }
  table(["blocking", "before paint", "bytes", "total", "bytes", "page"], rows);
  return missed;
}
