//! The corrections of all stories.

use std::cmp::Reverse;

use jiff::Timestamp;
use journal::components::{Corrected, corrected};
use journal::model::{Correction, PlainPage, Site};

use crate::diagnostics::failure::Failure;
use crate::stories::story::Story;

/// The corrections of all stories, newest first; at the same moment, those of the newer story first.
///
/// # Errors
/// See [`LazyArticle::get`](crate::stories::article::LazyArticle::get).
pub fn corrections(stories: &[Story]) -> Result<Vec<Corrected>, Failure> {
    let mut corrections = Vec::new();
    for story in stories.iter().filter(|story| story.summary.corrected) {
        let article = story.article.get()?;
        let corrected = |correction: &Correction| Corrected {
            section: article.section.clone(),
            slug: article.slug.clone(),
            headline: article.headline.clone(),
            language: article.language.clone(),
            correction: correction.clone(),
        };
        corrections.extend(article.corrections.iter().rev().map(corrected));
    }
    corrections
        .sort_by_cached_key(|corrected: &Corrected| Reverse(corrected.correction.date.iso.parse::<Timestamp>().ok()));
    Ok(corrections)
}

/// The page of all corrections.
pub fn corrections_page(site: &Site, corrections: &[Corrected]) -> PlainPage {
    let words = site.words();
    PlainPage {
        headline: words.corrections().into(),
        summary: words.corrections_note().into(),
        body: corrected(site, corrections).into_string(),
    }
}
