//! Top article: buttons that scroll it by a page, arrow keys that move from card to card.

use leptos::ev::KeyboardEvent;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlButtonElement, HtmlElement};

use crate::browser;

/// Disables the button that leads nowhere.
pub fn measure() {
    let Some(row) = browser::first(".carousel-row") else { return };
    let buttons = browser::all("[data-turn]");
    let [previous, next] = &*buttons else { return };
    let (place, room) = (row.scroll_left(), row.scroll_width() - row.client_width());
    // One pixel of tolerance: scroll positions are fractional on high-density screens.
    let (at_start, at_end) = (place <= 1, place >= room - 1);
    // Enable before disabling, so that the enabled button can take the focus.
    if at_start {
        switch(next, previous, at_end);
        switch(previous, next, at_start);
    } else {
        switch(previous, next, at_start);
        switch(next, previous, at_end);
    }
}

/// Enables or disables a button. Disabling a button that has the focus would lose it, so `other` takes it if it is
/// enabled.
fn switch(button: &Element, other: &Element, off: bool) {
    let (Some(button), Some(other)) = (button.dyn_ref::<HtmlButtonElement>(), other.dyn_ref::<HtmlButtonElement>())
    else {
        return;
    };
    if off && !other.disabled() && browser::has_focus(button) {
        other.focus().ok();
    }
    button.set_disabled(off);
}

/// Scrolls by nearly the width of the row, in the direction of the button.
pub fn turn(button: &Element) {
    let direction = if button.get_attribute("data-turn").as_deref() == Some("1") { 0.9 } else { -0.9 };
    if let Some(row) = browser::first(".carousel-row") {
        row.scroll_by_with_x_and_y(f64::from(row.client_width()) * direction, 0.0);
    }
}

/// Moves the focus from card to card with the arrow keys.
pub fn press(event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let forward = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    let card = browser::around(event, ".carousel-row li").and_then(|item| {
        let other = if forward { item.next_element_sibling() } else { item.previous_element_sibling() };
        other?.query_selector(".card-headline a").ok()?
    });
    if let Some(link) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        link.focus().ok();
        // The browser shows the link, which may be narrower than its card.
        browser::show_in_row(".carousel-row", "li:focus-within");
    }
}
