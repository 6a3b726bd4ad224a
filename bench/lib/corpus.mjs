// Generates a newspaper of any size, always the same for the same seed, with headlines, words, dates and authors
// distributed as in a real one. The frequent words come from the sample stories; the rare ones are made of syllables.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { random } from "./random.mjs";

/** The sections, in the order of the navigation. */
export const SECTIONS = ["diplomacy", "war", "business", "culture", "society", "history", "events", "interviews"];
const AUTHORS = 40;
const TAGS = 300;
/** Number of words in each language. */
const VOCABULARY = 60_000;
/** Length of a story in words. */
const LENGTH = { least: 250, most: 950 };
/** One story in this many is in Ukrainian. */
const UKRAINIAN = 12;
const SYLLABLES = {
  en: ["ba", "cor", "den", "el", "fi", "gra", "hol", "in", "jo", "kes", "lo", "mar", "nor", "ost", "pre", "ril", "sta", "tur", "ven", "wes"],
  uk: ["ба", "вер", "гор", "ден", "за", "кол", "лі", "мор", "на", "пор", "роз", "став", "тер", "чор", "шук", "ярм"],
};
const ENDINGS = { en: ["", "", "", "s", "ed", "ing", "er", "ly"], uk: ["", "а", "у", "ом", "ів", "ами", "ий", "ого"] };
const SITE = `base_url = "https://bench.example/"
name = "The Bench"
tagline = "Always the same"
description = "A newspaper for benches."
language = "en"
time_zone = "Europe/Kyiv"
`;

/** The words of the sample stories that match `letters`, the most frequent first. */
function sampleWords(letters) {
  const counts = new Map();
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(".md")) {
        const text = readFileSync(path, "utf8").split("\n+++\n").pop().toLowerCase();
        for (const word of text.match(letters) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  };
  walk("content");
  return [...counts].sort(([one, often], [other, more]) => more - often || (one < other ? -1 : 1)).map(([word]) => word);
}

/** All words of a language, the most frequent first. */
export function vocabulary(language, letters, chance) {
  const words = new Set(sampleWords(letters));
  while (words.size < VOCABULARY) {
    const syllables = 2 + Math.floor(chance() * 3);
    let word = "";
    for (let syllable = 0; syllable < syllables; syllable += 1) word += SYLLABLES[language][Math.floor(chance() * SYLLABLES[language].length)];
    words.add(word + ENDINGS[language][Math.floor(chance() * ENDINGS[language].length)]);
  }
  return [...words];
}

/** Returns words as often as people use them: the second half as often as the first, and so on (Zipf). */
export function speaker(words, chance) {
  const logarithm = Math.log(words.length + 1);
  return () => words[Math.min(words.length - 1, Math.floor(Math.exp(chance() * logarithm) - 1))];
}

export const capital = (text) => text[0].toUpperCase() + text.slice(1);

function paragraphs(speak, words, chance) {
  const text = [];
  for (let left = words; left > 0; ) {
    const sentences = [];
    for (let sentence = 0; sentence < 4 && left > 0; sentence += 1) {
      const length = 6 + Math.floor(chance() * 16);
      sentences.push(`${capital(Array.from({ length }, speak).join(" "))}.`);
      left -= length;
    }
    text.push(sentences.join(" "));
  }
  return text.join("\n\n");
}

/** Empties `folder` and writes `count` stories into it. */
export function writeCorpus(folder, count, seed = 1) {
  const chance = random(seed);
  const speakers = {
    en: speaker(vocabulary("en", /[a-z]+/g, chance), chance),
    uk: speaker(vocabulary("uk", /[а-яіїєґ]+/g, chance), chance),
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "authors"), { recursive: true });
  const sections = SECTIONS.map((slug) => `[[sections]]\nslug = "${slug}"\nname = "${capital(slug)}"\ncolour = "#1d4e89"\n`);
  writeFileSync(join(folder, "site.toml"), [SITE, ...sections].join("\n"));
  writeFileSync(join(folder, "about.md"), '+++\ntitle = "About"\n+++\nA newspaper for benches.\n');
  for (let author = 0; author < AUTHORS; author += 1) {
    writeFileSync(join(folder, `authors/author-${author}.md`), `+++\nname = "Author ${author}"\n+++\n`);
  }
  const first = Date.UTC(2018, 0, 1);
  const last = Date.UTC(2026, 10, 1);
  for (let number = 0; number < count; number += 1) {
    const language = number % UKRAINIAN === UKRAINIAN - 1 ? "uk" : "en";
    const speak = speakers[language];
    const say = (words) => capital(Array.from({ length: words }, speak).join(" "));
    const date = new Date(first + ((last - first) * number) / count).toISOString().slice(0, 19);
    const tags = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => `"tag-${Math.floor(chance() * TAGS)}"`);
    const matter = [
      `title = "${say(6 + Math.floor(chance() * 6))}"`,
      `date = ${date}`,
      `standfirst = "${say(12 + Math.floor(chance() * 10))}."`,
      `authors = ["author-${Math.floor(chance() * AUTHORS)}"]`,
      `tags = [${[...new Set(tags)].join(", ")}]`,
      ...(language === "en" ? [] : [`language = "${language}"`]),
    ];
    const words = LENGTH.least + Math.floor(chance() * (LENGTH.most - LENGTH.least));
    const story = `+++\n${matter.join("\n")}\n+++\n\n${paragraphs(speak, words, chance)}\n`;
    const bundle = join(folder, SECTIONS[Math.floor(chance() * SECTIONS.length)], `story-${number}`);
    mkdirSync(bundle, { recursive: true });
    writeFileSync(join(bundle, "index.md"), story);
  }
}
