// Statistics of repeated measurements.

/** The value that `share` (0 to 1) of `values` do not exceed, by nearest rank, so always a measured one. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The median of `values`; with an even number, the lower of the middle two. */
export const median = (values) => percentile(values, 0.5);

/** The median of each property of `runs`, objects with the same properties, that is a number. */
export function medians(runs) {
  const names = Object.keys(runs[0]).filter((name) => typeof runs[0][name] === "number");
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}
