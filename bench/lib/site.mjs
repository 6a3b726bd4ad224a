// Reads a built site: all its stories, and an example of each kind of page.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));

function folders(parent) {
  if (!existsSync(parent)) return [];
  const entries = readdirSync(parent, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function wanted(story, what) {
  if (!story) throw new Error(`the newspaper has no story ${what} to measure. Add one to content/.`);
  return story;
}

/** The site in `folder`: its name, its sections and footer, its stories with their paths, and a page of each kind. */
export function readSite(folder) {
  if (!existsSync(join(folder, "site.json"))) {
    throw new Error(`there is no site in ${folder}. Run \`make build\` first.`);
  }
  const { site } = json(join(folder, "site.json"));
  const stories = site.sections.flatMap(({ slug: section }) =>
    folders(join(folder, section))
      .filter((slug) => existsSync(join(folder, section, slug, "index.json")))
      .map((slug) => ({ path: `/${section}/${slug}/`, story: json(join(folder, section, slug, "index.json")).document.story }))
      // At a story's former address there is a redirect document.
      .filter(({ story }) => story)
      .map(({ path, story }) => ({ path, ...story })),
  );
  // Prefer the most-read stories: their pages matter most.
  const top = site.top.map(({ section, slug }) => stories.find(({ path }) => path === `/${section}/${slug}/`));
  const picture = wanted([...top, ...stories].find((story) => story?.picture), "with a picture");
  const bare = wanted(stories.find((story) => !story.picture && !story.body.includes("<img")), "without pictures");
  return {
    folder,
    name: site.name,
    sections: site.sections,
    footer: site.footer,
    stories,
    pages: {
      home: "/",
      section: `/${picture.section}/`,
      story: picture.path,
      "story without picture": bare.path,
      author: `/author/${picture.authors[0].slug}/`,
      about: "/about/",
      search: "/search/",
      saved: "/saved/",
    },
  };
}
