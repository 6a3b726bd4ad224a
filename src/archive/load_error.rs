//! Why a document is not there.

use thiserror::Error;

/// What went wrong on the way to a document, in words for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// No answer.
    #[error("The network did not answer. Are you online?")]
    Network,
    /// The reader has moved on, nobody waits for the document any more.
    #[error("This page is no longer wanted.")]
    Dropped,
    /// 404 or 410.
    #[error("There is no page at this address.")]
    NotFound,
    /// Any other status that is no success.
    #[error("The server answered with an error ({0}).")]
    Status(u16),
    /// HTML where JSON was expected: a captive portal, a host that answers everything with its start page.
    #[error("The network answered with something else than this page. Does it ask you to sign in somewhere?")]
    NotJson,
    /// A document of a newer format: the newspaper has moved on, this tab has not.
    #[error("This page is newer than the app in this tab.")]
    Newer,
    /// JSON that is no document.
    #[error("This page arrived damaged.")]
    Unreadable,
}

impl LoadError {
    /// Whether loading the address as a page helps, because it brings the app that fits the document.
    pub fn is_mended_by_leaving(self) -> bool {
        matches!(self, LoadError::Newer | LoadError::Unreadable)
    }
}
