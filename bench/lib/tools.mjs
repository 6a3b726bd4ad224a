// The packages below .tools/bench, which bench/lib/install.sh puts there.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../.tools/bench/", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));

export const { default: lighthouse, defaultConfig } = await load("lighthouse");
export const { TraceProcessor } = await load("lighthouse/core/lib/tracehouse/trace-processor.js");
export const { Launcher, launch } = await load("chrome-launcher");
export const { default: puppeteer } = await load("puppeteer-core");
export const { default: sirv } = await load("sirv");
export const { default: compression } = await load("compression");
