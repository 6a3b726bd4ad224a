//! The whole of a story.

use std::sync::{Arc, OnceLock};

use journal::model::Article;

use crate::blob_file::{Blob, BlobFile};
use crate::failure::Failure;

/// The whole of a story. What an edition says of it is missing.
#[derive(Debug)]
pub enum Record {
    /// As it was read from its file.
    Read(Box<Article>),
    /// As it was kept for an edition before, without its text: it is taken out only when it is wanted.
    Kept {
        /// Where it is.
        blob_file: Arc<BlobFile>,
        /// Where in there.
        blob: Blob,
        /// Once it was taken out.
        article: OnceLock<Box<Article>>,
    },
}

impl Record {
    /// The story.
    ///
    /// # Errors
    /// What was kept is damaged.
    pub fn article(&self) -> Result<&Article, Failure> {
        match self {
            Record::Read(article) => Ok(article),
            Record::Kept { blob_file, blob, article } => match article.get() {
                Some(article) => Ok(article),
                None => {
                    let taken = serde_json::from_slice(&blob_file.read(*blob)?)?;
                    Ok(article.get_or_init(|| taken))
                }
            },
        }
    }
}
