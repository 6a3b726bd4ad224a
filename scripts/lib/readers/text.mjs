// Extracts text from HTML and compares texts by their letters and digits, since programs differ in whitespace and
// punctuation.
import { JSDOM, VirtualConsole } from "./tools.mjs";

/** Elements that begin and end a line in a browser. */
const LINES = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);
/** Elements whose text is not shown. */
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "TITLE", "HEAD"]);

/** Parses a page into a document. */
export function parse(html, url = "https://page.invalid/") {
  // jsdom's CSS parser is older than the pages' styles; this discards its complaints.
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** The text of an element, split into lines as on the page. */
export function lines(element) {
  const found = [""];
  const walk = (node) => {
    if (node.nodeType === 3) found[found.length - 1] += node.data;
    if (node.nodeType !== 1 || SILENT.has(node.tagName)) return;
    const ends = LINES.has(node.tagName);
    if (ends) found.push("");
    node.childNodes.forEach(walk);
    if (ends) found.push("");
  };
  walk(element);
  return found.map((line) => line.replace(/\s+/gu, " ").trim()).filter(Boolean);
}

/** The form in which texts are compared. */
export function letters(text) {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The texts in `wanted` that do not occur in `lines`. */
export function missing(wanted, lines) {
  const all = letters(lines.join(" "));
  return wanted.filter((text) => !all.includes(letters(text)));
}

/** The lines that do not occur in `own`, a list of texts. */
export function foreign(lines, own) {
  const all = own.map(letters).join("\n");
  return lines.filter((line) => letters(line) && !all.includes(letters(line)));
}
