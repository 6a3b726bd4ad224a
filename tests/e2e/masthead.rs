//! The masthead: name, tagline, search, sections; and the footer.

use journal::model::Document;

use crate::arrival::{arrived, arrived_at_top};
use crate::browser::{Browser, Device};
use crate::input::Key;
use crate::paper::Paper;
use crate::server::Server;

/// Whether an element can be seen, as a JavaScript expression.
fn visible(selector: &str) -> String {
    format!("document.querySelector({selector:?}).checkVisibility({{ visibilityProperty: true }})")
}

#[tokio::test]
async fn the_masthead_names_and_links_the_newspaper_and_its_sections() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/about/").await;
    browser.mark().await;
    assert_eq!(browser.text(".masthead-name").await, "The Odessa Journal");
    assert_eq!(browser.text(".masthead-tagline").await, "About past, present and future of Ukraine");
    let names: Vec<String> =
        browser.eval("[...document.querySelectorAll('.section-nav a')].map(a => a.textContent)").await;
    let expected: Vec<&str> = paper.site.sections.iter().map(|section| section.name.as_str()).collect();
    assert_eq!(names, expected);
    for name in ["Diplomacy", "War", "Business", "Culture", "Society", "History", "Events", "Interviews"] {
        assert!(expected.contains(&name), "{name} is a section");
    }
    let current = "[...document.querySelectorAll('.section-nav [aria-current]')].map(a => a.getAttribute('href'))";
    assert!(browser.eval::<Vec<String>>(current).await.is_empty(), "no section is marked");
    for section in &paper.site.sections {
        let path = format!("/{}/", section.slug);
        browser.press(&format!(".section-nav a[href='{path}']")).await;
        let view = arrived_at_top(&browser, &paper, &path).await;
        assert_eq!(view.headlines, [section.name.as_str()]);
        assert_eq!(browser.eval::<Vec<String>>(current).await, [path], "the navigation marks the current section");
    }
    browser.press(".masthead-name").await;
    arrived_at_top(&browser, &paper, "/").await;
    assert!(browser.eval::<Vec<String>>(current).await.is_empty(), "no section is marked any more");
}

#[tokio::test]
async fn every_section_can_be_reached_on_a_phone() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    let last = paper.site.sections.last().expect("a section");
    let path = format!("/{}/", last.slug);
    let place = format!("document.querySelector(\".section-nav a[href='{path}']\").getBoundingClientRect().left");
    assert!(browser.eval::<f64>(&place).await > 360.0, "the last section is beyond the edge");
    browser.swipe_until(".section-nav ul", &format!("{place} < 300")).await;
    browser.press(&format!(".section-nav a[href='{path}']")).await;
    arrived_at_top(&browser, &paper, &path).await;
}

#[tokio::test]
async fn on_a_desktop_the_search_field_leads_to_the_search_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.open(&server, "/").await;
    assert!(browser.eval::<bool>(&visible(".search-field input")).await);
    assert!(!browser.eval::<bool>(&visible(".search-toggle")).await);
    let named = "document.querySelector('.search-field input').getAttribute('aria-label')";
    assert_eq!(browser.eval::<String>(named).await, "Search the newspaper");
    browser.press(".search-field input").await;
    browser.type_text("port & harbour").await;
    browser.key(Key::ENTER).await;
    browser.until("the search page is shown", "location.pathname === '/search/'").await;
    browser.shows("Find a story").await;
    let words = "new URLSearchParams(location.search).get('q')";
    assert_eq!(browser.eval::<String>(words).await, "port & harbour");
    let sections: Vec<String> =
        browser.eval("[...document.querySelectorAll('[aria-labelledby=sections] a')].map(a => a.textContent)").await;
    assert_eq!(sections.len(), paper.site.sections.len(), "the search page offers the sections");

    // The button does the same.
    browser.open(&server, "/").await;
    browser.press(".search-field input").await;
    browser.type_text("opera").await;
    browser.press(".search-field button").await;
    browser.until("the search page is shown", "location.pathname + location.search === '/search/?q=opera'").await;
    browser.shows("Find a story").await;
}

#[tokio::test]
async fn on_a_phone_a_labelled_link_leads_to_the_search_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    browser.open(&server, "/").await;
    browser.mark().await;
    assert!(!browser.eval::<bool>(&visible(".search-field")).await);
    assert!(browser.eval::<bool>(&visible(".search-toggle")).await);
    assert_eq!(browser.text(".search-toggle").await.trim(), "Search");
    browser.press(".search-toggle").await;
    let view = arrived_at_top(&browser, &paper, "/search/").await;
    assert_eq!(view.headlines, ["Find a story"]);
}

