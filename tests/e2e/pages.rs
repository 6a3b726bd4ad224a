//! Every kind of page loads without console messages and without a request for JSON.

use crate::browser::{Browser, Device};
use crate::paper::{NOWHERE, Paper};
use crate::server::{Outcome, Server};

async fn every_kind_of_page_loads_quietly(device: Device) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    for (kind, path) in paper.kinds() {
        server.forget();
        browser.open(&server, &path).await;
        let view = browser.view().await;
        assert_eq!(view.headlines.len(), 1, "{kind} has one headline: {view:?}");
        assert!(view.title.ends_with(&paper.site.name) || view.title.starts_with(&paper.site.name), "{view:?}");

        let console = browser.console().await;
        let missing = path == NOWHERE;
        let unexpected: Vec<_> =
            console.iter().filter(|entry| !(missing && entry.message.contains("status of 404"))).collect();
        assert!(unexpected.is_empty(), "the console on {kind}: {unexpected:#?}");

        let asked = server.asked();
        let json: Vec<_> = asked.iter().filter(|asked| asked.is_for_a_document()).collect();
        assert!(json.is_empty(), "{kind} requested JSON: {json:#?}");
        assert!(asked.iter().any(|asked| asked.path().ends_with(".wasm")) || kind != "the front page", "{asked:#?}");
        for asked in asked {
            let expected = if asked.path() == NOWHERE { 404 } else { 200 };
            assert!(
                matches!(asked.outcome, Outcome::Answered(status) if status == expected) || !settled(&asked.outcome),
                "{kind}: {asked:?}"
            );
        }
    }
}

/// A picture that is still loading when the test moves on is not a failure.
fn settled(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::UnderWay | Outcome::GivenUp)
}

#[tokio::test]
async fn every_kind_of_page_loads_quietly_on_a_phone() {
    every_kind_of_page_loads_quietly(Device::Phone).await;
}

#[tokio::test]
async fn every_kind_of_page_loads_quietly_on_a_desktop() {
    every_kind_of_page_loads_quietly(Device::Desktop).await;
}

#[tokio::test]
async fn a_missing_page_says_so_and_links_to_the_front_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, NOWHERE).await;
    browser.mark().await;
    assert_eq!(browser.view().await.headlines, ["Page not found"]);
    assert_eq!(browser.view().await.canonical, None, "a missing page has no canonical address");
    browser.press(".missing a[href='/']").await;
    crate::arrival::arrived_at_top(&browser, &paper, "/").await;
}
