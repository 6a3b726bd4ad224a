//! Whatever proxies, browsers and extensions do to a page, the app still hydrates it; and if the app fails, readers
//! have plain pages with working links.

use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::{Behaviour, Server, dist, program};

/// What a reader's network, browser or extension does to the HTML of a page.
type Change = fn(&str) -> String;

/// Wraps every text of the page, as a browser's translation does, so that no text node is where it was.
const TRANSLATE: &str = "(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode())
        if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script')) texts.push(walker.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
    }
    if (!texts.length) throw new Error('there is nothing to translate');
})()";

fn put(html: &str, place: &str, what: &str) -> String {
    assert_eq!(html.matches(place).count(), 1, "{place}");
    html.replace(place, &[place, what].concat())
}

/// Changes what is between the start of the body and the page's data.
fn in_body(html: &str, change: impl Fn(&str) -> String) -> String {
    let (head, body) = html.split_once("<body>").expect("a body");
    let (page, data) = body.split_once("<script type=\"application/json\"").expect("its data");
    [head, "<body>", &change(page), "<script type=\"application/json\"", data].concat()
}

const CHANGES: [(&str, Change); 11] = [
    ("a style before the page", |html| put(html, "<body>", "<style>.x { color: red }</style>")),
    ("a comment before the page", |html| put(html, "<body>", "<!-- compressed by your provider -->")),
    ("words before the page", |html| put(html, "<body>", "You are reading through a proxy. ")),
    ("a script before the page", |html| put(html, "<body>", "<script>window.ofTheProvider = true</script>")),
    ("an element around the page", |html| {
        in_body(html, |page| format!("<div class=\"reader-of-the-provider\">{page}</div>"))
    }),
    ("elements between the parts", |html| {
        let page = put(html, "<div class=\"read-progress\"></div>", "<!-- here --><div>An extension was here.</div> ");
        put(&page, "<header class=\"masthead\">", "<span></span>")
    }),
    ("elements in the parts", |html| {
        put(&put(html, "<main id=\"main\" tabindex=\"-1\">", "<i></i>"), "role=\"status\">", "<i></i>")
    }),
    ("a script after the page", |html| html.replace("</body>", "<script>window.ofTheProvider = true</script></body>")),
    ("white space between all elements", |html| in_body(html, |page| page.replace("><", ">\n    <"))),
    ("no white space between elements", |html| in_body(html, |page| page.replace("> <", "><").replace(">\n<", "><"))),
    ("all words translated", |html| {
        html.replace("</body>", &format!("<script nonce=\"tests\">{TRANSLATE}</script></body>"))
    }),
];

fn front_page() -> String {
    std::fs::read_to_string(dist().join("index.html")).expect("the front page")
}

