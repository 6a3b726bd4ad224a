//! A story's document is prefetched when a reader points at its link, and never fetched twice.

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server};

/// A reader on the front page; the path of a story there, the selector of its link, and the path of its document.
async fn scene(device: Device) -> (Server, Paper, Browser, [String; 3]) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    let path = "new URL(document.querySelector('.latest .card-headline a').href).pathname";
    let path: String = browser.eval(path).await;
    let (link, data) = (format!(".latest .card-headline a[href='{path}']"), format!("{path}index.json"));
    (server, paper, browser, [path, link, data])
}

async fn is_fetched_once(server: &Server, browser: &Browser, data: &str) {
    let once = || server.asked_for(data).iter().map(|asked| asked.outcome).eq([Outcome::Answered(200)]);
    browser.wait("the document is prefetched", once).await;
    assert_eq!(browser.eval::<String>("location.pathname").await, "/", "the reader has not moved yet");
}

#[tokio::test]
async fn a_mouse_that_rests_on_a_link_fetches_its_document_once() {
    let (server, paper, browser, [path, link, data]) = scene(Device::Desktop).await;
    browser.hover(&link).await;
    is_fetched_once(&server, &browser, &data).await;
    browser.hover(".masthead-tagline").await;
    browser.press(&link).await;
    arrived_at_top(&browser, &paper, &path).await;
    assert_eq!(server.asked_for(&data).len(), 1, "the click does not request it again");
}

#[tokio::test]
async fn keyboard_focus_fetches_the_document_once() {
    let (server, paper, browser, [path, link, data]) = scene(Device::Desktop).await;
    browser.tab_to(&link).await;
    is_fetched_once(&server, &browser, &data).await;
    browser.key(Key::ENTER).await;
    arrived_at_top(&browser, &paper, &path).await;
    assert_eq!(server.asked_for(&data).len(), 1, "the Enter key does not request it again");
}

#[tokio::test]
async fn a_finger_on_a_link_fetches_its_document_before_it_is_lifted() {
    let (server, paper, browser, [path, link, data]) = scene(Device::Phone).await;
    browser.touch(&link).await;
    is_fetched_once(&server, &browser, &data).await;
    browser.lift().await;
    arrived_at_top(&browser, &paper, &path).await;
    assert_eq!(server.asked_for(&data).len(), 1, "the tap does not request it again");
}

#[tokio::test]
async fn a_click_joins_the_pending_request() {
    let (server, paper, browser, [path, link, data]) = scene(Device::Desktop).await;
    server.treat(&data, Behaviour::Hold);
    browser.hover(&link).await;
    browser.wait("the document is requested", || server.asked_for(&data).len() == 1).await;
    browser.press(&link).await;
    browser
        .until("the page is busy", "document.querySelector('.progress').checkVisibility({ visibilityProperty: true })")
        .await;
    server.mend(&data);
    arrived_at_top(&browser, &paper, &path).await;
    assert_eq!(server.asked_for(&data).len(), 1, "the click does not request it again");
}

#[tokio::test]
async fn a_mouse_that_only_passes_fetches_nothing() {
    let (server, _paper, browser, [_, link, data]) = scene(Device::Desktop).await;
    // Over the link and off again at once.
    let pass = format!(
        "['mouseover', 'mouseout'].forEach(name => document.querySelector(\"{link}\")
            .dispatchEvent(new MouseEvent(name, {{ bubbles: true }})))"
    );
    browser.run(&pass).await;
    // By the time this link is fetched, on which the mouse rests, the first one would have been, too.
    browser.hover(".footer a[href='/about/']").await;
    browser.wait("the second link is fetched", || server.asked_for("/about/index.json").len() == 1).await;
    assert!(server.asked_for(&data).is_empty());
}

#[tokio::test]
async fn a_failed_prefetch_is_not_shown_and_a_click_tries_again() {
    let (server, paper, browser, [path, link, data]) = scene(Device::Desktop).await;
    server.treat(&data, Behaviour::Status(500));
    browser.hover(&link).await;
    browser
        .wait("the document is requested", || {
            server.asked_for(&data).iter().any(|asked| asked.outcome == Outcome::Answered(500))
        })
        .await;
    assert_eq!(browser.view().await.headlines, ["The Odessa Journal"]);
    server.mend(&data);
    browser.press(&link).await;
    arrived_at_top(&browser, &paper, &path).await;
}
