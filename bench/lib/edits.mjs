// What editors do all day: how long the next edition takes, and how much of the site is another file then.
import { medians } from "./statistics.mjs";
import { filesOf } from "./rivals.mjs";

/** A story that is not in Top article, which stands on all pages; another one for each `number`. */
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

/** How many pages of `after` are other files than those of `before`. */
function anew(before, after) {
  return [...after].filter(([path, { identity }]) => isPage(path) && before.get(path)?.identity !== identity).length;
}

/** A story gets a sentence more. */
export function addSentence(rivals, number) {
  EDITS["the text of a story"](rivals.newspaper, number);
}

/** Each edit `runs` times, in turn: medians by what was done. The site has been pressed before, and has its spare. */
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
