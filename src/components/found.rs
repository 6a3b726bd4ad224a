//! What a search has found, rendered by the worker (`src/search_worker.rs`).

use maud::{Markup, PreEscaped, html};

use super::{Place, card_about};
use crate::model::{Site, Teaser};
use crate::words::Words;

/// The stories found, as items of a list of cards, each with an HTML excerpt that shows why it was found.
pub fn found(site: &Site, stories: &[(Teaser, String)]) -> Markup {
    html! {
        @for (teaser, excerpt) in stories {
            li { (card_about(site, teaser, Place::List, PreEscaped(excerpt.clone()))) }
        }
    }
}

/// How many stories were found and whether they have `all` words. If the result may not be what the reader wants:
/// the `unknown` words, which no story has, and `corrected`, the address and the words of a suggested search.
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

/// Options of a select, each a value and a name.
pub fn choices<'a>(choices: impl Iterator<Item = (&'a str, &'a str)>) -> Markup {
    html! { @for (value, name) in choices { option value=(value) { (name) } } }
}

/// Headlines suggested while the reader types, as options of a list box.
pub fn suggestions(site: &Site, stories: &[(Teaser, String)]) -> Markup {
    html! {
        @for (number, (teaser, _)) in stories.iter().enumerate() {
            li role="option" id={ "suggestion-" (number) } aria-selected="false" data-href=(site.href(&teaser.route()))
                lang=[&teaser.language] dir=[site.direction(teaser.language.as_deref())] { (teaser.headline) }
        }
    }
}
