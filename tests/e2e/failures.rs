//! What the reader sees when a document does not arrive or is wrong.

use journal::model::FORMAT;
use serde_json::Value;

use crate::arrival::{announced, arrived_at_top};
use crate::browser::{Browser, Device, IDLE};
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server};

const FAILED: &str = "This page could not be loaded";

/// Checks that an error with this text is shown in place of the page at `path`.
pub async fn has_failed(browser: &Browser, paper: &Paper, path: &str, words: &str) {
    let view = announced(browser, path, &format!("{FAILED} – {}", paper.site.name)).await;
    browser.until("the error has focus", "document.activeElement === document.querySelector('.failure h1')").await;
    assert_eq!(view.headlines, [FAILED]);
    assert_eq!(view.title, view.said);
    assert_eq!(view.canonical, None, "a failed page has no canonical address");
    assert!(view.marked, "no page was loaded");
    assert_eq!(browser.text(".failure p:not(.failure-name)").await, words);
}
const TRY_AGAIN: &str = ".failure button:first-child";
const LEAVE: &str = ".failure button:last-child";

/// A reader on the front page, about to open the reference story.
struct Scene {
    server: Server,
    paper: Paper,
    browser: Browser,
    /// Path of the story.
    path: String,
    /// Path of its document.
    data: String,
}

impl Scene {
    async fn set(device: Device) -> Scene {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        let path = paper.reference().route().path();
        let data = format!("{path}index.json");
        let scene = Scene { server, paper, browser, path, data };
        scene.start_at_home().await;
        scene
    }

    async fn start_at_home(&self) {
        self.browser.open(&self.server, "/").await;
        self.browser.mark().await;
    }

    fn link(&self) -> String {
        format!("main .card-headline a[href='{}']", self.path)
    }

    /// Opens the story and waits for the error in its place.
    async fn fail(&self, words: &str) {
        self.browser.press(&self.link()).await;
        self.has_failed(words).await;
    }

    async fn has_failed(&self, words: &str) {
        has_failed(&self.browser, &self.paper, &self.path, words).await;
        let around: bool =
            self.browser.eval("document.querySelector('.masthead') && document.querySelector('.footer') && true").await;
        assert!(around, "masthead and footer are still there");
    }

    async fn retry(&self) {
        self.browser.press(TRY_AGAIN).await;
        arrived_at_top(&self.browser, &self.paper, &self.path).await;
    }

    /// The story's document with a newer format.
    fn newer(&self) -> String {
        let text = std::fs::read_to_string(crate::server::dist().join(self.data.trim_start_matches('/')));
        let mut document: Value = serde_json::from_str(&text.expect("the document")).expect("JSON");
        document["format"] = 1000.into();
        document["document"] = serde_json::json!({ "hologram": { "depth": 3 } });
        document.to_string()
    }

    /// Waits until the browser has loaded the story's page, and checks that it did so once.
    async fn was_loaded_as_a_page(&self) {
        self.browser.shows(&self.paper.reference().headline).await;
        self.browser.taken_over().await;
        let view = self.browser.view().await;
        assert!(!view.marked, "the page was loaded");
        assert_eq!(view.path, self.path);
        assert_eq!(self.server.asked_for(&self.path).len(), 1, "it was loaded once");
    }
}

#[tokio::test]
async fn a_server_error_is_shown_in_place_until_a_retry_succeeds() {
    let scene = Scene::set(Device::Phone).await;
    scene.server.treat(&scene.data, Behaviour::Status(500));
    let words = "The server answered with an error (500).";
    scene.fail(words).await;
    // A retry that fails shows the error again.
    let before = scene.server.asked_for(&scene.data).len();
    scene.browser.press(TRY_AGAIN).await;
    scene.browser.wait("it is requested again", || scene.server.asked_for(&scene.data).len() > before).await;
    scene.has_failed(words).await;
    scene.server.mend(&scene.data);
    scene.retry().await;
    scene.browser.back().await;
    crate::arrival::arrived(&scene.browser, &scene.paper, "/").await;
}

