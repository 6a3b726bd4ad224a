//! The app loads late, unnoticed: nothing of it is requested before the page has loaded, and no interaction is lost.

use journal::model::Image;

use crate::browser::{Browser, Device, IDLE};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Asked, Behaviour, Outcome, Server, program};

/// The app's files that were requested.
fn of_the_app(server: &Server) -> Vec<String> {
    let asked = server.asked().into_iter().map(|asked| asked.address);
    asked.filter(|address| address.starts_with("/assets/app.")).collect()
}

#[tokio::test]
async fn the_app_is_not_requested_before_the_page_has_loaded() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    let watch = "addEventListener('load', () => { window.early = performance.getEntriesByType('resource')
        .filter(entry => entry.name.includes('/assets/app.') && /js$|wasm$/.test(entry.name)).length })";
    browser.before_each_page(watch).await;
    browser.open(&server, "/").await;
    assert_eq!(browser.eval::<u32>("window.early").await, 0);
    assert_eq!(of_the_app(&server).iter().filter(|address| address.ends_with(".wasm")).count(), 1);
}

#[tokio::test]
async fn with_data_saving_the_app_loads_only_when_a_control_is_used() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await;
    browser.load(&format!("{}/", server.origin())).await;
    assert!(browser.eval::<bool>(IDLE).await);
    browser.key(Key::TAB).await;
    browser.press(".footer-tagline").await;
    assert!(browser.eval::<bool>(IDLE).await);
    assert_eq!(of_the_app(&server), [] as [&str; 0]);

    browser.hover(".latest .card-headline a").await;
    assert!(browser.eval::<bool>(IDLE).await);
    let pages = server.asked().into_iter().filter(|asked| asked.path().ends_with('/'));
    assert_eq!(pages.map(|asked| asked.address).collect::<Vec<_>>(), ["/"], "nothing is prefetched");

    browser.press(".card-lead .save").await;
    browser.taken_over().await;
    let saved = "document.querySelector('.card-lead .save').getAttribute('aria-pressed') === 'true'";
    browser.until("the story is saved", saved).await;

    // The app does not prefetch either, with a finger or the focus on a link.
    browser.run("scrollTo(0, 0)").await;
    browser.touch(".card-lead .card-headline a").await;
    browser.run("document.querySelector('.latest .card-headline a').focus()").await;
    assert!(browser.eval::<bool>(IDLE).await);
    let documents = server.asked().into_iter().filter(Asked::is_for_a_document);
    assert_eq!(documents.map(|asked| asked.address).collect::<Vec<_>>(), [] as [&str; 0]);
    browser.lift().await;
    browser.until("links work", "document.querySelector('article.story') !== null").await;
}

/// Until the app is there to prefetch documents, the browser may prefetch whole pages.
#[tokio::test]
async fn before_hydration_the_browser_may_prefetch_pages() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let program = program();
    server.treat(&program, Behaviour::Hold);
    let story = paper.reference().route().path();
    browser.load(&format!("{}{story}", server.origin())).await;
    browser.wait("the rules are requested", || !server.asked_for("/speculation-rules.json").is_empty()).await;
    let link = ".breadcrumb li:first-child a";
    browser.hover(link).await;
    let page = || server.asked_for("/").iter().map(|asked| asked.outcome).eq([Outcome::Answered(200)]);
    browser.wait("the page is prefetched", page).await;
    assert_eq!(browser.eval::<String>("location.pathname").await, story, "the reader has not moved yet");
    browser.press(link).await;
    browser.shows(&paper.site.name).await;
    assert_eq!(server.asked_for("/").len(), 1, "the prefetched page is used");

    // Then the app prefetches the document, and the browser no page.
    server.mend(&program);
    browser.open(&server, &story).await;
    server.forget();
    browser.hover(link).await;
    browser.wait("the document is prefetched", || !server.asked_for("/index.json").is_empty()).await;
    assert!(server.asked_for("/").is_empty(), "{:?}", server.asked_for("/"));
}

#[tokio::test]
async fn a_browser_without_webassembly_gets_a_plain_page_without_errors() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page("delete window.WebAssembly").await;
    browser.load(&format!("{}/", server.origin())).await;
    assert!(browser.eval::<bool>(IDLE).await);
    assert_eq!(of_the_app(&server), [] as [&str; 0]);
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    assert!(browser.eval::<bool>(unseen).await, "controls that need the app are hidden");
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
    browser.press(".card-lead .card-headline a").await;
    browser.until("links work", "document.querySelector('article.story') !== null").await;
}

