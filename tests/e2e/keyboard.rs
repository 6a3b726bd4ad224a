//! The whole newspaper by keyboard alone: neither a mouse nor a finger nor a script of the tests moves the focus.

use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Behaviour, Server};

/// The text of the card that has the focus.
const CARD: &str = "document.activeElement.closest('.card')?.querySelector('.card-headline').textContent ?? ''";

async fn at_headline(browser: &Browser) {
    browser.until("the headline has focus", "document.activeElement === document.querySelector('h1')").await;
}

/// Follows a link or presses a button.
async fn enter(browser: &Browser, selector: &str) {
    browser.tab_to(selector).await;
    browser.key(Key::ENTER).await;
}

#[tokio::test]
async fn past_the_masthead_into_a_section_and_on_through_its_pages() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        let section = paper.largest_section();
        browser.open(&server, "/").await;
        browser.key(Key::TAB).await;
        assert!(
            browser.eval::<bool>("document.activeElement.matches('.skip-link')").await,
            "the skip link comes first"
        );
        browser.key(Key::ENTER).await;
        browser.until("the content has focus", "document.activeElement.id === 'main'").await;
        browser.key(Key::TAB).await;
        assert!(browser.eval::<bool>("document.activeElement.closest('main') !== null").await);

        browser.load(&format!("{}/", server.origin())).await;
        browser.taken_over().await;
        enter(&browser, &format!(".section-nav a[href='/{}/']", section.section)).await;
        browser.shows(paper.site.section_name(&section.section)).await;
        at_headline(&browser).await;
        enter(&browser, ".pagination-older").await;
        // The page with the next older stories; pages are numbered from the oldest on.
        let older = section.listing.older.expect("a second page");
        browser.until("the second page", &format!("location.pathname.endsWith('/page/{older}/')")).await;
        at_headline(&browser).await;
        enter(&browser, ".pagination-newer").await;
        browser.until("the first page again", "!location.pathname.includes('/page/')").await;
    }
}

#[tokio::test]
async fn reading_settings_and_help_open_work_close_and_return_the_focus() {
    for device in Device::BOTH {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.open(&server, "/about/").await;
        enter(&browser, "[popovertarget=reading]:not(.panel-close)").await;
        let open = "document.getElementById('reading').matches(':popover-open')";
        browser.until("the panel opens", open).await;
        browser.tab_to("#reading input[name=theme]").await;
        // From the system's theme to the light and then to the dark one.
        browser.key(Key::RIGHT).await;
        browser.key(Key::RIGHT).await;
        browser.until("the theme is dark", "document.documentElement.dataset.theme === 'dark'").await;
        browser.tab_to("#reading input[name=contrast]").await;
        browser.key(Key::SPACE).await;
        browser.until("the contrast is high", "document.documentElement.dataset.contrast === 'more'").await;
        browser.key(Key::ESCAPE).await;
        browser.until("the panel closes", &format!("!{open}")).await;
        let back = "document.activeElement.getAttribute('popovertarget') === 'reading'";
        assert!(browser.eval::<bool>(back).await, "the focus is back where it was");

        browser.key(Key::QUESTION).await;
        if device == Device::Phone {
            // On a touch screen no single key does anything, since nothing there could switch that off.
            browser.key(Key::J).await;
            assert!(browser.eval::<bool>(back).await, "the focus stays");
            assert!(!browser.eval::<bool>("document.getElementById('help').open").await);
            continue;
        }
        browser.until("the help opens", "document.getElementById('help').open").await;
        browser.key(Key::ESCAPE).await;
        browser.until("the help closes", "!document.getElementById('help').open").await;
        assert!(browser.eval::<bool>(back).await, "the focus is back where it was");
    }
}

/// The headlines that are not above the window, in the order of the page.
const AHEAD: &str =
    "[...document.querySelectorAll('main .card-headline a')].filter(link => link.getBoundingClientRect().top >= 0)
    .map(link => link.textContent)";

#[tokio::test]
async fn the_next_headline_is_the_first_in_view_and_the_previous_one_is_before_it() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    for (key, place) in [(Key::J, 1), (Key::K, 0)] {
        browser.open(&server, "/").await;
        let all: Vec<String> =
            browser.eval("[...document.querySelectorAll('main .card-headline a')].map(link => link.textContent)").await;
        browser.run("scrollTo(0, document.querySelector('.strip').getBoundingClientRect().top)").await;
        browser.until("the page has scrolled", "scrollY > 500").await;
        let ahead: Vec<String> = browser.eval(AHEAD).await;
        assert!(!ahead.is_empty() && ahead.len() < all.len() - 3, "{ahead:?} of {all:?}");
        browser.key(key).await;
        // The headline before the first one in view, and that one.
        let expected = &all[all.len() - ahead.len() - 1 + place];
        assert_eq!(&browser.eval::<String>(CARD).await, expected);
    }
}

