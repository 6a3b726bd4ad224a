//! The app comes late, and nobody notices: nothing of it before the page is there, nothing lost that was done meanwhile.

use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, program};

/// What was asked for of the app.
fn of_the_app(server: &Server) -> Vec<String> {
    let asked = server.asked().into_iter().map(|asked| asked.address);
    asked.filter(|address| address.starts_with("/assets/app.")).collect()
}

#[tokio::test]
async fn nothing_of_the_app_is_asked_for_before_the_page_has_loaded() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    let watch = "addEventListener('load', () => { window.early = performance.getEntriesByType('resource')
        .filter(entry => entry.name.includes('/assets/app.') && /js$|wasm$/.test(entry.name)).length })";
    browser.before_each_page(watch).await;
    browser.open(&server, "/").await;
    assert_eq!(browser.eval::<u32>("window.early").await, 0);
    assert_eq!(of_the_app(&server).iter().filter(|address| address.ends_with(".wasm")).count(), 1);
}

#[tokio::test]
async fn who_saves_data_gets_the_app_by_using_a_control_and_not_before() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await;
    browser.load(&format!("{}/", server.origin())).await;
    let idle = "new Promise(done => requestIdleCallback(() => setTimeout(() => done(true), 300)))";
    assert!(browser.eval::<bool>(idle).await);
    browser.key(Key::TAB).await;
    browser.press(".footer-tagline").await;
    assert!(browser.eval::<bool>(idle).await);
    assert_eq!(of_the_app(&server), [] as [&str; 0]);

    browser.press(".card-lead .save").await;
    browser.hydrated().await;
    let saved = "document.querySelector('.card-lead .save').getAttribute('aria-pressed') === 'true'";
    browser.until("the story is saved", saved).await;
}

#[tokio::test]
async fn what_is_done_before_the_app_is_there_is_done() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        let program = program();
        server.treat(&program, Behaviour::Hold);
        browser.load(&format!("{}{}", server.origin(), paper.reference().route().path())).await;
        browser.press(".story-tools .save").await;
        browser.press("[data-turn='1']").await;
        browser.press("button[data-copy]").await;
        browser.press("[popovertarget=reading]:not(.panel-close)").await;
        browser.until("the panel opens", "document.getElementById('reading').matches(':popover-open')").await;
        browser.press("#reading input[name=theme][value=dark]").await;
        assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
        let asked = || server.asked_for(&program).iter().any(|asked| asked.outcome == Outcome::UnderWay);
        browser.wait("the app is asked for", asked).await;

        server.mend(&program);
        browser.hydrated().await;
        let done = [
            (
                "the story is saved",
                "document.querySelector('.story-tools .save').getAttribute('aria-pressed') === 'true'",
            ),
            ("Top article turns", "document.querySelector('.carousel-row').scrollLeft > 50"),
            ("the address is copied or offered", "document.querySelector('.share-status').textContent !== ''"),
            ("the theme is dark", "document.documentElement.dataset.theme === 'dark'"),
            ("the panel is still open", "document.getElementById('reading').matches(':popover-open')"),
        ];
        for (what, condition) in done {
            browser.until(what, condition).await;
        }
    }
}

#[tokio::test]
async fn a_key_pressed_before_the_app_is_there_does_what_it_does() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    let program = program();
    server.treat(&program, Behaviour::Hold);
    browser.load(&format!("{}/", server.origin())).await;
    browser.key(Key::QUESTION).await;
    server.mend(&program);
    browser.until("the help opens", "document.getElementById('help').open").await;
}

#[tokio::test]
async fn the_first_touch_brings_the_app_at_once() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.reference();
    // A picture that does not come keeps the page from having loaded. The driver waits for that; the page touches itself.
    let picture = story.picture.as_ref().expect("a picture").image.name.clone();
    let touch = "document.addEventListener('DOMContentLoaded',
        () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))";
    browser.before_each_page(touch).await;
    server.treat(&picture, Behaviour::Hold);
    let address = format!("{}{}", server.origin(), story.route().path());
    let meanwhile = async {
        browser.wait("the app is asked for", || !server.asked_for(&program()).is_empty()).await;
        assert!(
            server.asked_for(&picture).iter().all(|asked| asked.outcome == Outcome::UnderWay),
            "the page still loads"
        );
        server.mend(&picture);
    };
    tokio::join!(browser.load(&address), meanwhile);
    browser.hydrated().await;
}

#[tokio::test]
async fn a_browser_without_idle_callbacks_and_connection_gets_the_app() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    let older = "delete window.requestIdleCallback; delete Navigator.prototype.connection;";
    browser.before_each_page(older).await;
    browser.open(&server, "/").await;
    assert!(
        browser.eval::<bool>("window.requestIdleCallback === undefined && navigator.connection === undefined").await
    );
}

#[tokio::test]
async fn controls_go_where_the_app_does_not_come() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    server.treat(&program(), Behaviour::Drop);
    browser.load(&format!("{}/", server.origin())).await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("the controls go", unseen).await;
    browser.press(".card-lead .card-headline a").await;
    browser.until("links lead on all the same", "document.querySelector('article.story') !== null").await;
}
