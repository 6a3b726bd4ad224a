// The only code that gives the browser HTML, or the address of a worker. The policy of the pages allows one Trusted Types
// policy, whose name is "press"; no other script can reach it. Press puts this into the app's script, whose program
// (src/browser/html.rs) calls the functions. See docs/adr/0027-a-strict-policy.md.
const trust = globalThis.trustedTypes?.createPolicy("press", {
  // The templates and the documents of this newspaper, which press has cleaned.
  createHTML: (html) => html,
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, location.origin);
    if (origin != location.origin || !pathname.endsWith("/search/worker.js")) throw new TypeError(address);
    return address;
  },
});

// `place` is that of insertAdjacentHTML, or empty for the element's content, or `self` for the element itself.
// oxlint-disable-next-line no-unused-vars
function putHtml(element, place, html) {
  const trusted = trust ? trust.createHTML(html) : html;
  if (place == "self") element.outerHTML = trusted;
  else if (place) element.insertAdjacentHTML(place, trusted);
  else element.innerHTML = trusted;
}

// oxlint-disable-next-line no-unused-vars
function startWorker(address) {
  return new Worker(trust ? trust.createScriptURL(address) : address, { type: "module" });
}
