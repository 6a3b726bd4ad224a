//! A link of the footer.

use serde::{Deserialize, Serialize};

/// A link of the footer, as configured in `site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FooterLink {
    /// Its words.
    pub label: String,
    /// An address of this site (`/about/#imprint`, without the site's base) or a full one (`https://…`, `mailto:…`).
    pub href: String,
}
