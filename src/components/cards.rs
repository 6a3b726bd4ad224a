//! A list of cards.

use leptos::prelude::*;

use super::Card;
use crate::model::Teaser;

/// The stories as a list of cards, laid out by `class`.
#[component]
pub fn Cards(teasers: Vec<Teaser>, class: &'static str) -> impl IntoView {
    let items = teasers.into_iter().map(|teaser| view! { <li><Card teaser/></li> }).collect_view();
    view! { <ul class=["cards ", class].concat()>{items}</ul> }
}
