//! Pages as HTML, by the app's own templates.

use journal::frame::Frame;
use journal::model::{Document, FORMAT, Site};

use crate::diagnostics::failure::Failure;

/// Makes the bodies of all pages of a newspaper. What they share is made once.
pub struct BodyRenderer {
    site: Site,
    frame: Frame,
    /// What each data block begins with, see [`Pressed`](journal::model::Pressed).
    block: String,
}

impl BodyRenderer {
    /// For the pages of `site`.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn of(site: &Site) -> Result<BodyRenderer, Failure> {
        // The footer stands in the page and is never made again.
        let block = serde_json::to_string(&Site { footer: Vec::new(), ..site.clone() })?;
        let block = inert(&format!("{{\"format\":{FORMAT},\"site\":{block},\"document\":"));
        Ok(BodyRenderer { frame: Frame::of(site), site: site.clone(), block })
    }

    /// What the body of the page of `document` holds: its HTML, then its data block.
    ///
    /// # Errors
    /// The document cannot be written as JSON.
    pub fn body(&self, mut document: Document) -> Result<String, Failure> {
        let html = self.frame.around(&self.site, &document).into_string();
        // The text is in the page already.
        if let Some(text) = document.body_mut() {
            text.clear();
        }
        let json = inert(&serde_json::to_string(&document)?);
        let (begin, end) = ("<script type=\"application/json\" id=\"document\">", "}</script>");
        Ok([&html, begin, &self.block, &json, end].concat())
    }
}

/// JSON that no HTML parser takes for markup.
pub fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
