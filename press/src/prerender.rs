//! Pages as HTML, rendered by the app's own components.

use journal::app::{App, Frame};
use journal::model::{Document, FORMAT, Pressed, Site};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::failure::Failure;

/// What stands in the body of the page at `path` (with the site's prefix): the app's HTML, then its data block.
///
/// # Errors
/// The document cannot be written as JSON.
pub fn prerender(path: &str, site: &Site, document: &Document) -> Result<String, Failure> {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        view! { <App site=site.clone() first=document.clone() frame=Some(Frame::of(site))/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    // The renderer's marker between texts is a comment to browsers, but an odd one that checkers complain about.
    let html = html.replace("<!>", "<!---->");
    Ok([html.as_str(), &data_block(site, document)?].concat())
}

/// The document for the app, without what stands in the page and is never made again: its text, and the footer's links.
fn data_block(site: &Site, document: &Document) -> Result<String, Failure> {
    let mut document = document.clone();
    if let Some(body) = document.body_mut() {
        body.clear();
    }
    let site = Site { footer: Vec::new(), ..site.clone() };
    let pressed = Pressed { format: FORMAT, site, document };
    let json = serde_json::to_string(&pressed)?;
    Ok(["<script type=\"application/json\" id=\"document\">", &inert(&json), "</script>"].concat())
}

/// JSON that no HTML parser takes for markup.
pub fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
