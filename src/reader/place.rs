//! Where the reader was in a story: the block of its text at the top of the window, for the last stories read.
//!
//! A block, not a distance in pixels: it holds for another text size and another device's width.

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::browser::{self, storage};

const KEY: &str = "places";

/// How many stories are remembered.
const REMEMBERED: usize = 50;

/// A reader who has not come further is not offered to go on.
const WORTH: u32 = 3;

/// The block that the reader of the story at `path`, which begins with the newspaper's own, had come to.
pub fn of(path: &str) -> Option<u32> {
    let places = storage::recall(KEY)?;
    let place = places.lines().find_map(|line| line.strip_prefix(path)?.strip_prefix(' '))?;
    place.parse().ok().filter(|block| *block >= WORTH)
}

/// Remembers how far the reader has come in the story at `path`; a story that is read through is forgotten.
pub fn note(path: &str, block: Option<u32>) {
    let known = storage::recall(KEY).unwrap_or_default();
    let others = known.lines().filter(|line| !line.strip_prefix(path).is_some_and(|rest| rest.starts_with(' ')));
    let here = block.map(|block| [path, " ", block.to_string().as_str()].concat());
    let places: Vec<&str> = here.as_deref().into_iter().chain(others).take(REMEMBERED).collect();
    storage::remember(KEY, &places.join("\n"));
}

/// What is remembered of the story at `former` holds for `path`, where it stands now.
pub fn moved(former: &str, path: &str) {
    if let Some(block) = of(former) {
        note(former, None);
        note(path, Some(block));
    }
}

/// Brings the reader to a block of the story's text.
pub fn go(block: u32) {
    if let Some(block) = blocks().get(block as usize) {
        block.scroll_into_view();
    }
}

/// The number of the first block that is not above the line `y`, in CSS pixels from the top of the window.
pub fn at(y: f64) -> Option<u32> {
    let place = blocks().iter().position(|block| block.get_bounding_client_rect().bottom() > y)?;
    Some(place as u32)
}

/// The blocks of the story's text, without what is beside it.
fn blocks() -> Vec<Element> {
    browser::all(".story #text > :not(.beside)")
}

/// The element that holds the text of the story.
pub fn text() -> Option<Element> {
    document().query_selector(".story #text").ok()?
}
