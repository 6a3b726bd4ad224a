// The budgets of docs/budgets.md, one after another; called by scripts/audit. Fails if one is missed. `--paint no` leaves out
// the one that wants a machine with nothing else to do.
import { auditPaint } from "../bench/audit/paint.mjs";
import { auditRequests } from "../bench/audit/requests.mjs";
import { auditScores } from "../bench/audit/scores.mjs";
import { auditWire } from "../bench/audit/wire.mjs";
import { openChrome } from "../bench/lib/chrome.mjs";
import { options } from "../bench/lib/options.mjs";
import { run } from "../bench/lib/run.mjs";
import { readSite } from "../bench/lib/site.mjs";

await run("audit", async () => {
  const { site: folder, paint } = options({ site: "dist", paint: "yes" });
  const site = readSite(folder);
  const chrome = await openChrome();
  try {
    return [
      ...auditWire(site),
      ...(await auditRequests(site, chrome.browser)),
      ...(await auditScores(site, chrome.port)),
      ...(paint === "no" ? [] : await auditPaint(site, chrome.port)),
    ];
  } finally {
    await chrome.close();
  }
});
