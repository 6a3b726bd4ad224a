// Our press and Hugo before the same newspaper.
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { census, differences } from "./census.mjs";
import { hugoNewspaper } from "./hugo-newspaper.mjs";
import { measured } from "./measured.mjs";
import { NOW, Newspaper } from "./newspaper.mjs";

/**
 * Milliseconds for which ext4 gives away no inode that was freed: a minute, and five more while the block that it lies in waits to be
 * written, which it does as soon as anything is made beside it. Whoever makes files meanwhile searches past all of them, and 36,000
 * files take 9 seconds of processor instead of 3.
 */
const FREED = 365_000;
/** From so many stories on there is no room to keep what was made before. */
const LARGE = 20_000;
/** When anything large was removed last, by any of the sizes. */
let removed = -Infinity;

function remove(folder) {
  if (!existsSync(folder)) return;
  rmSync(folder, { recursive: true });
  removed = performance.now();
}

/** Until what was removed disturbs no more. */
function rest() {
  const wait = removed + FREED - performance.now();
  if (wait > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
}

/** All files of `folder`: what tells each from another that takes its place. */
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
  /** A newspaper of `count` stories below `folder`, for the press at `program`; `related` is how Hugo finds related stories. */
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

  /** Presses into what is there, without the search, which Hugo has not. */
  pressAgain(...more) {
    return this.pressWithSearch("--no-search", ...more);
  }

  /** The same with it. */
  pressWithSearch(...more) {
    const { site, cache } = this.ours;
    const where = ["--content", this.newspaper.folder, "--shell", "dist/shell.html", "--out", site, "--cache", cache, "--now", NOW];
    return measured(this.press, ["build", ...where, ...more]);
  }

  /** Presses all, with nothing there. */
  pressAll(...more) {
    this.putAway(this.ours.site, this.ours.cache, join(this.folder, ".ours.spare"));
    rest();
    return this.pressAgain(...more);
  }

  /** Has Hugo build into what is there. */
  hugoAgain() {
    const { program, args, folders } = this.peer;
    return measured(program, [...args, ...folders(this.hugo.site, this.hugo.cache)]);
  }

  /** Has Hugo build all, with nothing there. */
  hugoAll() {
    this.putAway(this.hugo.site, this.hugo.cache);
    rest();
    return this.hugoAgain();
  }

  /** Takes folders out of the way; nothing is removed before all of a size is measured, but for want of room. */
  putAway(...folders) {
    const there = folders.filter(existsSync);
    if (!there.length) return;
    mkdirSync(this.attic, { recursive: true });
    for (const folder of there) renameSync(folder, join(this.attic, String((this.away += 1))));
    if (this.count >= LARGE) this.clear();
  }

  /** Removes what was taken out of the way. */
  clear() {
    remove(this.attic);
  }

  /** Both once, which is not measured. Gives the counts that are the same; it fails if they are not. */
  check() {
    this.pressAll();
    const ours = census(this.ours.site);
    const has = { tags: "pages, tag" in ours.counts, corrections: ours.paths.has("corrections/index.html") };
    this.peer = hugoNewspaper(this.hugo.source, this.newspaper, this.ours.site, { ...has, related: this.related });
    this.hugoAll();
    const differ = differences(ours, census(this.hugo.site));
    if (differ.length) throw new Error(`the two sites of ${this.count} stories are not the same:\n  ${differ.join("\n  ")}`);
    return ours.counts;
  }

  /** The full presses and builds in turn, `runs` of each: a list of both for each side. */
  inTurn(runs) {
    const all = { ours: [], hugo: [] };
    for (let run = 0; run < runs; run += 1) {
      const turns = [() => all.ours.push(this.pressAll()), () => all.hugo.push(this.hugoAll())];
      // Neither is always the one that comes after the other.
      for (const turn of run % 2 ? turns.reverse() : turns) turn();
    }
    return all;
  }

  remove() {
    remove(this.folder);
  }
}
