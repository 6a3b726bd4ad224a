// What is wrong with a field, in words; null where it is right.
import { foreign, missing } from "./text.mjs";
import { pictureOf } from "./truth.mjs";

const shown = (value) => {
  const text = value == null || value === "" ? "nothing" : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

/** `said` has to be `wanted`; where that is nothing, nothing may be said. */
export function same(said, wanted) {
  const right = (said || null) === (wanted || null);
  return right ? null : `it says ${shown(said)}, the story has ${shown(wanted)}`;
}

/** Lists, in order. */
export function sameList(said, wanted) {
  return same(said?.length ? JSON.stringify(said) : null, wanted.length ? JSON.stringify(wanted) : null);
}

/** Names in one text, between whatever a program puts there. */
export function names(said, wanted) {
  const right = [", ", "; ", " and "].some((between) => said === wanted.join(between));
  return right ? null : `it says ${shown(said)}, the story has ${shown(wanted.join(", "))}`;
}

/** The same moment, however it is written. */
export function moment(said, wanted) {
  const right = said && wanted ? Date.parse(said) === Date.parse(wanted) : (said || null) === (wanted || null);
  return right ? null : `it says ${shown(said)}, the story has ${shown(wanted)}`;
}

/** Every line of the story. */
export function whole(lines, story) {
  const lost = missing(story.text, lines);
  return lost.length ? `${lost.length} of ${story.text.length} lines are lost: ${shown(lost[0])}` : null;
}

/** Nothing that is not the story's own. */
export function nothingElse(lines, story) {
  const others = foreign(lines, story.own);
  return others.length ? `${others.length} lines are not the story's: ${others.slice(0, 3).map(shown).join(", ")}` : null;
}

/** The lead picture, in one of the two files that are named for it; none, or what stands for the newspaper, without one. */
export function leadPicture(said, story) {
  const { picture } = story;
  if (picture) return [picture.social, picture.largest].includes(said) ? null : same(said, picture.largest);
  return said && /\/assets\//u.test(said) ? same(said, null) : null;
}

/** All pictures of the story, and no others. */
export function pictures(addresses, story) {
  const shows = addresses.map(pictureOf);
  const lost = story.pictures.filter((name) => !shows.includes(name));
  const others = shows.filter((name) => !story.pictures.includes(name));
  if (lost.length) return `pictures are lost: ${shown(lost)}`;
  return others.length ? `pictures are not the story's: ${shown(others)}` : null;
}
