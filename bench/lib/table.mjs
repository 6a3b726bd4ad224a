// Prints rows under a head, numbers to the right.

/** `head` and each of `rows` are lists of as many texts or numbers; the last column is text. */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    const cells = line.map((cell, column) => (column < line.length - 1 ? cell.padStart(widths[column]) : cell));
    console.log(`  ${cells.join("  ")}`);
  }
}
