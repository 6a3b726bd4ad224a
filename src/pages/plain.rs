//! A page of text that is not a story.

use maud::{Markup, PreEscaped, html};

use crate::components::{breadcrumb, headline};
use crate::model::{PlainPage, Site};

/// The about page (imprint, contact, privacy, corrections policy: whatever the publisher has written), or the
/// corrections.
pub fn plain(site: &Site, page: &PlainPage) -> Markup {
    html! {
        div class="about" {
            (breadcrumb(site, None, &page.headline, None))
            (headline(&page.headline, "page-title"))
            // Sanitised by press. `main.rs` reads the text of a pressed page from this element.
            div class="prose" id="text" { (PreEscaped(&page.body)) }
        }
    }
}
