//! What the newspaper has put right.

use std::cmp::Reverse;

use jiff::Timestamp;
use journal::components::{Corrected, corrected};
use journal::model::{Correction, PlainPage, Site};

use crate::story::Story;

/// The corrections of all stories, newest first; of one moment those of the newer story.
pub fn corrections(stories: &[Story]) -> Vec<Corrected> {
    let of_story = |story: &Story| {
        let article = &story.article;
        let corrected = |correction: &Correction| Corrected {
            section: article.section.clone(),
            slug: article.slug.clone(),
            headline: article.headline.clone(),
            language: article.language.clone(),
            correction: correction.clone(),
        };
        article.corrections.iter().rev().map(corrected).collect::<Vec<_>>()
    };
    let mut corrections: Vec<Corrected> = stories.iter().flat_map(of_story).collect();
    corrections.sort_by_cached_key(|corrected| Reverse(corrected.correction.date.iso.parse::<Timestamp>().ok()));
    corrections
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
