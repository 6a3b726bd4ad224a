//! Fonts that arrived too late for the first paint: the app's next page uses them, and so does the next page load.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, Reflect};
use wasm_bindgen_futures::JsFuture;

use super::{set_class, storage};

/// The storage key under which `src/scripts/settings.js` finds the names of the fonts that it preloads. A page waits for
/// these fonts, which takes no time once they are in the cache.
const KEY: &str = "fonts";

/// Loads the fonts of the page, from the cache if they have arrived by now, and records that they are there.
pub async fn come_later() {
    let title = document().title();
    let faces = document().fonts().load_with_text("1em Literata Later", &title);
    let faces = JsFuture::from(faces).await.ok().and_then(|faces| faces.dyn_into::<Array>().ok());
    if faces.is_none_or(|faces| faces.length() == 0) {
        return;
    }
    set_class("html", "letters", true);
    // Not those of an extension, and not those that an earlier page has requested.
    let styles: Vec<String> = super::all("style").into_iter().filter_map(|style| style.text_content()).collect();
    let origin = window().location().origin().unwrap_or_default();
    let is_ours = |name: &str| {
        let path = name.strip_prefix(&*origin);
        path.is_some_and(|path| styles.iter().any(|style| style.contains(path)))
    };
    let mut names = String::new();
    for entry in window().performance().iter().flat_map(|it| it.get_entries_by_type("resource")) {
        let name = Reflect::get(&entry, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
        if let Some(name) = name.filter(|name| name.ends_with(".woff2") && is_ours(name)) {
            let stem = name.rsplit('/').next().and_then(|file| file.strip_suffix(".woff2")).unwrap_or_default();
            names += if names.is_empty() { "" } else { " " };
            names += stem;
        }
    }
    storage::remember(KEY, &names);
}
