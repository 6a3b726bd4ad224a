//! A page of text that is no story.

use maud::{Markup, PreEscaped, html};

use crate::components::{breadcrumb, headline};
use crate::model::{PlainPage, Site};

/// Imprint, contact, privacy, corrections policy: whatever the publisher has written; or what was corrected.
pub fn plain(site: &Site, page: &PlainPage) -> Markup {
    html! {
        div class="about" {
            (breadcrumb(site, None, &page.headline, None))
            (headline(&page.headline, "page-title"))
            // Sanitised by press. Main takes the text of a pressed page back from this element.
            div class="prose" id="text" { (PreEscaped(&page.body)) }
        }
    }
}
