//! A picture file as the browser needs it to reserve its space and fetch it.

use serde::{Deserialize, Serialize};

/// A picture file of this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Address below the site's base, named by content hash: `/assets/stairs.1f0c2a9be37d4410.jpg`.
    pub src: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}
