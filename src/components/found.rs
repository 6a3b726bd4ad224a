//! What a search has found, as the worker answers it (`src/search_worker.rs`).

use maud::{Markup, PreEscaped, html};

use super::{Place, card_about};
use crate::model::{Site, Teaser};
use crate::words::Words;

/// Stories that were found, as items of a list of cards; each with HTML that shows why.
pub fn found(site: &Site, stories: &[(Teaser, String)]) -> Markup {
    html! {
        @for (teaser, excerpt) in stories {
            li { (card_about(site, teaser, Place::List, PreEscaped(excerpt.clone()))) }
        }
    }
}

/// How many stories were found, whether they have `all` words, and what may help if they are none or not what was meant:
/// the words that no story has, and a search for what was perhaps meant, its address and words.
pub fn found_status(
    words: Words,
    total: usize,
    all: bool,
    unknown: &[&str],
    corrected: Option<&(String, String)>,
) -> Markup {
    html! {
        @for word in unknown { (words.no_story_has()) "“" (word) "”. " }
        @if total > 0 { (words.stories_found(total as u64)) @if !all { (words.not_all_words()) } " " }
        @else if unknown.is_empty() { (words.nothing_found()) }
        @if let Some((address, text)) = corrected { (words.did_you_mean()) a href=(address) { (text) } "?" }
    }
}

/// Choices, each a value and a name.
pub fn choices<'a>(choices: impl Iterator<Item = (&'a str, &'a str)>) -> Markup {
    html! { @for (value, name) in choices { option value=(value) { (name) } } }
}

/// Headlines that are offered while a reader types, as options of a list box.
pub fn suggestions(site: &Site, stories: &[(Teaser, String)]) -> Markup {
    html! {
        @for (number, (teaser, _)) in stories.iter().enumerate() {
            li role="option" id={ "suggestion-" (number) } aria-selected="false" data-href=(site.href(&teaser.route()))
                lang=[&teaser.language] { (teaser.headline) }
        }
    }
}
