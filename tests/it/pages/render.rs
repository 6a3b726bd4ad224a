//! Renders pages to HTML and parses HTML as a browser does.

use journal::frame::Frame;
use journal::model::{Document, Site};
use journal::pages::page;
use scraper::{ElementRef, Html, Selector};

/// The page of a document, without its frame.
pub fn page_of(site: &Site, document: &Document) -> String {
    page(site, document).into_string()
}

/// The whole body of a document's page.
pub fn body_of(site: &Site, document: &Document) -> String {
    Frame::of(site).around(site, document).into_string()
}

/// HTML as a browser parses it in a body.
pub fn parsed(html: &str) -> Html {
    let html = Html::parse_document(&format!("<!doctype html><html><head></head><body>{html}</body></html>"));
    assert_eq!(html.errors, [] as [&str; 0]);
    html
}

pub fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The text of the only element that matches.
pub fn text_of(html: &Html, selector: &str) -> String {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector}");
    text(found[0])
}