#[tokio::test]
async fn a_dropped_connection_is_shown_in_place_until_a_retry_succeeds() {
    let scene = Scene::set(Device::Desktop).await;
    scene.server.treat(&scene.data, Behaviour::Drop);
    scene.fail("The network did not answer. Are you online?").await;
    scene.server.mend(&scene.data);
    scene.retry().await;
}

#[tokio::test]
async fn offline_visited_pages_can_be_read_again() {
    let scene = Scene::set(Device::Phone).await;
    scene.server.cut(true);
    scene.fail("The network did not answer. Are you online?").await;
    scene.browser.back().await;
    crate::arrival::arrived(&scene.browser, &scene.paper, "/").await;
    scene.browser.forward().await;
    scene.has_failed("The network did not answer. Are you online?").await;
    scene.server.cut(false);
    scene.retry().await;
}

#[tokio::test]
async fn html_instead_of_the_document_shows_an_error_and_a_button_that_loads_the_page() {
    let scene = Scene::set(Device::Desktop).await;
    scene.server.treat(&scene.data, Behaviour::Html("<!doctype html><title>Sign in</title><h1>Sign in</h1>".into()));
    scene.fail("The network answered with something else than this page. Does it ask you to sign in somewhere?").await;
    assert!(scene.server.asked_for(&scene.path).is_empty(), "the reader stays in the app until they choose to leave");
    scene.browser.press(LEAVE).await;
    scene.was_loaded_as_a_page().await;
}

#[tokio::test]
async fn a_missing_document_shows_the_not_found_page() {
    let scene = Scene::set(Device::Phone).await;
    scene.server.treat(&scene.data, Behaviour::Status(404));
    scene.browser.press(&scene.link()).await;
    let title = format!("Page not found – {}", scene.paper.site.name);
    let view = announced(&scene.browser, &scene.path, &title).await;
    assert_eq!(view.headlines, ["Page not found"]);
    assert!(view.focused && view.marked && view.canonical.is_none(), "{view:?}");
    assert!(scene.server.asked_for(&scene.path).is_empty(), "the reader stays in the app");
    scene.browser.press(".missing a[href='/']").await;
    arrived_at_top(&scene.browser, &scene.paper, "/").await;
}

#[tokio::test]
async fn a_document_of_a_newer_format_loads_the_address_as_a_page_once_and_never_loops() {
    let scene = Scene::set(Device::Desktop).await;
    scene.server.treat(&scene.data, Behaviour::Json(scene.newer()));
    scene.browser.press(&scene.link()).await;
    scene.was_loaded_as_a_page().await;

    // That page contained its document; without it, another attempt from the front page stays in the app.
    scene.server.forget();
    scene.start_at_home().await;
    scene.fail("This page is newer than the app in this tab.").await;
    assert!(scene.server.asked_for(&scene.path).is_empty(), "the page was not loaded a second time");
    // Another address gets its own single page load.
    let other = scene.paper.reference().related.first().expect("a related story").route().path();
    scene.server.treat(&format!("{other}index.json"), Behaviour::Json(scene.newer()));
    scene.browser.press(LEAVE).await;
    scene.was_loaded_as_a_page().await;
    scene.browser.mark().await;
    scene.browser.press(&format!(".related .card-headline a[href='{other}']")).await;
    scene.browser.shows(&scene.paper.story_at(&other).headline).await;
    scene.browser.until("the other page is loaded", "window.markOfTheTests === undefined").await;
}

