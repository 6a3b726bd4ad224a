// A story's HTML, including its styles, must fit into a connection's initial congestion window: ten packets of 1,460
// bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { BROTLI_QUALITY } from "../lib/server.mjs";
import { percentile } from "../lib/statistics.mjs";

const BUDGET = 14_600;
const SHARE = 0.95;

// The level of `press build --compress-pages 11`. The level that hosts use on the fly is printed, too.
const QUALITY = 11;

function packed(html, quality) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: html.length };
  return brotliCompressSync(html, { params }).length;
}

/** Compresses every story and prints the sizes. Returns what missed its budget, in words. */
export function auditWire(site) {
  console.log(`HTML of ${site.stories.length} stories on the wire`);
  const pages = site.stories.map(({ path }) => ({ path, html: readFileSync(join(site.folder, path, "index.html")) }));
  const spread = (quality) => {
    const sizes = pages.map(({ path, html }) => ({ path, bytes: packed(html, quality) }));
    const [middle, most, max] = [0.5, SHARE, 1].map((share) => percentile(sizes.map(({ bytes }) => bytes), share));
    const { path } = sizes.find(({ bytes }) => bytes === max);
    console.log(`  brotli ${quality}: p50 ${middle} bytes, p95 ${most}, max ${max} (${path})`);
    return most;
  };
  spread(BROTLI_QUALITY);
  const most = spread(QUALITY);
  return most > BUDGET ? [`HTML of stories: p95 ${most} bytes on the wire, at most ${BUDGET}`] : [];
}
