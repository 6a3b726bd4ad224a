// Runs the view counter in deploy/views/ on free ports and in a folder of its own.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PORTS = ["7371", "7372", "7373"];
const PROGRAMS = [
  ["redis-server", ["redis.conf"]],
  ["webdis", ["webdis.json"]],
  ["nginx", ["-p", ".", "-c", "nginx.conf"]],
];
/** How many keys a command names: Redis reads at most 64 kB of one. */
const BATCH = 500;
/** Milliseconds within which all three must be listening. */
const PATIENCE = 20_000;

async function freePorts() {
  const servers = PORTS.map(() => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done))));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

async function listening(port) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const there = await new Promise((done) => {
      const socket = connect(port, "127.0.0.1", () => done(true)).once("error", () => done(false));
      socket.once("connect", () => socket.destroy());
    });
    if (there) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nothing is listening on port ${port}`);
}

/** Starts all three. `change` gets the name and the text of each configuration file and returns the text to use. */
export async function startCounter(change = (_, text) => text) {
  const folder = await mkdtemp(join(tmpdir(), "views-"));
  await cp("deploy/views", folder, { recursive: true });
  await mkdir(join(folder, "tmp"));
  const ports = await freePorts();
  for (const name of await readdir("deploy/views")) {
    const text = await readFile(join(folder, name), "utf8");
    const placed = PORTS.reduce((text, port, index) => text.replaceAll(port, String(ports[index])), text);
    await writeFile(join(folder, name), change(name, placed));
  }
  const started = PROGRAMS.map(([program, args]) => spawn(program, args, { cwd: folder, stdio: "ignore" }));
  const failed = new Promise((_, fail) => {
    for (const process of started) process.once("error", (error) => fail(new Error(`${error.message}: run scripts/test-tools`)));
  });
  await Promise.race([failed, Promise.all(ports.map(listening))]);
  return new Counter(folder, ports, started);
}

class Counter {
  constructor(folder, ports, processes) {
    Object.assign(this, { folder, ports, processes });
  }

  /** The port of nginx. */
  get port() {
    return this.ports[2];
  }

  /** Lets stories be counted, as `press views seed` does. */
  async list(keys) {
    const code = await readFile("press/src/commands/views/count.lua", "utf8");
    const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, number) => keys.slice(number * BATCH, (number + 1) * BATCH));
    // Redis reads quotes and escapes as JSON has them.
    await this.ask([`FUNCTION LOAD REPLACE ${JSON.stringify(code)}`, ...batches.map((batch) => `SADD stories ${batch.join(" ")}`)]);
  }

  /** The sum of the numbers stored under keys, read directly from Redis. */
  async count(keys) {
    const answer = await this.ask([`MGET ${keys.map((key) => `views:${key}`).join(" ")}`]);
    // The items, each after its length, are between the lines of the login with the length of the array, and of the end.
    return answer.slice(2).filter((line) => /^\d+$/.test(line)).reduce((sum, number) => sum + Number(number), 0);
  }

  /** The lines with which Redis answers. */
  async ask(commands) {
    const [password] = /(?<=seeder on >)\S+/.exec(await readFile(join(this.folder, "users.acl"), "utf8"));
    const answer = await new Promise((done, fail) => {
      let text = "";
      const socket = connect(this.ports[0], "127.0.0.1").once("error", fail).once("end", () => done(text));
      socket.on("data", (piece) => (text += piece));
      socket.write([`AUTH seeder ${password}`, ...commands, "QUIT", ""].join("\r\n"));
    });
    return answer.split("\r\n");
  }

  /** Bytes of memory in use, by name, for Redis and Webdis. */
  async memory() {
    const used = {};
    const [redis, webdis] = this.processes;
    used.redis = await resident(redis.pid);
    used.webdis = await resident(webdis.pid);
    return used;
  }

  async stop() {
    const [redis, webdis, nginx] = this.processes;
    const ended = this.processes.map((process) => new Promise((done) => process.once("exit", done)));
    for (const process of [nginx, webdis, redis]) process.kill();
    await Promise.all(ended);
    await rm(this.folder, { recursive: true });
  }
}

async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1024;
}
