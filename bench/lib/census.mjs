// Counts what is in a site: the pages of each kind, their links and list items, the feeds and their items, and the
// addresses in the sitemaps.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How much two sites may differ and still count as the same. */
const TOLERANCE = 0.01;
const LINK = /<a\s[^>]*?\bhref=/g;
const ITEM = /<article class="?card\b/g;

const count = (text, what) => text.match(what)?.length ?? 0;

/** The kind of page or list at `path`: `war/story-1/`, `author/author-1/page/2/`. */
function kindOf(path) {
  const [first, second, third] = path.split("/");
  if (path === "" || first === "page") return "front";
  if (["author", "tag", "archive"].includes(first)) return first;
  if (["about", "search", "saved", "corrections"].includes(first)) return "other";
  return second && !(second === "page" && third) ? "story" : "section";
}

/** What is in the site in `folder`: `counts` by name, and `paths`, the set of the paths of its pages. */
export function census(folder) {
  const counts = {};
  const paths = new Set();
  const add = (what, kind, number) => (counts[`${what}, ${kind}`] = (counts[`${what}, ${kind}`] ?? 0) + number);
  const walk = (path) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const { name } = entry;
      if (entry.isDirectory()) {
        walk(`${path}${name}/`);
        continue;
      }
      const read = () => readFileSync(join(folder, path, name), "utf8");
      const kind = name === "404.html" ? "other" : kindOf(path);
      if (name === "index.html" || name === "404.html") {
        const text = read();
        paths.add(path + name);
        add("pages", kind, 1);
        add("links", kind, count(text, LINK));
        add("list items", kind, count(text, ITEM));
      } else if (name === "feed.xml") {
        add("RSS feeds", kind, 1);
        add("RSS items", kind, count(read(), /<item>/g));
      } else if (name === "feed.json") {
        add("JSON feeds", kind, 1);
        add("JSON feed items", kind, JSON.parse(read()).items.length);
      } else if (/^sitemap.*\.xml$/.test(name)) {
        add("sitemap addresses", name === "sitemap-news.xml" ? "news" : "pages", count(read(), /<url>/g));
      } else if (name === "robots.txt") {
        add("files", name, 1);
      }
    }
  };
  walk("");
  return { counts, paths };
}

/** The differences between two sites, in words. */
export function differences(ours, theirs) {
  const names = [...new Set([...Object.keys(ours.counts), ...Object.keys(theirs.counts)])];
  const found = [];
  for (const name of names) {
    const [one, other] = [ours.counts[name] ?? 0, theirs.counts[name] ?? 0];
    if (Math.abs(one - other) > TOLERANCE * Math.max(one, other)) found.push(`${name}: ${one}, Hugo ${other}`);
  }
  const missing = (from, to) => [...from.paths].filter((path) => !to.paths.has(path));
  const [own, others] = [missing(ours, theirs), missing(theirs, ours)];
  if (own.length + others.length > TOLERANCE * ours.paths.size) {
    const some = (paths) => (paths.length ? paths.slice(0, 3).join(", ") : "none");
    found.push(`pages only in ours: ${some(own)}; only in Hugo's: ${some(others)}`);
  }
  return found;
}
