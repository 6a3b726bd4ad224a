//! Where a story can be shared by a plain link.

use serde::{Deserialize, Serialize};

/// A network to share a story on, as named in `site.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// Facebook
    Facebook,
    /// X
    X,
    /// Telegram
    Telegram,
    /// WhatsApp
    Whatsapp,
    /// LinkedIn
    Linkedin,
    /// Bluesky
    Bluesky,
    /// The reader's own mail program
    Email,
}
