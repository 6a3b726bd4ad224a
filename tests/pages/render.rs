//! Pages and parts as HTML, and how a browser reads that.

use std::sync::Arc;

use journal::app::{App, Frame};
use journal::model::{Document, Site};
use journal::pages::page;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use scraper::{ElementRef, Html, Selector};

/// Renders a view as press does.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    html.replace("<!>", "<!---->")
}

/// The page of a document, without what stands around it.
pub fn page_of(site: &Site, document: &Document) -> String {
    page(site, document).into_string()
}

/// The whole body of a document's page.
pub fn body_of(site: &Site, document: &Document) -> String {
    html(|| {
        provide_context(RequestUrl::new(&[site.base.as_str(), "/"].concat()));
        let (site, first) = (Arc::new(site.clone()), Arc::new(document.clone()));
        let frame = Some(Frame::of(&site));
        view! { <App site first frame/> }
    })
}

/// HTML as a browser reads it in a body.
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

/// The text of the only element of a kind.
pub fn text_of(html: &Html, selector: &str) -> String {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector}");
    text(found[0])
}
