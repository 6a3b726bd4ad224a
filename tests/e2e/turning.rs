//! How one page turns into the next in the app: at once, what is seen first, and with motion only where it is welcome.

use serde_json::json;

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::Server;

const TWO_FRAMES: &str =
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))";

/// Where everything in the window stands, with what it is.
const STANDING: &str = "JSON.stringify([...document.querySelectorAll('main *')]
    .map(e => [e.getBoundingClientRect(), e])
    .filter(([box]) => box.height > 0 && box.bottom > 0 && box.top < innerHeight)
    .map(([box, e]) => [e.nodeName, e.className, box.left, box.top, box.width, Math.min(box.bottom, innerHeight)]))";

/// What lies below the window is laid out only when the reader sees the page.
#[tokio::test]
async fn what_is_seen_comes_first_and_the_rest_after_it() {
    // The class goes a moment after the frame. However busy the machine is, the test looks in between: until it has, the page's
    // timers wait.
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
        browser.run(&format!("document.querySelector('.footer').insertAdjacentHTML('beforeend', '<a id=way href={path}>Way</a>'), document.querySelector('#way').click()")).await;
        arrived_at_top(&browser, &paper, &path).await;
        browser.until("nothing waits any more", "!document.querySelector('main').matches('.turning')").await;
        let related = "document.querySelector('.related a').checkVisibility({ contentVisibilityAuto: true })";
        assert!(browser.eval::<bool>(related).await, "the rest is there");
        let seen: Vec<(bool, String, bool)> = browser.eval("states").await;
        assert_eq!(seen, [(true, story.headline.clone(), false)], "{device:?}: in the first frame");
    }
}

/// When the rest is laid out, nothing in the window moves.
#[tokio::test]
async fn what_is_seen_first_stays_where_it_is() {
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

/// Who goes back comes to a page that is whole: its height is that from which the place was taken.
#[tokio::test]
async fn a_reader_who_goes_back_waits_for_the_whole_page() {
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
    browser.until("a link hurries", "classes.join() === 'turning,'").await;
    browser.run("classes.length = 0").await;
    browser.back().await;
    crate::arrival::arrived(&browser, &paper, "/").await;
    browser.eval::<bool>(TWO_FRAMES).await;
    assert_eq!(browser.eval::<Vec<String>>("classes").await, [""; 0], "Back does not");
}

#[tokio::test]
async fn a_page_turns_by_a_view_transition_where_motion_is_welcome_and_no_finger_waits() {
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
async fn without_view_transitions_pages_turn_all_the_same() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.before_each_page("delete Document.prototype.startViewTransition").await;
    browser.open(&server, "/").await;
    browser.press(".footer a[href='/about/']").await;
    browser.until("the page turns", "document.querySelector('.about') !== null").await;
}