/// Uses the app: opens a story, goes back to the front page, opens a section and saves a story.
async fn reads_on(browser: &Browser, paper: &Paper, what: &str) {
    const LINK: &str = ".latest .card-headline a";
    let path: String = browser.eval(&format!("document.querySelector('{LINK}').pathname")).await;
    browser.mark().await;
    browser.click(LINK).await;
    browser.until(what, &format!("location.pathname === '{path}'")).await;
    browser.shows(&paper.story_at(&path).headline).await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    browser.click(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    let here = "document.querySelector('.section-nav [aria-current]').textContent === 'War'";
    browser.until("the navigation marks the current section", here).await;
    let said = "document.getElementById('live').textContent.startsWith('War')";
    browser.until("the page is announced", said).await;
    browser.click(".card .save").await;
    browser.until("a story is saved", "document.querySelector('.card .save').ariaPressed === 'true'").await;
    assert!(browser.view().await.marked, "{what}: no page was loaded");
}

async fn the_app_hydrates_a_page_that_others_have_changed(browser: Browser) {
    let (server, paper) = (Server::start(), Paper::read());
    assert!(!front_page().contains("<!--"), "a proxy that strips comments finds none");
    for (what, change) in CHANGES {
        let (plain, changed) = (front_page(), change(&front_page()));
        assert_ne!(plain, changed, "{what} changes nothing");
        server.treat("/", Behaviour::Html(changed));
        browser.open(&server, "/").await;
        // What is not the newspaper's own is not run.
        assert!(browser.eval::<bool>("window.ofTheProvider === undefined").await, "{what}");
        reads_on(&browser, &paper, what).await;
        server.stopped();
        browser.run("localStorage.clear()").await;
    }
}

#[tokio::test]
async fn in_chromium_the_app_hydrates_a_page_that_others_have_changed() {
    the_app_hydrates_a_page_that_others_have_changed(Browser::start(Device::Desktop).await).await;
}

#[tokio::test]
async fn in_firefox_the_app_hydrates_a_page_that_others_have_changed() {
    the_app_hydrates_a_page_that_others_have_changed(Browser::firefox().await).await;
}

/// What others do to the page while the app is running.
const MEANWHILE: [(&str, &str); 6] = [
    ("the page is translated", TRANSLATE),
    ("the whole page is rewritten", "document.body.innerHTML = html(document.body.innerHTML)"),
    ("the main part is replaced", "document.querySelector('main').replaceWith(document.querySelector('main').cloneNode(true))"),
    ("something is inserted before the page", "document.body.prepend('Words. ', document.createElement('style'))"),
    ("the page is wrapped in another element", "(() => {
        const around = document.createElement('div');
        document.body.prepend(around);
        around.append(document.querySelector('.paper'));
    })()"),
    ("white space and comments are inserted", "(() => {
        for (const element of document.querySelectorAll('.paper, .paper > *')) element.prepend(document.createComment('x'), '\\n');
    })()"),
];

async fn the_app_keeps_working_when_others_change_the_page(browser: Browser) {
    let (server, paper) = (Server::start(), Paper::read());
    for (what, script) in MEANWHILE {
        browser.open(&server, "/").await;
        browser.run(script).await;
        reads_on(&browser, &paper, what).await;
        // An empty style is inline, too.
        server.stopped();
        browser.run("localStorage.clear()").await;
    }
}

#[tokio::test]
async fn in_chromium_the_app_keeps_working_when_others_change_the_page() {
    the_app_keeps_working_when_others_change_the_page(Browser::start(Device::Desktop).await).await;
}

#[tokio::test]
async fn in_firefox_the_app_keeps_working_when_others_change_the_page() {
    the_app_keeps_working_when_others_change_the_page(Browser::firefox().await).await;
}

/// If the element that shows pages is gone, a link loads the next page.
#[tokio::test]
async fn a_move_that_cannot_be_shown_loads_the_address() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    browser.run("document.querySelector('main').remove()").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    let view = browser.view().await;
    assert_eq!((view.path.as_str(), view.marked), ("/war/", false), "the page was loaded");
    // The same with Back.
    browser.taken_over().await;
    browser.press(".section-nav a[href='/culture/']").await;
    browser.shows("Culture").await;
    browser.run("document.querySelector('main').remove()").await;
    browser.back().await;
    browser.shows("War").await;
    assert_eq!(browser.view().await.path, "/war/");
}

/// The app cannot hydrate a page without its live region.
#[tokio::test]
async fn a_page_that_lacks_a_part_remains_a_plain_page() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    server.treat("/", Behaviour::Html(front_page().replace("id=\"live\"", "")));
    browser.load(&format!("{}/", server.origin())).await;
    is_plain(&browser, &server, ".section-nav a[href='/war/']", "War").await;
    assert!(browser.console().await.is_empty());
}

/// Checks that controls that need the app are hidden, and that a link loads its page.
async fn is_plain(browser: &Browser, server: &Server, link: &str, headline: &str) {
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("controls that need the app are hidden", unseen).await;
    assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "no app is running");
    server.forget();
    browser.mark().await;
    browser.click(link).await;
    browser.shows(headline).await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

