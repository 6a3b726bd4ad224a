//! Top article: the most viewed stories in a row that scrolls sideways.
//!
//! The row is a list with CSS scroll snapping and works without the app. The app adds buttons and arrow keys; whether
//! scrolling is smooth is left to the stylesheet, which respects reduced motion.

use leptos::ev::{self, KeyboardEvent};
use leptos::html::{Button, Ul};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use maud::{Markup, html};

use super::{Place, card};
use crate::model::{Site, Teaser};

/// The cards of the row: list items for [`Carousel`].
pub fn carousel_items<'a>(site: &Site, teasers: impl Iterator<Item = &'a Teaser>) -> Markup {
    html! { @for teaser in teasers { li { (card(site, teaser, Place::List)) } } }
}

/// A row of cards below the title "Top article".
#[component]
pub fn Carousel(
    /// List items, most viewed first.
    items: Markup,
) -> impl IntoView {
    let row = NodeRef::<Ul>::new();
    let (previous, next) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    let at_start = RwSignal::new(true);
    let at_end = RwSignal::new(false);
    let measure = move || {
        let Some(row) = row.get_untracked() else { return };
        let (place, room) = (row.scroll_left(), row.scroll_width() - row.client_width());
        // A pixel of tolerance: scroll positions are fractions on dense screens.
        let ends = (place <= 1, place >= room - 1);
        // A button that is switched off would take the reader's focus with it.
        hand_over_focus(ends.0 && !ends.1, previous, next);
        hand_over_focus(ends.1 && !ends.0, next, previous);
        at_start.set(ends.0);
        at_end.set(ends.1);
    };
    Effect::new(move || {
        measure();
        let resize = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || resize.remove());
    });
    let turn = move |direction: f64| {
        if let Some(row) = row.get_untracked() {
            let page = f64::from(row.client_width()) * 0.9;
            row.scroll_by_with_x_and_y(page * direction, 0.0);
        }
    };
    view! {
        <section class="carousel" aria-labelledby="top-article">
            <div class="carousel-head">
                <h2 id="top-article" class="section-title">"Top article"</h2>
                <div class="carousel-buttons needs-app">
                    <button
                        type="button"
                        aria-label="Previous top articles"
                        node_ref=previous
                        disabled=move || at_start.get()
                        on:click=move |_| turn(-1.0)
                    >
                        <span class="icon icon-previous" aria-hidden="true"></span>
                    </button>
                    <button
                        type="button"
                        aria-label="Next top articles"
                        node_ref=next
                        disabled=move || at_end.get()
                        on:click=move |_| turn(1.0)
                    >
                        <span class="icon icon-next" aria-hidden="true"></span>
                    </button>
                </div>
            </div>
            <ul class="carousel-row" node_ref=row on:scroll=move |_| measure() on:keydown=step inner_html=items.into_string()></ul>
        </section>
    }
}

fn hand_over_focus(ends: bool, from: NodeRef<Button>, to: NodeRef<Button>) {
    if let (true, Some(from), Some(to)) = (ends, from.get_untracked(), to.get_untracked()) {
        let focused = document().active_element();
        if focused.as_ref() == Some(from.unchecked_ref::<Element>()) {
            to.set_disabled(false);
            to.focus().ok();
        }
    }
}

/// The arrow keys move from card to card.
fn step(event: KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let forward = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    let card = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| {
        let item = target.closest("li").ok()??;
        let other = if forward { item.next_element_sibling() } else { item.previous_element_sibling() };
        other?.query_selector("h3 a").ok()?
    });
    if let Some(link) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        link.focus().ok();
    }
}
