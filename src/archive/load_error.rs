//! Why a document is not there.

use crate::words::Words;

/// What went wrong on the way to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No answer.
    Network,
    /// The reader has moved on, nobody waits for the document any more.
    Dropped,
    /// 404 or 410.
    NotFound,
    /// Any other status that is no success.
    Status(u16),
    /// HTML where JSON was expected: a captive portal, a host that answers everything with its start page.
    NotJson,
    /// A document of a newer format: the newspaper has moved on, this tab has not.
    Newer,
    /// JSON that is no document.
    Unreadable,
}

impl LoadError {
    /// Whether loading the address as a page helps, because it brings the app that fits the document.
    pub fn is_mended_by_leaving(self) -> bool {
        matches!(self, LoadError::Newer | LoadError::Unreadable)
    }

    /// The error for the reader.
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
