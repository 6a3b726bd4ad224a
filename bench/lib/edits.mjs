// An editor's usual changes: how long the next edition takes, and how many pages it rewrites.
import { medians } from "./statistics.mjs";
import { filesOf } from "./rivals.mjs";

/** A story that is not in Top article, which is on every page; a different one for each `number`. */
function story(newspaper, number) {
  const { top } = newspaper;
  const others = newspaper.stories.filter(({ path }) => !top.includes(path));
  return others[(number * 7919 + 17) % others.length];
}

const EDITS = {
  "the text of a story": (newspaper, number) => newspaper.edit(story(newspaper, number), (text) => `${text}\n${newspaper.say(12)}.\n`),
  "a headline": (newspaper, number) => {
    newspaper.edit(story(newspaper, number + 1000), (text) => text.replace(/^title = ".*"$/m, `title = "${newspaper.say(8)}"`));
  },
  "a new story": (newspaper) => newspaper.add(),
  "a pull of views": (newspaper) => newspaper.pull(),
};

const isPage = (path) => path.endsWith(".html");

/** How many pages in `after` are not the same files as in `before`. */
function anew(before, after) {
  return [...after].filter(([path, { identity }]) => isPage(path) && before.get(path)?.identity !== identity).length;
}

/** Adds a sentence to a story. */
export function addSentence(rivals, number) {
  EDITS["the text of a story"](rivals.newspaper, number);
}

/** Makes each edit `runs` times, interleaved. Returns medians by edit. The site must be pressed and have its spare. */
export function edits(rivals, runs) {
  const all = Object.fromEntries(Object.keys(EDITS).map((name) => [name, []]));
  let before = filesOf(rivals.ours.site);
  for (let run = 0; run < runs; run += 1) {
    for (const [name, edit] of Object.entries(EDITS)) {
      edit(rivals.newspaper, run);
      const time = rivals.pressAgain();
      const after = filesOf(rivals.ours.site);
      all[name].push({ ...time, pages: anew(before, after) });
      before = after;
    }
  }
  return Object.fromEntries(Object.entries(all).map(([name, times]) => [name, medians(times)]));
}
