// Reader View of Firefox, and of programs built on it: @mozilla/readability.
import { moment, names, nothingElse, pictures, same, whole } from "./faults.mjs";
import { lines, parse } from "./text.mjs";
import { Readability, isProbablyReaderable } from "./tools.mjs";

/** What it says of a story's page, field by field: what is wrong, or null. */
export async function readability(story) {
  const page = parse(story.html, story.canonical);
  const offered = isProbablyReaderable(page);
  const said = new Readability(page).parse();
  if (!said) return { offered: "it finds no article" };
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
    "text is whole": whole(text, story),
    "nothing else": nothingElse(text, story),
    pictures: pictures(sources, story),
  };
}
