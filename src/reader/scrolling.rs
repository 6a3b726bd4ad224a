//! What follows the reader's scrolling: the masthead, the line that shows how much of a story is read, the place in it.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::web_sys::js_sys::Date;

use super::place;
use crate::browser;

/// Below this many CSS pixels the masthead stays.
const TOP: f64 = 160.0;

/// A finger is never quite still: less than this is no change of direction.
const STILL: f64 = 6.0;

/// How often the place in a story is written down, in milliseconds.
const INTERVAL: f64 = 400.0;

/// The listener.
#[derive(Clone, Copy)]
pub struct Scrolling(StoredValue<State>);

struct State {
    story: Option<String>,
    last: f64,
    noted: f64,
}

impl Scrolling {
    /// Starts listening, until the owner is cleaned up.
    pub fn start() -> Scrolling {
        let state = State { story: None, last: browser::scroll_position(), noted: 0.0 };
        let scrolling = Scrolling(StoredValue::new(state));
        let listener = window_event_listener(ev::scroll, move |_| scrolling.0.update_value(State::scroll));
        on_cleanup(move || listener.remove());
        scrolling
    }

    /// From here on the story at `story` is read, or none.
    pub fn read(self, story: Option<String>) {
        self.0.update_value(|state| {
            state.story = story;
            // What scrolls now is the page being turned, not the reader.
            state.noted = Date::now();
            show(&progress().filter(|_| state.story.is_some()));
        });
    }
}

impl State {
    fn scroll(&mut self) {
        let y = browser::scroll_position();
        let moved = y - self.last;
        if moved.abs() >= STILL || y < TOP {
            let away = moved > 0.0 && y >= TOP;
            browser::all(".masthead").for_each(|masthead| {
                masthead.class_list().toggle_with_force("away", away).ok();
            });
            self.last = y;
        }
        let Some(story) = &self.story else { return };
        let read = progress();
        show(&read);
        let now = Date::now();
        if now - self.noted > INTERVAL {
            self.noted = now;
            place::note(story, place::at(TOP).filter(|_| read.is_some_and(|read| read < 1000)));
        }
    }
}

/// How much of the story's text has come into the window, in thousandths.
fn progress() -> Option<u32> {
    let text = place::text()?.get_bounding_client_rect();
    let window = window().inner_height().ok()?.as_f64()?;
    let read = (window - text.top()) / text.height() * 1000.0;
    Some(read.clamp(0.0, 1000.0) as u32)
}

fn show(read: &Option<u32>) {
    let thousandths = read.unwrap_or_default().to_string();
    if let Some(line) = browser::all(".read-progress").next().and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        line.style().set_property("--read", &["calc(", &thousandths, " / 1000)"].concat()).ok();
    }
}
