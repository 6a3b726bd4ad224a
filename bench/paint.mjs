// Measures three pages of one story in the same way; called by bench/paint.
import { openChrome } from "./lib/chrome.mjs";
import { buildWithHugo } from "./lib/hugo.mjs";
import { interleaved } from "./lib/lighthouse.mjs";
import { options } from "./lib/options.mjs";
import { ROUND_TRIP } from "./lib/phone.mjs";
import { plain, pressed } from "./lib/plain.mjs";
import { run } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";
import { readSite } from "./lib/site.mjs";
import { table } from "./lib/table.mjs";

await run("paint", async () => {
  const { runs, site: folder } = options({ runs: 5, site: "dist" });
  const site = readSite(folder);
  const path = site.pages.story;
  console.log(`${path}, medians of ${runs} interleaved runs of Lighthouse (mobile, simulated)`);
  const hugo = buildWithHugo(site, path);
  const delay = ROUND_TRIP;
  const servers = [
    await serve(folder, { edit: pressed, delay }),
    await serve(folder, { edit: plain, delay }),
    await serve(hugo.folder, { delay }),
  ];
  const chrome = await openChrome();
  try {
    const [ours, bare, theirs] = servers.map(({ origin }) => origin + path);
    const measured = await interleaved({ ours, "ours without scripts": bare, "Hugo 0.168": theirs }, runs, chrome.port);
    const rows = Object.entries(measured).map(([name, { medians }]) => {
      const { fcp, lcp, tbt, bytes, requests } = medians;
      return [...[fcp, lcp, tbt].map(Math.round), bytes, requests, name];
    });
    table(["FCP ms", "LCP ms", "TBT ms", "bytes", "requests", "page"], rows);
    return [];
  } finally {
    await chrome.close();
    for (const server of servers) server.close();
    hugo.remove();
  }
});
