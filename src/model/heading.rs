//! A heading of a story's text.

use serde::{Deserialize, Serialize};

/// A heading that the table of contents links to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heading {
    /// Its id in the text.
    pub id: String,
    /// Plain text.
    pub text: String,
}
