//! Pages as HTML, rendered by the app's own components.

use std::sync::Arc;

use journal::app::{App, Frame};
use journal::model::{Document, FORMAT, Site};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use memchr::memmem;

use crate::failure::Failure;

/// What the renderer writes between two texts, and what stands for it.
const MARKER: &str = "<!>";
const COMMENT: &str = "<!---->";

/// Makes the bodies of all pages of a newspaper. What they share is made once.
pub struct Prerender {
    site: Arc<Site>,
    frame: Frame,
    /// What each data block begins with, see [`Pressed`](journal::model::Pressed).
    block: String,
}

impl Prerender {
    /// For the pages of `site`.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn of(site: &Site) -> Result<Prerender, Failure> {
        // The footer stands in the page and is never made again.
        let block = serde_json::to_string(&Site { footer: Vec::new(), ..site.clone() })?;
        let block = inert(&format!("{{\"format\":{FORMAT},\"site\":{block},\"document\":"));
        Ok(Prerender { frame: Frame::of(site), site: Arc::new(site.clone()), block })
    }

    /// What stands in the body of the page at `path` (with the site's prefix): the app's HTML, then its data block.
    ///
    /// # Errors
    /// The document cannot be written as JSON.
    pub fn body(&self, path: &str, mut document: Document) -> Result<String, Failure> {
        // The text stands in the page, too.
        let text = document.body_mut().map(std::mem::take);
        let json = serde_json::to_string(&document)?;
        if let (Some(body), Some(text)) = (document.body_mut(), text) {
            *body = text;
        }
        let (site, first, frame) = (self.site.clone(), Arc::new(document), Some(self.frame.clone()));
        let owner = Owner::new();
        let html = owner.with(|| {
            provide_context(RequestUrl::new(path));
            view! { <App site first frame/> }.to_html()
        });
        owner.unset_with_forced_cleanup();
        let (begin, end) = ("<script type=\"application/json\" id=\"document\">", "}</script>");
        // The renderer's marker between texts is a comment to browsers, but an odd one that checkers complain about.
        let mut parts = Vec::new();
        let mut place = 0;
        for marker in memmem::find_iter(html.as_bytes(), MARKER) {
            parts.extend([&html[place..marker], COMMENT]);
            place = marker + MARKER.len();
        }
        let json = inert(&json);
        parts.extend([&html[place..], begin, &self.block, &json, end]);
        Ok(parts.concat())
    }
}

/// JSON that no HTML parser takes for markup.
pub fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
