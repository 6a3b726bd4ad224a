// @mozilla/readability: Firefox's Reader View and programs built on it.
import { moment, names, nothingElse, pictures, same, whole } from "./faults.mjs";
import { lines, parse } from "./text.mjs";
import { Readability, isProbablyReaderable } from "./tools.mjs";

/** Checks what it extracts from a story's page. Returns for each field what is wrong, or null. */
export async function readability(story) {
  const page = parse(story.html, story.canonical);
  const offered = isProbablyReaderable(page);
  const said = new Readability(page).parse();
  if (!said) return { offered: "no article found" };
  const content = parse(said.content).body;
  const text = lines(content);
  const sources = [...content.querySelectorAll("img")].map((image) => image.getAttribute("src"));
  return {
    offered: offered ? null : "Reader View is not offered",
    title: same(said.title, story.title),
    byline: names(said.byline, story.authors),
    publishedTime: moment(said.publishedTime, story.published),
    excerpt: same(said.excerpt, story.description),
    lang: same(said.lang, story.language),
    siteName: same(said.siteName, story.publisher),
    "complete text": whole(text, story),
    "nothing extra": nothingElse(text, story),
    pictures: pictures(sources, story),
  };
}
