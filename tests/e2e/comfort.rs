//! A page adapts to its reader: larger text, wider spacing, other colours, fingers instead of a pointer.

use serde_json::json;

use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::Server;

/// Elements that cut off their text and do not scroll.
const CUT_OFF: &str = "[...document.querySelectorAll('main *, footer *, .masthead *')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, .carousel-row, .section-nav, .share-list, .table, .tool-label, .skip-link, .breadcrumb, .choice-size'))
    .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 160))";

const STICKS_OUT: &str = "[...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter(e => !e.closest('.carousel-row, .section-nav ul, .table, .share-list')).slice(0, 5)
    .map(e => e.outerHTML.slice(0, 160))";

async fn fits(browser: &Browser, what: &str) {
    let (wide, room): (f64, f64) =
        browser.eval("[document.documentElement.scrollWidth, document.documentElement.clientWidth]").await;
    let culprits: Vec<String> = browser.eval(STICKS_OUT).await;
    assert!(wide <= room, "{what} is {wide} wide in a window of {room}: {culprits:#?}");
    let cut: Vec<String> = browser.eval(CUT_OFF).await;
    assert!(cut.is_empty(), "{what} cuts off {cut:#?}");
}

/// WCAG 1.4.12, with the values of the criterion.
#[tokio::test]
async fn wide_text_spacing_cuts_nothing_off() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        for (kind, path) in paper.kinds() {
            browser.open(&server, &path).await;
            browser
                .run(
                    "document.head.insertAdjacentHTML('beforeend', html('<style nonce=tests>* { line-height: 1.5 !important; \
                    letter-spacing: .12em !important; word-spacing: .16em !important } \
                    p { margin-bottom: 2em !important }</style>'))",
                )
                .await;
            fits(&browser, kind).await;
        }
    }
}

/// WCAG 1.4.10: 1280 by 1024 pixels at 400 percent are 320 by 256; with the largest text of the reading panel on top.
#[tokio::test]
async fn a_page_at_400_percent_and_in_the_largest_size_needs_no_horizontal_scrolling() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.resize(320, 256).await;
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        fits(&browser, kind).await;
        browser.run("document.documentElement.dataset.size = '5'").await;
        fits(&browser, kind).await;
        // The text can be read: the masthead does not keep the window filled.
        browser.run("scrollTo(0, 600)").await;
        browser.until("the masthead makes room", "document.querySelector('.masthead').getBoundingClientRect().bottom <= 0 || document.querySelector('.masthead').matches('.away')").await;
    }
}

#[tokio::test]
async fn in_forced_colours_icons_chosen_options_and_focus_are_visible() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let feature = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    browser.devtools("Emulation.setEmulatedMedia", feature).await;
    browser.open(&server, &paper.reference().route().path()).await;
    let colours = "(icon => [getComputedStyle(icon).backgroundColor, getComputedStyle(document.body).backgroundColor])
        (document.querySelector('.story-tools .icon'))";
    let (icon, paper): (String, String) = browser.eval(colours).await;
    assert_ne!(icon, paper, "the icon is visible");
    browser.tab_to(".story-tools .save").await;
    assert_ne!(browser.eval::<String>("getComputedStyle(document.activeElement).outlineStyle").await, "none");
    browser.run("document.getElementById('reading').showPopover()").await;
    let chosen = "[':checked', ':not(:checked)'].map(state =>
        getComputedStyle(document.querySelector(`#reading [name=theme]${state} + span`)).backgroundColor)";
    let (chosen, other): (String, String) = browser.eval(chosen).await;
    assert_ne!(chosen, other, "the chosen option looks different from the others");
}

