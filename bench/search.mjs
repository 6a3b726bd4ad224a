// What searching costs: the index of a thousand and of ten thousand stories, and what a reader fetches for a query;
// called by bench/search.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { openChrome } from "./lib/chrome.mjs";
import { writeCorpus } from "./lib/corpus.mjs";
import { options } from "./lib/options.mjs";
import { SLOWDOWN } from "./lib/phone.mjs";
import { run } from "./lib/run.mjs";
import { median } from "./lib/statistics.mjs";
import { BROTLI_QUALITY } from "./lib/server.mjs";
import { table } from "./lib/table.mjs";

const PRESS = "target/debug/press";
const FOLDER = "target/bench/search";
/** A reader's queries, in order: words of the sample stories, which are frequent in the corpus, too. */
const QUESTIONS = ["harbour", "grain ships", "light", "museum theatre", "сходи порт"];
/** Bytes. */
const BUDGETS = { first: { 1000: 140_000, 10000: 150_000 }, next: 40_000 };
/** How often the queries are run: bytes are counted in the first round, times in all. */
const ROUNDS = 5;
/** Milliseconds that the page may be unresponsive on a CPU slowed 4 ×. */
const LONGEST_TASK = 50;
/** Seconds and bytes for the index of ten thousand stories. */
const INDEX = { seconds: 30, memory: 2_000_000_000 };
/** Approximate bytes of the headers of a response. */
const HEAD = 150;
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm", ".css": "text/css" };

