// The counter under load and under attack; called by bench/views.
import { Caller, Stream, ownAddress } from "./lib/caller.mjs";
import { startCounter } from "./lib/counter.mjs";
import { options } from "./lib/options.mjs";
import { run } from "./lib/run.mjs";
import { table } from "./lib/table.mjs";

const CONNECTIONS = 50;
/** As many readings in a row as nginx lets an address have. */
const BURST = 100;
/** Milliseconds until a stream must have told. */
const PATIENCE = 5000;
const MEGABYTE = 1024 * 1024;
/** `maxmemory`, and what Redis and its allocator need besides. */
const MOST_MEMORY = 1.5 * 256 * MEGABYTE;

/** An address that nobody has asked from yet. */
let addresses = 0;
const newAddress = () => ownAddress(addresses++);

/**
 * `total` requests from 50 connections: the statuses by how often, and the seconds. `path` gives the address of each; where
 * `apart`, a connection takes another address of this machine for every hundred.
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

/** As many streams as an address may have. */
const STREAMS_OF_AN_ADDRESS = 100;

/** `total` readers look at one story, and somebody reads it: how many are told, and the milliseconds of the last. */
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
  const { counts, keys, streams } = options({ counts: 20_000, keys: 1_000_000, streams: 900 });
  const counter = await startCounter();
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

    const below = await load(counter.port, counts, "POST", () => "/count/war:below", true);
    row("below the limit", below, bare, counts);
    const kept = await counter.count("war:below");
    if (below.statuses[200] !== counts || kept !== counts) missed.push(`below the limit ${kept} of ${counts} were counted`);

    const above = await load(counter.port, counts, "POST", () => "/count/war:above", false);
    row("all from one address", above, bare, counts);
    const letIn = await counter.count("war:above");
    if (letIn !== above.statuses[200]) missed.push(`${above.statuses[200]} were told that they count, and ${letIn} did`);
    if (!(above.statuses[429] > counts / 2)) missed.push("above the limit too few were refused");

    const asked = await load(counter.port, counts, "GET", () => "/counts/war:below,war:above", true);
    row("questions", asked, bare, counts);

    const followed = await follow(counter.port, streams);
    if (followed.told !== streams) missed.push(`${followed.told} of ${streams} streams told of a reading`);

    const before = await counter.memory();
    console.log(`  ${keys} different keys, from ${Math.ceil(keys / BURST)} addresses`);
    const flood = await load(counter.port, keys, "POST", (number) => `/count/flood:key-${number}`, true);
    row("different keys", flood, bare, keys);
    const after = await counter.memory();
    console.log(`  ${followed.told} of ${streams} streams told of a reading, the last after ${Math.round(followed.last)} ms`);
    table(["", "a second", "ratio", "answers"], rows);
    table(
      ["memory of", "before", "after", "for each key"],
      ["redis", "webdis"].map((name) => [name, megabytes(before[name]), megabytes(after[name]), `${Math.round((after[name] - before[name]) / keys)} bytes`]),
    );
    if (after.redis > MOST_MEMORY) missed.push(`Redis uses ${megabytes(after.redis)}`);
    if ((await counter.count("war:below")) !== counts) missed.push("a number has changed");
  } finally {
    await counter.stop();
  }
  return missed;
});