/// 44 CSS pixels for stand-alone controls; links in a line of text are exempt (WCAG 2.5.5) and have 24 (2.5.8).
#[tokio::test]
async fn touch_targets_are_large_enough() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let large = ".masthead a:not(.masthead-name), .masthead button, .section-nav a, .save, .share-button,
        .pagination a, .carousel-buttons button, .button, .menu a, .menu-title, .strip-all, .archive-year a,
        .archive-month li a, .archive-beside a,
        .footer-links a, .panel button, .choice-option, .switch";
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        browser.run("document.querySelectorAll('details').forEach(details => { details.open = true })").await;
        browser.run("document.getElementById('reading').showPopover()").await;
        let small = format!(
            "[...document.querySelectorAll(`{large}`)].filter(e => e.checkVisibility({{ visibilityProperty: true }}))
            .map(e => [e, e.getBoundingClientRect()]).filter(([e, box]) => box.height < 43.5 || box.width < 43.5)
            .map(([e, box]) => `${{Math.round(box.width)}} x ${{Math.round(box.height)}}: ${{e.outerHTML.slice(0, 120)}}`)"
        );
        let small: Vec<String> = browser.eval(&small).await;
        assert!(small.is_empty(), "{kind}: {small:#?}");
        let tiny = "[...document.querySelectorAll('.kicker a, .meta a, .byline-more, .masthead-name')]
            .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 120))";
        let tiny: Vec<String> = browser.eval(tiny).await;
        assert!(tiny.is_empty(), "{kind}: {tiny:#?}");
    }
}

#[tokio::test]
async fn the_masthead_on_a_phone_stays_while_the_focus_is_in_it() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, &paper.long_story().route().path()).await;
    let bottom = "document.querySelector('.masthead').getBoundingClientRect().bottom";
    browser.tab_to(".saved-link").await;
    browser.run("scrollTo(0, 900)").await;
    browser.until("the masthead is to be hidden", "document.querySelector('.masthead.away') !== null").await;
    assert!(browser.eval::<f64>(bottom).await > 40.0, "it stays visible");
    browser.run("document.activeElement.blur()").await;
    browser.until("it is hidden when the focus has left", &format!("{bottom} <= 0")).await;
    // Back into it by keyboard: the focused element is visible.
    browser.key(Key::TAB).await;
    browser.until("it is visible", "document.activeElement.getBoundingClientRect().bottom > 0").await;
}

/// A story in Ukrainian in the English newspaper has an interface in its own language.
#[tokio::test]
async fn a_ukrainian_story_has_a_ukrainian_interface() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.story("in Ukrainian", |article| article.language.as_deref() == Some("uk"));
    browser.open(&server, "/").await;
    browser.open(&server, &story.route().path()).await;
    assert_eq!(browser.text(".share-title").await, "Поділитися матеріалом");
    let label = |of: &str| format!("getComputedStyle(document.querySelector('{of}'), '::after').content");
    assert_eq!(browser.eval::<String>(&label(".story-tools .save")).await, "\"Зберегти\"");
    assert_eq!(browser.eval::<String>(&label("button[data-copy]")).await, "\"Копіювати посилання\"");
    assert_eq!(browser.text(".skip-link").await, "Skip to content");
    let language = "document.querySelector('.share-title').closest('[lang]').lang";
    assert_eq!(browser.eval::<String>(language).await, "uk");
    assert_eq!(browser.eval::<String>("document.documentElement.lang").await, "uk", "the page is in its language");
    let around = "['.skip-link', '.masthead-name', '.footer', '#reading', '.kicker a']
        .map(part => document.querySelector(part).closest('[lang]').lang)";
    assert_eq!(browser.eval::<Vec<String>>(around).await, ["en"; 5], "and the newspaper around it in its own");
    let hyphens = "getComputedStyle(document.querySelector('#text > p:not(.beside)')).hyphens";
    assert_eq!(browser.eval::<String>(hyphens).await, "auto");
    browser.press("button[data-copy]").await;
    let spoken = "['Посилання скопійовано', 'Скопіюйте виділену адресу'].includes(document.querySelector('.share-status').textContent)";
    browser.until("it answers in Ukrainian", spoken).await;
}
