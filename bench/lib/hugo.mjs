// Hugo's page of one of our stories: bench/hugo is the theme, and the story is taken from content/ unchanged.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const HUGO = ".tools/hugo/bin/hugo";

/** Builds the story at `path` of `site`. Returns the `folder` of the built site, and `remove`, which deletes it all. */
export function buildWithHugo(site, path) {
  const home = mkdtempSync(join(tmpdir(), "newspaper-hugo-"));
  const remove = () => rmSync(home, { recursive: true });
  try {
    cpSync("bench/hugo", home, { recursive: true });
    cpSync(join("content", path), join(home, "content", path), { recursive: true });
    mkdirSync(join(home, "static"));
    cpSync("public/icon.svg", join(home, "static/icon.svg"));
    const authors = site.stories.find((story) => story.path === path).authors.map(({ name }) => name);
    const { name, sections, footer } = site;
    mkdirSync(join(home, "data"));
    writeFileSync(join(home, "data/newspaper.json"), JSON.stringify({ name, sections, footer, authors }));
    const options = ["--source", home, "--destination", join(home, "public"), "--cacheDir", join(home, "cache"), "--minify"];
    execFileSync(HUGO, ["build", "--quiet", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    remove();
    const said = [error.stdout, error.stderr].map(String).join("").trim();
    throw new Error(`Hugo did not build ${basename(dirname(path))}/${basename(path)}: ${said || error.message}`, { cause: error });
  }
  return { folder: join(home, "public"), remove };
}
