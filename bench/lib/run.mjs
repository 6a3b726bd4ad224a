// Runs a program that checks budgets, and prints a line for each missed budget and for an error.

/** Runs `work`, which returns a list of missed budgets, in words. The process fails if the list is not empty. */
export async function run(name, work) {
  try {
    const missed = await work();
    for (const what of missed) console.error(`${name}: missed: ${what}`);
    if (missed.length) process.exitCode = 1;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
