//! Top article: the row of cards, its buttons and keys.

use serde_json::json;

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::Server;

const PREVIOUS: &str = ".carousel-buttons button:first-child";
const NEXT: &str = ".carousel-buttons button:last-child";
const ROW: &str = "document.querySelector('.carousel-row')";

/// The indices of the cards that are fully visible.
const WHOLE: &str = "(row => { const room = row.getBoundingClientRect();
    return [...row.children].flatMap((card, number) => {
        const box = card.getBoundingClientRect();
        return box.left >= room.left - 1 && box.right <= room.right + 1 ? [number] : [];
    }); })(document.querySelector('.carousel-row'))";

async fn open(device: Device) -> (Server, Paper, Browser) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    browser.open(&server, &paper.reference().route().path()).await;
    browser.mark().await;
    (server, paper, browser)
}

/// Waits until the row has come to rest, and returns the indices of the visible cards.
async fn at_rest(browser: &Browser) -> Vec<usize> {
    let still = "new Promise(done => { const row = document.querySelector('.carousel-row'); let last = -1, same = 0;
        const look = () => { same = row.scrollLeft === last ? same + 1 : 0; last = row.scrollLeft;
            same > 8 ? done(true) : requestAnimationFrame(look); };
        look(); })";
    assert!(browser.eval::<bool>(still).await, "the row rests");
    browser.eval(WHOLE).await
}

/// The scroll position of the row, for [`moved`].
async fn place(browser: &Browser) -> f64 {
    browser.eval(&format!("{ROW}.scrollLeft")).await
}

/// Waits until the row has left its `place` and come to rest: on a busy machine it does not move for a while.
async fn moved(browser: &Browser, place: f64) {
    browser.until("the row moves", &format!("{ROW}.scrollLeft !== {place}")).await;
    at_rest(browser).await;
}

async fn is_disabled(browser: &Browser, button: &str) -> bool {
    browser.eval(&format!("document.querySelector('{button}').disabled")).await
}

#[tokio::test]
async fn it_shows_the_most_read_stories_with_whole_headlines_that_only_the_stylesheet_clamps() {
    let (_server, paper, browser) = open(Device::Phone).await;
    let story = paper.reference();
    let expected: Vec<&str> =
        paper.site.top_beside(&story.section, &story.slug).map(|teaser| teaser.headline.as_str()).collect();
    let shown: Vec<String> =
        browser.eval("[...document.querySelectorAll('.carousel-row .card-headline a')].map(a => a.textContent)").await;
    assert_eq!(shown, expected);
    assert_eq!(shown.len(), 6);
    let views: Vec<String> =
        browser.eval("[...document.querySelectorAll('.carousel-row .views')].map(v => v.textContent)").await;
    let numbers: Vec<u64> = views.iter().map(|views| number(views)).collect();
    assert_eq!(numbers.len(), shown.len(), "each card shows its views");
    assert!(numbers.is_sorted_by(|one, next| one >= next), "most read first: {numbers:?}");

    let lines = "[...document.querySelectorAll('.carousel-row .card-headline')].map(h => Math.round(h.clientHeight / parseFloat(getComputedStyle(h).lineHeight)))";
    let lines: Vec<u32> = browser.eval(lines).await;
    assert!(lines.iter().all(|lines| *lines <= 3), "no headline is higher than three lines: {lines:?}");
    let cut =
        "[...document.querySelectorAll('.carousel-row .card-headline')].some(h => h.scrollHeight > h.clientHeight + 4)";
    assert!(browser.eval::<bool>(cut).await, "a long headline is clamped");

    let named = "(region => region.tagName === 'SECTION' && document.getElementById(region.getAttribute('aria-labelledby')).textContent)
        (document.querySelector('.carousel'))";
    assert_eq!(browser.eval::<String>(named).await, "Top article", "it is a named region");
    assert_eq!(browser.eval::<String>(&format!("{ROW}.tagName")).await, "UL", "that holds a list");
}

fn number(views: &str) -> u64 {
    views.replace(" views", "").replace(" view", "").replace(',', "").parse().expect("a number")
}

async fn scrolls_there_and_back(device: Device) {
    let (_server, _paper, browser) = open(device).await;
    let first = at_rest(&browser).await;
    assert_eq!(first.first(), Some(&0), "the first card is visible: {first:?}");
    assert!(is_disabled(&browser, PREVIOUS).await && !is_disabled(&browser, NEXT).await);

    browser.press(NEXT).await;
    browser.until("the row moves", &format!("{ROW}.scrollLeft > 50")).await;
    let second = at_rest(&browser).await;
    assert!(second.first() > first.first() && second.last() > first.last(), "{first:?}, then {second:?}");
    assert!(!is_disabled(&browser, PREVIOUS).await);
    browser.press(PREVIOUS).await;
    browser.until("the row is at its start", &format!("{ROW}.scrollLeft <= 1")).await;
    assert_eq!(at_rest(&browser).await, first);
    browser.until("there is nothing before it", &format!("document.querySelector('{PREVIOUS}').disabled")).await;

    let count: usize = browser.eval(&format!("{ROW}.children.length")).await;
    for _ in 0..count {
        if is_disabled(&browser, NEXT).await {
            break;
        }
        let before = place(&browser).await;
        browser.press(NEXT).await;
        moved(&browser, before).await;
    }
    browser.until("there is nothing after the end", &format!("document.querySelector('{NEXT}').disabled")).await;
    assert_eq!(at_rest(&browser).await.last(), Some(&(count - 1)), "the last card is visible");
    assert!(!is_disabled(&browser, PREVIOUS).await);
}

