//! From the front page to a section, a story, another story, an author and back, by pointer and by keyboard.

use journal::model::Document;

use crate::arrival::{arrived_at_top, arrived_where_left};
use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Asked, Server};

#[derive(Clone, Copy, PartialEq)]
enum Hand {
    Pointer,
    Keyboard,
}

/// Follows a link. Returns the scroll position of the page at that time.
async fn follow(browser: &Browser, hand: Hand, selector: &str) -> f64 {
    match hand {
        Hand::Pointer => browser.press(selector).await,
        Hand::Keyboard => {
            let y = browser.tab_to(selector).await;
            browser.key(Key::ENTER).await;
            y
        }
    }
}

async fn journey(device: Device, hand: Hand) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    let section = &paper.largest_section().section;
    let section_path = format!("/{section}/");
    let Document::Section(listing) = paper.document(&section_path) else { panic!("{section} is not a section") };
    // The last story of the list: the page must be scrolled to reach it.
    let first = listing.listing.teasers.last().expect("a story").route().path();
    let second = paper.story_at(&first).related.first().expect("a related story").route().path();
    let author = paper.story_at(&second).authors.first().expect("an author");
    let author = format!("/author/{}/", author.slug);

    browser.open(&server, "/").await;
    browser.mark().await;
    follow(&browser, hand, &format!(".section-nav a[href='{section_path}']")).await;
    arrived_at_top(&browser, &paper, &section_path).await;
    let in_section = follow(&browser, hand, &format!("main .card-headline a[href='{first}']")).await;
    arrived_at_top(&browser, &paper, &first).await;
    let in_first = follow(&browser, hand, &format!(".related .card-headline a[href='{second}']")).await;
    arrived_at_top(&browser, &paper, &second).await;
    has_its_text(&browser, &paper, &second).await;
    let in_second = follow(&browser, hand, &format!(".byline a[href='{author}']")).await;
    arrived_at_top(&browser, &paper, &author).await;
    assert!(in_section > 0.0 && in_first > 0.0 && in_second > 0.0, "the journey scrolls");

    let pages = server.asked().iter().filter(|asked| asked.purpose == "document").count();
    assert_eq!(pages, 1, "only the first page was loaded: {:#?}", server.asked());
    let documents = server.asked().iter().filter(|asked| asked.path().ends_with("/index.json")).count();
    assert!(documents >= 4, "each move fetched its document");
    // Move the mouse aside: if it came to rest on a link of a new page, that would be prefetched.
    let aside = serde_json::json!({ "type": "mouseMoved", "x": 1, "y": 1 });
    if hand == Hand::Pointer && device == Device::Desktop {
        browser.devtools("Input.dispatchMouseEvent", aside).await;
    }
    server.forget();

    browser.back().await;
    arrived_where_left(&browser, &paper, &second, in_second).await;
    has_its_text(&browser, &paper, &second).await;
    browser.back().await;
    arrived_where_left(&browser, &paper, &first, in_first).await;
    has_its_text(&browser, &paper, &first).await;
    browser.back().await;
    arrived_where_left(&browser, &paper, &section_path, in_section).await;
    let fetched: Vec<_> = server.asked().into_iter().filter(Asked::is_for_a_document).collect();
    assert!(fetched.is_empty(), "the way back needs no network: {fetched:#?}");

    browser.forward().await;
    arrived_where_left(&browser, &paper, &first, in_first).await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}

async fn has_its_text(browser: &Browser, paper: &Paper, path: &str) {
    let body = crate::browser::quoted(&paper.story_at(path).body);
    let expected = format!("new DOMParser().parseFromString(html({body}), 'text/html').body.textContent");
    let shown = "(text => {
        text.querySelectorAll(':scope > .beside').forEach(part => part.remove());
        return text.textContent;
    })(document.querySelector('#text').cloneNode(true))";
    let same: bool = browser.eval(&format!("{shown} === {expected}")).await;
    assert!(same, "{path} does not show its text but {:?}", browser.eval::<String>(shown).await);
}

#[tokio::test]
async fn a_reader_gets_through_the_newspaper_and_back_with_a_finger() {
    journey(Device::Phone, Hand::Pointer).await;
}

#[tokio::test]
async fn a_reader_gets_through_the_newspaper_and_back_with_a_mouse() {
    journey(Device::Desktop, Hand::Pointer).await;
}

#[tokio::test]
async fn a_reader_gets_through_the_newspaper_and_back_with_a_phones_keyboard() {
    journey(Device::Phone, Hand::Keyboard).await;
}

#[tokio::test]
async fn a_reader_gets_through_the_newspaper_and_back_with_a_desktops_keyboard() {
    journey(Device::Desktop, Hand::Keyboard).await;
}

#[tokio::test]
async fn the_first_tab_stop_is_the_skip_link() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.key(Key::TAB).await;
    assert!(browser.eval::<bool>("document.activeElement.matches('.skip-link')").await);
    let seen = "(box => box.top >= 0 && box.height > 10)(document.activeElement.getBoundingClientRect())";
    assert!(browser.eval::<bool>(seen).await, "the skip link is visible while it has focus");
    browser.key(Key::ENTER).await;
    browser.until("the main part has focus", "document.activeElement === document.querySelector('#main')").await;
    browser.key(Key::TAB).await;
    let next: bool = browser.eval("document.querySelector('#main').contains(document.activeElement)").await;
    assert!(next, "the Tab key continues inside the main part");
}
