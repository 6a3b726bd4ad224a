//! Automated checks of the Web Content Accessibility Guidelines 2.2, levels A and AA, and of best practices: axe-core
//! on every kind of page, in every theme, on a phone and on a desktop. `scripts/test-tools` installs it.

use std::fs;
use std::path::Path;

use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::Server;

/// Each theme as attributes of the root element.
const THEMES: [(&str, &str); 5] = [
    ("light", "{ theme: 'light' }"),
    ("dark", "{ theme: 'dark' }"),
    ("sepia", "{ theme: 'sepia' }"),
    ("high contrast", "{ theme: 'light', contrast: 'more' }"),
    ("dark high contrast", "{ theme: 'dark', contrast: 'more' }"),
];

/// Everything that axe can judge of the page, in the theme that is set: rule, problem, element.
const EVERYTHING: &str = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// Only what depends on colours. It is all that can differ between themes, as long as they have the same [`LAYOUT`].
const COLOURS: &str = "runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// Place, size, visibility and weight of every element.
const LAYOUT: &str = "[...document.querySelectorAll('body *')].map(element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { display, visibility, fontWeight } = getComputedStyle(element);
    return [element.nodeName, x, y, width, height, display, visibility, fontWeight].join(' ');
})";

async fn set_theme(browser: &Browser, theme: &str) {
    let root = "document.documentElement";
    browser.run(&format!("delete {root}.dataset.theme, delete {root}.dataset.contrast")).await;
    browser.run(&format!("Object.assign({root}.dataset, {theme})")).await;
}

/// The violations of `rules` in `part`, an expression for a document or an element.
async fn violations(browser: &Browser, part: &str, rules: &str) -> Vec<String> {
    let find = "axe.run(PART, { RULES, resultTypes: ['violations'] }).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.failureSummary} at ${node.target}`)))";
    browser.eval(&find.replace("PART", part).replace("RULES", rules)).await
}

/// The violations in the whole document; in themes that differ only in colours, those in `part` of it.
async fn violations_in_every_theme(browser: &Browser, part: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut layout = None;
    for (name, theme) in THEMES {
        set_theme(browser, theme).await;
        let here: Vec<String> = browser.eval(LAYOUT).await;
        let (part, rules) = if layout.as_ref() == Some(&here) { (part, COLOURS) } else { ("document", EVERYTHING) };
        layout.get_or_insert(here);
        found.extend(violations(browser, part, rules).await.iter().map(|wrong| format!("{name}: {wrong}")));
    }
    found
}

async fn bring_axe(browser: &Browser) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools/axe-core/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path).expect("axe-core: scripts/test-tools installs it");
    browser.driver.execute(axe, Vec::new()).await.expect("axe runs");
}

async fn every_kind_of_page(device: Device) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    let mut found = Vec::new();
    let ukrainian = paper.story("in Ukrainian", |article| article.language.is_some()).route().path();
    for (kind, path) in paper.kinds().into_iter().chain([("a story in Ukrainian", ukrainian)]) {
        browser.open(&server, &path).await;
        bring_axe(&browser).await;
        let wrong = violations_in_every_theme(&browser, "document").await;
        found.extend(wrong.iter().map(|wrong| format!("{kind}, {wrong}")));
        browser.run("document.getElementById('reading').showPopover()").await;
        let wrong = violations_in_every_theme(&browser, "document.getElementById('reading')").await;
        found.extend(wrong.iter().map(|wrong| format!("{kind}, panel open, {wrong}")));
    }
    assert!(found.is_empty(), "{device:?}: {found:#?}");
}

#[tokio::test]
async fn every_kind_of_page_in_every_theme_on_a_phone() {
    every_kind_of_page(Device::Phone).await;
}

#[tokio::test]
async fn every_kind_of_page_in_every_theme_on_a_desktop() {
    every_kind_of_page(Device::Desktop).await;
}

#[tokio::test]
async fn the_open_help_in_every_theme() {
    for device in Device::BOTH {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.open(&server, "/").await;
        bring_axe(&browser).await;
        browser.run("document.getElementById('help').showModal()").await;
        let wrong = violations_in_every_theme(&browser, "document").await;
        assert!(wrong.is_empty(), "{device:?}: {wrong:#?}");
    }
}

#[tokio::test]
async fn axe_finds_a_deliberate_violation_in_every_theme() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/about/").await;
    bring_axe(&browser).await;
    browser.run("document.querySelector('h1').style.color = 'color-mix(in srgb, var(--paper), var(--ink) 10%)'").await;
    let wrong = violations_in_every_theme(&browser, "document").await;
    for (name, _) in THEMES {
        assert!(wrong.iter().any(|wrong| wrong.starts_with(&format!("{name}: color-contrast"))), "{name}: {wrong:?}");
    }
}
