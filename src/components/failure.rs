//! What is shown in place of a page that could not be loaded.

use maud::{Markup, html};

use super::headline;
use crate::archive::LoadError;
use crate::words::Words;

/// Says what went wrong, and offers to try again or to load the address without the app.
pub fn failure(words: Words, error: LoadError) -> Markup {
    html! {
        div class="failure" {
            (headline(words.failure(), "page-title"))
            p { (error.message(words)) }
            p class="failure-ways" {
                button type="button" class="button" data-retry { (words.try_again()) }
                button type="button" class="button" data-leave { (words.without_app()) }
            }
        }
    }
}
