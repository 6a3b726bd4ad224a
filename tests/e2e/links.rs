//! Links that do not lead to pages of the newspaper, links within a page, links to the page itself.

use serde_json::json;

use crate::arrival::{arrived, is_at};
use crate::browser::{Browser, Device, quoted};
use crate::input::{CONTROL, Key};
use crate::paper::Paper;
use crate::server::Server;

/// The link that [`add_link`] has added.
const ADDED: &str = "#added";

/// Adds a link at the top of the page, like one in the text of a story.
async fn add_link(browser: &Browser, attributes: &str) {
    let html = quoted(&format!("<p><a id=\"added\" {attributes}>a link of the tests</a></p>"));
    browser.run(&format!("document.querySelector('main').insertAdjacentHTML('afterbegin', html({html}))")).await;
}

async fn on_the_front_page(device: Device) -> (Server, Browser) {
    let (server, browser) = (Server::start(), Browser::start(device).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    (server, browser)
}

/// Checks that the reader is still on the front page, which was not reloaded, and that the app has not requested the
/// other page.
async fn has_not_moved(server: &Server, browser: &Browser) {
    let view = browser.view().await;
    assert!(view.marked && view.path == "/" && view.headlines == ["The Odessa Journal"], "{view:?}");
    assert!(server.asked_for("/about/index.json").is_empty(), "the app has not followed the link");
}

#[tokio::test]
async fn a_file_is_left_to_the_browser() {
    let (_server, browser) = on_the_front_page(Device::Desktop).await;
    add_link(&browser, "href='/icon.svg'").await;
    browser.press(ADDED).await;
    let shown = "location.pathname === '/icon.svg' && document.documentElement.nodeName === 'svg'";
    browser.until("the picture shows", shown).await;
    browser.back().await;
    browser.shows("The Odessa Journal").await;
    browser.taken_over().await;
}

#[tokio::test]
async fn an_address_outside_the_newspaper_is_left_to_the_browser() {
    let (_server, browser) = on_the_front_page(Device::Phone).await;
    add_link(&browser, "href='/feeds/for/readers/'").await;
    browser.press(ADDED).await;
    browser.shows("Page not found").await;
    browser.taken_over().await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

#[tokio::test]
async fn a_link_to_another_site_is_left_to_the_browser() {
    let (server, browser) = on_the_front_page(Device::Phone).await;
    let other = Server::start();
    add_link(&browser, &format!("href='{}/about/'", other.origin())).await;
    browser.press(ADDED).await;
    browser.until("the other site is shown", &format!("location.origin === {}", quoted(&other.origin()))).await;
    assert_eq!(other.asked_for("/about/").len(), 1);
    assert!(server.asked_for("/about/index.json").is_empty() && other.asked_for("/about/index.json").is_empty());
}

#[tokio::test]
async fn downloads_new_windows_and_external_links_are_left_to_the_browser() {
    let (server, browser) = on_the_front_page(Device::Desktop).await;
    browser.devtools("Browser.setDownloadBehavior", json!({ "behavior": "deny" })).await;
    add_link(&browser, "href='/about/' download").await;
    browser.press(ADDED).await;
    browser.wait("the download is requested", || server.asked_for("/about/").len() == 1).await;
    has_not_moved(&server, &browser).await;

    browser.open(&server, "/").await;
    browser.mark().await;
    add_link(&browser, "href='/about/' target='_blank'").await;
    browser.press(ADDED).await;
    browser.wait("another window requests it", || server.asked_for("/about/").len() == 2).await;
    has_not_moved(&server, &browser).await;
    assert_eq!(close_the_other_window(&browser).await, 1);

    add_link(&browser, "href='/about/' rel='noopener external'").await;
    browser.run("document.querySelectorAll('#added')[1]?.remove()").await;
    browser.press(ADDED).await;
    browser.wait("the page is loaded", || server.asked_for("/about/").len() == 3).await;
    browser.until("it is there", "location.pathname === '/about/'").await;
    assert!(server.asked_for("/about/index.json").is_empty(), "the app has not followed the link");
}

#[tokio::test]
async fn a_click_with_the_control_key_opens_another_window() {
    let (server, browser) = on_the_front_page(Device::Desktop).await;
    browser.press_holding(".footer a[href='/about/']", CONTROL).await;
    browser.wait("another window requests it", || server.asked_for("/about/").len() == 1).await;
    let view = browser.view().await;
    assert!(view.marked && view.path == "/" && view.headlines == ["The Odessa Journal"], "{view:?}");
    assert_eq!(close_the_other_window(&browser).await, 1);
}

/// Closes all windows but the first, and returns how many it closed.
async fn close_the_other_window(browser: &Browser) -> usize {
    let driver = &browser.driver;
    let first = driver.window().await.expect("a window");
    let mut closed = 0;
    for window in driver.windows().await.expect("the windows") {
        if window != first {
            driver.switch_to_window(window).await.expect("the other window");
            driver.close_window().await.expect("the other window closes");
            closed += 1;
        }
    }
    driver.switch_to_window(first).await.expect("the first window");
    closed
}

/// Whether the element with this id is the target, has focus and is in view.
fn focused_in_view(id: &str) -> String {
    format!(
        "(element => document.activeElement === element && element.matches(':target') && element.getBoundingClientRect().top >= -1
            && element.getBoundingClientRect().top < innerHeight)(document.getElementById({}))",
        quoted(id)
    )
}

#[tokio::test]
async fn a_footnote_gets_the_focus_and_back_returns_to_the_place_in_the_text() {
    let (server, paper) = (Server::start(), Paper::read());
    let path = paper.annotated_story().route().path();
    for device in Device::BOTH {
        let browser = Browser::start(device).await;
        browser.open(&server, &path).await;
        browser.mark().await;
        let left = browser.press("#text a[href='#fn-1']").await;
        browser.until("the footnote has focus, in view", &focused_in_view("fn-1")).await;
        let at_note: f64 = browser.eval("scrollY").await;
        assert!(at_note > left + 200.0, "the page has scrolled from {left} to {at_note}");
        browser.back().await;
        browser.until("the address is the story's again", "location.hash === ''").await;
        is_at(&browser, left).await;
        browser.forward().await;
        browser.until("the address is the footnote's", "location.hash === '#fn-1'").await;
        is_at(&browser, at_note).await;
        browser.press("#fn-1 a[href='#fnref-1']").await;
        browser.until("the place in the text has focus, in view", &focused_in_view("fnref-1")).await;

        // On to another page and back: the place is restored, and so are the history entries before it.
        let left = browser.press(".byline-more").await;
        let author = format!("/author/{}/", paper.annotated_story().authors.first().expect("an author").slug);
        arrived(&browser, &paper, &author).await;
        browser.back().await;
        let view = arrived(&browser, &paper, &path).await;
        assert!(view.marked);
        is_at(&browser, left).await;
        assert_eq!(browser.eval::<String>("location.hash").await, "#fnref-1");
        browser.back().await;
        browser.until("the address is the footnote's", "location.hash === '#fn-1'").await;
        assert_eq!(browser.view().await.headlines, [paper.annotated_story().headline.as_str()]);
        let asked: Vec<_> =
            server.asked().into_iter().filter(|asked| asked.path() == format!("{path}index.json")).collect();
        assert!(asked.is_empty(), "in-page links requested the page again: {asked:#?}");
        let console = browser.console().await;
        assert!(console.is_empty(), "{console:#?}");
    }
}

#[tokio::test]
async fn the_skip_link_also_works_after_a_move() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    browser.press(".section-nav a[href='/war/']").await;
    arrived(&browser, &paper, "/war/").await;
    browser.run("document.querySelector('.skip-link').focus()").await;
    browser.key(Key::ENTER).await;
    browser.until("the main part has focus", "document.activeElement.id === 'main'").await;
    assert_eq!(browser.eval::<String>("location.pathname + location.hash").await, "/war/#main");
    browser.key(Key::TAB).await;
    assert!(
        browser.eval::<bool>("document.activeElement.matches('.breadcrumb a')").await,
        "the next tab stop is inside it"
    );
    assert!(browser.view().await.marked);
}

