//! The share panel: copying the address, and the device's own sheet.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;
use maud::html;

use crate::browser::{self, sharing};
use crate::words::Words;

/// Shows the button for the device's sheet, if there is one.
pub fn offer_sheet() {
    browser::set_class(".share-sheet", "absent", !sharing::can_share());
}

/// Copies `address` and says so; if the browser does not allow that, shows the address to copy by hand.
pub fn copy(words: Words, address: String) {
    let Some(status) = browser::first(".share-status") else { return };
    status.set_text_content(None);
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
            status.insert_adjacent_html("afterend", &field.into_string()).ok();
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
