// Watches the app from outside. Press puts this into the app's script, which the loader imports.
//
// If the program traps, or an exception passes through it and leaves its state inconsistent, it must not receive
// any more events: the controls that need the app are hidden, links load pages again, and a page that the app was
// navigating to is loaded. See docs/adr/0019-the-app-holds-no-element.md.
{
  const root = document.documentElement;
  const here = () => location.pathname + location.search;
  let stopped = false;
  let shown;

  const stop = (error) => {
    stopped = true;
    shown = here();
    root.classList.remove("app", "controls");
    console.error("The app has stopped. From now on, links load full pages.", error);
    const turning = root.dataset.turning;
    if (turning === undefined) return;
    if (turning.split("#")[0] === shown) location.reload();
    else location.assign(location.origin + turning);
  };

  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => {
      const error = event.error ?? event.reason;
      if (!(error instanceof WebAssembly.RuntimeError) && !/\.wasm|wasm-function/.test(error?.stack)) return;
      // Reported once, by `stop`.
      event.preventDefault();
      if (!stopped) stop(error);
    });
  }

  for (const kind of ["click", "change", "input", "keydown", "submit"]) {
    addEventListener(kind, (event) => stopped && event.stopImmediatePropagation(), true);
  }

  // Entries that the app has added to the history would change only the address.
  addEventListener("popstate", (event) => {
    if (!stopped) return;
    event.stopImmediatePropagation();
    if (here() !== shown) location.reload();
  });
}
