// Prints a table with a header row and right-aligned columns.

/** `head` and each of `rows` are lists of strings or numbers of the same length; the last column is left-aligned. */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    const cells = line.map((cell, column) => (column < line.length - 1 ? cell.padStart(widths[column]) : cell));
    console.log(`  ${cells.join("  ")}`);
  }
}
