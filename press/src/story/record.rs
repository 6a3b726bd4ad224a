//! The whole of a story.

use std::sync::{Arc, OnceLock};

use journal::model::Article;

use crate::drawer::{Drawer, Place};
use crate::failure::Failure;

/// The whole of a story. What an edition says of it is missing.
#[derive(Debug)]
pub enum Record {
    /// As it was read from its file.
    Read(Box<Article>),
    /// As it was kept for an edition before, without its text: it is taken out only when it is wanted.
    Kept {
        /// Where it is.
        drawer: Arc<Drawer>,
        /// Where in there.
        place: Place,
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
            Record::Kept { drawer, place, article } => match article.get() {
                Some(article) => Ok(article),
                None => {
                    let taken = serde_json::from_slice(&drawer.read(*place)?)?;
                    Ok(article.get_or_init(|| taken))
                }
            },
        }
    }
}
