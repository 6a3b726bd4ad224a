// What a program takes, on a disk that has nothing else to do.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PYTHON = ".tools/hugo/bin/python3";

/** Writes all that waits for it to the disk: seconds. */
function flush() {
  const begin = performance.now();
  if (spawnSync("sync").status !== 0) throw new Error("sync failed.");
  return (performance.now() - begin) / 1000;
}

/**
 * Runs `program` with `args`: `seconds` by the clock, `processor` seconds (user and system), bytes of `memory` at most, and the
 * seconds that what it wrote took to reach the disk after that, `flush`. Whatever others have left to write is written before.
 */
export function measured(program, args) {
  const folder = mkdtempSync(join(tmpdir(), "newspaper-measured-"));
  try {
    const report = join(folder, "report");
    flush();
    const ran = spawnSync(PYTHON, ["bench/lib/measured.py", report, program, ...args], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${program} failed: ${(ran.stdout + ran.stderr).trim().slice(-2000) || ran.error?.message}`);
    return { ...JSON.parse(readFileSync(report, "utf8")), flush: flush() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
