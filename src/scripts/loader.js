// Loads the app. Press minifies this script and puts it into the head of every page, with the names of the app's files for
// {base}, {js} and {wasm}, after that of the settings. A browser without WebAssembly gets no more than the plain page. docs/walkthroughs.md, "The app
// arrives", explains it.
if (typeof WebAssembly == "object") {
  const root = document.documentElement;
  const classes = root.classList;
  const kinds = ["click", "change", "keydown"];
  const waiting = [];
  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data:reduce)").matches;
  let app;
  const page = location.pathname + location.search;
  const lose = () => classes.remove("controls");

  const start = () => {
    if (app) return;
    app = Promise.all([import("{base}{js}"), fetch("{base}{wasm}")])
      .then(([it, wasm]) => it.default({ module_or_path: wasm }))
      .catch(lose);
    // What has not arrived by then will not arrive.
    setTimeout(() => classes.contains("app") || lose(), 6e4);
  };

  // Until the app is there, events of its controls wait for it.
  const keep = (event) => {
    if (event.type == "keydown" ? !saves : event.target.closest(".needs-app")) {
      event.stopImmediatePropagation();
      waiting.push(event);
      start();
    }
  };

  classes.add("controls");
  if (saves) classes.add("saves");
  kinds.forEach((kind) => addEventListener(kind, keep, true));

  // A history entry that the app added before a reload: without the app only the address would change.
  const back = () => location.pathname + location.search == page || location.reload();
  addEventListener("popstate", back);

  // The app sets a class when it has hydrated the page. It removes another one if it cannot, as does everything that gives
  // the app up.
  new MutationObserver((_, observer) => {
    const here = classes.contains("app");
    if (!here && classes.contains("controls")) return;
    observer.disconnect();
    kinds.forEach((kind) => removeEventListener(kind, keep, true));
    removeEventListener("pointerdown", start, true);
    if (!here) return;
    removeEventListener("popstate", back);
    waiting.forEach((event) => event.target.isConnected && event.target.dispatchEvent(new event.constructor(event.type, event)));
  }).observe(root, { attributeFilter: ["class"] });

  if (!saves) {
    addEventListener("pointerdown", start, { capture: true, passive: true });
    addEventListener("load", () => (self.requestIdleCallback ?? setTimeout)(start, { timeout: 2e3 }), { once: true });
  }
}
