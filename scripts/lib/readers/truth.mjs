// The true values for the stories of a site, from the documents next to their pages (docs/schema/index.schema.json).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSite } from "../../../bench/lib/site.mjs";
import { lines, parse } from "./text.mjs";

/** The name of a picture, given the address of any of its files: `stairs.1f0c2a9be37d4410`. */
export const pictureOf = (address) => address.replace(/^.*\//u, "").replace(/-(\d+|social)\.\w+$/u, "");

function truth(site, folder, { path, ...article }) {
  const html = readFileSync(join(folder, path, "index.html"), "utf8");
  const body = parse(article.body).body;
  // Dates, numbers and everything else about the story before its text; some programs leave out the times.
  const page = parse(html);
  const header = page.querySelector("main header");
  const heading = page.querySelector("#corrections")?.textContent ?? "";
  const head = lines(header);
  header.querySelectorAll("time").forEach((time) => time.remove());
  head.push(...lines(header));
  const lead = article.picture;
  const address = (path) => site.address + path;
  const section = site.sections.find(({ slug }) => slug === article.section).name;
  const corrections = article.corrections ?? [];
  const corrected = corrections.flatMap(({ date, text }) => [date.date, text]);
  const text = [article.standfirst, lead?.caption, lead?.credit, ...lines(body), ...corrected].filter(Boolean);
  const authors = article.authors.map(({ name }) => name);
  const tags = (article.tags ?? []).map(({ name }) => name);
  const inText = [...body.querySelectorAll("img")].map((image) => pictureOf(image.getAttribute("src")));
  return {
    path,
    html,
    title: article.headline,
    authors,
    published: article.published.iso,
    updated: article.updated?.iso,
    description: article.summary,
    standfirst: article.standfirst,
    language: article.language ?? site.language,
    publisher: site.name,
    section,
    tags,
    canonical: address(path),
    picture: lead && {
      social: address(`${lead.image.name}-social.jpg`),
      largest: address(`${lead.image.name}-${lead.image.width}.jpg`),
    },
    // All the text and pictures that a program must find.
    text,
    pictures: [lead && pictureOf(lead.image.name), ...inText].filter(Boolean),
    // What it may also find. Consecutive lines may be read as one.
    own: [article.headline, ...head, text.join(" "), lead?.alt ?? "", heading, ...authors, section, ...tags],
  };
}

/** The stories of the site in `folder`, each with its page and everything that a program may say about it. */
export function readTruth(folder) {
  const { site } = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  return readSite(folder).stories.map((story) => truth(site, folder, story));
}