#[tokio::test]
async fn the_footer_leads_to_the_parts_of_the_about_page_and_says_when_the_edition_was_made() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    let edition = &paper.site.edition;
    for link in &paper.site.footer {
        browser.open(&server, "/").await;
        browser.mark().await;
        let said = browser.text(".footer-edition").await;
        assert!(said.contains(&edition.date) && edition.time() == "00:00", "{said} does not say {edition:?}");
        let Some((path, id)) = link.href.split_once('#').filter(|(path, _)| path.starts_with('/')) else { continue };
        browser.press(&format!(".footer a[href='{}']", link.href)).await;
        arrived_or_moved_on(&browser, &paper, path).await;
        let part = format!("document.getElementById('{id}')");
        let in_view = format!("(box => box.top >= 0 && box.bottom < innerHeight)({part}.getBoundingClientRect())");
        browser.until(&format!("{} is in view", link.label), &in_view).await;
        let focused = format!("document.activeElement === {part}");
        browser.until(&format!("{} has focus", link.label), &focused).await;
        assert_eq!(browser.eval::<String>("location.hash").await, format!("#{id}"));
    }
    let labels: Vec<&str> = paper.site.footer.iter().map(|link| link.label.as_str()).collect();
    for wanted in ["Imprint", "Contact", "Privacy", "Corrections"] {
        assert!(labels.iter().any(|label| label.starts_with(wanted)), "the footer has no {wanted}: {labels:?}");
    }
}

/// After a link to a part of another page, the part has the focus; everything else is as after any move.
async fn arrived_or_moved_on(browser: &Browser, paper: &Paper, path: &str) {
    let title = journal::head::Head::of(&paper.site, paper.document(path)).title;
    let view = crate::arrival::announced(browser, path, &title).await;
    assert!(view.marked, "no page was loaded");
    assert_eq!(view.canonical, Some(format!("{}{path}", paper.site.address)));
}

#[tokio::test]
async fn the_pages_of_a_list_lead_to_each_other() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let page = paper.largest_section();
    let pages = page.listing.older.expect("the largest section has several pages");
    assert!(pages >= 3, "the largest section has three pages");
    let path = |number: u32| match number {
        1 => format!("/{}/", page.section),
        number => format!("/{}/page/{number}/", page.section),
    };
    browser.open(&server, &path(1)).await;
    browser.mark().await;
    let mut listed: Vec<&str> = page.listing.teasers.iter().map(|teaser| teaser.slug.as_str()).collect();
    // Pages are numbered from the oldest on.
    for number in (2..=pages).rev() {
        browser.press(".pagination-older").await;
        arrived_at_top(&browser, &paper, &path(number)).await;
        let Document::Section(page) = paper.document(&path(number)) else {
            panic!("page {number} is not a page of the section")
        };
        listed.extend(page.listing.teasers.iter().map(|teaser| teaser.slug.as_str()));
        let (newest, oldest) =
            (page.listing.teasers.first().expect("a story"), page.listing.teasers.last().expect("one"));
        let days = [oldest, newest].map(|teaser| paper.story_at(&teaser.route().path()));
        // A story in Ukrainian has its date in Ukrainian; the list has dates in the newspaper's language.
        for article in days.into_iter().filter(|article| article.language.is_none()) {
            assert!(page.listing.span.contains(&article.published.date), "{}", page.listing.span);
        }
        assert!(!page.listing.span.contains(|letter| ('а'..='я').contains(&letter)), "{}", page.listing.span);
        assert_eq!(browser.text(".pagination-place").await, page.listing.span);
    }
    let all: Vec<_> = paper.stories().filter(|story| story.section == page.section).collect();
    assert_eq!(listed.len(), all.len(), "every story once");
    let dates: Vec<&str> = listed
        .iter()
        .filter_map(|slug| all.iter().find(|story| story.slug == *slug))
        .map(|story| &story.published.iso[..10])
        .collect();
    assert!(dates.len() == all.len() && dates.is_sorted_by(|one, other| one >= other), "the newest first: {dates:?}");
    let older = "document.querySelector('.pagination-older') === null";
    assert!(browser.eval::<bool>(older).await, "the last page has no older stories");
    browser.press(".pagination-newer").await;
    arrived(&browser, &paper, &path(3)).await;
}
