//! Local storage, which outlives the tab: the reader's settings, saved stories, reading positions and the like.
//! None of it leaves the device.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// Reads from local storage; `None` also if storage is switched off.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Writes to local storage; false if it is full or switched off.
pub fn remember(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
