//! What was wrong in a story, and when it was corrected.

use serde::{Deserialize, Serialize};

use super::Moment;

/// A published correction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// When it was made.
    pub date: Moment,
    /// What was wrong and what is right, plain text.
    pub text: String,
}
