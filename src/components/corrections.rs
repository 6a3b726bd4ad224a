//! What was corrected in a story.

use maud::{Markup, html};

use crate::model::Correction;
use crate::words::Words;

/// The corrections of a story with their dates; nothing where there are none.
pub fn corrections(words: Words, corrections: &[Correction]) -> Markup {
    html! {
        @if !corrections.is_empty() {
            section class="corrections beside" aria-labelledby="corrections" {
                h2 id="corrections" { (words.corrections()) }
                ul {
                    // Programs that read pages leave out dates that are marked as such.
                    @for correction in corrections { li { (correction.date.date) ": " (correction.text) } }
                }
            }
        }
    }
}
