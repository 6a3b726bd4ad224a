//! What this browser keeps for good: the reader's settings, saved stories and reading positions. Nothing of it leaves
//! the device.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// Reads from the browser's storage; none as well where storage is switched off.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Writes to the browser's storage; false where it is full or switched off.
pub fn remember(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
