// The view counter under load and under attack; called by bench/views.
import { Caller, Stream, ownAddress } from "./lib/caller.mjs";
import { startCounter } from "./lib/counter.mjs";
import { options } from "./lib/options.mjs";
import { run } from "./lib/run.mjs";
import { table } from "./lib/table.mjs";

const CONNECTIONS = 50;
/** Consecutive readings that nginx allows an address. */
const BURST = 100;
/** Milliseconds within which a stream must report a reading. */
const PATIENCE = 5000;
const MEGABYTE = 1024 * 1024;
/** By how much Redis may grow while stories are asked for that do not exist: its buffers, and none of their keys. */
const MOST_GROWTH = 8 * MEGABYTE;

/** How many addresses have been used; `newAddress` returns one that has not. */
let addresses = 0;
const newAddress = () => ownAddress(addresses++);

/**
 * Sends `total` requests over 50 connections. Returns the number of responses with each status, and the seconds taken.
 * `path` gives the path of each request. If `apart`, a connection takes a new client address after every hundred.
 */
async function load(port, total, method, path, apart) {
  const statuses = {};
  const shared = newAddress();
  let next = 0;
  const start = performance.now();
  const work = async () => {
    while (next < total) {
      const caller = new Caller(port, apart ? newAddress() : shared);
      for (let asked = 0; asked < (apart ? BURST : total) && next < total; asked += 1) {
        const status = await caller.ask(method, path(next++));
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
      caller.end();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return { statuses, seconds: (performance.now() - start) / 1000 };
}

/** Streams that nginx allows an address. */
const STREAMS_OF_AN_ADDRESS = 100;

/** Has `total` readers follow a story that is then read once. Returns how many are notified, and the last one's ms. */
async function follow(port, total) {
  const followers = Array.from({ length: total }, (_, number) => number);
  let address = newAddress();
  const streams = await Promise.all(
    followers.map((number) => {
      if (number % STREAMS_OF_AN_ADDRESS === 0) address = newAddress();
      return new Stream(port, address, "/follow/war:followed").begun;
    }),
  );
  const caller = new Caller(port, newAddress());
  const start = performance.now();
  const more = streams.map((stream) => stream.more(PATIENCE));
  await caller.ask("POST", "/count/war:followed");
  const told = await Promise.all(more);
  const times = told.filter((time) => time).map((time) => time - start);
  for (const stream of [caller, ...streams]) stream.end();
  return { told: times.length, last: Math.max(...times) };
}

const megabytes = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

await run("views", async () => {
  const { counts, keys, streams } = options({ counts: 20_000, keys: 1_000_000, streams: 850 });
  const counter = await startCounter();
  // A story is counted once a minute for each address, so every reading is of another story.
  const stories = (name) => Array.from({ length: counts }, (_, number) => `${name}:s${number}`);
  const sum = async (name) => {
    const keys = stories(name);
    let views = 0;
    for (let first = 0; first < counts; first += BURST) views += await counter.count(keys.slice(first, first + BURST));
    return views;
  };
  await counter.list([...stories("below"), ...stories("above"), "war:followed"]);
  const missed = [];
  const rows = [];
  const row = (name, { statuses, seconds }, bare, total) => {
    const rate = total / seconds;
    const told = Object.entries(statuses).map(([status, times]) => `${times} × ${status}`);
    rows.push([name, Math.round(rate), (rate / bare).toFixed(2), told.join(", ")]);
  };
  try {
    const control = await load(counter.port, counts, "GET", () => "/", true);
    const bare = counts / control.seconds;
    row("nginx alone", control, bare, counts);

    const below = await load(counter.port, counts, "POST", (number) => `/count/below:s${number}`, true);
    row("below the limit", below, bare, counts);
    const kept = await sum("below");
    if (below.statuses[200] !== counts || kept !== counts) missed.push(`below the limit ${kept} of ${counts} were counted`);

    const above = await load(counter.port, counts, "POST", (number) => `/count/above:s${number}`, false);
    row("all from one address", above, bare, counts);
    const letIn = await sum("above");
    if (letIn !== above.statuses[200]) missed.push(`${above.statuses[200]} readings were accepted, but ${letIn} were counted`);
    if (!(above.statuses[429] > counts / 2)) missed.push("too few requests above the limit were refused");

    const asked = await load(counter.port, counts, "GET", () => "/counts/below:s0,above:s0", true);
    row("queries", asked, bare, counts);

    const followed = await follow(counter.port, streams);
    if (followed.told !== streams) missed.push(`${followed.told} of ${streams} streams reported a reading`);

    const before = await counter.memory();
    console.log(`  ${keys} stories that do not exist, from ${Math.ceil(keys / BURST)} addresses`);
    const flood = await load(counter.port, keys, "POST", (number) => `/count/flood:key-${number}`, true);
    row("stories that do not exist", flood, bare, keys);
    const after = await counter.memory();
    console.log(`  ${followed.told} of ${streams} streams reported a reading, the last after ${Math.round(followed.last)} ms`);
    table(["", "per second", "ratio", "responses"], rows);
    table(
      ["memory of", "before", "after", "per key"],
      ["redis", "webdis"].map((name) => [name, megabytes(before[name]), megabytes(after[name]), `${Math.round((after[name] - before[name]) / keys)} bytes`]),
    );
    const growth = after.redis - before.redis;
    if (growth > MOST_GROWTH) missed.push(`stories that do not exist take ${megabytes(growth)} of Redis`);
    if ((await sum("below")) !== counts) missed.push("a number has changed");
  } finally {
    await counter.stop();
  }
  return missed;
});
