// Runs press and Hugo on the same newspaper, and press again after edits, and checks the budgets; called by
// bench/press.
import { addSentence, edits } from "./lib/edits.mjs";
import { options } from "./lib/options.mjs";
import { Rivals, filesOf } from "./lib/rivals.mjs";
import { run } from "./lib/run.mjs";
import { medians } from "./lib/statistics.mjs";
import { table } from "./lib/table.mjs";

/** Budgets apply from this many stories on: with fewer, the fixed cost of each run dominates. */
const JUDGED_FROM = 10_000;
const BUDGETS = {
  /** The time of a full press, as a share of Hugo's. */
  hugo: 0.15,
  /** The time after an edit, as a share of a full press. */
  edit: 0.05,
  /** Bytes at ten thousand stories. */
  memory: 512e6,
  /** Growth of the time, relative to the growth in stories. */
  growth: 1.1,
};
/** Pairs: up to this many stories, take medians of this many runs. */
const RUNS = [[1000, 5], [10_000, 3], [Infinity, 1]];
const MEASURES = ["seconds", "processor", "flush", "memory"];

const seconds = (number) => number.toFixed(number < 1 ? 3 : number < 10 ? 2 : 1);
const megabytes = (bytes) => Math.round(bytes / 1e6);
const share = (number) => number.toFixed(number < 0.1 ? 3 : 2);
const total = (counts, what) => Object.entries(counts).reduce((sum, [name, number]) => sum + (name.startsWith(`${what}, `) ? number : 0), 0);

function size(folder) {
  const files = [...filesOf(folder).values()];
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Measures everything at one size and prints it as it comes. */
function measure(rivals, runs) {
  console.log(`\n${rivals.count} stories, medians of ${runs}, interleaved`);
  const { ours, hugo } = rivals.inTurn(runs);
  const full = { ours: medians(ours), hugo: medians(hugo) };
  const row = (name, { site }) => {
    const { files, bytes } = size(site);
    const [clock, processor, flush, memory] = MEASURES.map((measure) => full[name][measure]);
    return [seconds(clock), seconds(processor), seconds(flush), megabytes(memory), files, megabytes(bytes), name];
  };
  const ratio = MEASURES.map((measure) => share(full.ours[measure] / full.hugo[measure]));
  table(["s", "CPU s", "then sync s", "memory MB", "files", "MB", ""], [row("ours", rivals.ours), row("hugo", rivals.hugo), [...ratio, "", "", "ours / hugo"]]);
  console.log(`  all runs, s: ours ${ours.map((run) => seconds(run.seconds)).join(" ")}; hugo ${hugo.map((run) => seconds(run.seconds)).join(" ")}`);

  const of = (time) => [seconds(time.seconds), share(time.seconds / full.ours.seconds), seconds(time.processor)];
  const spare = rivals.pressAgain();
  const after = edits(rivals, runs);
  const rows = Object.entries(after).map(([name, time]) => [...of(time), time.pages, name]);
  const again = rivals.hugoAgain();
  table(
    ["s", "of a full press", "CPU s", "HTML rewritten", "after"],
    [[...of(spare), 0, "no change, first time: makes the spare"], ...rows, [seconds(again.seconds), share(again.seconds / full.ours.seconds), seconds(again.processor), "all", "any change, Hugo"]],
  );
  const search = rivals.pressWithSearch();
  // The spare gets the index, too.
  rivals.pressWithSearch();
  const sentences = medians(
    Array.from({ length: runs }, (_, number) => {
      addSentence(rivals, runs + number);
      return rivals.pressWithSearch();
    }),
  );
  const packed = rivals.pressAll("--compress-pages", "5");
  const line = (time) => [seconds(time.seconds), seconds(time.processor), megabytes(time.memory)];
  table(["s", "CPU s", "memory MB", "in addition"], [[...line(search), "the same edition with search"], [...line(sentences), "then, with search: a sentence in a story"], [...line(packed), "a full press that compresses all pages (brotli 5, gzip)"]]);
  rivals.clear();
  return { full, edits: after };
}

/** What misses its budget: `words`, and `counts`, the sizes to measure again. */
function judge(results) {
  const missed = [];
  const sizes = [...results.keys()];
  for (const [place, count] of sizes.entries()) {
    const { full, edits } = results.get(count);
    const miss = (words, counts = [count]) => missed.push({ words, counts });
    if (place > 0) {
      const fewer = sizes[place - 1];
      const [growth, most] = [full.ours.seconds / results.get(fewer).full.ours.seconds, (BUDGETS.growth * count) / fewer];
      console.log(`from ${fewer} to ${count} stories: ours takes ${growth.toFixed(1)} times as long, Hugo ${(full.hugo.seconds / results.get(fewer).full.hugo.seconds).toFixed(1)} times`);
      if (growth > most) miss(`${count} stories take ${growth.toFixed(1)} times as long as ${fewer}, more than ${most.toFixed(1)}`, [fewer, count]);
    }
    if (count < JUDGED_FROM) continue;
    const ratio = full.ours.seconds / full.hugo.seconds;
    if (ratio > BUDGETS.hugo) miss(`${count} stories: ${share(ratio)} of Hugo's time, more than ${BUDGETS.hugo}`);
    if (count === JUDGED_FROM && full.ours.memory > BUDGETS.memory) miss(`${count} stories: ${megabytes(full.ours.memory)} MB`);
    for (const [name, time] of Object.entries(edits)) {
      const part = time.seconds / full.ours.seconds;
      if (part > BUDGETS.edit) miss(`${count} stories, ${name}: ${share(part)} of a full press, more than ${BUDGETS.edit}`);
    }
  }
  return missed;
}

await run("press", async () => {
  const { stories, runs, press, related, folder, keep } = options({
    stories: "1000,10000",
    runs: "",
    press: "target/debug/press",
    related: "own",
    folder: "target/bench/press",
    keep: "no",
  });
  const numbers = (text) => text.split(",").map(Number);
  const sizes = numbers(stories).sort((one, other) => one - other);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) throw new Error(`--stories must be whole numbers of at least 100, not ${stories}.`);
  const given = runs ? numbers(runs) : sizes.map((size) => RUNS.find(([most]) => size <= most)[1]);
  if (given.length !== sizes.length || !given.every((runs) => runs >= 1)) throw new Error("--runs needs a number for each of --stories.");
  const rivals = new Map(sizes.map((count) => [count, new Rivals(folder, count, press, related)]));
  try {
    const results = new Map();
    for (const [place, count] of sizes.entries()) {
      const counts = rivals.get(count).check();
      const sums = ["pages", "links", "list items", "RSS feeds", "RSS items"].map((what) => `${total(counts, what)} ${what}`);
      console.log(`\n${count} stories, the same for both: ${sums.join(", ")}${"pages, tag" in counts ? "" : "; no tag pages"}`);
      results.set(count, measure(rivals.get(count), given[place]));
    }
    console.log("");
    let missed = judge(results);
    if (missed.length) {
      for (const { words } of missed) console.log(`missed, measuring again: ${words}`);
      const again = new Set(missed.flatMap(({ counts }) => counts));
      for (const [place, count] of sizes.entries()) if (again.has(count)) results.set(count, measure(rivals.get(count), 2 * given[place] + 1));
      missed = judge(results);
    }
    return missed.map(({ words }) => words);
  } finally {
    if (keep === "no") for (const one of rivals.values()) one.remove();
  }
});
