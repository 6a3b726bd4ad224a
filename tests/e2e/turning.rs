//! How the app turns from one page to the next: at once, what is in view first, and with motion only where wanted.

use serde_json::json;

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::Server;

const TWO_FRAMES: &str =
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))";

/// All elements in the window with their positions.
const STANDING: &str = "JSON.stringify([...document.querySelectorAll('main *')]
    .map(e => [e.getBoundingClientRect(), e])
    .filter(([box]) => box.height > 0 && box.bottom > 0 && box.top < innerHeight)
    .map(([box, e]) => [e.nodeName, e.className, box.left, box.top, box.width, Math.min(box.bottom, innerHeight)]))";

/// What is below the window is laid out only after the page has been shown.
#[tokio::test]
async fn what_is_in_view_is_drawn_first_and_the_rest_after_it() {
    // A timer removes the class a moment after the frame. The test must look in between, however busy the machine is,
    // so it holds the page's timers until it has.
    let watch = "window.states = []; let looking = false;
    const later = setTimeout.bind(window);
    window.setTimeout = (work, time) => later(function held() { looking ? later(held, 5) : work(); }, time);
    addEventListener('DOMContentLoaded', () => {
        const main = document.querySelector('main');
        const state = () => [main.classList.contains('turning'), document.querySelector('h1').textContent,
            document.querySelector('.related a').checkVisibility({ contentVisibilityAuto: true })];
        new MutationObserver(changes => {
            if (changes.some(change => change.type === 'childList')) {
                looking = true;
                requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => { states.push(state()); looking = false; }; port2.postMessage(0); });
            }
        }).observe(main, { childList: true });
    });";
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.before_each_page(watch).await;
        let story = paper.long_story();
        let path = story.route().path();
        browser.open(&server, "/about/").await;
        browser.mark().await;
        browser.run(&format!("document.querySelector('.footer').insertAdjacentHTML('beforeend', html('<a id=way href={path}>Way</a>')), document.querySelector('#way').click()")).await;
        arrived_at_top(&browser, &paper, &path).await;
        browser.until("the rest is laid out", "!document.querySelector('main').matches('.turning')").await;
        let related = "document.querySelector('.related a').checkVisibility({ contentVisibilityAuto: true })";
        assert!(browser.eval::<bool>(related).await, "the rest is visible");
        let seen: Vec<(bool, String, bool)> = browser.eval("states").await;
        assert_eq!(seen, [(true, story.headline.clone(), false)], "{device:?}: only what is in view is drawn first");
    }
}

/// Nothing in the window moves when the rest is laid out.
#[tokio::test]
async fn laying_out_the_rest_moves_nothing_in_view() {
    for (device, width, height) in
        [(Device::Phone, 360, 740), (Device::Desktop, 768, 1024), (Device::Desktop, 1440, 2400)]
    {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.resize(width, height).await;
        for (kind, path) in paper.kinds() {
            browser.open(&server, &path).await;
            browser.run("document.querySelector('main').classList.add('turning')").await;
            browser.eval::<bool>(TWO_FRAMES).await;
            let first: String = browser.eval(STANDING).await;
            browser.run("document.querySelector('main').classList.remove('turning')").await;
            browser.eval::<bool>(TWO_FRAMES).await;
            let then: String = browser.eval(STANDING).await;
            assert!(first.len() > 100, "{kind} shows something");
            assert_eq!(first, then, "{kind} in a window of {width} × {height}");
        }
    }
}

/// Back shows the whole page at once: its height must be the one for which the scroll position was stored.
#[tokio::test]
async fn back_lays_out_the_whole_page_at_once() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let watch = "window.classes = []; addEventListener('DOMContentLoaded', () => {
        const main = document.querySelector('main');
        new MutationObserver(() => classes.push(main.className)).observe(main, { attributeFilter: ['class'] });
    });";
    browser.before_each_page(watch).await;
    browser.open(&server, "/").await;
    browser.mark().await;
    browser.press(".footer a[href='/about/']").await;
    arrived_at_top(&browser, &paper, "/about/").await;
    browser.until("a link lays out the rest later", "classes.join() === 'turning,'").await;
    browser.run("classes.length = 0").await;
    browser.back().await;
    crate::arrival::arrived(&browser, &paper, "/").await;
    browser.eval::<bool>(TWO_FRAMES).await;
    assert_eq!(browser.eval::<Vec<String>>("classes").await, [""; 0], "Back does not");
}

#[tokio::test]
async fn view_transitions_run_only_on_a_desktop_and_without_reduced_motion() {
    let watch = "window.turns = 0; const start = Document.prototype.startViewTransition;
        Document.prototype.startViewTransition = function (change) { turns += 1; return start.call(this, change); };";
    let expected = [
        (Device::Desktop, "no-preference", 1),
        (Device::Desktop, "reduce", 0),
        (Device::Phone, "no-preference", 0),
        (Device::Phone, "reduce", 0),
    ];
    for (device, motion, turns) in expected {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.before_each_page(watch).await;
        let feature = json!({ "features": [{ "name": "prefers-reduced-motion", "value": motion }] });
        browser.devtools("Emulation.setEmulatedMedia", feature).await;
        browser.open(&server, "/").await;
        browser.press(".footer a[href='/about/']").await;
        browser.until("the page turns", "location.pathname === '/about/' && document.querySelector('.about')").await;
        browser.until("the headline has focus", "document.activeElement === document.querySelector('h1')").await;
        assert_eq!(browser.eval::<u32>("turns").await, turns, "{device:?}, {motion}");
        assert_eq!(browser.eval::<f64>("scrollY").await, 0.0);
    }
}

#[tokio::test]
async fn pages_turn_without_view_transitions() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.before_each_page("delete Document.prototype.startViewTransition").await;
    browser.open(&server, "/").await;
    browser.press(".footer a[href='/about/']").await;
    browser.until("the page turns", "document.querySelector('.about') !== null").await;
}
