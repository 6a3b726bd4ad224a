//! Where the reader was in a story: the block of its text at the top of the window, for the last stories read.
//!
//! It is a block, not a distance in pixels, so that it stays right for another text size and on a device of another
//! width.

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::browser::{self, storage};

const KEY: &str = "places";

/// How many stories are remembered.
const REMEMBERED: usize = 50;

/// The first block from which continuing is offered.
const WORTH: u32 = 3;

/// The block that the reader had reached in the story at `path`, which includes the site's base; `None` if that is
/// not worth an offer.
pub fn of(path: &str) -> Option<u32> {
    let places = storage::recall(KEY)?;
    let place = places.lines().find_map(|line| line.strip_prefix(path)?.strip_prefix(' '))?;
    place.parse().ok().filter(|block| *block >= WORTH)
}

/// Stores how far the reader has come in the story at `path`; `None` forgets the story, when it has been read to
/// the end.
pub fn note(path: &str, block: Option<u32>) {
    let known = storage::recall(KEY).unwrap_or_default();
    let others = known.lines().filter(|line| !line.strip_prefix(path).is_some_and(|rest| rest.starts_with(' ')));
    let here = block.map(|block| [path, " ", block.to_string().as_str()].concat());
    let places: Vec<&str> = here.as_deref().into_iter().chain(others).take(REMEMBERED).collect();
    storage::remember(KEY, &places.join("\n"));
}

/// Moves the position in the story at `former` to `path`, the story's new address.
pub fn moved(former: &str, path: &str) {
    if let Some(block) = of(former) {
        note(former, None);
        note(path, Some(block));
    }
}

/// Scrolls to a block of the story's text.
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

/// Marks the link to the part of the story that the reader is in, among its contents.
pub fn mark() {
    let links = browser::all(".menu a");
    let is_above = |link: &Element| {
        let heading = link.get_attribute("href").and_then(|href| document().get_element_by_id(href.strip_prefix('#')?));
        heading.is_some_and(|heading| heading.get_bounding_client_rect().top() < browser::window_height() / 3.0)
    };
    let here = links.iter().rposition(is_above);
    for (place, link) in links.iter().enumerate() {
        if Some(place) == here {
            link.set_attribute("aria-current", "true").ok();
        } else {
            link.remove_attribute("aria-current").ok();
        }
    }
}

/// The blocks of the story's text, without the elements that are `beside` it.
fn blocks() -> Vec<Element> {
    browser::all(".story #text > :not(.beside)")
}

/// The element that contains the text of the story.
pub fn text() -> Option<Element> {
    document().query_selector(".story #text").ok()?
}
