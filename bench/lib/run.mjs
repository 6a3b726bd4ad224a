// Runs a program that judges: says what missed its budget, and what went wrong, in a line each.

/** Runs `work`, which gives a list of what missed, in words. The process fails if there is anything in it. */
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
