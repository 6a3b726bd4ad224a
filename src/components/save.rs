//! The control that keeps a story for later.

use maud::{Markup, html};

use crate::route::Route;
use crate::words::Words;

/// A button that saves the story at `route`, or takes it from the saved ones; without the app it is not there. Whether
/// the story is saved, only the browser knows: the app says so in `aria-pressed`. `labelled` shows the word, too.
pub fn save(words: Words, route: &Route, headline: &str, labelled: bool) -> Markup {
    html! {
        button type="button" class="save needs-app" data-save=(route.path()) aria-pressed="false"
            aria-label={ (words.save()) ": " (headline) } data-label=[labelled.then(|| words.save())]
        {
            span class="icon icon-bookmark" aria-hidden="true" {}
        }
    }
}
