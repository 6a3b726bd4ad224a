// The first paint must not pay for the app: Lighthouse measures each pressed page against itself without scripts.
//
// - Lighthouse simulates the network, but assumes that the paint waits for whatever had arrived before it. So every response
//   comes late enough for that to be only what the page does wait for.
// - Lighthouse does not simulate the processor: it multiplies what this machine took. So blocking is judged by CPU time, and
//   for a phone that is equally slow on every machine. Its own blocking time and score are judged where the page without
//   scripts has no blocking time.
// - What else the machine does can only add to a run, so the minimum of the runs is judged. One lucky run of the page
//   without scripts would spoil that, so a page passes for blocking by the minima or by the medians.
import { interleaved } from "../lib/lighthouse.mjs";
import { plain, pressed } from "../lib/plain.mjs";
import { blockedFor, slowdownOf } from "../lib/processor.mjs";
import { serve } from "../lib/server.mjs";
import { median } from "../lib/statistics.mjs";
import { table } from "../lib/table.mjs";

const KINDS = ["home", "section", "story", "story without picture", "author"];
const RUNS = 5;
const RUNS_AGAIN = 9;

/** Milliseconds. On two cores the front page is painted within 300. */
const LATE = 500;

const MAX_RATIO = 1.05;
const MAX_BLOCKED_RATIO = 1.25;
const MAX_BLOCKED_MORE = 20;
const MAX_BLOCKING = 50;
const MAX_SHIFT = 0.001;
const MIN_SCORE = 99;

const least = ({ runs }, name) => Math.min(...runs.map((run) => run[name]));
const most = ({ runs }, name) => Math.max(...runs.map((run) => run[name]));
const middle = ({ runs }, name) => median(runs.map((run) => run[name]));
const ratio = (name, { ours, plain }) => least(ours, name) / least(plain, name);

/** Milliseconds by which the blocking tasks exceed what they may take, both sides taken as `of` does. */
const blockedBeyond = (of, { ours, plain }) => of(ours, "blocked") - MAX_BLOCKED_RATIO * of(plain, "blocked") - MAX_BLOCKED_MORE;

/** What of a page is over budget, in words. */
function over(measured) {
  const { ours, plain } = measured;
  const cls = most(ours, "cls");
  const found = [];
  for (const name of ["fcp", "lcp"]) {
    const times = ratio(name, measured);
    if (times > MAX_RATIO) found.push(`${name.toUpperCase()} ${times.toFixed(3)} × the plain page's, at most ${MAX_RATIO}`);
  }
  const excess = Math.min(...[least, middle].map((of) => blockedBeyond(of, measured)));
  if (excess > 0) found.push(`blocking tasks take ${Math.ceil(excess)} ms more of the processor than they may`);
  if (cls >= MAX_SHIFT) found.push(`CLS ${cls.toFixed(4)}, below ${MAX_SHIFT}`);
  if (least(plain, "tbt") > 0) return found;
  const tbt = least(ours, "tbt");
  if (tbt > MAX_BLOCKING) found.push(`TBT ${Math.round(tbt)} ms, at most ${MAX_BLOCKING}`);
  const score = most(ours, "score");
  if (score < MIN_SCORE) found.push(`performance ${score} points, at least ${MIN_SCORE}`);
  return found;
}

/** Notes in each run how long its tasks `blocked`. The quickest run tells how fast the machine is. */
function withBlocked(measured) {
  const runs = Object.values(measured).flatMap((side) => side.runs);
  const slowdown = slowdownOf(Math.max(...runs.map(({ index }) => index)));
  for (const run of runs) run.blocked = blockedFor(run.tasks, slowdown);
  return measured;
}

const together = (before, again) =>
  Object.fromEntries(Object.keys(again).map((side) => [side, { runs: [...before[side].runs, ...again[side].runs] }]));

function printRuns(measured) {
  for (const name of ["ours", "plain"]) {
    const times = ({ fcp, lcp, blocked, tbt }) => [fcp, lcp, blocked, tbt].map(Math.round).join("/");
    const run = (one) => `${times(one)}/${one.cls.toFixed(4)}`;
    console.log(`    ${name}, FCP/LCP/blocked/TBT/CLS: ${measured[name].runs.map(run).join("  ")}`);
  }
}

function row(kind, path, measured) {
  const { ours, plain } = measured;
  const both = (name, of = least) => [ours, plain].map((side) => Math.round(of(side, name)));
  const times = (name) => [...both(name), ratio(name, measured).toFixed(3)];
  const shift = most(ours, "cls").toFixed(4);
  const scores = [ours, plain].map((side) => most(side, "score"));
  return [...times("fcp"), ...times("lcp"), ...both("blocked", middle), ...both("tbt"), shift, ...scores, `${kind}  ${path}`];
}

/** Measures all kinds of page and prints the table; what missed, in words. */
export async function auditPaint(site, port) {
  console.log(`First paint: pressed pages against themselves without scripts, the least of ${RUNS} interleaved runs`);
  const served = (edit) => serve(site.folder, { edit, delay: LATE });
  const servers = { ours: await served(pressed), plain: await served(plain) };
  const rows = [];
  const missed = [];
  try {
    for (const kind of KINDS) {
      const path = site.pages[kind];
      console.log(`  measuring ${path}`);
      const urls = { ours: servers.ours.origin + path, plain: servers.plain.origin + path };
      let measured = withBlocked(await interleaved(urls, RUNS, port));
      printRuns(measured);
      if (over(measured).length) {
        console.log(`  ${RUNS_AGAIN} runs more, since it missed: ${over(measured).join("; ")}`);
        const again = withBlocked(await interleaved(urls, RUNS_AGAIN, port));
        printRuns(again);
        measured = withBlocked(together(measured, again));
      }
      missed.push(...over(measured).map((what) => `${path}: ${what}`));
      rows.push(row(kind, path, measured));
    }
  } finally {
    for (const server of Object.values(servers)) server.close();
  }
  table(["FCP", "plain", "ratio", "LCP", "plain", "ratio", "blocked", "plain", "TBT", "plain", "CLS", "score", "plain", "page (times in ms)"], rows);
  return missed;
}
