// What a program cannot do, however a page is written. Each limit says for which stories; the check fails when one of them is
// right after all, so that this list stays true. docs/readers.md tells them with their numbers.

/** `of` says of a story whether it is meant. */
export const LIMITS = [];