#[tokio::test]
async fn a_damaged_document_loads_the_address_as_a_page_once() {
    let scene = Scene::set(Device::Phone).await;
    scene.server.treat(&scene.data, Behaviour::Json(r#"{"format":2,"document":{"story":{"headline":"#.into()));
    scene.browser.press(&scene.link()).await;
    scene.was_loaded_as_a_page().await;
    scene.server.forget();
    scene.start_at_home().await;
    scene.fail("This page arrived damaged.").await;
    assert!(scene.server.asked_for(&scene.path).is_empty(), "the page was not loaded a second time");
}

/// Opens the story's address, served with the 404 page of a newspaper that does not press all its stories.
async fn open_unpressed(scene: &Scene) {
    let html = std::fs::read_to_string(crate::server::dist().join("404.html")).expect("the 404 page");
    let html = html.replacen("\"site\":{", "\"site\":{\"unpressed_stories\":true,", 1);
    scene.server.treat(&scene.path, Behaviour::Html(html));
    scene.server.forget();
    scene.browser.load(&format!("{}{}", scene.server.origin(), scene.path)).await;
    scene.browser.taken_over().await;
    scene.browser.mark().await;
    let answered = || scene.server.asked_for(&scene.data).iter().any(|asked| asked.outcome != Outcome::UnderWay);
    scene.browser.wait("its document is requested", answered).await;
}

#[tokio::test]
async fn with_unpressed_stories_the_not_found_page_requests_the_document_once() {
    let scene = Scene::set(Device::Desktop).await;
    open_unpressed(&scene).await;
    scene.browser.shows(&scene.paper.reference().headline).await;
    assert!(scene.browser.text("#text").await.len() > 1500);
    assert_eq!(scene.browser.view().await.path, scene.path);

    // Whatever is wrong with the document, the page stays and nothing else is loaded.
    let wrong = [Behaviour::Status(404), Behaviour::Drop, Behaviour::Json(scene.newer()), Behaviour::Json("{".into())];
    for behaviour in wrong {
        scene.server.treat(&scene.data, behaviour);
        open_unpressed(&scene).await;
        assert!(scene.browser.eval::<bool>(IDLE).await, "the answer has been handled");
        let view = scene.browser.view().await;
        assert_eq!(view.headlines, ["Page not found"]);
        assert_eq!(scene.server.asked_for(&scene.path).len(), 1, "the page was loaded again");
    }
}

#[tokio::test]
async fn a_link_to_a_page_that_has_failed_tries_again() {
    let scene = Scene::set(Device::Desktop).await;
    scene.server.treat("/war/index.json", Behaviour::Status(503));
    scene.browser.press(".section-nav a[href='/war/']").await;
    has_failed(&scene.browser, &scene.paper, "/war/", "The server answered with an error (503).").await;
    scene.server.mend("/war/index.json");
    scene.browser.press(".section-nav a[href='/war/']").await;
    arrived_at_top(&scene.browser, &scene.paper, "/war/").await;
}

/// The page at `path` with its data block changed.
fn page_with(path: &str, change: impl Fn(&str) -> String) -> String {
    let html = std::fs::read_to_string(crate::server::dist().join(path.trim_start_matches('/')).join("index.html"));
    let html = html.expect("the page");
    let (before, rest) = html.split_once("id=\"document\">").expect("a data block");
    let (data, after) = rest.split_once("</script>").expect("its end");
    format!("{before}id=\"document\">{}</script>{after}", change(data))
}

#[tokio::test]
async fn a_page_with_unreadable_data_stays_a_plain_page_with_working_links() {
    let scene = Scene::set(Device::Phone).await;
    let story = scene.paper.reference();
    let damages: [fn(&str) -> String; 3] = [
        |data| data.chars().take(data.chars().count() / 2).collect(),
        |data| data.replacen(&format!("\"format\":{FORMAT}"), "\"format\":1000", 1),
        |_| String::new(),
    ];
    for damage in damages {
        let html = page_with(&scene.path, damage);
        scene.server.treat(&scene.path, Behaviour::Html(html));
        scene.browser.load(&format!("{}{}", scene.server.origin(), scene.path)).await;
        // The app has loaded and has had time to start.
        let loaded =
            "performance.getEntriesByType('resource').some(e => e.name.endsWith('.wasm') && e.responseEnd > 0)";
        scene.browser.until("the app has loaded", loaded).await;
        assert!(scene.browser.eval::<bool>(IDLE).await, "it has had time to start");
        assert!(
            !scene.browser.eval::<bool>("document.documentElement.classList.contains('app')").await,
            "the app has not hydrated"
        );
        assert_eq!(scene.browser.text("h1").await, story.headline);
        assert!(scene.browser.text("#text").await.len() > 1500);
        let unseen =
            "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
        assert!(scene.browser.eval::<bool>(unseen).await, "controls that would do nothing are hidden");
        scene.browser.press(".section-nav a[href='/war/']").await;
        scene.browser.shows("War").await;
        let console = scene.browser.console().await;
        assert!(console.is_empty(), "{console:#?}");
    }
}
