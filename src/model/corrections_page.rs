//! What the newspaper got wrong.

use serde::{Deserialize, Serialize};

use super::Corrected;

/// The document of `/corrections/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CorrectionsPage {
    /// The corrections of all stories, newest first.
    pub corrections: Vec<Corrected>,
}