#[tokio::test]
async fn a_story_is_found_saved_opened_listed_and_removed() {
    let (server, browser) = (Server::start(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.key(Key::J).await;
    browser.key(Key::J).await;
    let headline: String = browser.eval(CARD).await;
    assert!(!headline.is_empty());
    browser.key(Key::S).await;
    browser
        .until(
            "it is announced",
            "[...document.querySelectorAll('[role=status]')].some(s => s.textContent === 'Saved for later')",
        )
        .await;
    browser.key(Key::ENTER).await;
    browser.shows(&headline).await;
    at_headline(&browser).await;
    assert_eq!(
        browser.eval::<String>("document.querySelector('.story-tools .save').getAttribute('aria-pressed')").await,
        "true"
    );

    enter(&browser, ".saved-link").await;
    browser.shows("Saved").await;
    browser.until("the story is listed", "document.querySelectorAll('#saved-list .card').length === 1").await;
    assert_eq!(browser.text("#saved-list .card-headline").await, headline);
    browser.tab_to("#saved-list .save").await;
    browser.key(Key::SPACE).await;
    browser.until("the list is empty", "document.querySelector('.saved-empty') !== null").await;
    at_headline(&browser).await;
    enter(&browser, "#saved-list a.button").await;
    browser.until("the front page", "location.pathname === '/'").await;
}

#[tokio::test]
async fn contents_footnotes_tables_sharing_and_top_article_work_within_a_story() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let long = paper.story("with a table of contents", |article| !article.contents.is_empty());
    browser.open(&server, &long.route().path()).await;
    enter(&browser, "button[data-copy]").await;
    let answered = "document.querySelector('.share-status').textContent !== ''";
    browser.until("the button answers", answered).await;
    enter(&browser, ".menu summary").await;
    enter(&browser, ".menu li:nth-child(2) a").await;
    let heading = long.contents.get(1).expect("a second part");
    browser.until("the part has focus", &format!("document.activeElement.id === '{}'", heading.id)).await;
    assert!(browser.eval::<f64>("document.activeElement.getBoundingClientRect().top").await < 400.0, "it is in view");

    let annotated = paper.annotated_story().route().path();
    browser.open(&server, &annotated).await;
    enter(&browser, "#text a[href='#fn-1']").await;
    browser.until("the note has focus", "document.activeElement.id === 'fn-1'").await;
    enter(&browser, "#fn-1 a[href='#fnref-1']").await;
    browser.until("the text has focus again", "document.activeElement.id === 'fnref-1'").await;

    let table = paper.story("with a table", |article| article.body.contains("class=\"table\"")).route().path();
    browser.open(&server, &table).await;
    browser.tab_to(".table").await;
    assert!(browser.eval::<bool>("document.activeElement.getAttribute('aria-label').length > 0").await);
    browser.run("document.activeElement.style.width = '9rem'").await;
    browser.key(Key::RIGHT).await;
    browser.until("the table scrolls within its box", "document.activeElement.scrollLeft > 0").await;
    assert_eq!(browser.eval::<f64>("scrollX").await, 0.0);

    browser.tab_to(".carousel-row .card-headline a").await;
    let first: String = browser.eval(CARD).await;
    browser.key(Key::RIGHT).await;
    let second: String = browser.eval(CARD).await;
    assert!(!second.is_empty() && first != second, "{first} / {second}");
    browser.key(Key::ENTER).await;
    browser.shows(&second).await;
    at_headline(&browser).await;
}

#[tokio::test]
async fn the_search_key_and_the_retry_button_of_a_failed_page_work() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    browser.key(Key::SLASH).await;
    browser.type_text("port").await;
    browser.key(Key::ENTER).await;
    browser.shows("Find a story").await;
    assert_eq!(browser.eval::<String>("location.search").await, "?q=port");

    browser.taken_over().await;
    let story = paper.reference().route().path();
    let data = format!("{story}index.json");
    server.treat(&data, Behaviour::Status(503));
    browser.load(&format!("{}/", server.origin())).await;
    browser.taken_over().await;
    enter(&browser, &format!("main a[href='{story}']")).await;
    browser.shows("This page could not be loaded").await;
    at_headline(&browser).await;
    server.mend(&data);
    enter(&browser, "[data-retry]").await;
    browser.shows(&paper.reference().headline).await;
}
