//! Renders the bodies of pages with the app's own templates.

use journal::frame::Frame;
use journal::model::{Document, FORMAT, Site};

use crate::diagnostics::failure::Failure;

/// Renders the bodies of all pages of a newspaper. What they share is rendered once.
pub struct BodyRenderer {
    site: Site,
    frame: Frame,
    /// The beginning of every data block, see [`Pressed`](journal::model::Pressed).
    block: String,
}

impl BodyRenderer {
    /// A renderer for the pages of `site`.
    ///
    /// # Errors
    /// `site` cannot be serialised as JSON.
    pub fn of(site: &Site) -> Result<BodyRenderer, Failure> {
        // The footer is in the page, and the app never renders it again.
        let block = serde_json::to_string(&Site { footer: Vec::new(), ..site.clone() })?;
        let block = inert(&format!("{{\"format\":{FORMAT},\"site\":{block},\"document\":"));
        Ok(BodyRenderer { frame: Frame::of(site), site: site.clone(), block })
    }

    /// The content of the `body` element of a document's page: its HTML, then its data block.
    ///
    /// # Errors
    /// The document cannot be serialised as JSON.
    pub fn body(&self, mut document: Document) -> Result<String, Failure> {
        let html = self.frame.around(&self.site, &document).into_string();
        // The page's HTML already contains the text.
        if let Some(text) = document.body_mut() {
            text.clear();
        }
        let json = inert(&serde_json::to_string(&document)?);
        let (begin, end) = ("<script type=\"application/json\" id=\"document\">", "}</script>");
        Ok([&html, begin, &self.block, &json, end].concat())
    }
}

/// Escapes JSON so that HTML parsers find no markup in it.
pub fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
