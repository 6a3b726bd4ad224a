// A browser that shows text alone, as many programs that read aloud, index or preview do: w3m.
import { spawnSync } from "node:child_process";
import { lines, parse } from "./text.mjs";

/** What is said where a number is not known, in the languages of the interface. */
const UNKNOWN = ["Views are not known yet", "Кількість переглядів поки невідома"];
/** A number, and then the same once more as the number of views: `668 668 views`, `12.4K 12,432 views`. */
const TWICE = /(?<![\d.,])(?:(\d[\d.,\s]*)\s+\1|\d+[.,]\d(?:K|M|\sтис\.|\sмлн)\s+\d[\d.,\s]*)\s(?:view|перегляд)/u;

const words = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The page as w3m shows it. */
function dump(html) {
  const options = ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "160"];
  const { stdout, stderr, status, error } = spawnSync("w3m", options, { input: html, encoding: "utf8" });
  if (error) throw new Error(`w3m does not start (${error.message}). Run \`make test-tools\`.`);
  if (status !== 0) throw new Error(`w3m ended with ${status}: ${stderr}`);
  return stdout;
}

/** The words of a page, each text of it by itself; inside running text, a word may be marked up in part. */
function wordsOf(page) {
  const known = new Set();
  const note = (text) => words(text).forEach((word) => known.add(word));
  const walker = page.createTreeWalker(page.body, 4);
  while (walker.nextNode()) note(walker.currentNode.data);
  for (const element of page.querySelectorAll("[alt], [value], [placeholder]")) {
    ["alt", "value", "placeholder"].forEach((name) => note(element.getAttribute(name) ?? ""));
  }
  page.querySelectorAll(".prose").forEach((prose) => lines(prose).forEach(note));
  return known;
}

/** What is wrong with the page as it is shown, field by field. */
export function w3m(html) {
  const page = parse(html);
  const shown = dump(html);
  const flat = shown.replace(/\s+/gu, " ");
  const known = wordsOf(page);
  // The numbers of lists are w3m's own.
  const joined = words(shown.replace(/^\s*\d+\. /gmu, "")).filter((word) => !known.has(word));
  const [twice] = TWICE.exec(flat) ?? [];
  const unknown = UNKNOWN.flatMap((text) => flat.split(text).slice(1));
  const dead = [...page.querySelectorAll("button, input, dialog, [popover]")]
    .filter((element) => !element.closest("form[action]"))
    .flatMap((element) => [element.getAttribute("value"), ...lines(element)])
    .filter((text) => text && flat.includes(text));
  const last = [...page.querySelectorAll("body footer")].flatMap(lines).at(-1);
  const after = flat.slice(flat.lastIndexOf(last) + last.length).trim();
  return {
    "words apart": joined.length ? `words run together: ${joined.slice(0, 5).join(", ")}` : null,
    "numbers once": twice ? `it says "${twice}"` : null,
    "what is known": unknown.length ? `it says ${unknown.length} times that views are not known` : null,
    "controls that work": dead.length ? `it shows ${dead.slice(0, 5).join(", ")}` : null,
    "ends with the footer": after ? `after the footer it shows "${after.slice(0, 100)}"` : null,
  };
}
