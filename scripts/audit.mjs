// Checks the budgets in docs/budgets.md one after another; called by scripts/audit. Fails if one is missed.
import { auditPaint } from "../bench/audit/paint.mjs";
import { auditRequests } from "../bench/audit/requests.mjs";
import { auditScores } from "../bench/audit/scores.mjs";
import { auditWire } from "../bench/audit/wire.mjs";
import { openChrome } from "../bench/lib/chrome.mjs";
import { options } from "../bench/lib/options.mjs";
import { run } from "../bench/lib/run.mjs";
import { readSite } from "../bench/lib/site.mjs";

await run("audit", async () => {
  const { site: folder } = options({ site: "dist" });
  const site = readSite(folder);
  const chrome = await openChrome();
  try {
    return [
      ...auditWire(site),
      ...(await auditRequests(site, chrome.browser)),
      ...(await auditScores(site, chrome.port)),
      ...(await auditPaint(site, chrome.port)),
    ];
  } finally {
    await chrome.close();
  }
});
