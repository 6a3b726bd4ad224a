//! The page about the newspaper.

use maud::{Markup, PreEscaped, html};

use crate::components::{breadcrumb, headline};
use crate::model::{About, Site};

/// Imprint, contact, privacy, corrections policy: whatever the publisher has written.
pub fn about(site: &Site, about: &About) -> Markup {
    html! {
        div class="about" {
            (breadcrumb(site, None, &about.headline, None))
            (headline(&about.headline, "page-title"))
            // Sanitised by press. Main takes the text of a pressed page back from this element.
            div class="prose" id="text" { (PreEscaped(&about.body)) }
        }
    }
}
