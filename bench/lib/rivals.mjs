// Runs press and Hugo on the same newspaper.
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { census, differences } from "./census.mjs";
import { hugoNewspaper } from "./hugo-newspaper.mjs";
import { measured } from "./measured.mjs";
import { NOW, Newspaper } from "./newspaper.mjs";

/**
 * Milliseconds for which ext4 does not reuse a freed inode: one minute, plus five more while the block that contains
 * it waits to be written, which begins again whenever a file is created next to it. Creating files meanwhile means
 * searching past all freed inodes: 36,000 files take 9 seconds of CPU time instead of 3.
 */
const FREED = 365_000;
/** From this many stories on there is no room to keep the sites of earlier runs. */
const LARGE = 20_000;
/** When anything large was last removed, at any size. */
let removed = -Infinity;

function remove(folder) {
  if (!existsSync(folder)) return;
  rmSync(folder, { recursive: true });
  removed = performance.now();
}

/** Waits until earlier removals no longer affect the measurements. */
function rest() {
  const wait = removed + FREED - performance.now();
  if (wait > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
}

/** All files in `folder`, each with its size and an `identity` that differs if the file is replaced. */
export function filesOf(folder) {
  const files = new Map();
  const walk = (path) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      if (entry.isDirectory()) {
        walk(`${path}${entry.name}/`);
        continue;
      }
      const { ino, mtimeNs, size } = lstatSync(join(folder, path, entry.name), { bigint: true });
      files.set(path + entry.name, { identity: `${ino} ${mtimeNs}`, bytes: Number(size) });
    }
  };
  walk("");
  return files;
}

export class Rivals {
  /**
   * Writes a newspaper of `count` stories below `folder`. `program` is the path of press; `related` says how Hugo finds
   * related stories.
   */
  constructor(folder, count, program, related) {
    this.away = 0;
    this.press = program;
    this.count = count;
    this.related = related;
    const below = (name) => join(folder, String(count), name);
    this.folder = below("");
    this.attic = below("attic");
    this.newspaper = new Newspaper(below("content"), count);
    this.ours = { site: below("ours"), cache: below("ours-cache") };
    this.hugo = { site: below("hugo"), cache: below("hugo-cache"), source: below("hugo-source") };
  }

  /** Presses into the existing folders, without search, which Hugo does not have. */
  pressAgain(...more) {
    return this.pressWithSearch("--no-search", ...more);
  }

  /** The same with search. */
  pressWithSearch(...more) {
    const { site, cache } = this.ours;
    const where = ["--content", this.newspaper.folder, "--shell", "dist/shell.html", "--out", site, "--cache", cache, "--now", NOW];
    return measured(this.press, ["build", ...where, ...more]);
  }

  /** Presses everything from scratch. */
  pressAll(...more) {
    this.putAway(this.ours.site, this.ours.cache, join(this.folder, ".ours.spare"));
    rest();
    return this.pressAgain(...more);
  }

  /** Has Hugo build into the existing folders. */
  hugoAgain() {
    const { program, args, folders } = this.peer;
    return measured(program, [...args, ...folders(this.hugo.site, this.hugo.cache)]);
  }

  /** Has Hugo build everything from scratch. */
  hugoAll() {
    this.putAway(this.hugo.site, this.hugo.cache);
    rest();
    return this.hugoAgain();
  }

  /** Moves folders out of the way. Unless space is short, they are deleted only when a size is fully measured. */
  putAway(...folders) {
    const there = folders.filter(existsSync);
    if (!there.length) return;
    mkdirSync(this.attic, { recursive: true });
    for (const folder of there) renameSync(folder, join(this.attic, String((this.away += 1))));
    if (this.count >= LARGE) this.clear();
  }

  /** Deletes what was moved out of the way. */
  clear() {
    remove(this.attic);
  }

  /** Runs both once, unmeasured, and compares the two sites. Returns their counts; throws if the sites differ. */
  check() {
    this.pressAll();
    const ours = census(this.ours.site);
    const has = { tags: "pages, tag" in ours.counts, corrections: ours.paths.has("corrections/index.html") };
    this.peer = hugoNewspaper(this.hugo.source, this.newspaper, this.ours.site, { ...has, related: this.related });
    this.hugoAll();
    const differ = differences(ours, census(this.hugo.site));
    if (differ.length) throw new Error(`the two sites of ${this.count} stories differ:\n  ${differ.join("\n  ")}`);
    return ours.counts;
  }

  /** Full presses and full Hugo builds, interleaved, `runs` of each. Returns a list of results for each side. */
  inTurn(runs) {
    const all = { ours: [], hugo: [] };
    for (let run = 0; run < runs; run += 1) {
      const turns = [() => all.ours.push(this.pressAll()), () => all.hugo.push(this.hugoAll())];
      // Alternate the order, so that neither always comes second.
      for (const turn of run % 2 ? turns.reverse() : turns) turn();
    }
    return all;
  }

  remove() {
    remove(this.folder);
  }
}
