// One Chromium for a whole program: Lighthouse uses its port, puppeteer its browser.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Launcher, launch, puppeteer } from "./tools.mjs";

// The names that scripts/test-tools looks for.
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function find() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
    }
  }
  throw new Error("there is no Chromium on PATH. Run `make test-tools`, or set CHROME_PATH.");
}

// By default each document gets a render frame of its own (RenderDocument). The launcher turns that off, and then
// Chromium 156 often shows a page a second after painting it: it throttles a frame that its window does not draw yet.
// Readers have the default, so keep it.
const FLAGS = Launcher.defaultFlags().map((flag) => flag.replace(",RenderDocument", ""));

/** Starts a headless Chromium. Returns the `port` of its DevTools, the `browser` for puppeteer, and `close`. */
export async function openChrome() {
  const chrome = await launch({
    chromePath: find(),
    ignoreDefaultFlags: true,
    // The sandbox does not work for root, and CI builds often run as root.
    chromeFlags: [...FLAGS, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
  // Promises that wait for a lost browser never settle, and Node then exits as if all were well once nothing else is
  // pending.
  const lost = () => {
    console.error("Chromium exited before its work was done. Run this again and check that there is enough memory.");
    process.exit(1);
  };
  browser.on("disconnected", lost);
  const close = async () => {
    browser.off("disconnected", lost);
    await browser.disconnect();
    await chrome.kill();
  };
  // Chromium runs in a process group of its own and would outlive an aborted build. The launcher itself handles Ctrl-C.
  process.once("SIGTERM", async () => {
    await chrome.kill();
    process.exit(143);
  });
  return { port: chrome.port, browser, close };
}
