//! How much a page has jumped, and when it is painted; for the tests that nothing does.

use crate::browser::Browser;

/// Adds up how much the page has jumped; what has jumped is kept for the report.
pub const METER: &str = "window.jumps = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
    jumps.push({ value: entry.value, of: entry.sources.map(source => source.node?.outerHTML?.slice(0, 120) ?? String(source.node?.nodeName)) })))
    .observe({ type: 'layout-shift', buffered: true });";

/// Waits until the page has been drawn.
pub const FRAMES: &str = "new Promise(done => { let left = 6; const next = () => left-- ? requestAnimationFrame(next) : done(true); next(); })";

/// How much the page has jumped.
pub async fn sum(browser: &Browser) -> f64 {
    browser.eval("jumps.reduce((sum, jump) => sum + jump.value, 0)").await
}

/// While a page loads, nothing can be asked of it: it tells the server.
pub const TELL_WHEN_PAINTED: &str = "new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
    .forEach(() => fetch('/painted'))).observe({ type: 'paint', buffered: true });";
