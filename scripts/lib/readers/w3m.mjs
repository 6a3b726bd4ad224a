// w3m: a browser that shows only text, as many programs do that read aloud, index or preview pages.
import { spawnSync } from "node:child_process";
import { lines, parse } from "./text.mjs";

/** The text shown instead of an unknown number, in each language of the interface. */
const UNKNOWN = ["Views are not known yet", "Кількість переглядів поки невідома"];
/** A number repeated as the number of views: `668 668 views`, `12.4K 12,432 views`. */
const TWICE = /(?<![\d.,])(?:(\d[\d.,\s]*)\s+\1|\d+[.,]\d(?:K|M|\sтис\.|\sмлн)\s+\d[\d.,\s]*)\s(?:view|перегляд)/u;

const words = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The page as w3m shows it. */
function dump(html) {
  const options = ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "160"];
  const { stdout, stderr, status, error } = spawnSync("w3m", options, { input: html, encoding: "utf8" });
  if (error) throw new Error(`cannot start w3m (${error.message}). Run \`make test-tools\`.`);
  if (status !== 0) throw new Error(`w3m ended with ${status}: ${stderr}`);
  return stdout;
}

/** All words of a page, by text node; those of running text also by line, since mark-up may split a word there. */
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

/** Checks the page as w3m shows it. Returns for each field what is wrong, or null. */
export function w3m(html) {
  const page = parse(html);
  const shown = dump(html);
  const flat = shown.replace(/\s+/gu, " ");
  const known = wordsOf(page);
  // w3m itself adds the numbers of list items.
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
    "separate words": joined.length ? `words run together: ${joined.slice(0, 5).join(", ")}` : null,
    "numbers once": twice ? `shows "${twice}"` : null,
    "known numbers": unknown.length ? `says ${unknown.length} times that views are not known` : null,
    "working controls": dead.length ? `shows ${dead.slice(0, 5).join(", ")}` : null,
    "ends with the footer": after ? `shows "${after.slice(0, 100)}" after the footer` : null,
  };
}
