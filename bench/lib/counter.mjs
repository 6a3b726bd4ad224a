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

  /** The number stored under a key, read directly from Redis. */
  async count(key) {
    const [password] = /(?<=seeder on >)\S+/.exec(await readFile(join(this.folder, "users.acl"), "utf8"));
    const answer = await new Promise((done, fail) => {
      let text = "";
      const socket = connect(this.ports[0], "127.0.0.1").once("error", fail).once("end", () => done(text));
      socket.on("data", (piece) => (text += piece));
      socket.write(`AUTH seeder ${password}\r\nMGET views:${key}\r\nQUIT\r\n`);
    });
    // The lines are +OK, the length of the array, the length of its item, the item, and +OK.
    return Number(answer.split("\r\n")[3]);
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
