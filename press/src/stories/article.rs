//! The whole of a story.

use std::sync::{Arc, OnceLock};

use journal::model::Article;

use crate::diagnostics::failure::Failure;
use crate::store::blob_file::{Blob, BlobFile};

/// The whole of a story. What an edition says of it is missing.
#[derive(Debug)]
pub enum LazyArticle {
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

impl LazyArticle {
    /// The story.
    ///
    /// # Errors
    /// What was kept is damaged.
    pub fn get(&self) -> Result<&Article, Failure> {
        match self {
            LazyArticle::Read(article) => Ok(article),
            LazyArticle::Kept { blob_file, blob, article } => match article.get() {
                Some(article) => Ok(article),
                None => {
                    let taken = serde_json::from_slice(&blob_file.read(*blob)?).map_err(|_| blob_file.damaged())?;
                    Ok(article.get_or_init(|| taken))
                }
            },
        }
    }
}
