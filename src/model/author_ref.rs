//! An author's name and address, as a byline shows it.

use serde::{Deserialize, Serialize};

/// An author as named in a byline.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AuthorRef {
    /// Last part of the author's address: `city-desk`.
    pub slug: String,
    /// As printed: `City Desk`.
    pub name: String,
}
