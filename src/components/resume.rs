//! The offer to continue a story where the reader left it.

use maud::{Markup, html};

use crate::words::Words;

/// Continues, or dismisses the offer. The app shows it if there is a position to continue from.
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
