// The first paint must not pay for the app: each pressed page against itself without scripts, as Lighthouse sees both.
// Lighthouse simulates the network, but counts what had come before the page was really painted. Without a delay it is
// chance whether that holds for what the page does not wait for, and FCP takes one of two values.
import { interleaved } from "../lib/lighthouse.mjs";
import { plain, pressed } from "../lib/plain.mjs";
import { ROUND_TRIP } from "../lib/phone.mjs";
import { serve } from "../lib/server.mjs";
import { table } from "../lib/table.mjs";

const KINDS = ["home", "section", "story", "story without picture", "author"];
const RUNS = 5;
const RUNS_AGAIN = 9;

const MAX_RATIO = 1.05;
const MAX_BLOCKING = 50;
const MAX_SHIFT = 0.001;
const MIN_SCORE = 99;

const ratio = (name, { ours, plain }) => ours.medians[name] / plain.medians[name];

/** What of a page's medians is over budget, in words. */
function over(measured) {
  const { tbt, cls, score } = measured.ours.medians;
  const found = [];
  for (const name of ["fcp", "lcp"]) {
    const times = ratio(name, measured);
    if (times > MAX_RATIO) found.push(`${name.toUpperCase()} ${times.toFixed(3)} × the plain page's, at most ${MAX_RATIO}`);
  }
  if (tbt > MAX_BLOCKING) found.push(`TBT ${Math.round(tbt)} ms, at most ${MAX_BLOCKING}`);
  if (cls >= MAX_SHIFT) found.push(`CLS ${cls.toFixed(4)}, below ${MAX_SHIFT}`);
  if (score < MIN_SCORE) found.push(`performance ${score}, at least ${MIN_SCORE}`);
  return found;
}

function printRuns(measured) {
  for (const name of ["ours", "plain"]) {
    const run = ({ fcp, lcp, tbt, cls }) => `${Math.round(fcp)}/${Math.round(lcp)}/${Math.round(tbt)}/${cls.toFixed(4)}`;
    console.log(`    ${name}, FCP/LCP/TBT/CLS: ${measured[name].runs.map(run).join("  ")}`);
  }
}

function row(kind, path, measured) {
  const { ours, plain } = measured;
  const times = (name) => [Math.round(ours.medians[name]), Math.round(plain.medians[name]), ratio(name, measured).toFixed(3)];
  const { tbt, cls, score } = ours.medians;
  const blocking = [Math.round(tbt), Math.round(plain.medians.tbt)];
  return [...times("fcp"), ...times("lcp"), ...blocking, cls.toFixed(4), score, `${kind}  ${path}`];
}

/** Measures all kinds of page and prints the table; what missed, in words. */
export async function auditPaint(site, port) {
  console.log(`First paint: pressed pages against themselves without scripts, medians of ${RUNS} interleaved runs`);
  const served = (edit) => serve(site.folder, { edit, delay: ROUND_TRIP });
  const servers = { ours: await served(pressed), plain: await served(plain) };
  const rows = [];
  const missed = [];
  try {
    for (const kind of KINDS) {
      const path = site.pages[kind];
      console.log(`  measuring ${path}`);
      const urls = { ours: servers.ours.origin + path, plain: servers.plain.origin + path };
      let measured = await interleaved(urls, RUNS, port);
      printRuns(measured);
      if (over(measured).length) {
        console.log(`  again with ${RUNS_AGAIN} runs, since it missed: ${over(measured).join("; ")}`);
        measured = await interleaved(urls, RUNS_AGAIN, port);
        printRuns(measured);
      }
      missed.push(...over(measured).map((what) => `${path}: ${what}`));
      rows.push(row(kind, path, measured));
    }
  } finally {
    for (const server of Object.values(servers)) server.close();
  }
  table(["FCP", "plain", "ratio", "LCP", "plain", "ratio", "TBT", "plain", "CLS", "score", "page (times in ms)"], rows);
  return missed;
}
