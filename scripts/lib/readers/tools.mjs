// The packages in .tools/readers, which scripts/readers installs there.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../../.tools/readers/", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const rules = (name) => load(`metascraper-${name}`).then((rule) => rule.default);

export const { JSDOM, VirtualConsole } = await load("jsdom");
export const { Readability, isProbablyReaderable } = (await load("@mozilla/readability")).default;
export const { default: metascraper } = await load("metascraper");
export const metascraperRules = {
  author: await rules("author"),
  date: await rules("date"),
  description: await rules("description"),
  image: await rules("image"),
  lang: await rules("lang"),
  publisher: await rules("publisher"),
  title: await rules("title"),
  url: await rules("url"),
};
