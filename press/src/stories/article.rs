//! The article of a story, deserialised on demand.

use std::sync::{Arc, OnceLock};

use journal::model::Article;

use crate::diagnostics::failure::Failure;
use crate::store::blob_file::{Blob, BlobFile};

/// The article of a story, without what the edition adds to it.
#[derive(Debug)]
pub enum LazyArticle {
    /// As read from the story's file.
    Read(Box<Article>),
    /// As cached by an earlier edition, without its text. It is deserialised when it is first needed.
    Kept {
        /// The file that contains it.
        blob_file: Arc<BlobFile>,
        /// Its place in that file.
        blob: Blob,
        /// The article, once it has been deserialised.
        article: OnceLock<Box<Article>>,
    },
}

impl LazyArticle {
    /// The article.
    ///
    /// # Errors
    /// The cached article is damaged.
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
