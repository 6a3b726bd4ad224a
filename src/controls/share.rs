//! The share panel: copying the address, and the device's own sheet.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use crate::browser::{self, sharing};
use crate::words::Words;

/// Shows the button for the device's sheet, where there is one.
pub fn offer_sheet() {
    browser::set_class(".share-sheet", "absent", !sharing::can_share());
}

/// Copies the story's address and says so; where the browser does not let it, shows the address to be copied by hand.
pub fn copy(words: Words) {
    let (Some(field), Some(status)) = (field(), browser::first(".share-status")) else { return };
    status.set_text_content(None);
    spawn_local(async move {
        let copied = sharing::copy(&field.value()).await;
        status.set_text_content(Some(if copied { words.link_copied() } else { words.copy_by_hand() }));
        field.set_hidden(copied);
        if !copied {
            field.focus().ok();
            field.select();
        }
    });
}

/// Opens the device's sheet with the story.
pub fn share() {
    let (Some(field), Some(headline)) = (field(), browser::first("h1")) else { return };
    let headline = headline.text_content().unwrap_or_default();
    spawn_local(async move { sharing::share(&headline, &field.value()).await });
}

fn field() -> Option<HtmlInputElement> {
    browser::first(".share-address")?.dyn_into().ok()
}
