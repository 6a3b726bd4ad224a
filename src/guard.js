// Watches over the app from outside it. Press puts this into the app's script, which the loader imports.
//
// When the program traps, or an exception passes through it and leaves it half-way, it must hear of nothing more: what needs the
// app is hidden, links load pages again, and a page that it was turning to is loaded. See docs/adr/0019-the-app-holds-no-element.md.
{
  const root = document.documentElement;
  const here = () => location.pathname + location.search;
  let stopped = false;
  let shown;

  const stop = (error) => {
    stopped = true;
    shown = here();
    root.classList.remove("app", "controls");
    console.error("The app has stopped. From here on links load pages.", error);
    const turning = root.dataset.turning;
    if (turning === undefined) return;
    if (turning.split("#")[0] === shown) location.reload();
    else location.assign(location.origin + turning);
  };

  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => {
      const error = event.error ?? event.reason;
      if (!(error instanceof WebAssembly.RuntimeError) && !/\.wasm|wasm-function/.test(error?.stack)) return;
      // Said once, by us.
      event.preventDefault();
      if (!stopped) stop(error);
    });
  }

  for (const kind of ["click", "change", "input", "keydown", "submit"]) {
    addEventListener(kind, (event) => stopped && event.stopImmediatePropagation(), true);
  }

  // What the app has added to the history would change the address and nothing else.
  addEventListener("popstate", (event) => {
    if (!stopped) return;
    event.stopImmediatePropagation();
    if (here() !== shown) location.reload();
  });
}