/** Serves `folder` like a host that compresses text on the fly; adds each path and its bytes to `log`. */
async function serveAndCount(folder, log) {
  const server = createServer((request, response) => {
    const [path] = request.url.split("?");
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const kind = extname(file);
    let body = readFileSync(file);
    const headers = { "Content-Type": KINDS[kind] ?? "application/octet-stream", "Cache-Control": "no-cache" };
    if (existsSync(`${file}.br`) || [".html", ".json"].includes(kind)) {
      body = existsSync(`${file}.br`)
        ? readFileSync(`${file}.br`)
        : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
      headers["Content-Encoding"] = "br";
    }
    log.push({ path, bytes: body.length + HEAD });
    response.writeHead(200, { ...headers, "Content-Length": body.length }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** Runs press and returns its seconds and bytes of memory. */
function measured(args) {
  const start = performance.now();
  const report = join(FOLDER, "time");
  execFileSync("/usr/bin/time", ["--format", "%M", "--output", report, PRESS, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  return { seconds: (performance.now() - start) / 1000, memory: Number(readFileSync(report, "utf8")) * 1024 };
}

const total = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);
const of = (log, part) => total(log.filter(({ path }) => part.test(path)));

/** Runs each query in a tab that has opened the about page, and returns what it fetches. */
async function ask(folder, browser) {
  const log = [];
  const { origin, close } = await serveAndCount(folder, log);
  const tab = await browser.newPage();
  await tab.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
  await tab.evaluateOnNewDocument(() => {
    window.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await tab.goto(`${origin}/about/`, { waitUntil: "networkidle0" });
  await tab.waitForSelector("html.app");
  await tab.emulateCPUThrottling(SLOWDOWN);
  const answers = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, question] of QUESTIONS.entries()) {
      const answer = await askOnce(tab, question, log);
      // Later rounds fetch nothing, but take as much time as the first.
      if (round === 0) answers.push({ ...answer, tasks: [answer.task] });
      else answers[place].tasks.push(answer.task);
    }
  }
  await tab.close();
  close();
  return answers.map((answer) => ({ ...answer, task: median(answer.tasks), worst: Math.max(...answer.tasks) }));
}

/** Runs one query and returns what it fetches and the length of the longest task. */
async function askOnce(tab, question, log) {
  log.length = 0;
  await tab.evaluate(() => (tasks.length = 0));
  // As a reader would who has the about page open.
  await tab.evaluate((words) => {
    const form = document.querySelector("form[role=search]");
    form.q.value = words;
    // A task of its own, as for a tap.
    setTimeout(() => form.requestSubmit());
  }, question);
  const there = (address) => document.querySelector(".search-status")?.dataset.of === address && document.querySelector(".search-results");
  await tab.waitForFunction(there, {}, `/search/?q=${encodeURIComponent(question)}`);
  await tab.waitForNetworkIdle({ idleTime: 300 });
  // The page itself and the rest of its assets count as the app's.
  const own = log.filter(({ path }) => path.startsWith("/assets/search/") || path.endsWith("text.json") || /^\/search\/(worker|catalogue)/.test(path));
  return {
    question,
    bytes: total(own),
    worker: of(own, /worker/),
    catalogue: of(own, /catalogue/),
    index: of(own, /\.bin$/) - of(own, /catalogue/),
    texts: of(own, /text\.json$/),
    files: own.length,
    task: Math.round(Math.max(0, ...(await tab.evaluate(() => tasks)))),
  };
}

await run("search", async () => {
  const { small, large } = options({ small: 1000, large: 10_000 });
  const missed = [];
  const chrome = await openChrome();
  try {
    for (const count of [small, large]) {
      const [content, site] = [join(FOLDER, `content-${count}`), join(FOLDER, `site-${count}`)];
      mkdirSync(FOLDER, { recursive: true });
      writeCorpus(content, count);
      rmSync(site, { recursive: true, force: true });
      const cache = ["--cache", join(FOLDER, "cache")];
      const press = (...more) => ["build", "--content", content, "--shell", "dist/shell.html", ...cache, ...more];
      // Press the pages first, so that the next run measures only search.
      rmSync(join(FOLDER, "cache"), { recursive: true, force: true });
      execFileSync(PRESS, press("--out", site, "--no-search"), { stdio: "ignore" });
      const { seconds, memory } = measured(press("--out", site, "--worker", "target/search/built"));
      const files = readdirSync(join(site, "assets/search")).filter((name) => name.endsWith(".bin"));
      const bytes = files.reduce((sum, name) => sum + statSync(join(site, "assets/search", name)).size, 0);
      console.log(`${count} stories: index in ${seconds.toFixed(1)} s and ${(memory / 1e6).toFixed(0)} MB, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
      if (seconds > INDEX.seconds || memory > INDEX.memory) missed.push(`the index of ${count} stories`);

      // Which files of the index change when one story is edited?
      const story = join(content, readdirSync(content).find((name) => name === "war"), readdirSync(join(content, "war"))[0], "index.md");
      writeFileSync(story, `${readFileSync(story, "utf8")}\nOne word more: harbour.\n`);
      execFileSync(PRESS, press("--out", `${site}-edited`, "--worker", "target/search/built"), { stdio: "ignore" });
      const changed = readdirSync(join(`${site}-edited`, "assets/search")).filter((name) => name.endsWith(".bin") && !files.includes(name));
      const anew = changed.reduce((sum, name) => sum + statSync(join(`${site}-edited`, "assets/search", name)).size, 0);
      console.log(`  one story edited: ${changed.length} files of ${(anew / 1e3).toFixed(0)} kB are new`);
      rmSync(`${site}-edited`, { recursive: true });

      const answers = await ask(site, chrome.browser);
      table(
        ["bytes", "worker", "catalogue", "index", "texts", "files", "task", "worst", "query"],
        answers.map((answer) => [answer.bytes, answer.worker, answer.catalogue, answer.index, answer.texts, answer.files, answer.task, answer.worst, answer.question]),
      );
      const [first, ...next] = answers;
      if (first.bytes > BUDGETS.first[count]) missed.push(`the first query on ${count} stories: ${first.bytes} bytes`);
      for (const { question, task } of answers) if (task > LONGEST_TASK) missed.push(`${question}, ${count} stories: a task of ${task} ms`);
      for (const { question, bytes } of next) if (bytes > BUDGETS.next) missed.push(`${question}, ${count} stories: ${bytes} bytes`);
    }
  } finally {
    await chrome.close();
  }
  return missed;
});
