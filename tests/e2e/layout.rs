//! Nothing overflows the page, whatever a story contains, and every id is unique.

use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::Server;
use crate::stress::Stress;

/// Checks that the page is no wider than a window of this width; `kind` describes it.
async fn does_not_scroll_sideways(browser: &Browser, kind: &str, width: u32) {
    browser.resize(width, 800).await;
    browser
        .until(
            "the window has its size",
            &format!("innerWidth === {width} || document.documentElement.scrollWidth > {width}"),
        )
        .await;
    let (wide, room): (f64, f64) =
        browser.eval("[document.documentElement.scrollWidth, document.documentElement.clientWidth]").await;
    let culprits = "[...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .filter(e => !e.closest('.carousel-row, .section-nav ul, .table')).slice(0, 5).map(e => e.outerHTML.slice(0, 160))";
    let culprits: Vec<String> = browser.eval(culprits).await;
    assert!(wide <= room, "{kind} is {wide} wide in a window of {room}: {culprits:#?}");
    // A desktop's scroll bar takes up space.
    assert!((f64::from(width) - room) <= 15.0, "{kind} was laid out for {width}, not {room}");
}

async fn no_kind_of_page_scrolls_sideways(device: Device, widths: [u32; 4]) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        for width in widths {
            does_not_scroll_sideways(&browser, kind, width).await;
        }
    }
}

#[tokio::test]
async fn no_kind_of_page_scrolls_sideways_on_a_phone() {
    no_kind_of_page_scrolls_sideways(Device::Phone, [320, 360, 412, 768]).await;
}

#[tokio::test]
async fn no_kind_of_page_scrolls_sideways_on_a_desktop() {
    no_kind_of_page_scrolls_sideways(Device::Desktop, [320, 768, 1024, 1440]).await;
}

/// A story from right to left begins at the right, on its page and on its card, and words of the interface in it are in
/// their order.
async fn right_to_left_begins_at_the_right(browser: &Browser, server: &Server) {
    let at_the_right = |selector: &str| {
        format!(
            "(() => {{ const line = document.querySelector({}); const words = document.createRange();
                words.selectNodeContents(line); const last = words.getClientRects()[0];
                return getComputedStyle(line).direction === 'rtl' && line.getBoundingClientRect().right - last.right < 2; }})()",
            crate::browser::quoted(selector)
        )
    };
    browser.resize(360, 800).await;
    browser.load(&format!("{}/sea/from-right-to-left/", server.origin())).await;
    for line in ["h1", ".prose > p:not(.beside)", ".prose h2", ".prose li", ".prose blockquote p"] {
        assert!(browser.eval::<bool>(&at_the_right(line)).await, "{line}");
    }
    let read = "document.querySelector('.dateline span:last-child')";
    browser.until("the whole style is there", &format!("getComputedStyle({read}).unicodeBidi === 'plaintext'")).await;
    browser.load(&format!("{}/sea/", server.origin())).await;
    browser.until("the section is there", "document.querySelector('.card[lang=he]')").await;
    assert!(browser.eval::<bool>(&at_the_right(".card[lang=he] .card-headline")).await, "the headline of the card");
}

/// Every page of a newspaper full of long words, code, tables and wide pictures.
async fn no_page_of_the_stress_site_scrolls_sideways(stress: Stress) {
    let (server, browser) = (Server::of(stress.press()), Browser::without_scripts(Device::Phone).await);
    let paths = stress.paths();
    assert!(paths.len() > 40, "{paths:?}");
    for path in paths {
        browser.load(&format!("{}{path}", server.origin())).await;
        for width in [320, 360, 768, 1440] {
            does_not_scroll_sideways(&browser, &path, width).await;
        }
    }
    right_to_left_begins_at_the_right(&browser, &server).await;
}

#[tokio::test]
async fn no_page_of_the_stress_site_scrolls_sideways_in_english() {
    no_page_of_the_stress_site_scrolls_sideways(Stress::ENGLISH).await;
}

#[tokio::test]
async fn no_page_of_the_stress_site_scrolls_sideways_in_ukrainian() {
    no_page_of_the_stress_site_scrolls_sideways(Stress::UKRAINIAN).await;
}

#[tokio::test]
async fn every_id_is_unique_on_its_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        let twice =
            "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)";
        let twice: Vec<String> = browser.eval(twice).await;
        assert!(twice.is_empty(), "{kind}: {twice:?}");
        let ids: usize = browser.eval("document.querySelectorAll('[id]').length").await;
        assert!(ids >= 2, "{kind} has ids");
        let empty =
            "[...document.querySelectorAll('aside, section, nav, figure, ul, ol')].filter(e => !e.textContent.trim())
            .map(e => e.outerHTML)";
        let empty: Vec<String> = browser.eval(empty).await;
        assert!(empty.is_empty(), "{kind} has empty parts: {empty:?}");
        // Every id that an attribute refers to exists.
        let dangling = "[...document.querySelectorAll('[aria-labelledby]')].map(e => e.getAttribute('aria-labelledby'))
            .filter(id => !document.getElementById(id))";
        let dangling: Vec<String> = browser.eval(dangling).await;
        assert!(dangling.is_empty(), "{kind}: {dangling:?}");
    }
}