/// Has the page itself run a script: errors in a driver's script are not reported to the page.
fn script(text: &str) -> String {
    format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ nonce: 'tests', textContent: code({}) }}))",
        quoted(text)
    )
}

const NO_SCROLLING: &str = "Element.prototype.scrollBy = () => { throw new Error('no scrolling') }";

/// Ways to make the app fail from outside, in the middle of its work: when, the trap, and the control to use.
const TRAPS: [(&str, &str, &str); 2] = [
    // It unwraps this, so it panics, which ends in `unreachable`.
    ("during hydration", "window.URLSearchParams = function () { throw new Error('no parameters') }", ""),
    // An exception that unwinds through the app and leaves it in an undefined state.
    ("when a control is used", NO_SCROLLING, "[data-turn='1']"),
];

#[tokio::test]
async fn an_app_that_fails_leaves_plain_links_hides_its_controls_and_says_so_once() {
    for (when, trap, control) in TRAPS {
        let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
        browser.before_each_page(&format!("if (location.pathname === '/') {{ {trap} }}")).await;
        browser.load(&format!("{}/", server.origin())).await;
        if !control.is_empty() {
            browser.taken_over().await;
            browser.press(control).await;
        }
        is_plain(&browser, &server, ".section-nav a[href='/war/']", "War").await;
        browser.taken_over().await;
        let console = browser.console().await;
        let said: Vec<_> = console.iter().filter(|entry| entry.message.contains("The app has stopped")).collect();
        assert_eq!((said.len(), console.len()), (1, 1), "{when}: {console:#?}");
    }
}

#[tokio::test]
async fn in_firefox_an_app_that_fails_leaves_plain_links() {
    let (server, browser) = (Server::start(), Browser::firefox().await);
    browser.open(&server, "/").await;
    browser.run(&script(NO_SCROLLING)).await;
    browser.click("[data-turn='1']").await;
    is_plain(&browser, &server, ".section-nav a[href='/war/']", "War").await;
}

/// The router assumes that it can write to the history.
#[tokio::test]
async fn an_app_that_fails_during_a_move_loads_the_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    let story = paper.reference();
    browser.run("history.pushState = () => { throw new Error('no history') }").await;
    browser.press(&format!("main .card-headline a[href='{}']", story.route().path())).await;
    browser.shows(&story.headline).await;
    let view = browser.view().await;
    assert_eq!((view.path, view.marked), (story.route().path(), false), "the page was loaded");
    browser.taken_over().await;
}

/// Otherwise going back to an entry that the app has added would change only the address.
#[tokio::test]
async fn after_the_app_has_failed_back_loads_the_previous_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    browser.mark().await;
    browser.run(&script(NO_SCROLLING)).await;
    browser
        .run(
            "document.querySelector('.carousel-row') ?? document.querySelector('main').insertAdjacentHTML('beforeend',
        html(`<button data-turn='1' class='trap'>x</button><ul class='carousel-row'></ul>`))",
        )
        .await;
    browser.run("document.querySelector('[data-turn]').click()").await;
    browser.until("the app has failed", "!document.documentElement.classList.contains('app')").await;
    // A link within the page must not reload it.
    browser.run("document.querySelector('.skip-link').click()").await;
    browser.until("the link is followed", "location.hash === '#main'").await;
    browser.let_pass(300).await;
    assert!(browser.view().await.marked, "the page stays");
    browser.back().await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

/// History entries made by the app outlive it, here after a reload without the app.
#[tokio::test]
async fn without_the_app_its_history_entries_load_their_pages() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    server.treat(&program(), Behaviour::Status(500));
    browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
    browser.driver.refresh().await.expect("a reload");
    browser.until("the app has been given up", "!document.documentElement.classList.contains('controls')").await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    assert_eq!(browser.view().await.path, "/");
    browser.forward().await;
    browser.shows("War").await;
}
