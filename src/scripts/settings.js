// Applies a reader's settings before the first paint, and tells the style whether the device has a share sheet, so that
// nothing changes afterwards. Press minifies this script and puts it into the head of every page. docs/walkthroughs.md,
// "What belongs to one reader", explains what is stored.
try {
  const { head, documentElement: root } = document;
  // The device has a share sheet.
  if (navigator.share) root.classList.add("sheet");
  // The names of the fonts that arrived too late on an earlier visit: `literata-latin.c43dc794043efc19`.
  for (const name of localStorage.fonts?.match(/^[\w. -]+$/) ? localStorage.fonts.split(" ") : []) {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.crossOrigin = "";
    link.href = "{base}assets/" + name + ".woff2";
    head.append(link);
  }
  // The settings are stored as `theme=dark;size=5;colour=#161615`.
  for (const setting of localStorage.reading.split(";")) {
    const [name, value] = setting.split("=");
    if (name == "colour") {
      // The colour of the browser's own frame. The first element of this name wins.
      const meta = document.createElement("meta");
      meta.name = "theme-color";
      meta.content = value;
      head.prepend(meta);
    } else if (/^(theme|contrast|size|width|spacing|shortcuts)$/.test(name)) root.dataset[name] = value;
  }
} catch {
  // Nothing is stored, or the browser refuses its storage: the page has its usual look.
}
