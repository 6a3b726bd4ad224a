//! What was corrected in a story.

use maud::{Markup, html};

use super::date;
use crate::model::Correction;
use crate::words::Words;

/// The corrections of a story with their dates; nothing where there are none.
pub fn corrections(words: Words, corrections: &[Correction]) -> Markup {
    html! {
        @if !corrections.is_empty() {
            section class="corrections beside" aria-labelledby="corrections" {
                h2 id="corrections" { (words.corrections()) }
                ul {
                    @for correction in corrections { li { (date(&correction.date)) ": " (correction.text) } }
                }
            }
        }
    }
}
