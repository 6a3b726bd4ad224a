//! The reader's settings: attributes of the root element, stored as `theme=dark;size=5`.
//!
//! A small script in the head of every page sets the attributes before the first paint; `src/scripts/settings.js`. The
//! stylesheet does the rest.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};

use crate::browser::{self, storage};

/// The key in local storage, which the script in the head also uses.
const KEY: &str = "reading";

/// The settings. Each is an attribute `data-<name>` of the root element unless it has its default value.
const NAMES: [&str; 6] = ["theme", "contrast", "size", "width", "spacing", "shortcuts"];

/// Whether the reader wants keyboard shortcuts. On a touch screen there are none, and the panel does not offer them.
pub fn has_shortcuts() -> bool {
    value("shortcuts").is_none() && !browser::matches("(pointer: coarse)")
}

/// Applies the stored settings and shows them in the panel.
pub fn start() {
    let kept = storage::recall(KEY).unwrap_or_default();
    for name in NAMES {
        let value = kept.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        set(name, value.unwrap_or_default());
    }
    colour();
    show();
}

/// Handles a change of an input in the panel.
pub fn change(event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let counts = input.type_() != "checkbox" || input.checked() != input.has_attribute("data-inverse");
    set(&input.name(), if counts { input.value() } else { String::new() }.as_str());
    keep();
}

/// Resets all settings to their defaults.
pub fn reset() {
    for name in NAMES {
        set(name, "");
    }
    keep();
    show();
}

fn keep() {
    let settings = NAMES.into_iter().filter_map(|name| Some([name, "=", &value(name)?].concat()));
    let mut settings: Vec<String> = settings.collect();
    settings.extend(colour().map(|colour| ["colour=", &colour].concat()));
    storage::remember(KEY, &settings.join(";"));
}

/// Sets the colour of the browser's own frame to that of the paper, if the reader has chosen theme or contrast.
/// Returns the colour.
fn colour() -> Option<String> {
    let chosen = value("theme").is_some() || value("contrast").is_some();
    let document = document();
    let meta = document.query_selector("meta[name=theme-color]:not([media])").ok()?;
    if !chosen {
        if let Some(meta) = meta {
            meta.remove();
        }
        return None;
    }
    let colour = browser::paper_colour()?;
    let meta = match meta {
        Some(meta) => meta,
        None => {
            // The first one that matches counts.
            let meta = document.create_element("meta").ok()?;
            meta.set_attribute("name", "theme-color").ok()?;
            document.head()?.prepend_with_node_1(&meta).ok()?;
            meta
        }
    };
    meta.set_attribute("content", &colour).ok()?;
    Some(colour)
}

/// Updates the panel to match the attributes.
fn show() {
    for input in browser::all("#reading input") {
        let input: HtmlInputElement = input.unchecked_into();
        let is_value = value(&input.name()).unwrap_or_default() == input.value();
        input.set_checked(is_value != input.has_attribute("data-inverse"));
    }
}

fn value(name: &str) -> Option<String> {
    root()?.get_attribute(&attribute(name))
}

fn set(name: &str, value: &str) {
    if let Some(root) = root() {
        match value {
            "" => root.remove_attribute(&attribute(name)).ok(),
            value => root.set_attribute(&attribute(name), value).ok(),
        };
    }
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

fn root() -> Option<Element> {
    document().document_element()
}
