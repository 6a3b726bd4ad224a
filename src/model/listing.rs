//! One page of a list of stories.

use serde::{Deserialize, Serialize};

use super::Teaser;

/// One page of a list of stories, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The stories of this page.
    pub teasers: Vec<Teaser>,
    /// This page's number, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
}
