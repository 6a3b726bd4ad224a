//! Measures layout shifts and the first paint, for the tests that nothing moves.

use crate::browser::Browser;

/// Records the layout shifts of the page and the elements that have moved.
pub const METER: &str = "window.jumps = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
    jumps.push({ value: entry.value, of: entry.sources.map(source => source.node?.outerHTML?.slice(0, 120) ?? String(source.node?.nodeName)) })))
    .observe({ type: 'layout-shift', buffered: true });";

/// Waits for some frames, so that the page has been drawn.
pub const FRAMES: &str = "new Promise(done => { let left = 6; const next = () => left-- ? requestAnimationFrame(next) : done(true); next(); })";

/// The sum of the page's layout shifts.
pub async fn sum(browser: &Browser) -> f64 {
    browser.eval("jumps.reduce((sum, jump) => sum + jump.value, 0)").await
}

/// While a page is loading, WebDriver cannot query it, so the page reports its first paint to the server.
pub const TELL_WHEN_PAINTED: &str = "new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
    .forEach(() => fetch('/painted'))).observe({ type: 'paint', buffered: true });";
