// Watches whether a tab is waiting for the network. puppeteer's own count never reaches zero after the browser has
// prefetched a page.
import { setTimeout } from "node:timers/promises";

const STEP = 25;

export class Traffic {
  #waiting = new Set();
  #changed = performance.now();

  /** The traffic of the tab with this DevTools session. */
  static async of(session) {
    const traffic = new Traffic();
    const ended = ({ requestId }) => traffic.#note(() => traffic.#waiting.delete(requestId));
    session.on("Network.requestWillBeSent", ({ requestId, type }) => {
      // Whatever opens a page waits for its document anyway.
      if (type !== "Document") traffic.#note(() => traffic.#waiting.add(requestId));
    });
    session.on("Network.loadingFinished", ended);
    session.on("Network.loadingFailed", ended);
    session.on("Page.frameNavigated", () => traffic.#note(() => traffic.#waiting.clear()));
    await session.send("Page.enable");
    await session.send("Network.enable");
    return traffic;
  }

  #note(change) {
    change();
    this.#changed = performance.now();
  }

  /** Waits until the network has been idle for `quiet` milliseconds. */
  async end(quiet, patience) {
    const start = performance.now();
    while (this.#waiting.size || performance.now() - this.#changed < quiet) {
      if (performance.now() - start > patience) throw new Error("the network did not become idle.");
      await setTimeout(STEP);
    }
  }
}
