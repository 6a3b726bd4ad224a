//! What Back, Forward and a reload restore, and what a new page must not inherit.

use crate::arrival::{arrived_at_top, arrived_where_left, is_at};
use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::Server;

#[tokio::test]
async fn back_to_the_first_story_shows_its_text_again() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.long_story();
    let path = story.route().path();
    let other = story.related.first().expect("a related story").route().path();
    browser.open(&server, &path).await;
    browser.mark().await;
    let text = browser.text("#text").await;
    assert!(text.len() > 2000, "the story has a long text");
    let left = browser.press(&format!(".related .card-headline a[href='{other}']")).await;
    arrived_at_top(&browser, &paper, &other).await;
    assert_ne!(browser.text("#text").await, text);
    browser.back().await;
    arrived_where_left(&browser, &paper, &path, left).await;
    assert_eq!(browser.text("#text").await, text);
    let asked = server.asked_for(&format!("{path}index.json"));
    assert!(asked.is_empty(), "the first story was still in memory: {asked:#?}");
}

#[tokio::test]
async fn a_reload_keeps_the_scroll_position() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let story = paper.long_story();
    let path = story.route().path();
    // Twice, so that the font is there from the start: if it first arrives with the reload, lines break elsewhere,
    // and the browser keeps the visible text in place rather than the number.
    browser.open(&server, "/").await;
    browser.open(&server, "/").await;
    browser.mark().await;
    // First a page that was loaded, then one reached inside the app.
    browser.run("scrollTo(0, 900)").await;
    is_at(&browser, 900.0).await;
    reload(&browser).await;
    is_at(&browser, 900.0).await;

    browser.mark().await;
    browser.run(&follow_hidden_link(&path)).await;
    arrived_at_top(&browser, &paper, &path).await;
    browser.run("scrollTo(0, 1234)").await;
    is_at(&browser, 1234.0).await;
    reload(&browser).await;
    is_at(&browser, 1234.0).await;
    assert_eq!(browser.view().await.headlines, [story.headline.as_str()]);

    // The positions from before the reload are restored.
    browser.mark().await;
    browser.back().await;
    arrived_where_left(&browser, &paper, "/", 900.0).await;
    browser.forward().await;
    arrived_where_left(&browser, &paper, &path, 1234.0).await;
}

async fn reload(browser: &Browser) {
    browser.driver.refresh().await.expect("a reload");
    browser.taken_over().await;
    assert!(!browser.view().await.marked, "a reload loads the page");
}

/// Follows a link to `path` without scrolling to it first. The link is added for the purpose.
fn follow_hidden_link(path: &str) -> String {
    format!(
        "(() => {{
            const link = document.createElement('a');
            link.href = {};
            document.querySelector('main').append(link);
            link.click();
            link.remove();
        }})()",
        quoted(path)
    )
}

#[tokio::test]
async fn a_story_after_a_story_starts_fresh() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.long_story();
    let path = story.route().path();
    let other = story.related.first().expect("a related story");
    browser.open(&server, &path).await;
    browser.mark().await;

    // Leave traces: the carousel scrolled, the share panel open.
    browser.devtools("Browser.setPermission", denied()).await;
    browser.press(".share-row [data-copy]").await;
    browser.until("the address is offered", "document.querySelector('.share-address') !== null").await;
    browser.press(".carousel-buttons button:last-child").await;
    browser.until("the row is scrolled", "document.querySelector('.carousel-row').scrollLeft > 100").await;

    browser.press(&format!(".related .card-headline a[href='{}']", other.route().path())).await;
    arrived_at_top(&browser, &paper, &other.route().path()).await;
    assert_eq!(browser.eval::<f64>("document.querySelector('.carousel-row').scrollLeft").await, 0.0);
    assert_eq!(browser.text(".share-status").await.trim(), "");
    assert!(browser.eval::<bool>("document.querySelector('.share-address') === null").await);
    assert!(browser.eval::<bool>("document.querySelector('.carousel-buttons button:first-child').disabled").await);
    let main = browser.text("main").await;
    let sentence: String = text_of(&story.body).chars().take(120).collect();
    assert!(sentence.len() > 60 && !main.contains(&sentence), "the text of the last story is still there");
    browser.press(".share-row [data-copy]").await;
    browser.until("the address is offered", "document.querySelector('.share-address') !== null").await;
    let address: String = browser.eval("document.querySelector('.share-address').value").await;
    assert!(address.ends_with(&other.route().path()), "the share panel is the new story's: {address}");
}

fn denied() -> serde_json::Value {
    serde_json::json!({ "permission": { "name": "clipboard-write" }, "setting": "denied" })
}

/// The text of HTML between its first two tags.
fn text_of(html: &str) -> String {
    let start = html.split_once('>').map_or(html, |(_, rest)| rest);
    start.split('<').next().unwrap_or_default().to_string()
}
