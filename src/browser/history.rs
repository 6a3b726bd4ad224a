//! The tab's history and what is kept in the tab's own storage.

use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{ScrollRestoration, Storage};

/// The number this app has given to the current entry of the history.
pub fn entry_number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as u32)
}

/// Gives the current entry of the history its number.
pub fn number_entry(number: u32) {
    if let Ok(history) = window().history() {
        history.replace_state(&JsValue::from_f64(f64::from(number)), "").ok();
    }
}

/// The address of the current entry: path and query.
pub fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Adds an entry with this address.
pub fn push_address(address: &str) {
    if let Ok(history) = window().history() {
        history.push_state_with_url(&JsValue::NULL, "", Some(address)).ok();
    }
}

/// Leaves the app: the browser loads `address`, which begins with a path of this origin, as a page. With the origin before it a
/// path such as `//elsewhere.example/` remains a path. What the address bar shows already gets no second entry.
pub fn load_page(address: &str) {
    let location = window().location();
    let (Ok(origin), Ok(shown)) = (location.origin(), location.href()) else { return };
    let whole = [&origin, address].concat();
    // To the same address the browser would only scroll.
    if whole.split('#').next() == shown.split('#').next() {
        location.reload().ok();
    } else {
        location.assign(&whole).ok();
    }
}

/// Whether the current entry's scroll position is restored by this app rather than by the browser.
pub fn scrolls_by_hand() -> bool {
    let restoration = window().history().and_then(|history| history.scroll_restoration());
    restoration == Ok(ScrollRestoration::Manual)
}

/// Says who restores the scroll position of the current entry, and of those that are added from here.
pub fn scroll_by_hand(by_hand: bool) {
    if let Ok(history) = window().history() {
        let restoration = if by_hand { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        history.set_scroll_restoration(restoration).ok();
    }
}

/// Reads from the tab's storage; none as well where storage is switched off.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Writes to the tab's storage. Where it is full or switched off, nothing is kept, which costs a scroll position.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(key, value).ok();
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