#[tokio::test]
async fn a_link_to_the_page_itself_leads_to_its_top() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let path = format!("/{}/", paper.largest_section().section);
    browser.open(&server, &path).await;
    browser.mark().await;
    let before: u32 = browser.eval("history.length").await;
    let asked = server.asked_for(&path).len();
    let link = format!("<a id=\"up\" href=\"{path}\">up</a>");
    browser
        .run(&format!("document.querySelector('.pagination').insertAdjacentHTML('beforeend', html('{link}'))"))
        .await;
    let scrolled = browser.press("#up").await;
    assert!(scrolled > 300.0, "the page was scrolled");
    browser.until("the page is at its top", "scrollY === 0").await;
    let view = browser.view().await;
    assert!(view.focused && view.marked && view.path == path, "{view:?}");
    assert_eq!(browser.eval::<u32>("history.length").await, before, "no entry was added");
    assert_eq!(server.asked_for(&path).len(), asked);
    assert!(server.asked_for(&format!("{path}index.json")).is_empty(), "nothing was requested");
}

#[tokio::test]
async fn a_link_that_changes_only_the_query_is_followed() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, "/search/?q=one").await;
    browser.mark().await;
    assert_eq!(browser.view().await.headlines, ["Find a story"]);
    add_link(&browser, "href='/search/?q=two%20words&from=link'").await;
    // All these pages look the same: each arrival shows only in the headline getting the focus again.
    browser
        .run("window.arrivals = 0, addEventListener('focusin', event => arrivals += event.target.matches('h1'))")
        .await;
    let come = |arrivals: u32, query: &str| format!("arrivals === {arrivals} && location.search === {}", quoted(query));
    browser.press(ADDED).await;
    browser.until("the reader arrives at the new query", &come(1, "?q=two%20words&from=link")).await;
    arrived(&browser, &paper, "/search/").await;
    browser.back().await;
    browser.until("the reader arrives at the old query", &come(2, "?q=one")).await;
    arrived(&browser, &paper, "/search/").await;
    browser.forward().await;
    browser.until("the reader arrives at the new query again", &come(3, "?q=two%20words&from=link")).await;
    arrived(&browser, &paper, "/search/").await;
    let pages = server.asked().iter().filter(|asked| asked.purpose == "document").count();
    assert_eq!(pages, 1, "no page was loaded");
}

