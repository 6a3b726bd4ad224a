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

/// Sets a theme and returns axe's violations on the page: rule, problem, element.
const FIND: &str = "(() => {
    const root = document.documentElement;
    delete root.dataset.theme;
    delete root.dataset.contrast;
    Object.assign(root.dataset, THEME);
    return axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
    }).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${node.failureSummary} at ${node.target}`)));
})()";

async fn violations(browser: &Browser, theme: &str) -> Vec<String> {
    browser.eval(&FIND.replace("THEME", theme)).await
}

async fn bring_axe(browser: &Browser) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/axe-core/node_modules/axe-core/axe.min.js");
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
        for (name, theme) in THEMES {
            let wrong = violations(&browser, theme).await;
            found.extend(wrong.iter().map(|wrong| format!("{kind}, {name}: {wrong}")));
            browser.run("document.getElementById('reading').showPopover()").await;
            let wrong = violations(&browser, theme).await;
            found.extend(wrong.iter().map(|wrong| format!("{kind}, {name}, panel open: {wrong}")));
            browser.run("document.getElementById('reading').hidePopover()").await;
        }
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
        for (name, theme) in THEMES {
            let wrong = violations(&browser, theme).await;
            assert!(wrong.is_empty(), "{device:?}, {name}: {wrong:#?}");
        }
    }
}

#[tokio::test]
async fn axe_finds_a_deliberate_violation() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/about/").await;
    bring_axe(&browser).await;
    browser.run("document.querySelector('h1').style.color = '#fbf8f0'").await;
    let wrong = violations(&browser, THEMES[0].1).await;
    assert!(wrong.iter().any(|wrong| wrong.starts_with("color-contrast")), "{wrong:?}");
}
