// Applies a reader's settings before the first paint, and tells the style whether the device has a share sheet, so that
// nothing changes afterwards. Press minifies this script and puts it into the head of every page. docs/walkthroughs.md,
// "What belongs to one reader", explains what is stored.
try {
  const root = document.documentElement;
  // The device has a share sheet.
  if (navigator.share) root.classList.add("sheet");
  // The fonts of an earlier visit, as a style element.
  document.head.insertAdjacentHTML("beforeend", localStorage.fonts || "");
  // The settings are stored as `theme=dark;size=5;colour=#161615`.
  for (const setting of localStorage.getItem("reading").split(";")) {
    const [name, value] = setting.split("=");
    if (name == "colour") {
      // The colour of the browser's own frame. The first element of this name wins.
      const meta = document.createElement("meta");
      meta.name = "theme-color";
      meta.content = value;
      document.head.prepend(meta);
    } else if (name) root.dataset[name] = value;
  }
} catch {
  // Nothing is stored, or the browser refuses its storage: the page has its usual look.
}
