// Measures a tap from within the page; installed before any of the page's own scripts run.

/**
 * Adds `stopwatch` to the window. After `start()`, `turned` is a promise of the milliseconds from the next click to
 * the frame that shows another headline in the same document. `loaded()` returns a promise of the milliseconds from
 * the click in the previous document to this document's first contentful paint.
 */
export function installStopwatch() {
  // From this opacity on, a page that fades in counts as shown.
  const VISIBLE = 0.1;
  const headline = () => document.querySelector("main h1");
  const isFade = ({ effect }) => effect?.pseudoElement?.startsWith("::view-transition-new");

  // Runs in each animation frame after the change: checks whether this frame shows the headline.
  const watch = (now, fadeBegan, resolve) => {
    const { top, bottom } = now.getBoundingClientRect();
    const fade = document.getAnimations().find(isFade);
    const opacity = fade && Number(getComputedStyle(document.documentElement, fade.effect.pseudoElement).opacity);
    // In a transition without a fade, the fade has either not begun yet or already ended.
    const stands = fade ? opacity >= VISIBLE : fadeBegan || document.activeViewTransition == null;
    if (stands && bottom > 0 && top < innerHeight) {
      // A task queued in a frame's callbacks runs after the frame has been submitted.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", resolve);
      port1.start();
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
