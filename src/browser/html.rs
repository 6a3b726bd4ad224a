//! The only place where the app gives the browser HTML, or the address of a worker. The functions are those of
//! `src/scripts/html.js`, which press puts into the app's script: they know the one Trusted Types policy of the pages.

use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::web_sys::{Element, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = putHtml)]
    fn put_html(element: &Element, place: &str, html: &str);

    /// Starts the search worker.
    ///
    /// # Errors
    /// The browser starts no worker, or the address is that of another program.
    #[wasm_bindgen(js_name = startWorker, catch)]
    pub fn start_worker(address: &str) -> Result<Worker, JsValue>;
}

/// Replaces the content of an element.
pub fn fill(element: &Element, html: &str) {
    put_html(element, "", html);
}

/// Replaces an element.
pub fn replace(element: &Element, html: &str) {
    put_html(element, "self", html);
}

/// Adds HTML at the end of an element's content.
pub fn append(element: &Element, html: &str) {
    put_html(element, "beforeend", html);
}

/// Adds HTML after an element.
pub fn add_after(element: &Element, html: &str) {
    put_html(element, "afterend", html);
}
