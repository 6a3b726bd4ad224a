//! Sharing a story: copying the address, the device's own sheet, and closing "More".

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};
use maud::html;

use crate::browser::{self, sharing};
use crate::words::Words;

/// Copies `address` and says so beside the `button`; if the browser does not allow that, shows the address to copy by
/// hand.
pub fn copy(words: Words, address: String, button: &Element) {
    let panel = button.closest(".share").ok().flatten();
    let Some(Ok(Some(status))) = panel.map(|panel| panel.query_selector(".share-status")) else { return };
    for said in browser::all(".share-status") {
        said.set_text_content(None);
    }
    if let Some(field) = browser::first(".share-address") {
        field.remove();
    }
    spawn_local(async move {
        let copied = sharing::copy(&address).await;
        status.set_text_content(Some(if copied { words.link_copied() } else { words.copy_by_hand() }));
        if !copied {
            let field = html! {
                input class="share-address" type="text" readonly aria-label=(words.story_address()) value=(address);
            };
            browser::html::add_after(&status, &field.into_string());
            if let Some(field) = browser::first(".share-address") {
                field.focus().ok();
                field.unchecked_ref::<HtmlInputElement>().select();
            }
        }
    });
}

/// Opens the device's sheet for a story.
pub fn share(headline: String, address: String) {
    spawn_local(async move { sharing::share(&headline, &address).await });
}

/// Closes "More" after an event outside it.
pub fn close_more(event: &Event) {
    if browser::around(event, ".share-more").is_none() {
        shut();
    }
}

/// Closes "More", and gives the focus back to its button if the focus is in it.
pub fn leave_more() {
    if let Some(button) = browser::first(".share-more[open]:focus-within > summary") {
        button.focus().ok();
    }
    shut();
}

fn shut() {
    if let Some(more) = browser::first(".share-more[open]") {
        more.remove_attribute("open").ok();
    }
}
