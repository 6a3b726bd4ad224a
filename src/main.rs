//! Starts the app in the browser: hydrates the pressed page in place.

#[cfg(target_arch = "wasm32")]
mod start {
    use std::sync::Arc;

    use journal::app::{App, can_take_over};
    use journal::browser::json::{self, Parsed};
    use journal::browser::{self, later};
    use journal::model::{Document, FORMAT, Pressed, Site};
    use leptos::prelude::*;

    // Each of these is a task of its own, like the steps that follow and like starting the program, so that input
    // is handled in between.

    pub fn parse() {
        let block = browser::data_block().and_then(|text| json::parse(&text).ok()).filter(|_| can_take_over());
        // A page whose data cannot be read, or that lacks an element, stays a plain page that works.
        let Some(block) = block else { return browser::give_up() };
        later(|| read(block));
    }

    fn read(block: Parsed) {
        let Ok(Pressed { format: ..=FORMAT, site, document: mut first }) = block.read() else {
            return browser::give_up();
        };
        if let Some(body) = first.body_mut() {
            *body = browser::pressed_text().unwrap_or_default();
        }
        later(|| mount(site, first));
    }

    fn mount(site: Site, first: Document) {
        let (site, first) = (Arc::new(site), Arc::new(first));
        // The app renders nothing itself, so it is mounted on an element that is not in the page.
        if let Some(nowhere) = browser::detached() {
            leptos::mount::mount_to(nowhere, || view! { <App site first/> }).forget();
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    journal::browser::later(start::parse);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: build it with `make build`, or start it with `make serve`.");
    std::process::exit(1);
}
