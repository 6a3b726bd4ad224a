// Measures how soon press reports an error when no picture has been processed yet; called by bench/first-mistake.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { drawing } from "./lib/drawing.mjs";
import { NOW, Newspaper } from "./lib/newspaper.mjs";
import { options } from "./lib/options.mjs";
import { random } from "./lib/random.mjs";
import { run } from "./lib/run.mjs";
import { median } from "./lib/statistics.mjs";

/** Seconds. */
const BUDGET = 2;
/** Width and height of a picture in pixels. */
const SIZE = [1600, 1000];
const DEAD_LINK = "/nowhere/at-all/";

/** Writes a newspaper whose first `pictures` stories have a lead picture each and whose last has an error. */
function newspaper(folder, stories, pictures) {
  const paper = new Newspaper(folder, stories);
  const chance = random(pictures);
  for (const story of paper.stories.slice(0, pictures)) {
    writeFileSync(join(dirname(story.file), "lead.png"), drawing(...SIZE, chance));
    const picture = '\n[picture]\nfile = "lead.png"\nalt = "A drawing of nothing."\ncredit = "Drawing: chance"\n+++\n\n';
    paper.edit(story, (text) => text.replace("\n+++\n\n", picture));
  }
  paper.edit(paper.stories.at(-1), (text) => `${text}\nSee [what is not there](${DEAD_LINK}).\n`);
}

await run("first-mistake", async () => {
  const { stories, pictures, runs, press, folder } = options({
    stories: 755,
    pictures: 300,
    runs: 5,
    press: "target/debug/press",
    folder: "target/bench/first-mistake",
  });
  if (pictures > stories) throw new Error("--pictures must not exceed --stories.");
  const [content, cache, site] = ["content", "cache", "site"].map((name) => join(folder, name));
  rmSync(folder, { recursive: true, force: true });
  newspaper(content, stories, pictures);
  const times = [];
  for (let number = 0; number < runs; number += 1) {
    rmSync(cache, { recursive: true, force: true });
    const args = ["build", "--content", content, "--shell", "dist/shell.html", "--out", site, "--cache", cache, "--now", NOW];
    const begin = performance.now();
    const { status, stderr } = spawnSync(press, args, { encoding: "utf8" });
    times.push((performance.now() - begin) / 1000);
    if (status !== 1 || !stderr.includes(DEAD_LINK)) throw new Error(`${press} did not report the error: ${stderr.trim().slice(-2000)}`);
    const developed = join(cache, "pictures");
    if (existsSync(developed) && readdirSync(developed).length > 0) throw new Error("press processed pictures before it reported the error.");
  }
  rmSync(folder, { recursive: true });
  const seconds = median(times);
  console.log(`${stories} stories, ${pictures} pictures: error reported after ${seconds.toFixed(2)} s`);
  console.log(`  all runs, s: ${times.map((time) => time.toFixed(2)).join(" ")}`);
  return seconds > BUDGET ? [`${seconds.toFixed(2)} s, more than ${BUDGET}`] : [];
});
