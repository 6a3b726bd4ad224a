// How long a page keeps the main thread busy, by the clock of the processor: what other programs take of it does not count.
import { TraceProcessor } from "./tools.mjs";

// As Lighthouse has them for its total blocking time: its phone is four times slower, and a task blocks from 50 ms on.
const SLOWDOWN = 4;
const BLOCKS_FROM = 50;

/** Milliseconds of CPU time beyond 50 in the main thread's tasks after the first contentful paint, in what Lighthouse recorded. */
export function blockedFor(trace) {
  const processed = TraceProcessor.processTrace(trace);
  const { timestamps } = TraceProcessor.processNavigation(processed);
  const isAfter = (event) => TraceProcessor.isScheduleableTask(event) && event.ts >= timestamps.firstContentfulPaint;
  const tasks = processed.mainThreadEvents.filter(isAfter);
  if (!tasks.some(({ tdur }) => tdur > 0)) throw new Error("this Chromium does not record the processor's time of a task");
  const lengths = tasks.map(({ tdur }) => ((tdur ?? 0) / 1000) * SLOWDOWN);
  return lengths.reduce((sum, length) => sum + Math.max(0, length - BLOCKS_FROM), 0);
}