#[tokio::test]
async fn interactions_before_hydration_are_replayed() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        let program = program();
        server.treat(&program, Behaviour::Hold);
        browser.load(&format!("{}{}", server.origin(), paper.reference().route().path())).await;
        browser.press(".story-tools .save").await;
        browser.press("[data-turn='1']").await;
        browser.press("button[data-copy]").await;
        browser.press("[popovertarget=reading]:not(.panel-close)").await;
        assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
        let asked = || server.asked_for(&program).iter().any(|asked| asked.outcome == Outcome::UnderWay);
        browser.wait("the app is requested", asked).await;

        server.mend(&program);
        browser.taken_over().await;
        let done = [
            (
                "the story is saved",
                "document.querySelector('.story-tools .save').getAttribute('aria-pressed') === 'true'",
            ),
            ("Top article scrolls", "document.querySelector('.carousel-row').scrollLeft > 50"),
            ("the address is copied or offered", "document.querySelector('.share-status').textContent !== ''"),
            ("the panel opens", "document.getElementById('reading').matches(':popover-open')"),
        ];
        for (what, condition) in done {
            browser.until(what, condition).await;
        }
    }
}

#[tokio::test]
async fn a_key_pressed_before_hydration_is_replayed() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    let program = program();
    server.treat(&program, Behaviour::Hold);
    browser.load(&format!("{}/", server.origin())).await;
    browser.key(Key::QUESTION).await;
    server.mend(&program);
    browser.until("the help opens", "document.getElementById('help').open").await;
}

#[tokio::test]
async fn the_first_touch_loads_the_app_at_once() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let story = paper.reference();
    // A picture that does not arrive delays the load event, for which the driver waits; so the page touches itself.
    let image = &story.picture.as_ref().expect("a picture").image;
    let pictures: Vec<String> = image.widths().map(|width| image.address(width, Image::AVIF)).collect();
    let touch = "document.addEventListener('DOMContentLoaded',
        () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))";
    browser.before_each_page(touch).await;
    pictures.iter().for_each(|picture| server.treat(picture, Behaviour::Hold));
    let address = format!("{}{}", server.origin(), story.route().path());
    let meanwhile = async {
        browser.wait("the app is requested", || !server.asked_for(&program()).is_empty()).await;
        let held: Vec<Outcome> =
            pictures.iter().flat_map(|picture| server.asked_for(picture)).map(|asked| asked.outcome).collect();
        assert_eq!(held, [Outcome::UnderWay], "the page is still loading");
        pictures.iter().for_each(|picture| server.mend(picture));
    };
    tokio::join!(browser.load(&address), meanwhile);
    browser.taken_over().await;
}

#[tokio::test]
async fn a_browser_without_idle_callbacks_and_network_information_gets_the_app() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    let older = "delete window.requestIdleCallback; delete Navigator.prototype.connection;";
    browser.before_each_page(older).await;
    browser.open(&server, "/").await;
    assert!(
        browser.eval::<bool>("window.requestIdleCallback === undefined && navigator.connection === undefined").await
    );
}

#[tokio::test]
async fn controls_are_hidden_if_the_app_cannot_be_loaded() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    server.treat(&program(), Behaviour::Drop);
    browser.load(&format!("{}/", server.origin())).await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("the controls are hidden", unseen).await;
    browser.press(".card-lead .card-headline a").await;
    browser.until("links still work", "document.querySelector('article.story') !== null").await;
}

/// On a connection that stays silent, controls that will not work do not stay visible.
#[tokio::test]
async fn loading_the_app_times_out() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page(crate::slowness::IMPATIENT).await;
    server.treat(&program(), Behaviour::Hold);
    browser.load(&format!("{}/", server.origin())).await;
    browser.press(".card-lead .save").await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("the controls are hidden", unseen).await;
    // If the app arrives later, it is not used.
    server.mend(&program());
    let answered = || server.asked_for(&program()).iter().any(|asked| asked.outcome == Outcome::Answered(200));
    browser.wait("the program arrives after all", answered).await;
    browser.mark().await;
    browser.press(".card-lead .card-headline a").await;
    browser.until("links load pages", "document.querySelector('article.story') !== null").await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

#[tokio::test]
async fn before_hydration_a_page_is_a_plain_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    server.treat(&program(), Behaviour::Hold);
    let story = paper.reference();
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser.mark().await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    assert!(!browser.view().await.marked, "the browser has loaded the page");

    // The same if the program never arrives.
    server.treat(&program(), Behaviour::Status(500));
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser
        .wait("the program is requested", || {
            server.asked_for(&program()).iter().any(|asked| asked.outcome == Outcome::Answered(500))
        })
        .await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("controls that need the app are hidden", unseen).await;
    browser.press(".breadcrumb li:first-child a").await;
    browser.shows("The Odessa Journal").await;
}
