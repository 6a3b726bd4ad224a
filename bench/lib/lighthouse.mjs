// Lighthouse as a stopwatch: a phone on a slow network, simulated, with Lighthouse's own settings for it.
import { tasksIn } from "./processor.mjs";
import { medians } from "./statistics.mjs";
import { defaultConfig, lighthouse } from "./tools.mjs";

// Only what the score is made of, and the requests: the advice of the full configuration has no weight, and some of it
// takes longer than the page itself.
const wanted = ({ id, weight }) => weight > 0 || id === "network-requests";
const auditRefs = defaultConfig.categories.performance.auditRefs.filter(wanted);
const CONFIG = {
  artifacts: defaultConfig.artifacts,
  audits: defaultConfig.audits.filter((path) => auditRefs.some(({ id }) => path.split("/").pop() === id)),
  categories: { performance: { title: "Performance", auditRefs: auditRefs.map(({ id, weight }) => ({ id, weight })) } },
};

// Each run is that of a reader who was never here: by itself Lighthouse would empty the cache and leave what pages have noted.
const FORGET = ["cookies", "file_systems", "shader_cache", "service_workers", "cache_storage", "local_storage", "indexeddb"];

/**
 * Milliseconds, the CPU time of `tasks`, the benchmark `index` of the machine, bytes on the wire, requests, and the score
 * of the category (0 to 100).
 */
async function measure(url, port) {
  const { lhr, artifacts } = await lighthouse(url, { port, logLevel: "error", disableFullPageScreenshot: true, clearStorageTypes: FORGET }, CONFIG);
  if (lhr.runtimeError) throw new Error(`Lighthouse could not measure ${url}: ${lhr.runtimeError.message}`);
  const value = (id) => lhr.audits[id].numericValue;
  // Pictures written into the stylesheet are no requests.
  const requests = lhr.audits["network-requests"].details.items.filter((item) => !item.url.startsWith("data:"));
  return {
    fcp: value("first-contentful-paint"),
    lcp: value("largest-contentful-paint"),
    tbt: value("total-blocking-time"),
    tasks: tasksIn(artifacts.Trace),
    index: lhr.environment.benchmarkIndex,
    cls: value("cumulative-layout-shift"),
    score: Math.round(lhr.categories.performance.score * 100),
    bytes: requests.reduce((sum, request) => sum + request.transferSize, 0),
    requests: requests.length,
  };
}

/**
 * Measures each of `urls` (an object) `runs` times, in turn, so that whatever else the machine does meets all of them.
 * Gives `runs` and `medians` under the same names.
 */
export async function interleaved(urls, runs, port) {
  const measured = Object.fromEntries(Object.keys(urls).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, url] of Object.entries(urls)) measured[name].push(await measure(url, port));
  }
  const summed = Object.entries(measured).map(([name, all]) => [name, { runs: all, medians: medians(all) }]);
  return Object.fromEntries(summed);
}
