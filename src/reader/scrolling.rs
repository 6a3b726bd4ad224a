//! What depends on scrolling: the masthead, the line that shows how much of a story is read, the position in it.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::place;
use crate::browser;

/// Less than this many CSS pixels from the top, the masthead stays.
const TOP: f64 = 160.0;

/// Less than this many CSS pixels from the top, it is whole again.
const WHOLE: f64 = 48.0;

/// Scrolling by less than this many CSS pixels is not a change of direction: a finger is never quite still.
const STILL: f64 = 6.0;

/// How long after the reader has begun to scroll the position in a story is stored.
const PAUSE: Duration = Duration::from_millis(400);

/// The listener.
#[derive(Clone, Copy)]
pub struct Scrolling(StoredValue<State>);

struct State {
    story: Option<String>,
    last: f64,
    /// Whether the position is about to be stored.
    noting: bool,
}

impl Scrolling {
    /// Starts listening, until the owner is cleaned up.
    pub fn start() -> Scrolling {
        let state = State { story: None, last: browser::scroll_position(), noting: false };
        let scrolling = Scrolling(StoredValue::new(state));
        let listener = window_event_listener(ev::scroll, move |_| scrolling.scroll());
        on_cleanup(move || listener.remove());
        scrolling
    }

    /// Stops tracking: the page has been left.
    pub fn leave(self) {
        self.0.update_value(|state| state.story = None);
    }

    /// Tracks the story at `story` from now on, or none.
    pub fn read(self, story: Option<String>) {
        self.0.update_value(|state| {
            state.story = story;
            show(state.story.is_some());
        });
        place::mark();
    }

    fn scroll(self) {
        let story = self.0.try_update_value(|state| {
            state.move_masthead();
            let story = state.story.clone()?;
            show(true);
            (!std::mem::replace(&mut state.noting, true)).then_some(story)
        });
        if let Some(story) = story.flatten() {
            set_timeout(move || self.note(&story), PAUSE);
        }
    }

    /// Stores the position in `story`, if the reader is still reading it. At the beginning of the story, the
    /// position stored before is kept.
    fn note(self, story: &str) {
        let reading = self.0.try_update_value(|state| {
            state.noting = false;
            state.story.as_deref() == Some(story)
        });
        let block = place::at(TOP).filter(|block| *block > 0);
        if reading == Some(true) {
            place::mark();
            let finished = progress().is_none_or(|read| read >= 1000);
            if finished || block.is_some() {
                place::note(story, block.filter(|_| !finished));
            }
        }
    }
}

impl State {
    fn move_masthead(&mut self) {
        let y = browser::scroll_position();
        let moved = y - self.last;
        if moved.abs() >= STILL || y < TOP {
            let away = moved > 0.0 && y >= TOP;
            browser::set_class(".masthead", "away", away);
            if !(WHOLE..TOP).contains(&y) {
                browser::set_class(".masthead", "stuck", y >= TOP);
            }
            self.last = y;
        }
    }
}

/// How far the reader has come on the way from the top of the page to where the end of the story's text is in the
/// window, in thousandths.
fn progress() -> Option<u32> {
    let text = place::text()?.get_bounding_client_rect();
    let (y, left) = (browser::scroll_position(), text.bottom() - browser::window_height());
    Some(if left > 0.0 { (y / (y + left) * 1000.0) as u32 } else { 1000 })
}

/// Shows how much is read, if the page is a `story` long enough for that to be of interest: two windows.
fn show(story: bool) {
    let height = place::text().map_or(0.0, |text| text.get_bounding_client_rect().height());
    let is_long = story && height > 2.0 * browser::window_height();
    let thousandths = progress().filter(|_| is_long).unwrap_or_default().to_string();
    for line in browser::all(".read-progress") {
        line.unchecked_ref::<HtmlElement>()
            .style()
            .set_property("--read", &["calc(", &thousandths, " / 1000)"].concat())
            .ok();
    }
}
