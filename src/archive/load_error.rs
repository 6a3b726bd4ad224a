//! Why a document could not be loaded.

use crate::words::Words;

/// Why loading a document failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The network did not answer, or not in time.
    Network,
    /// The request was cancelled: the reader has moved on or has asked again.
    Dropped,
    /// Status 404 or 410.
    NotFound,
    /// Any other status outside 200 to 299.
    Status(u16),
    /// HTML instead of JSON: from a captive portal, or a host that answers every request with its start page.
    NotJson,
    /// A document in a newer format than the app in this tab can read.
    Newer,
    /// Invalid JSON, or JSON that is not a document.
    Unreadable,
}

impl LoadError {
    /// Whether a full page load helps, because it also loads the version of the app that fits the document.
    pub fn is_mended_by_leaving(self) -> bool {
        matches!(self, LoadError::Newer | LoadError::Unreadable)
    }

    /// The message for the reader.
    pub fn message(self, words: Words) -> String {
        let message = match self {
            LoadError::Network | LoadError::Dropped => words.no_network(),
            LoadError::NotFound => words.no_page(),
            LoadError::Status(status) => return [words.server_error(), status.to_string().as_str(), ")."].concat(),
            LoadError::NotJson => words.not_json(),
            LoadError::Newer => words.newer_format(),
            LoadError::Unreadable => words.damaged(),
        };
        String::from(message)
    }
}
