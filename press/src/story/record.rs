//! The whole of a story.

use std::sync::{Arc, OnceLock};

use journal::model::Article;

use crate::failure::Failure;

/// The whole of a story as it was read, or as the morgue has it: without its text, and taken apart only when it is wanted.
#[derive(Debug)]
pub struct Record {
    article: OnceLock<Article>,
    /// JSON.
    kept: Arc<str>,
}

impl Record {
    /// What was read from a file.
    pub fn read(article: Article) -> Record {
        Record { article: OnceLock::from(article), kept: Arc::default() }
    }

    /// What the morgue has kept.
    pub fn kept(json: Arc<str>) -> Record {
        Record { article: OnceLock::new(), kept: json }
    }

    /// The story. What an edition says of it, and its text, may be missing.
    ///
    /// # Errors
    /// What was kept is no story, which is a fault of press: damage is found before.
    pub fn article(&self) -> Result<&Article, Failure> {
        match self.article.get() {
            Some(article) => Ok(article),
            None => {
                let article = serde_json::from_str(&self.kept)?;
                Ok(self.article.get_or_init(|| article))
            }
        }
    }
}
