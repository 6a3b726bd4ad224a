// How long a page keeps the main thread busy, by the clock of the processor: what other programs take of it does not count.
import { TraceProcessor } from "./tools.mjs";

// A task blocks from 50 ms on a phone, as in Lighthouse's total blocking time. Lighthouse takes the phone to be four
// times slower than the machine, which its documentation says of a benchmark index from 1500 (docs/throttling.md:
// "Calibrating the CPU slowdown"). On a slower machine it is the same phone.
const BLOCKS_FROM = 50;
const SLOWDOWN = 4;
const FULL_INDEX = 1500;

/** Milliseconds of CPU time of each main-thread task after the first contentful paint, in what Lighthouse recorded. */
export function tasksIn(trace) {
  const processed = TraceProcessor.processTrace(trace);
  const { timestamps } = TraceProcessor.processNavigation(processed);
  const isAfter = (event) => TraceProcessor.isScheduleableTask(event) && event.ts >= timestamps.firstContentfulPaint;
  const tasks = processed.mainThreadEvents.filter(isAfter);
  if (!tasks.some(({ tdur }) => tdur > 0)) throw new Error("this Chromium does not record the processor's time of a task");
  return tasks.map(({ tdur }) => (tdur ?? 0) / 1000);
}

/** How many times slower than a machine with this benchmark index of Lighthouse the phone is. */
export const slowdownOf = (index) => SLOWDOWN * Math.min(1, index / FULL_INDEX);

/** Milliseconds by which `tasks` exceed 50 each, on a phone slower by `slowdown`. */
export const blockedFor = (tasks, slowdown) =>
  tasks.reduce((sum, length) => sum + Math.max(0, length * slowdown - BLOCKS_FROM), 0);
