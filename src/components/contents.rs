//! The table of contents of a long story.

use maud::{Markup, html};

use crate::model::Heading;
use crate::words::Words;

/// Links to the headings of a text, closed until a reader opens them; empty if press found the text short enough to do
/// without. Programs that extract a story from its page leave a `menu` out.
pub fn contents(words: Words, headings: &[Heading]) -> Markup {
    html! {
        @if !headings.is_empty() {
            nav class="menu beside" aria-labelledby="contents" {
                details {
                    summary id="contents" class="menu-title" { (words.contents()) }
                    ol { @for heading in headings { li { a href={ "#" (heading.id) } { (heading.text) } } } }
                }
            }
        }
    }
}
