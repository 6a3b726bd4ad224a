// Measures the resources that a program uses, on an otherwise idle disk.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PYTHON = ".tools/hugo/bin/python3";

/** Writes all pending data to the disk and returns the seconds taken. */
function flush() {
  const begin = performance.now();
  if (spawnSync("sync").status !== 0) throw new Error("sync failed.");
  return (performance.now() - begin) / 1000;
}

/**
 * Runs `program` with `args`. Returns the wall-clock `seconds`, the CPU seconds (user and system) as `processor`, the
 * peak `memory` in bytes, and `flush`, the seconds that its remaining writes then took to reach the disk. Writes that
 * other programs have left pending are flushed first.
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
