// What runs in a page to measure a tap. It is there before anything of the page itself.

/**
 * Puts `stopwatch` into the window. After `start()`, `turned` promises the milliseconds from the next click to the frame
 * that shows another headline in the same document. `loaded()` promises those from the click in the document before to
 * this one's first contentful paint.
 */
export function installStopwatch() {
  // From this opacity on a page that fades in counts as shown.
  const VISIBLE = 0.1;
  const headline = () => document.querySelector("main h1");
  const isFade = ({ effect }) => effect?.pseudoElement?.startsWith("::view-transition-new");

  // Runs in the callbacks of each frame from the change on: whether that frame shows the headline.
  const watch = (now, fadeBegan, resolve) => {
    const { top, bottom } = now.getBoundingClientRect();
    const fade = document.getAnimations().find(isFade);
    const opacity = fade && Number(getComputedStyle(document.documentElement, fade.effect.pseudoElement).opacity);
    // A transition without a fade has still to begin it, or has ended it.
    const stands = fade ? opacity >= VISIBLE : fadeBegan || document.activeViewTransition == null;
    if (stands && bottom > 0 && top < innerHeight) {
      // A task after a frame's callbacks runs when the frame has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    } else {
      requestAnimationFrame(() => watch(now, fadeBegan || Boolean(fade), resolve));
    }
  };

  const turn = (resolve) => {
    const before = headline();
    const clicked = ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        const now = headline();
        if (!now || now === before) return;
        observer.disconnect();
        requestAnimationFrame(() => watch(now, false, () => resolve(performance.now() - timeStamp)));
      });
      observer.observe(document.querySelector("main"), { childList: true, subtree: true });
    };
    addEventListener("click", clicked, { capture: true, once: true });
  };

  const tapped = Number(sessionStorage.getItem("tapped"));
  addEventListener("click", ({ timeStamp }) => sessionStorage.setItem("tapped", performance.timeOrigin + timeStamp), true);
  const load = (resolve) => {
    const painted = (list) => {
      const [first] = list.getEntriesByName("first-contentful-paint");
      if (first) resolve(performance.timeOrigin + first.startTime - tapped);
    };
    new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
  };

  window.stopwatch = {
    start() {
      this.turned = new Promise(turn);
    },
    loaded: () => new Promise(load),
  };
}
