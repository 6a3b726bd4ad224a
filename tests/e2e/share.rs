//! The share panel: what the networks, the clipboard and the device's share sheet receive.

use std::collections::HashMap;

use serde_json::json;

use crate::browser::{Browser, Device, UNTRUSTED};
use crate::paper::Paper;
use crate::server::Server;

/// The share links as their receivers parse them: name, host, query parameters.
const RECEIVED: &str = "Object.fromEntries([...document.querySelectorAll('.share-list a')].map(a => {
    const url = new URL(a.href);
    return [a.textContent, { host: url.host || url.protocol, fields: Object.fromEntries(url.searchParams), href: a.href }];
}))";

#[derive(Debug, serde::Deserialize)]
struct Received {
    host: String,
    fields: HashMap<String, String>,
    href: String,
}

const COPY: &str = ".share-row [data-copy]";

#[tokio::test]
async fn every_network_gets_the_canonical_address_and_the_headline() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let ukrainian = paper.story("in Ukrainian", |article| article.language.is_some());
    let tricky =
        paper.stories().max_by_key(|article| article.headline.chars().filter(|c| !c.is_alphanumeric()).count());
    for story in [paper.reference(), ukrainian, tricky.expect("a story")] {
        let path = story.route().path();
        browser.open(&server, &path).await;
        let received: HashMap<String, Received> = browser.eval(RECEIVED).await;
        let address = format!("{}{path}", paper.site.address);
        let headline = story.headline.clone();
        let email = if story.language.is_some() { "Ел. пошта" } else { "E-mail" };
        let both = format!("{headline} {address}");
        let expected = [
            ("Facebook", "www.facebook.com", vec![("u", &address)]),
            ("X", "x.com", vec![("url", &address), ("text", &headline)]),
            ("Telegram", "t.me", vec![("url", &address), ("text", &headline)]),
            ("WhatsApp", "wa.me", vec![("text", &both)]),
            ("LinkedIn", "www.linkedin.com", vec![("url", &address)]),
            ("Bluesky", "bsky.app", vec![("text", &both)]),
            (email, "mailto:", vec![("subject", &headline), ("body", &both)]),
        ];
        assert_eq!(received.len(), paper.site.share.len(), "a link for each network of site.toml: {received:#?}");
        for (name, host, fields) in &expected {
            let link = received.get(*name).unwrap_or_else(|| panic!("no link to {name}: {received:#?}"));
            assert_eq!(link.host, *host);
            let fields: HashMap<String, String> = fields.iter().map(|(k, v)| ((*k).into(), (*v).clone())).collect();
            assert_eq!(link.fields, fields, "what {name} receives");
            // Mail programs take a plus sign literally.
            assert!(!link.href.contains('+'), "{}", link.href);
        }
        assert_eq!(received.len(), expected.len());
    }
}

#[tokio::test]
async fn copy_link_puts_the_canonical_address_on_the_clipboard_and_says_so() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let path = paper.reference().route().path();
    let permissions =
        json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": server.origin() });
    browser.devtools("Browser.grantPermissions", permissions).await;
    browser.open(&server, &path).await;
    // In some versions of Chromium no window has the focus, without which a page may not use the clipboard. Opening
    // another tab simulates that.
    browser.devtools("Target.createTarget", json!({ "url": "about:blank" })).await;
    browser.eval::<Option<()>>("navigator.clipboard.writeText('something else')").await;
    let label = "getComputedStyle(document.querySelector('[data-copy]'), '::after').content";
    assert_eq!(browser.eval::<String>(label).await, "\"Copy link\"");
    browser.press(COPY).await;
    let spoken = "document.querySelector('.share [role=status]').textContent === 'Link copied'";
    browser.until("the copy is confirmed", spoken).await;
    let clipboard: String = browser.eval("navigator.clipboard.readText()").await;
    assert_eq!(clipboard, format!("{}{path}", paper.site.address));
    assert!(browser.eval::<bool>("document.querySelector('.share-address') === null").await);
}

/// Checks that the address is offered in a field, selected, and that this is announced.
async fn is_offered_by_hand(browser: &Browser, address: &str) {
    let spoken = "document.querySelector('.share [role=status]').textContent === 'Copy the selected address'";
    browser.until("it is announced", spoken).await;
    let selected = "(field => field.checkVisibility() && document.activeElement === field
        && field.value.slice(field.selectionStart, field.selectionEnd))(document.querySelector('.share-address'))";
    assert_eq!(browser.eval::<String>(selected).await, address);
}

#[tokio::test]
async fn without_permission_for_the_clipboard_the_address_is_offered_selected() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let path = paper.reference().route().path();
    let denied = json!({ "permission": { "name": "clipboard-write" }, "setting": "denied", "origin": server.origin() });
    browser.devtools("Browser.setPermission", denied).await;
    browser.open(&server, &path).await;
    browser.press(COPY).await;
    is_offered_by_hand(&browser, &format!("{}{path}", paper.site.address)).await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}

#[tokio::test]
async fn over_plain_http_the_address_is_offered_selected() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let path = paper.reference().route().path();
    browser.load(&format!("http://{UNTRUSTED}:{}{path}", server.port())).await;
    browser.taken_over().await;
    assert!(!browser.eval::<bool>("isSecureContext").await, "the test needs an origin that is not trusted");
    browser.press(COPY).await;
    is_offered_by_hand(&browser, &format!("{}{path}", paper.site.address)).await;
}

#[tokio::test]
async fn the_devices_own_share_sheet_gets_headline_and_canonical_address() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let path = paper.reference().route().path();
    let absent = "[...document.querySelectorAll('.share.beside button')].filter(b => b.checkVisibility()).map(b => b.dataset.label)";
    browser.open(&server, &path).await;
    assert_eq!(
        browser.eval::<Vec<String>>(absent).await,
        ["Copy link"],
        "without a share sheet there is no button for it"
    );

    browser.before_each_page("window.shared = []; navigator.share = async data => { shared.push(data); };").await;
    browser.open(&server, &path).await;
    browser.until("the button is shown", &format!("{absent}.length === 2")).await;
    browser.press(".share-row [data-share]").await;
    browser.until("the sheet opens", "shared.length === 1").await;
    let shared: serde_json::Value = browser.eval("({ title: shared[0].title, url: shared[0].url })").await;
    let address = format!("{}{path}", paper.site.address);
    assert_eq!(shared, json!({ "title": paper.reference().headline, "url": address }));

    // Closing the sheet again is not an error.
    let refuse = "navigator.share = async () => { shared.push(0); throw new DOMException('', 'AbortError'); }";
    browser.run(refuse).await;
    browser.press(".share-row [data-share]").await;
    browser.until("the sheet opens again", "shared.length === 2").await;
    assert_eq!(browser.text(".share-status").await.trim(), "");
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}
