//! What others put into the page, or do with it, does not keep the app from coming; and when the app fails, readers have plain
//! pages whose links lead on.

use crate::browser::{Browser, Device, quoted};
use crate::paper::Paper;
use crate::server::{Behaviour, Server, dist, program};

/// The HTML of a page as a reader's network, browser or extension leaves it.
type Change = fn(&str) -> String;

/// Wraps every run of words in the page as the translation of a browser does: after that no text is where it was.
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

/// Changes what lies between the start of the body and the page's data.
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
    ("all words translated", |html| html.replace("</body>", &format!("<script>{TRANSLATE}</script></body>"))),
];

fn front_page() -> String {
    std::fs::read_to_string(dist().join("index.html")).expect("the front page")
}

/// Reads on in the app: to a story, back to the front page, and to a section.
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
    browser.until("the navigation says where the reader is", here).await;
    let said = "document.getElementById('live').textContent.startsWith('War')";
    browser.until("the page is announced", said).await;
    browser.click(".card .save").await;
    browser.until("a story is saved", "document.querySelector('.card .save').ariaPressed === 'true'").await;
    assert!(browser.view().await.marked, "{what}: all of it in the app");
}

async fn the_app_comes_in_spite_of_what_others_have_put_into_the_page(browser: Browser) {
    let (server, paper) = (Server::start(), Paper::read());
    assert!(!front_page().contains("<!--"), "a proxy that strips comments finds none");
    for (what, change) in CHANGES {
        let (plain, changed) = (front_page(), change(&front_page()));
        assert_ne!(plain, changed, "{what} changes nothing");
        server.treat("/", Behaviour::Html(changed));
        browser.open(&server, "/").await;
        reads_on(&browser, &paper, what).await;
        browser.run("localStorage.clear()").await;
    }
}

#[tokio::test]
async fn in_chromium_the_app_comes_in_spite_of_what_others_have_put_into_the_page() {
    the_app_comes_in_spite_of_what_others_have_put_into_the_page(Browser::start(Device::Desktop).await).await;
}

#[tokio::test]
async fn in_firefox_the_app_comes_in_spite_of_what_others_have_put_into_the_page() {
    the_app_comes_in_spite_of_what_others_have_put_into_the_page(Browser::firefox().await).await;
}

/// What is done with the page while the app is there.
const MEANWHILE: [(&str, &str); 6] = [
    ("the page is translated", TRANSLATE),
    ("the whole page is written anew", "document.body.innerHTML = document.body.innerHTML"),
    ("the main part is another one", "document.querySelector('main').replaceWith(document.querySelector('main').cloneNode(true))"),
    ("something is put before the page", "document.body.prepend('Words. ', document.createElement('style'))"),
    ("the page has another element around it", "(() => {
        const around = document.createElement('div');
        document.body.prepend(around);
        around.append(document.querySelector('.paper'));
    })()"),
    ("white space and comments come and go", "(() => {
        for (const element of document.querySelectorAll('.paper, .paper > *')) element.prepend(document.createComment('x'), '\\n');
    })()"),
];

async fn the_app_goes_on_whatever_is_done_with_the_page(browser: Browser) {
    let (server, paper) = (Server::start(), Paper::read());
    for (what, script) in MEANWHILE {
        browser.open(&server, "/").await;
        browser.run(script).await;
        reads_on(&browser, &paper, what).await;
        browser.run("localStorage.clear()").await;
    }
}

#[tokio::test]
async fn in_chromium_the_app_goes_on_whatever_is_done_with_the_page() {
    the_app_goes_on_whatever_is_done_with_the_page(Browser::start(Device::Desktop).await).await;
}

#[tokio::test]
async fn in_firefox_the_app_goes_on_whatever_is_done_with_the_page() {
    the_app_goes_on_whatever_is_done_with_the_page(Browser::firefox().await).await;
}

/// A page without the part that shows pages: a link loads the next one.
#[tokio::test]
async fn a_turn_that_does_not_arrive_loads_the_address() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    browser.run("document.querySelector('main').remove()").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    let view = browser.view().await;
    assert_eq!((view.path.as_str(), view.marked), ("/war/", false), "the page was loaded");
    // The same on the way back.
    browser.taken_over().await;
    browser.press(".section-nav a[href='/culture/']").await;
    browser.shows("Culture").await;
    browser.run("document.querySelector('main').remove()").await;
    browser.back().await;
    browser.shows("War").await;
    assert_eq!(browser.view().await.path, "/war/");
}

/// What is not there cannot be taken over.
#[tokio::test]
async fn a_page_that_lacks_a_part_remains_a_plain_page() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    server.treat("/", Behaviour::Html(front_page().replace("id=\"live\"", "")));
    browser.load(&format!("{}/", server.origin())).await;
    is_plain(&browser, &server, ".section-nav a[href='/war/']", "War").await;
    assert!(browser.console().await.is_empty());
}

/// What needs the app is not seen, and a link loads its page.
async fn is_plain(browser: &Browser, server: &Server, link: &str, headline: &str) {
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("what needs the app goes", unseen).await;
    assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "no app is there");
    server.forget();
    browser.mark().await;
    browser.click(link).await;
    browser.shows(headline).await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

/// Has the page itself run a script: what fails in a driver's script is told to nobody.
fn script(text: &str) -> String {
    format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ textContent: {} }}))",
        quoted(text)
    )
}

const NO_SCROLLING: &str = "Element.prototype.scrollBy = () => { throw new Error('no scrolling') }";

/// Ways to make the program fail in the middle of what it does, each seen from outside only.
const TRAPS: [(&str, &str, &str); 2] = [
    // It unwraps what it cannot do without: a panic, which ends in `unreachable`.
    ("while it takes over", "window.URLSearchParams = function () { throw new Error('no parameters') }", ""),
    // An exception that passes through it and leaves it half-way.
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

/// The router takes for granted that it can write into the history.
#[tokio::test]
async fn an_app_that_fails_on_the_way_to_a_page_loads_it() {
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

/// What the app has added to the history would otherwise change the address and nothing else.
#[tokio::test]
async fn after_the_app_has_failed_back_loads_the_page_before() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    browser.mark().await;
    browser.run(&script(NO_SCROLLING)).await;
    browser
        .run(
            "document.querySelector('.carousel-row') ?? document.querySelector('main').insertAdjacentHTML('beforeend',
        `<button data-turn='1' class='trap'>x</button><ul class='carousel-row'></ul>`)",
        )
        .await;
    browser.run("document.querySelector('[data-turn]').click()").await;
    browser.until("the app has failed", "!document.documentElement.classList.contains('app')").await;
    // A link within the page must not load it again.
    browser.run("document.querySelector('.skip-link').click()").await;
    browser.until("the link is followed", "location.hash === '#main'").await;
    browser.let_pass(300).await;
    assert!(browser.view().await.marked, "the page stays");
    browser.back().await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    assert!(!browser.view().await.marked, "the page was loaded");
}

/// Entries of the history that were made by the app outlive it: a reload, after which the app does not come.
#[tokio::test]
async fn without_the_app_an_entry_that_it_has_made_loads_its_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    server.treat(&program(), Behaviour::Status(500));
    browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
    browser.driver.refresh().await.expect("a reload");
    browser.until("there is no app", "!document.documentElement.classList.contains('controls')").await;
    browser.back().await;
    browser.shows(&paper.site.name).await;
    assert_eq!(browser.view().await.path, "/");
    browser.forward().await;
    browser.shows("War").await;
}
