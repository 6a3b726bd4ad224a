//! Sharing a story: the device's own share sheet, the clipboard.

use leptos::prelude::window;
use leptos::web_sys::ShareData;
use wasm_bindgen_futures::JsFuture;

/// Opens the device's share sheet. It is not an error if the reader closes it.
pub async fn share(title: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    JsFuture::from(window().navigator().share_with_data(&data)).await.ok();
}

/// Copies `text` to the clipboard; false if the browser does not allow it (plain HTTP, no permission).
pub async fn copy(text: &str) -> bool {
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
