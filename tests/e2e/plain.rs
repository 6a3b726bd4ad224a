//! The newspaper without scripts: reading, links, the carousel, sharing and in-page links work, and no control is dead.

use crate::browser::{Browser, Device, quoted};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::{Asked, Server};

/// Controls that are visible but do nothing without scripts.
const DEAD: &str = "[...document.querySelectorAll('button, input, select, textarea, summary, [role=button], [onclick], a:not([href])')]
    .filter(control => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(control => !control.matches('details > summary:first-child'))
    .filter(control => !(control.form?.action && (control.type === 'submit' || control.name)))
    .map(control => control.outerHTML)";

#[tokio::test]
async fn no_kind_of_page_has_a_dead_control() {
    let (server, paper) = (Server::start(), Paper::read());
    for device in Device::BOTH {
        let browser = Browser::without_scripts(device).await;
        for (kind, path) in paper.kinds() {
            browser.open(&server, &path).await;
            let app: bool = browser.eval("document.documentElement.classList.contains('app')").await;
            assert!(!app, "scripts are off");
            let dead: Vec<String> = browser.eval(DEAD).await;
            assert!(dead.is_empty(), "{kind} has dead controls: {dead:#?}");
            let unseen = "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
            assert!(browser.eval::<bool>(unseen).await, "{kind} hides the controls that need the app");
            let text: String = browser.eval("document.querySelector('main').innerText").await;
            assert!(text.len() > 150, "{kind} has a text: {text}");
        }
    }
}

#[tokio::test]
async fn a_reader_gets_through_the_newspaper() {
    let (server, paper) = (Server::start(), Paper::read());
    for device in Device::BOTH {
        let browser = Browser::without_scripts(device).await;
        let story = paper.reference();
        let path = story.route().path();
        browser.open(&server, "/").await;
        browser.press(".section-nav a[href='/diplomacy/']").await;
        browser.shows("Diplomacy").await;
        browser.press(&format!("main .card-headline a[href='{path}']")).await;
        browser.shows(&story.headline).await;
        let text = browser.text("#text").await;
        assert!(text.len() > 1500, "the story has its text");
        assert_eq!(browser.text(".story-facts .views").await, "668 views");
        browser.press(".breadcrumb li:nth-child(2) a").await;
        browser.shows("Diplomacy").await;
        browser.back().await;
        browser.shows(&story.headline).await;
        browser.press(".byline-more").await;
        browser.shows("The Odessa Journal").await;
        let json: Vec<_> = server.asked().into_iter().filter(Asked::is_for_a_document).collect();
        assert!(json.is_empty(), "{json:#?}");
    }
}

#[tokio::test]
async fn the_carousel_scrolls_by_finger_wheel_and_keyboard() {
    let (server, paper) = (Server::start(), Paper::read());
    let row = "document.querySelector('.carousel-row')";
    for device in Device::BOTH {
        let browser = Browser::without_scripts(device).await;
        browser.open(&server, &paper.reference().route().path()).await;
        assert_eq!(browser.eval::<f64>(&format!("{row}.scrollLeft")).await, 0.0);
        browser.swipe_until(".carousel-row li:first-child .card-headline a", &format!("{row}.scrollLeft > 50")).await;
    }
    let browser = Browser::without_scripts(Device::Desktop).await;
    browser.open(&server, &paper.reference().route().path()).await;
    browser.tab_to(".carousel-row li:last-child .card-headline a").await;
    browser.until("the row follows the focus", &format!("{row}.scrollLeft > 200")).await;
}

#[tokio::test]
async fn every_share_link_has_an_address() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::without_scripts(Device::Phone).await);
    let story = paper.reference();
    browser.open(&server, &story.route().path()).await;
    let links: Vec<String> = browser
        .eval("[...document.querySelectorAll('.share-panel a')].filter(a => a.checkVisibility()).map(a => decodeURIComponent(a.href))")
        .await;
    assert_eq!(links.len(), paper.site.share.len());
    let address = format!("{}{}", paper.site.address, story.route().path());
    for link in links {
        assert!(link.contains(&address), "{link} shares {address}");
    }
}

#[tokio::test]
async fn footnotes_and_the_skip_link_lead_to_their_targets() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::without_scripts(Device::Phone).await);
    let path = paper.annotated_story().route().path();
    browser.open(&server, &path).await;
    browser.press("#text a[href='#fn-1']").await;
    let in_view = |id: &str| {
        format!(
            "(box => box.top >= -1 && box.top < innerHeight)(document.getElementById({}).getBoundingClientRect())",
            quoted(id)
        )
    };
    browser.until("the footnote is in view", &in_view("fn-1")).await;
    assert_eq!(browser.eval::<String>("location.hash").await, "#fn-1");
    assert!(browser.eval::<bool>("document.activeElement.id === 'fn-1'").await, "the footnote has focus");
    browser.press("#fn-1 a[href^='#fnref-1']").await;
    browser.until("the place in the text is in view", &in_view("fnref-1")).await;
    assert!(browser.eval::<bool>("document.activeElement.id === 'fnref-1'").await, "the reference has focus");

    browser.open(&server, &path).await;
    browser.key(Key::TAB).await;
    assert!(browser.eval::<bool>("document.activeElement.matches('.skip-link')").await);
    browser.key(Key::ENTER).await;
    browser.until("the main part is the target", "location.hash === '#main'").await;
    browser.key(Key::TAB).await;
    let inside = "document.querySelector('#main').contains(document.activeElement)";
    assert!(browser.eval::<bool>(inside).await, "the Tab key continues inside the main part");
}

#[tokio::test]
async fn the_search_form_and_the_search_link_lead_to_the_search_page() {
    let server = Server::start();
    let browser = Browser::without_scripts(Device::Desktop).await;
    browser.open(&server, "/").await;
    browser.press(".search-field input").await;
    browser.type_text("stairs").await;
    browser.press(".search-field button").await;
    browser.shows("Find a story").await;
    assert_eq!(browser.eval::<String>("location.pathname + location.search").await, "/search/?q=stairs");
    drop(browser);

    let browser = Browser::without_scripts(Device::Phone).await;
    browser.open(&server, "/").await;
    browser.press(".search-toggle").await;
    browser.shows("Find a story").await;
}
