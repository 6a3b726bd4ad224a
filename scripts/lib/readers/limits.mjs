// What a program cannot do, however a page is written. The check fails when a story that is meant is right after all, so that this
// list stays true. docs/readers.md tells the limits with their numbers.

/** `of` says of a story whether it is meant. */
export const LIMITS = [
  {
    tool: "trafilatura",
    field: "text is whole",
    of: (story) => story.corrections.length > 0,
    why: "it leaves out what stands in <time>, as the date of a correction does",
  },
];
