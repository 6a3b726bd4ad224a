//! The corrections of a story.

use maud::{Markup, html};

use crate::model::Correction;
use crate::words::Words;

/// The corrections of a story with their dates; empty if there are none.
pub fn corrections(words: Words, corrections: &[Correction]) -> Markup {
    html! {
        @if !corrections.is_empty() {
            section class="corrections beside" aria-labelledby="corrections" {
                h2 id="corrections" { (words.corrections()) }
                ul {
                    // The date is not a `time` element: programs that extract a story leave those out.
                    @for correction in corrections { li { (correction.date.date) ": " (correction.text) } }
                }
            }
        }
    }
}
