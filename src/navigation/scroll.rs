//! Remembers how far each entry of the tab's history was scrolled.
//!
//! Entries carry a number of the app's in `history.state`. When the app adds or leaves an entry, it takes over
//! scroll restoration for it (the browser would restore before the page is there). It hands restoration back when
//! the page is hidden, so that the browser restores the position after a reload.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::{self, history};

const KEY: &str = "scroll";
/// How many entries are remembered; the oldest go first.
const REMEMBERED: usize = 60;

/// The scroll positions of this tab.
#[derive(Clone, Copy)]
pub struct Scroll(StoredValue<Places>);

/// How the reader gets to a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By a link: a new entry, which the router adds when the page is there.
    Link,
    /// By Back or Forward: the entry is already the current one.
    History,
}

struct Places {
    /// The number of an entry and how far it was scrolled, in CSS pixels.
    known: Vec<(u32, f64)>,
    /// The number of the current entry.
    here: u32,
    /// False while one page is being left and the next is not there yet.
    settled: bool,
}

impl Scroll {
    /// No positions yet.
    pub fn new() -> Scroll {
        Scroll(StoredValue::new(Places { known: Vec::new(), here: 0, settled: true }))
    }

    /// Restores the positions that this tab has stored. A page that was loaded again after the app had left it is
    /// scrolled to where it was.
    pub fn start(self) {
        self.0.update_value(|places| {
            places.known = history::recall(KEY).map(|text| parse(&text)).unwrap_or_default();
            places.here = history::entry_number().unwrap_or_else(|| places.number_entry());
            if history::scrolls_by_hand() {
                browser::scroll_to(places.place());
            }
        });
        let hide = window_event_listener(ev::pagehide, move |_| {
            self.0.update_value(|places| {
                places.save();
                history::remember(KEY, &print(&places.known));
            });
            history::scroll_by_hand(false);
        });
        on_cleanup(move || hide.remove());
    }

    /// How the reader gets to the address that the router has just changed to.
    pub fn way(self) -> Way {
        let entry = history::entry_number();
        let moved = self.0.try_update_value(|places| {
            let moved = entry.is_some_and(|entry| entry != places.here);
            if moved {
                places.save();
                places.settled = false;
                places.here = entry.unwrap_or(places.here);
            }
            moved
        });
        if moved == Some(true) { Way::History } else { Way::Link }
    }

    /// Call before a link within the page is followed.
    pub fn note(self) {
        self.0.update_value(Places::save);
        history::scroll_by_hand(true);
    }

    /// Call before the current page is left.
    pub fn leave(self, way: Way) {
        if way == Way::Link {
            self.note();
            self.0.update_value(|places| places.settled = false);
        }
        history::scroll_by_hand(true);
    }

    /// Call when the new page is there, at its top if the reader came by a link. Numbers the entry, and scrolls to
    /// where it was or to the fragment. Returns whether the fragment has taken the focus.
    pub fn arrive(self, way: Way, address: &str, hash: &str) -> bool {
        let place = self.0.try_update_value(|places| {
            places.settled = true;
            if way == Way::Link && history::entry_number() != Some(places.here) {
                places.here = places.number_entry();
            }
            places.place()
        });
        // The router keeps a list of its own, and sometimes wrongly takes an address for the current one.
        let path = address.split('#').next().unwrap_or_default();
        if way == Way::Link && history::address() != path {
            history::push_address(address);
            self.0.update_value(|places| places.here = places.number_entry());
        }
        match way {
            Way::History => {
                browser::scroll_to(place.unwrap_or_default());
                false
            }
            Way::Link if hash.is_empty() => false,
            Way::Link => {
                let found = browser::focus_fragment(hash);
                if !found {
                    browser::scroll_to(0.0);
                }
                found
            }
        }
    }

    /// Call when the reader has moved within the page. The browser scrolls for a link; on the way back the app must.
    pub fn follow_fragment(self) {
        match self.way() {
            Way::History => {
                let place = self.0.try_update_value(|places| {
                    places.settled = true;
                    places.place()
                });
                if history::scrolls_by_hand() {
                    browser::scroll_to(place.unwrap_or_default());
                }
            }
            Way::Link => self.0.update_value(|places| {
                if history::entry_number().is_none() {
                    places.here = places.number_entry();
                }
            }),
        }
    }
}

impl Places {
    fn save(&mut self) {
        if self.settled {
            self.known.retain(|(number, _)| *number != self.here);
            if self.known.len() >= REMEMBERED {
                self.known.remove(0);
            }
            self.known.push((self.here, browser::scroll_position()));
        }
    }

    fn place(&self) -> f64 {
        let known = self.known.iter().find(|(number, _)| *number == self.here);
        known.map(|(_, place)| *place).unwrap_or_default()
    }

    fn number_entry(&self) -> u32 {
        let last = self.known.iter().map(|(number, _)| *number).max().unwrap_or_default();
        let number = last.max(self.here) + 1;
        history::number_entry(number);
        number
    }
}

fn parse(text: &str) -> Vec<(u32, f64)> {
    let entry = |entry: &str| {
        let (number, place) = entry.split_once(':')?;
        Some((number.parse().ok()?, f64::from(place.parse::<u32>().ok()?)))
    };
    text.split(',').filter_map(entry).collect()
}

fn print(known: &[(u32, f64)]) -> String {
    let entries: Vec<String> = known
        .iter()
        .map(|(number, place)| [number.to_string().as_str(), ":", (*place as u32).to_string().as_str()].concat())
        .collect();
    entries.join(",")
}
