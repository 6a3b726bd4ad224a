// Compare a field with what it should be. Each function returns what is wrong, in words, or null.
import { foreign, missing } from "./text.mjs";
import { pictureOf } from "./truth.mjs";

const shown = (value) => {
  const text = value == null || value === "" ? "nothing" : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

/** `said` must equal `wanted`; if `wanted` is empty, `said` must be, too. */
export function same(said, wanted) {
  const right = (said || null) === (wanted || null);
  return right ? null : `found ${shown(said)}, expected ${shown(wanted)}`;
}

/** The same for lists, in order. */
export function sameList(said, wanted) {
  return same(said?.length ? JSON.stringify(said) : null, wanted.length ? JSON.stringify(wanted) : null);
}

/** Names in one text, with any of the separators that programs use. */
export function names(said, wanted) {
  const right = [", ", "; ", " and "].some((between) => said === wanted.join(between));
  return right ? null : `found ${shown(said)}, expected ${shown(wanted.join(", "))}`;
}

/** The same time, in any notation. */
export function moment(said, wanted) {
  const right = said && wanted ? Date.parse(said) === Date.parse(wanted) : (said || null) === (wanted || null);
  return right ? null : `found ${shown(said)}, expected ${shown(wanted)}`;
}

/** `lines` must include every line of the story. */
export function whole(lines, story) {
  const lost = missing(story.text, lines);
  return lost.length ? `${lost.length} of ${story.text.length} lines are missing: ${shown(lost[0])}` : null;
}

/** `lines` must include nothing but the story's own text. */
export function nothingElse(lines, story) {
  const others = foreign(lines, story.own);
  return others.length ? `${others.length} lines from elsewhere: ${others.slice(0, 3).map(shown).join(", ")}` : null;
}

/**
 * The lead picture, as either of the two files that the page names for it. For a story without one there must be no
 * picture, or the newspaper's logo.
 */
export function leadPicture(said, story) {
  const { picture } = story;
  if (picture) return [picture.social, picture.largest].includes(said) ? null : same(said, picture.largest);
  return said && /\/assets\//u.test(said) ? same(said, null) : null;
}

/** All pictures of the story and no others. */
export function pictures(addresses, story) {
  const shows = addresses.map(pictureOf);
  const lost = story.pictures.filter((name) => !shows.includes(name));
  const others = shows.filter((name) => !story.pictures.includes(name));
  if (lost.length) return `missing pictures: ${shown(lost)}`;
  return others.length ? `pictures from elsewhere: ${shown(others)}` : null;
}
