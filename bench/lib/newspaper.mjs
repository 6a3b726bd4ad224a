// Generates a newspaper for bench/press, always the same: page bundles that press and Hugo read from the same folder.
// Each story also has the key `archive`, the year and the month of its date, from which Hugo makes the archive; press
// ignores it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { SECTIONS, capital, speaker, vocabulary } from "./corpus.mjs";
import { random } from "./random.mjs";

export const AUTHORS = 40;
const TAGS = 200;
const TAGS_EACH = 3;
/** Length of a story in words. */
const LENGTH = { least: 600, most: 900 };
/** Two: with three, a long story gets a table of contents, which the Hugo theme does not have. */
const HEADINGS = 2;
const LINKS = 2;
/** The first day and the number of days. All editions are made on the last day. */
const FIRST = Date.UTC(2019, 0, 1);
const DAYS = 2870;
const DAY = 24 * 60 * 60 * 1000;
/** Stories are published between these hours, when clocks are never changed. */
const HOURS = { from: 6, to: 20 };
/** The last day, and the time of the editions, when all stories are published. */
const TODAY = new Date(FIRST + (DAYS - 1) * DAY).toISOString().slice(0, 10);
export const NOW = `${TODAY}T22:00:00+02:00`;
/** The first pull of views on that day. The views that many pages show stay the same until the next day. */
const FIRST_PULL = `${TODAY}T05:00:00Z`;

const SITE = `base_url = "https://bench.example/"
name = "The Bench"
tagline = "Always the same"
description = "A newspaper for benches."
language = "en"
time_zone = "Europe/Kyiv"
page_size = 8
share = ["facebook", "x", "telegram", "whatsapp", "linkedin", "bluesky", "email"]

${SECTIONS.map((slug) => `[[sections]]\nslug = "${slug}"\nname = "${capital(slug)}"\ncolour = "#1d4e89"\n`).join("\n")}
[[footer]]
label = "Imprint"
href = "/about/#imprint"

[[footer]]
label = "Contact"
href = "/about/#contact"
`;
const ABOUT = '+++\ntitle = "About"\n+++\nA newspaper for benches.\n\n## Imprint\n\nNobody.\n\n## Contact\n\nNowhere.\n';

export class Newspaper {
  /** The stories, the oldest first, each with its `path` on the site, its `file` and its `views`. */
  stories = [];
  /** How many stories have been added since. */
  added = 0;
  pulls = 0;

  /** Empties `folder` and writes a newspaper of `count` stories into it. */
  constructor(folder, count) {
    this.folder = folder;
    this.chance = random(count);
    this.speak = speaker(vocabulary("en", /[a-z]+/g, this.chance), this.chance);
    this.tag = speaker(Array.from({ length: TAGS }, (_, number) => `tag-${number}`), this.chance);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "authors"), { recursive: true });
    writeFileSync(join(folder, "site.toml"), SITE);
    writeFileSync(join(folder, "about.md"), ABOUT);
    for (let author = 0; author < AUTHORS; author += 1) {
      writeFileSync(join(folder, `authors/author-${author}.md`), `+++\nname = "Author ${author}"\n+++\n`);
    }
    const perDay = Math.ceil(count / DAYS);
    const minutes = Math.floor(((HOURS.to - HOURS.from) * 60) / perDay);
    for (let number = 0; number < count; number += 1) {
      const place = (number * DAYS) / count;
      const day = Math.floor(place);
      const slot = Math.floor((place - day) * perDay);
      this.add(new Date(FIRST + day * DAY + (HOURS.from * 60 + slot * minutes) * 60_000));
    }
    this.pull();
  }

  /** Adds a story, dated in the newspaper's local time; without a `time`, it is newer than all others. */
  add(time = new Date(Date.parse(`${TODAY}T20:30:00Z`) + (this.added += 1) * 1000)) {
    const { chance, speak } = this;
    const date = time.toISOString().slice(0, 19);
    const section = SECTIONS[Math.floor(chance() * SECTIONS.length)];
    const slug = `story-${this.stories.length}`;
    const tags = new Set();
    while (tags.size < TAGS_EACH) tags.add(this.tag());
    const matter = [
      `title = "${this.say(6 + Math.floor(chance() * 6))}"`,
      `date = ${date}`,
      `description = "${this.say(14 + Math.floor(chance() * 12))}."`,
      `standfirst = "${this.say(12 + Math.floor(chance() * 10))}."`,
      `authors = ["author-${Math.floor(chance() * AUTHORS)}"]`,
      `tags = [${[...tags].map((tag) => `"${tag}"`).join(", ")}]`,
      `archive = ["${date.slice(0, 4)}", "${date.slice(0, 4)}/${date.slice(5, 7)}"]`,
    ];
    const words = LENGTH.least + Math.floor(chance() * (LENGTH.most - LENGTH.least));
    const bundle = join(this.folder, section, slug);
    mkdirSync(bundle, { recursive: true });
    const file = join(bundle, "index.md");
    writeFileSync(file, `+++\n${matter.join("\n")}\n+++\n\n${this.text(words, speak)}\n`);
    // An added story has few views: with more it would be in Top article, which is on every page.
    const views = Math.floor(this.added ? 10 * chance() : Math.exp(12 * chance()));
    this.stories.push({ path: `/${section}/${slug}/`, file, views });
  }

  /** Writes views.json as a pull of views would: first in the morning, later again with more views for every story. */
  pull() {
    const time = new Date(Date.parse(FIRST_PULL) + this.pulls * 60_000).toISOString().replace(".000", "");
    const more = this.pulls * 3;
    this.pulls += 1;
    const times = (more ? [time, FIRST_PULL] : [FIRST_PULL]).map((pull) => `"${pull}"`).join(", ");
    const rows = this.stories.map(({ path, views }) => `    "${path}": [${more ? [views + more, views] : [views]}]`);
    writeFileSync(join(this.folder, "views.json"), `{\n  "pulls": [${times}],\n  "views": {\n${rows.join(",\n")}\n  }\n}\n`);
  }

  /** The paths of the most-read stories, one more than Top article shows. */
  get top() {
    const newest = [...this.stories].reverse();
    return newest.sort((one, other) => other.views - one.views).slice(0, 9).map(({ path }) => path);
  }

  /** Changes the file of a story. */
  edit(story, change) {
    const text = readFileSync(story.file, "utf8");
    const changed = change(text);
    if (changed === text) throw new Error(`the edit did not change ${story.file}.`);
    writeFileSync(story.file, changed);
  }

  say(words) {
    return capital(Array.from({ length: words }, this.speak).join(" "));
  }

  /** Paragraphs of some sentences each, with headings and links to other stories. */
  text(words, speak) {
    const paragraphs = [];
    for (let left = words; left > 0; ) {
      const sentences = [];
      for (let sentence = 0; sentence < 4 && left > 0; sentence += 1) {
        const length = 6 + Math.floor(this.chance() * 16);
        sentences.push(`${capital(Array.from({ length }, speak).join(" "))}.`);
        left -= length;
      }
      paragraphs.push(sentences.join(" "));
    }
    for (let link = 0; link < LINKS && this.stories.length > 0; link += 1) {
      const { path } = this.stories[Math.floor(this.chance() * this.stories.length)];
      paragraphs[1 + 2 * link] += ` See [what *was* said](${path}).`;
    }
    for (let heading = HEADINGS; heading > 0; heading -= 1) {
      paragraphs.splice(Math.floor((paragraphs.length * heading) / (HEADINGS + 1)), 0, `## ${this.say(4)}`);
    }
    return paragraphs.join("\n\n");
  }
}
