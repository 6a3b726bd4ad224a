// Measures the import of WordPress exports of two sizes, and checks the budgets; called by bench/import.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { options } from "./lib/options.mjs";
import { random } from "./lib/random.mjs";
import { run } from "./lib/run.mjs";
import { median } from "./lib/statistics.mjs";
import { table } from "./lib/table.mjs";

const BUDGETS = {
  /** Growth of the time, relative to the growth in stories. */
  growth: 1.2,
  /** Bytes. */
  memory: 512e6,
};
/** Bytes of an item of the export, about. */
const ITEM = 10_000;
const WORDS = "harbour light quay tide lamp story street plane tree bark leaf keeper sea wall moon staff gauge stone".split(" ");
const SITE = `base_url = "https://paper.example/"
name = "The Paper"
tagline = "A newspaper of a measurement"
description = "A newspaper of a measurement."
language = "en"
time_zone = "Europe/Kyiv"

[[sections]]
slug = "news"
name = "News"
colour = "#1d4e89"
`;

/** A sentence of chance. */
function sentence(chance) {
  const words = Array.from({ length: 6 + Math.floor(chance() * 12) }, () => WORDS[Math.floor(chance() * WORDS.length)]);
  return `${words.join(" ")}.`;
}

/** The text of a story as the block editor writes it, of about the length of an item. */
function text(chance) {
  const paragraph = () => `<!-- wp:paragraph -->\n<p>${sentence(chance)} <em>${sentence(chance)}</em> ${sentence(chance)}</p>\n<!-- /wp:paragraph -->\n\n`;
  const parts = [
    '<!-- wp:heading -->\n<h2 class="wp-block-heading">The gauge</h2>\n<!-- /wp:heading -->\n\n',
    "[youtube=https://www.youtube.com/watch?v=tide42]\n\n",
    '<!-- wp:html -->\n<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="harbour/12"></script>\n<!-- /wp:html -->\n\n',
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><p>A wall keeps the sea [sic] out.</p></blockquote>\n<!-- /wp:quote -->\n\n',
  ];
  let html = "";
  while (html.length < ITEM - 2000) html += paragraph();
  return html + parts.join("");
}

/** An item of the export. Every tenth story shares its slug with the others of its kind. */
function item(number, html) {
  const slug = number % 10 ? `story-${number}` : "notes";
  const meta = (key, value) => `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
  const day = String(1 + (number % 28)).padStart(2, "0");
  return `<item><title><![CDATA[Story ${number} of the harbour]]></title><link>https://old.example/${number}/${slug}/</link>
<dc:creator><![CDATA[author${number % 500}]]></dc:creator><content:encoded><![CDATA[${html}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${number}</wp:post_id>
<wp:post_date><![CDATA[2024-03-${day} 10:00:00]]></wp:post_date><wp:post_date_gmt><![CDATA[2024-03-${day} 08:00:00]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="news"><![CDATA[News]]></category><category domain="post_tag" nicename="tag-${number % 700}"><![CDATA[Tag №${number % 700}]]></category>
${meta("_yoast_wpseo_metadesc", `What story ${number} is about, for search engines.`)}${meta("_edit_lock", "1:2")}
<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author><![CDATA[A reader]]></wp:comment_author><wp:comment_content><![CDATA[Well said.]]></wp:comment_content></wp:comment></item>
`;
}

/** Writes an export with `count` stories. */
function exported(file, count) {
  const chance = random(count);
  const texts = Array.from({ length: 40 }, () => text(chance));
  const out = openSync(file, "w");
  const authors = Array.from({ length: 500 }, (_, number) => `<wp:author><wp:author_login>author${number}</wp:author_login><wp:author_display_name>Author No ${number}</wp:author_display_name></wp:author>`);
  writeSync(out, `<?xml version="1.0" encoding="UTF-8"?>\n<rss><channel><wp:base_blog_url>https://old.example</wp:base_blog_url>${authors.join("\n")}\n`);
  for (let number = 1; number <= count; number += 1) writeSync(out, item(number, texts[number % texts.length]));
  writeSync(out, "</channel></rss>\n");
  closeSync(out);
  return statSync(file).size;
}

/** Imports an export into a new newspaper; returns seconds and bytes of memory. */
function imported(press, folder, file, count) {
  // Earlier newspapers stay until the end: some file systems are slow where files have just been removed.
  const content = mkdtempSync(join(folder, "content-"));
  writeFileSync(join(content, "site.toml"), SITE);
  spawnSync("sync");
  const begin = performance.now();
  const args = ["-f", "%M", press, "import", "wordpress", file, "--content", content, "--report", join(folder, "report.txt")];
  const { status, stdout, stderr } = spawnSync("/usr/bin/time", args, { encoding: "utf8", maxBuffer: 1e9 });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0 || !stdout.startsWith(`press: written: ${count} stories`)) throw new Error(`${press} failed: ${stdout.slice(0, 500)}${stderr.slice(-2000)}`);
  return { seconds, memory: Number(stderr.trim().split("\n").at(-1)) * 1024 };
}

await run("import", async () => {
  const { small, large, runs, press } = options({ small: 10_000, large: 100_000, runs: 3, press: "target/debug/press" });
  const folder = mkdtempSync(join(tmpdir(), "newspaper-import-"));
  try {
    const results = [];
    for (const [count, times] of [[small, runs], [large, 1]]) {
      const file = join(folder, `${count}.xml`);
      const bytes = exported(file, count);
      const measured = Array.from({ length: times }, () => imported(resolve(press), folder, file, count));
      rmSync(file);
      const memory = Math.max(...measured.map((one) => one.memory));
      results.push({ count, bytes, seconds: median(measured.map((one) => one.seconds)), memory });
      console.log(`${count} stories, all runs, s: ${measured.map((one) => one.seconds.toFixed(1)).join(" ")}`);
    }
    table(["stories", "MB", "s", "memory MB", ""], results.map(({ count, bytes, seconds, memory }) => [count, Math.round(bytes / 1e6), seconds.toFixed(1), Math.round(memory / 1e6), ""]));
    const [few, many] = results;
    const growth = many.seconds / few.seconds;
    const most = (BUDGETS.growth * large) / small;
    console.log(`from ${small} to ${large} stories: ${growth.toFixed(1)} times as long; the budget is ${most.toFixed(1)}`);
    const missed = [];
    if (growth > most) missed.push(`${large} stories take ${growth.toFixed(1)} times as long as ${small}, more than ${most.toFixed(1)}`);
    if (many.memory > BUDGETS.memory) missed.push(`${large} stories take ${Math.round(many.memory / 1e6)} MB, more than ${BUDGETS.memory / 1e6}`);
    return missed;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
