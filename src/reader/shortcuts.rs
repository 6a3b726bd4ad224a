//! Keyboard shortcuts: single keys, unless the reader has switched them off.

use leptos::ev::KeyboardEvent;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlDialogElement, HtmlElement};

use super::settings;
use crate::browser;

/// Handles a key pressed anywhere in the page.
pub fn press(event: &KeyboardEvent) {
    let held = event.alt_key() || event.ctrl_key() || event.meta_key();
    // Keys belong to an open dialog, and to a field for text.
    let busy = browser::around(event, "input:not([type=radio],[type=checkbox]),textarea,select,dialog").is_some();
    if held || busy || event.default_prevented() || !settings::has_shortcuts() {
        return;
    }
    let done = match event.key().as_str() {
        "/" => search(),
        "j" => step(1),
        "k" => step(-1),
        "s" => save(),
        "?" => help(),
        _ => None,
    };
    if done.is_some() {
        event.prevent_default();
    }
}

/// Moves focus to the search field; on a narrow page, which hides it, opens the search page.
fn search() -> Option<()> {
    let field = browser::first(".search-field input")?;
    if field.offset_width() > 0 {
        field.focus().ok()
    } else {
        browser::first(".search-toggle").map(|link| link.click())
    }
}

/// Moves focus to the next or the previous card. If no card has it, the next one is the first whose headline is in view
/// or below.
fn step(by: isize) -> Option<()> {
    let links = browser::all("main .card-headline a");
    let focused = document().active_element();
    let card = focused.and_then(|focused| focused.closest(".card").ok()?);
    let here = card.and_then(|card| links.iter().position(|link| card.contains(Some(link))));
    let next = match here {
        Some(here) => here.checked_add_signed(by)?,
        None => {
            let in_view = links.iter().position(|link| link.get_bounding_client_rect().top() >= 0.0);
            in_view.unwrap_or(links.len()).saturating_add_signed(by.min(0))
        }
    };
    links.get(next)?.dyn_ref::<HtmlElement>()?.focus().ok()
}

/// Saves the card that has focus, or else the story of the page.
fn save() -> Option<()> {
    let card = document().active_element().and_then(|focused| focused.closest(".card").ok()?);
    let button = match card {
        Some(card) => card.query_selector("[data-save]").ok()??.dyn_into().ok()?,
        None => browser::first(".story-tools [data-save]")?,
    };
    button.click();
    Some(())
}

fn help() -> Option<()> {
    browser::first("#help")?.dyn_ref::<HtmlDialogElement>()?.show_modal().ok()
}
