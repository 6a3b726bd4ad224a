//! Starts the app in the browser: takes over the pressed page where it stands.

#[cfg(target_arch = "wasm32")]
fn main() {
    // A task of its own, as the steps that follow are: starting the program was one.
    journal::browser::later(take_over);
}

#[cfg(target_arch = "wasm32")]
fn take_over() {
    use std::sync::Arc;

    use journal::app::{App, can_take_over};
    use journal::browser::{self, json};
    use journal::model::{FORMAT, Pressed};
    use leptos::prelude::*;

    let block = browser::data_block().and_then(|text| json::parse(&text).ok()?.read::<Pressed>().ok());
    let block = block.filter(|_| can_take_over());
    // A page whose data cannot be read, or that lacks a part, remains what it is: a plain page that works.
    let Some(Pressed { format: ..=FORMAT, site, document: mut first }) = block else { return browser::give_up() };
    if let Some(body) = first.body_mut() {
        *body = browser::pressed_text().unwrap_or_default();
    }
    let (site, first) = (Arc::new(site), Arc::new(first));
    browser::later(|| {
        // The app shows nothing of its own, so it is mounted on an element that is not in the page.
        if let Some(nowhere) = browser::detached() {
            leptos::mount::mount_to(nowhere, || view! { <App site first/> }).forget();
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: build it with `make build`, or start it with `make serve`.");
    std::process::exit(1);
}
