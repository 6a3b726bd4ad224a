// What trafilatura and extruct extract from stories. Both are written in Python, so report.py runs them.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { leadPicture, moment, names, nothingElse, pictures, same, sameList, whole } from "./faults.mjs";

const python = fileURLToPath(new URL("../../../.tools/readers/python/bin/python", import.meta.url));
const program = fileURLToPath(new URL("report.py", import.meta.url));

/** The reports on stories, by path. */
export function ask(stories) {
  const input = JSON.stringify(stories.map(({ path, html, canonical }) => ({ path, html, canonical })));
  const options = { input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "inherit"] };
  const { stdout, status, error } = spawnSync(python, ["-B", program], options);
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
  return JSON.parse(stdout);
}

/** Checks what trafilatura extracts from a story's page. Returns for each field what is wrong, or null. */
export function trafilatura(said, story) {
  // The text contains pictures as Markdown.
  const text = (said.text ?? "").replace(/!\[[^\]]*\]\([^)]*\)/gu, "").split("\n").filter(Boolean);
  const shown = [...(said.text ?? "").matchAll(/!\[[^\]]*\]\(([^)]*)\)/gu)].map(([, address]) => address);
  return {
    title: same(said.title, story.title),
    author: names(said.author, story.authors),
    date: same(said.date, story.published.slice(0, 10)),
    description: same(said.description, story.description),
    sitename: same(said.sitename, story.publisher),
    categories: sameList(said.categories, [story.section]),
    tags: sameList(said.tags, story.tags),
    image: leadPicture(said.image, story),
    url: same(said.url, story.canonical),
    "complete text": whole(text, story),
    "nothing extra": nothingElse(text, story),
    pictures: pictures(shown, story),
  };
}

/** Checks what extruct finds in a story's page. Returns for each field what is wrong, or null. */
export function extruct(said, story) {
  const all = said["json-ld"] ?? [];
  const found = all.filter((item) => item["@type"] === "NewsArticle");
  if (found.length !== 1) return { "json-ld": `found ${found.length} NewsArticles` };
  const [article] = found;
  const graph = said.opengraph.length === 1 ? said.opengraph[0].properties : [];
  const values = (name) => graph.filter(([key]) => key === name).map(([, value]) => value);
  const list = (value) => (value === undefined ? [] : [value].flat());
  const trails = all.filter((item) => item["@type"] === "BreadcrumbList");
  const others = ["microdata", "microformat"].filter((syntax) => said[syntax].length);
  const cores = said.dublincore.flatMap(({ elements, terms }) => [...elements, ...terms]);
  return {
    headline: same(article.headline, story.title),
    author: sameList(list(article.author).map(({ name }) => name), story.authors),
    datePublished: moment(article.datePublished, story.published),
    dateModified: moment(article.dateModified, story.updated),
    description: same(article.description, story.description),
    image: same(article.image?.url, story.picture?.largest),
    inLanguage: same(article.inLanguage, story.language),
    articleSection: same(article.articleSection, story.section),
    keywords: sameList(list(article.keywords), story.tags),
    publisher: same(article.publisher?.name, story.publisher),
    mainEntityOfPage: same(article.mainEntityOfPage, story.canonical),
    breadcrumb: trails.length === 1 ? same(trails[0].itemListElement.at(-1).name, story.title) : `found ${trails.length} BreadcrumbLists`,
    "og:title": sameList(values("og:title"), [story.title]),
    "og:description": sameList(values("og:description"), [story.description]),
    "og:url": sameList(values("og:url"), [story.canonical]),
    "og:site_name": sameList(values("og:site_name"), [story.publisher]),
    "og:image": values("og:image").length === 1 ? leadPicture(values("og:image")[0], story) : "expected exactly one og:image",
    "og:locale": values("og:locale").every((locale) => locale.startsWith(`${story.language}_`)) ? null : same(values("og:locale")[0], story.language),
    "article:published_time": sameList(values("article:published_time"), [story.published]),
    "article:modified_time": sameList(values("article:modified_time"), list(story.updated)),
    "article:section": sameList(values("article:section"), [story.section]),
    "article:tag": sameList(values("article:tag"), story.tags),
    dublincore: sameList(cores.map(({ name, content }) => `${name}: ${content}`), [`description: ${story.description}`]),
    "nothing extra": others.length ? `found ${others.join(", ")}` : null,
  };
}
