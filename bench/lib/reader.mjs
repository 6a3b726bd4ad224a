// A reader with a phone: a tab in which links are found and tapped, with or without the app.
import { once } from "node:events";
import { emulatePhone, slowed } from "./phone.mjs";
import { shuffled } from "./random.mjs";
import { installStopwatch } from "./stopwatch.mjs";
import { Traffic } from "./traffic.mjs";

/** Milliseconds that anything may take before it counts as broken. */
const PATIENCE = 30_000;
/** Milliseconds without network traffic until a page counts as loaded: longer than a picture waits for its turn. */
const QUIET = 300;

/** The paths of the visible links in the page; runs in the page. */
function visibleLinks() {
  const links = [...document.querySelectorAll("main a[href], .section-nav a[href]")];
  const seen = links.filter((link) => link.origin === location.origin && !link.hash && link.checkVisibility());
  return [...new Set(seen.map((link) => link.pathname))].filter((path) => path !== location.pathname);
}

/** Scrolls a link to `path` to the middle of the window and returns where it can be tapped; runs in the page. */
function bringUp(path) {
  for (const link of document.querySelectorAll("main a[href], .section-nav a[href]")) {
    if (link.pathname !== path || link.hash || !link.checkVisibility()) continue;
    link.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const [{ left, top, width, height }] = link.getClientRects();
    const spot = { x: left + width / 2, y: top + height / 2 };
    if (document.elementFromPoint(spot.x, spot.y)?.closest("a") !== link) continue;
    window.aimed = link;
    return spot;
  }
  return null;
}

export class Reader {
  /** The documents that this tab's app has fetched, as the paths of their pages. */
  known = new Set();

  constructor(tab, origin, traffic) {
    this.tab = tab;
    this.origin = origin;
    this.traffic = traffic;
  }

  /** A reader of `origin` in a browser context of its own; without the app if its files are `blocked`. */
  static async start(browser, origin, blocked = []) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE);
    await emulatePhone(tab);
    await tab.evaluateOnNewDocument(installStopwatch);
    const session = await tab.createCDPSession();
    const reader = new Reader(tab, origin, await Traffic.of(session));
    await session.send("Network.setBlockedURLs", { urls: blocked });
    tab.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith("/index.json")) reader.known.add(pathname.slice(0, -"index.json".length));
    });
    return reader;
  }

  get path() {
    return new URL(this.tab.url()).pathname;
  }

  /** Loads `path` as a page. If `app`, waits for hydration; the app has no other documents yet. */
  async open(path, app) {
    await this.tab.bringToFront();
    await this.tab.goto(this.origin + path, { waitUntil: "load" });
    if (app) await this.tab.waitForSelector("html.app");
    this.known = new Set([path]);
  }

  /** A random tappable link to one of `paths`: its `path` and its position, `x` and `y`; null if there is none. */
  async choose(paths, chance) {
    const links = await this.tab.evaluate(visibleLinks);
    for (const path of shuffled(links.filter((path) => paths.has(path) && !this.known.has(path)), chance)) {
      const spot = await this.approach(path);
      if (spot) return { path, ...spot };
    }
    return null;
  }

  /** Scrolls to a link and waits until the page is at rest, as a reader looks before tapping. */
  async approach(path) {
    await this.tab.bringToFront();
    if (!(await this.tab.evaluate(bringUp, path))) return null;
    await this.traffic.end(QUIET, PATIENCE);
    await this.rest();
    // Content that loaded meanwhile may have moved it.
    return this.tab.evaluate(bringUp, path);
  }

  /** Waits until the last transition is over and the main thread is idle. */
  async rest() {
    await this.tab.evaluate(async () => {
      await document.activeViewTransition?.finished;
      // After a touch, Chromium may hold back idle callbacks as long as nothing is drawn.
      const options = { timeout: 500 };
      for (let times = 0; times < 2; times += 1) await new Promise((idle) => requestIdleCallback(idle, options));
    });
  }

  /** Has the app prefetch the document behind a chosen link, by focusing the link. */
  async prefetch({ path }) {
    const come = this.tab.waitForResponse((response) => new URL(response.url()).pathname === `${path}index.json`);
    await this.tab.evaluate(() => window.aimed.focus({ preventScroll: true }));
    await (await come).text();
    await this.rest();
  }

  /** Taps a link in the app. Returns the milliseconds until the new headline is painted. */
  async turn({ x, y }) {
    await this.tab.evaluate(() => window.stopwatch.start());
    return slowed(this.tab, async () => {
      await this.tab.touchscreen.tap(x, y);
      return this.tab.evaluate(() => window.stopwatch.turned);
    });
  }

  /** Taps a link that loads a page. Returns the milliseconds until its first contentful paint. */
  async load({ x, y }) {
    // puppeteer's own waiting loses track of a page that the browser has prefetched.
    const arrived = once(this.tab, "load", { signal: AbortSignal.timeout(PATIENCE) });
    return slowed(this.tab, async () => {
      await this.tab.touchscreen.tap(x, y);
      await arrived;
      return this.tab.evaluate(() => window.stopwatch.loaded());
    });
  }
}