#[tokio::test]
async fn an_address_without_its_trailing_slash_leads_to_the_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.load(&format!("{}/about", server.origin())).await;
    browser.taken_over().await;
    assert_eq!(browser.view().await.path, "/about/", "the host redirects to the page");
    // A link in a story may lack the slash, too.
    browser.open(&server, "/").await;
    browser.mark().await;
    add_link(&browser, "href='/about'").await;
    browser.press(ADDED).await;
    let headline = match paper.document("/about/") {
        journal::model::Document::About(about) => about.headline.clone(),
        _ => panic!("/about/ is not the about page"),
    };
    browser.shows(&headline).await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:#?}");
}

/// In a request, `//elsewhere.example/` is a path. As the address of a link it would be another site.
#[tokio::test]
async fn back_to_a_path_that_looks_like_another_site_stays_on_this_one() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    for path in ["//elsewhere.example/phish", "//elsewhere.example//x/?y#z", "///x/"] {
        browser.open(&server, path).await;
        let here = format!("{}{path}", server.origin());
        assert_eq!(browser.eval::<String>("location.href").await, here);
        browser.press(".missing a[href='/']").await;
        browser.shows(&paper.site.name).await;
        browser.back().await;
        browser.shows("Page not found").await;
        assert_eq!(browser.eval::<String>("location.href").await, here);
        browser.forward().await;
        browser.shows(&paper.site.name).await;
        assert_eq!(browser.eval::<String>("location.pathname").await, "/");
    }
}
