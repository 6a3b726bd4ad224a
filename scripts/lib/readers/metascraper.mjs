// metascraper: link previews, as many programs make them.
import { leadPicture, moment, names, same } from "./faults.mjs";
import { metascraper as scraper, metascraperRules as rules } from "./tools.mjs";

const scrape = scraper([
  rules.author(),
  rules.date({ datePublished: true, dateModified: true }),
  rules.description(),
  rules.image(),
  rules.lang(),
  rules.publisher(),
  rules.title(),
  rules.url(),
]);

/** Checks what it extracts from a story's page. Returns for each field what is wrong, or null. */
export async function metascraper(story) {
  const said = await scrape({ html: story.html, url: story.canonical, validateUrl: false });
  return {
    title: same(said.title, story.title),
    author: names(said.author, story.authors),
    date: moment(said.date, story.updated ?? story.published),
    datePublished: moment(said.datePublished, story.published),
    dateModified: moment(said.dateModified, story.updated),
    description: same(said.description, story.description),
    image: leadPicture(said.image, story),
    lang: same(said.lang, story.language),
    publisher: same(said.publisher, story.publisher),
    url: same(said.url, story.canonical),
  };
}
