//! What is shown in place of a page that could not be loaded.

use maud::{Markup, html};

use super::headline;
use crate::archive::LoadError;
use crate::model::Site;
use crate::route::Route;

/// Says what went wrong with the page called `name` (empty if that is unknown), and offers to try again, to load the
/// address without the app, or to go back to the front page. `offline` is whether the browser will tell when the network
/// is back.
pub fn failure(site: &Site, error: LoadError, name: &str, offline: bool) -> Markup {
    let words = site.words();
    html! {
        div class="failure" {
            (headline(words.failure(), "page-title"))
            @if !name.is_empty() { p class="failure-name" { (name) } }
            p { (error.message(words)) }
            @if offline && error == LoadError::Network { p { (words.tries_again()) } }
            p class="failure-ways" {
                button type="button" class="button" data-retry { (words.try_again()) }
                a class="button" href=(site.href(&Route::Front { page: 1 })) { (words.back_to_front()) }
                button type="button" class="button" data-leave { (words.without_app()) }
            }
        }
    }
}
