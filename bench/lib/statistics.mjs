// What is made of many measurements.

/** The value that `share` (0 to 1) of `values` do not exceed: the nearest rank, so always one that was measured. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The middle of `values`. */
export const median = (values) => percentile(values, 0.5);

/** The median of each number of `runs`, which all have the same ones. */
export function medians(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}
