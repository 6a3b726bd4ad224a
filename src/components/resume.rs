//! The offer to go on where the reader was in a story.

use maud::{Markup, html};

use crate::words::Words;

/// Goes there, or goes away. The app shows it where there is something to go on with.
pub fn resume(words: Words) -> Markup {
    html! {
        aside class="resume absent" aria-label=(words.continue_reading()) {
            button type="button" class="button" data-resume { (words.continue_reading()) }
            button type="button" class="resume-close" data-dismiss aria-label=(words.dismiss()) {
                span class="icon icon-close" aria-hidden="true" {}
            }
        }
    }
}
