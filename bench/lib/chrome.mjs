// One Chromium for all of a program: Lighthouse takes its port, puppeteer its browser.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Launcher, launch, puppeteer } from "./tools.mjs";

// As scripts/test-tools looks for it.
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

// As readers have it, a document does not share the renderer's frame with the one before it. The launcher turns that off, and
// then Chromium 156 often shows a page a second after painting it: it throttles a frame that its window does not draw yet.
const FLAGS = Launcher.defaultFlags().map((flag) => flag.replace(",RenderDocument", ""));

/** A headless Chromium: `port` of its DevTools, `browser` for puppeteer, `close`. */
export async function openChrome() {
  const chrome = await launch({
    chromePath: find(),
    ignoreDefaultFlags: true,
    // The sandbox does not work for root, as which builds often run.
    chromeFlags: [...FLAGS, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
  // What waits for it would wait for ever, and a program in which nothing else is under way ends as if all were well.
  const lost = () => {
    console.error("Chromium has ended before its work was done. Run this again, and look whether memory is short.");
    process.exit(1);
  };
  browser.on("disconnected", lost);
  const close = async () => {
    browser.off("disconnected", lost);
    await browser.disconnect();
    await chrome.kill();
  };
  // Chromium runs in a group of its own and would outlive a build that is given up. The launcher itself sees to Ctrl-C.
  process.once("SIGTERM", async () => {
    await chrome.kill();
    process.exit(143);
  });
  return { port: chrome.port, browser, close };
}
