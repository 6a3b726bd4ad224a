//! The button that saves a story for later.

use maud::{Markup, html};

use crate::route::Route;
use crate::words::Words;

/// A button that saves the story at `route`, or removes it from the saved stories; hidden without the app. Only the
/// browser knows whether the story is saved, so the app sets `aria-pressed`. `labelled` shows the label, too.
pub fn save(words: Words, route: &Route, headline: &str, labelled: bool) -> Markup {
    html! {
        button type="button" class="save needs-app" data-save=(route.path()) aria-pressed="false"
            aria-label={ (words.save()) ": " (headline) } data-label=[labelled.then(|| words.save())]
        {
            span class="icon icon-bookmark" aria-hidden="true" {}
        }
    }
}
