//! The app comes late, and nobody notices: nothing of it before the page is there, nothing lost that was done meanwhile.

use journal::model::Image;

use crate::browser::{Browser, Device, IDLE};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, program};

const HAS_RULES: &str = "document.querySelector('script[type=speculationrules]') !== null";

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
    assert!(browser.eval::<bool>(IDLE).await);
    browser.key(Key::TAB).await;
    browser.press(".footer-tagline").await;
    assert!(browser.eval::<bool>(IDLE).await);
    assert_eq!(of_the_app(&server), [] as [&str; 0]);

    assert!(!browser.eval::<bool>(HAS_RULES).await, "nothing is to be fetched ahead");

    browser.press(".card-lead .save").await;
    browser.taken_over().await;
    let saved = "document.querySelector('.card-lead .save').getAttribute('aria-pressed') === 'true'";
    browser.until("the story is saved", saved).await;

    // Nor does the app fetch ahead: the finger on a link, the focus on it.
    browser.touch(".card-lead .card-headline a").await;
    browser.run("document.querySelector('.latest .card-headline a').focus()").await;
    assert!(browser.eval::<bool>(IDLE).await);
    let documents = server.asked().into_iter().filter(|asked| asked.path().ends_with(".json"));
    assert_eq!(documents.map(|asked| asked.address).collect::<Vec<_>>(), [] as [&str; 0]);
    browser.lift().await;
    browser.until("a link that is followed leads on", "document.querySelector('article.story') !== null").await;
}

/// Without the app, which fetches documents, the browser may fetch the page of a link ahead.
#[tokio::test]
async fn until_the_app_is_there_the_browser_may_fetch_pages_ahead() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let program = program();
    server.treat(&program, Behaviour::Hold);
    let story = paper.reference().route().path();
    browser.load(&format!("{}{story}", server.origin())).await;
    browser.until("there are rules for it", HAS_RULES).await;
    let link = ".breadcrumb li:first-child a";
    browser.hover(link).await;
    let page = || server.asked_for("/").iter().map(|asked| asked.outcome).eq([Outcome::Answered(200)]);
    browser.wait("the page is fetched ahead", page).await;
    assert_eq!(browser.eval::<String>("location.pathname").await, story, "the reader has not moved yet");
    browser.press(link).await;
    browser.shows(&paper.site.name).await;
    assert_eq!(server.asked_for("/").len(), 1, "the page that was fetched ahead is the page that is read");

    server.mend(&program);
    browser.open(&server, &story).await;
    browser.until("the app needs no rules", &format!("!({HAS_RULES})")).await;
}

#[tokio::test]
async fn a_browser_without_speculation_rules_gets_none() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    let watch =
        "delete HTMLScriptElement.supports; window.rules = 0; new MutationObserver(list => list.forEach(change =>
        change.addedNodes.forEach(node => { if (node.type === 'speculationrules') window.rules += 1; })))
        .observe(document, { subtree: true, childList: true });";
    browser.before_each_page(watch).await;
    browser.open(&server, "/").await;
    assert_eq!(browser.eval::<u32>("window.rules").await, 0);
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}

#[tokio::test]
async fn a_browser_without_webassembly_gets_a_plain_page_and_hears_nothing_of_it() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page("delete window.WebAssembly").await;
    browser.load(&format!("{}/", server.origin())).await;
    assert!(browser.eval::<bool>(IDLE).await);
    assert_eq!(of_the_app(&server), [] as [&str; 0]);
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    assert!(browser.eval::<bool>(unseen).await, "what needs the app is not shown");
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
    browser.press(".card-lead .card-headline a").await;
    browser.until("links lead on", "document.querySelector('article.story') !== null").await;
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
        assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
        let asked = || server.asked_for(&program).iter().any(|asked| asked.outcome == Outcome::UnderWay);
        browser.wait("the app is asked for", asked).await;

        server.mend(&program);
        browser.taken_over().await;
        let done = [
            (
                "the story is saved",
                "document.querySelector('.story-tools .save').getAttribute('aria-pressed') === 'true'",
            ),
            ("Top article turns", "document.querySelector('.carousel-row').scrollLeft > 50"),
            ("the address is copied or offered", "document.querySelector('.share-status').textContent !== ''"),
            ("the panel opens", "document.getElementById('reading').matches(':popover-open')"),
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
    let image = &story.picture.as_ref().expect("a picture").image;
    let pictures: Vec<String> = image.widths().map(|width| image.address(width, Image::FORMATS[0])).collect();
    let touch = "document.addEventListener('DOMContentLoaded',
        () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))";
    browser.before_each_page(touch).await;
    pictures.iter().for_each(|picture| server.treat(picture, Behaviour::Hold));
    let address = format!("{}{}", server.origin(), story.route().path());
    let meanwhile = async {
        browser.wait("the app is asked for", || !server.asked_for(&program()).is_empty()).await;
        let held: Vec<Outcome> =
            pictures.iter().flat_map(|picture| server.asked_for(picture)).map(|asked| asked.outcome).collect();
        assert_eq!(held, [Outcome::UnderWay], "the page still loads");
        pictures.iter().for_each(|picture| server.mend(picture));
    };
    tokio::join!(browser.load(&address), meanwhile);
    browser.taken_over().await;
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

/// A connection that says nothing: the controls do not go on promising what will not come.
#[tokio::test]
async fn an_app_that_does_not_come_is_given_up() {
    let (server, browser) = (Server::start(), Browser::start(Device::Phone).await);
    browser.before_each_page(crate::slowness::IMPATIENT).await;
    server.treat(&program(), Behaviour::Hold);
    browser.load(&format!("{}/", server.origin())).await;
    browser.press(".card-lead .save").await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("the controls go", unseen).await;
    // Later it is too late: half a page would be the app's.
    server.mend(&program());
    let answered = || server.asked_for(&program()).iter().any(|asked| asked.outcome == Outcome::Answered(200));
    browser.wait("the program comes after all", answered).await;
    browser.mark().await;
    browser.press(".card-lead .card-headline a").await;
    browser.until("links load pages", "document.querySelector('article.story') !== null").await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

#[tokio::test]
async fn until_the_app_has_taken_over_the_page_is_a_plain_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    server.treat(&program(), Behaviour::Hold);
    let story = paper.reference();
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser.mark().await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    assert!(!browser.view().await.marked, "the browser has loaded the page");

    // The same where there will never be a program.
    server.treat(&program(), Behaviour::Status(500));
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser
        .wait("the program is asked for", || {
            server.asked_for(&program()).iter().any(|asked| asked.outcome == Outcome::Answered(500))
        })
        .await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("what needs the app goes", unseen).await;
    browser.press(".breadcrumb li:first-child a").await;
    browser.shows("The Odessa Journal").await;
}
