// Command-line options, `--name value`, each with a default.
import { parseArgs } from "node:util";

/** The values of the options in `defaults`. If a default is a number, the value must be a whole number above 0. */
export function options(defaults) {
  const names = Object.keys(defaults);
  const known = Object.fromEntries(names.map((name) => [name, { type: "string", default: String(defaults[name]) }]));
  const { values } = parseArgs({ options: known });
  for (const name of names.filter((name) => typeof defaults[name] === "number")) {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0, not ${values[name]}.`);
    values[name] = number;
  }
  return { ...values };
}
