//! The tab's history and its session storage.

use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{ScrollRestoration, Storage};

/// The number that the app has given to the current history entry; `None` if it has not.
pub fn entry_number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as u32)
}

/// Gives the current history entry a number.
pub fn number_entry(number: u32) {
    if let Ok(history) = window().history() {
        history.replace_state(&JsValue::from_f64(f64::from(number)), "").ok();
    }
}

/// The address of the current history entry: path and query.
pub fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Adds a history entry with this address.
pub fn push_address(address: &str) {
    if let Ok(history) = window().history() {
        history.push_state_with_url(&JsValue::NULL, "", Some(address)).ok();
    }
}

/// Leaves the app: the browser loads `address`, a path of this origin with any query and fragment. The origin is
/// put before it, so that a path such as `//elsewhere.example/` stays a path. If the address bar already shows the
/// address, no history entry is added.
pub fn load_page(address: &str) {
    let location = window().location();
    let (Ok(origin), Ok(shown)) = (location.origin(), location.href()) else { return };
    let whole = [&origin, address].concat();
    // Assigning the same address would only scroll.
    if whole.split('#').next() == shown.split('#').next() {
        location.reload().ok();
    } else {
        location.assign(&whole).ok();
    }
}

/// Whether the app, and not the browser, restores the scroll position of the current history entry.
pub fn scrolls_by_hand() -> bool {
    let restoration = window().history().and_then(|history| history.scroll_restoration());
    restoration == Ok(ScrollRestoration::Manual)
}

/// Sets who restores the scroll position of the current history entry and of those added from now on: the app
/// (`by_hand`) or the browser.
pub fn scroll_by_hand(by_hand: bool) {
    if let Ok(history) = window().history() {
        let restoration = if by_hand { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        history.set_scroll_restoration(restoration).ok();
    }
}

/// Reads from session storage; `None` also if storage is switched off.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Writes to session storage. If that is full or switched off, nothing is stored, which costs a scroll position.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(key, value).ok();
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
