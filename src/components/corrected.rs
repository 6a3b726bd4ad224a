//! The corrections of all stories.

use maud::{Markup, html};

use super::date;
use crate::model::{Correction, Site};
use crate::route::Route;

/// A correction and its story.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Corrected {
    /// Slug of the story's section.
    pub section: String,
    /// Last part of the story's address.
    pub slug: String,
    /// The story's headline, plain text.
    pub headline: String,
    /// BCP 47 tag of the story and the correction, if it is not the newspaper's language.
    pub language: Option<String>,
    /// What was wrong, and when it was corrected.
    pub correction: Correction,
}

/// The corrections of all stories, each with a link to its story. Press writes it as the text of the corrections page.
pub fn corrected(site: &Site, corrections: &[Corrected]) -> Markup {
    let words = site.words();
    html! {
        p { (if corrections.is_empty() { words.corrections_none() } else { words.corrections_note() }) }
        @for corrected in corrections {
            @let (section, slug) = (corrected.section.clone(), corrected.slug.clone());
            @let direction = site.direction(corrected.language.as_deref());
            h2 lang=[&corrected.language] dir=[direction] {
                a href=(site.href(&Route::Story { section, slug })) { (corrected.headline) }
            }
            p lang=[&corrected.language] dir=[direction] { (date(&corrected.correction.date)) ": " (corrected.correction.text) }
        }
    }
}