#[tokio::test]
async fn next_and_previous_scroll_the_row_and_are_disabled_at_its_ends_on_a_phone() {
    scrolls_there_and_back(Device::Phone).await;
}

#[tokio::test]
async fn next_and_previous_scroll_the_row_and_are_disabled_at_its_ends_on_a_desktop() {
    scrolls_there_and_back(Device::Desktop).await;
}

#[tokio::test]
async fn a_button_that_becomes_disabled_passes_its_focus_to_the_other() {
    let (_server, _paper, browser) = open(Device::Desktop).await;
    browser.run(&format!("document.querySelector('{NEXT}').focus()")).await;
    for _ in 0..12 {
        if is_disabled(&browser, NEXT).await {
            break;
        }
        let before = place(&browser).await;
        browser.key(Key::ENTER).await;
        moved(&browser, before).await;
    }
    assert!(is_disabled(&browser, NEXT).await, "the row has an end");
    let focused = format!("document.activeElement === document.querySelector('{PREVIOUS}')");
    browser.until("the other button has focus", &focused).await;
}

#[tokio::test]
async fn the_arrow_keys_move_from_card_to_card() {
    let (_server, paper, browser) = open(Device::Desktop).await;
    let card = |number: usize| format!(".carousel-row li:nth-child({number}) .card-headline a");
    let focused = |number: usize| format!("document.activeElement.matches('{}')", card(number));
    browser.tab_to(&card(1)).await;
    for number in 2..=6 {
        browser.key(Key::RIGHT).await;
        assert!(browser.eval::<bool>(&focused(number)).await, "card {number} has focus");
    }
    // On a busy machine the row may seem at rest before it has begun to move.
    browser.until("the sixth card comes into view", &format!("({WHOLE}).includes(5)")).await;
    let seen = at_rest(&browser).await;
    assert!(seen.contains(&5), "the sixth card is in view: {seen:?}");
    browser.key(Key::LEFT).await;
    assert!(browser.eval::<bool>(&focused(5)).await, "card 5 has focus");
    let path: String = browser.eval("new URL(document.activeElement.href).pathname").await;
    browser.key(Key::ENTER).await;
    arrived_at_top(&browser, &paper, &path).await;
}

#[tokio::test]
async fn it_scrolls_smoothly_unless_the_reader_prefers_reduced_motion() {
    let (server, paper, browser) = open(Device::Desktop).await;
    // Records the positions that the row passes on its way.
    let count = format!(
        "(window.places = new Set(), {ROW}.addEventListener('scroll', () => places.add(Math.round({ROW}.scrollLeft))))"
    );
    browser.run(&count).await;
    let mut most = 0;
    // On a busy machine the browser may draw nothing between the beginning and the end of a scroll, but not every time.
    for button in [NEXT, PREVIOUS].into_iter().cycle().take(40) {
        browser.run("places.clear()").await;
        let before = place(&browser).await;
        browser.press(button).await;
        moved(&browser, before).await;
        most = browser.eval("places.size").await;
        if most > 1 {
            break;
        }
    }
    assert!(most > 1, "the row glides");

    let reduced = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    browser.devtools("Emulation.setEmulatedMedia", reduced).await;
    browser.open(&server, &paper.reference().route().path()).await;
    browser.run(&count).await;
    browser.press(NEXT).await;
    browser.until("the row moves", "places.size > 0").await;
    at_rest(&browser).await;
    assert_eq!(browser.eval::<usize>("places.size").await, 1, "the row jumps");
}

#[tokio::test]
async fn no_listener_is_left_behind() {
    let (_server, paper, browser) = open(Device::Desktop).await;
    let listeners = || async {
        let count =
            "Object.fromEntries(Object.entries(getEventListeners(window)).map(([name, all]) => [name, all.length]))";
        let question = json!({ "expression": count, "includeCommandLineAPI": true, "returnByValue": true });
        browser.devtools("Runtime.evaluate", question).await["result"]["value"].clone()
    };
    let before = listeners().await;
    assert_eq!(before["resize"], 1, "the carousel watches the window: {before}");
    let mut path = paper.reference().route().path();
    for _ in 0..3 {
        path = paper.story_at(&path).related.first().expect("a related story").route().path();
        browser.press(".related li:first-child .card-headline a").await;
        arrived_at_top(&browser, &paper, &path).await;
    }
    assert_eq!(listeners().await, before);
}
