//! How the parts of a page react to the reader: Top article, the share panel, the failure page.
//!
//! Nothing is attached to single controls: listeners on the document find the control that an event belongs to, so
//! that a page is plain HTML and can be swapped as such.

use std::sync::Arc;

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::web_sys::Event;

use crate::browser::{self, history};
use crate::model::{Article, Site};
use crate::navigation::{Navigation, PageState};

mod carousel;
mod share;

/// The controls of all pages.
#[derive(Clone)]
pub struct Controls {
    navigation: Navigation,
    site: Arc<Site>,
}

impl Controls {
    /// The controls of the pages of `site`.
    pub fn new(navigation: Navigation, site: Arc<Site>) -> Controls {
        Controls { navigation, site }
    }

    /// From now on adapts the controls of every page shown: the buttons of Top article to its scroll position. Loads a
    /// page that has failed again when the network is back, unless that would interrupt the reader.
    pub fn start(&self) {
        let painted = self.navigation.painted;
        Effect::new(move || {
            painted.track();
            carousel::measure();
        });
        let resize = window_event_listener(ev::resize, |_| carousel::measure());
        on_cleanup(move || resize.remove());
        let navigation = self.navigation;
        let online = window_event_listener(ev::online, move |_| {
            if navigation.has_failed() && !browser::is_engaged() {
                navigation.retry();
            }
        });
        on_cleanup(move || online.remove());
    }

    /// Handles a click anywhere in the page.
    pub fn click(&self, event: &Event) {
        share::close_more(event);
        if let Some(turn) = browser::around(event, "[data-turn]") {
            carousel::turn(&turn);
        } else if let Some(button) = browser::around(event, "[data-copy]") {
            self.with_story(|site, story| {
                share::copy(site.words_in(story.language.as_deref()), site.canonical(&story.route()), &button);
            });
        } else if browser::around(event, "[data-share]").is_some() {
            self.with_story(|site, story| share::share(story.headline.clone(), site.canonical(&story.route())));
        } else if browser::around(event, "[data-retry]").is_some() {
            self.navigation.retry();
        } else if browser::around(event, "[data-leave]").is_some() {
            history::load_page(&history::address());
        }
    }

    /// Calls `act` with the story of the page, if the page is one.
    fn with_story(&self, act: impl FnOnce(&Site, &Article)) {
        self.navigation.page.with_untracked(|state| {
            if let PageState::Ready(document) = state
                && let Some(story) = document.story()
            {
                act(&self.site, story);
            }
        });
    }

    /// Handles a key pressed anywhere in the page.
    pub fn press(&self, event: &KeyboardEvent) {
        carousel::press(event);
        if event.key() == "Escape" {
            share::leave_more();
        }
    }

    /// Handles the focus moving to an element of the page.
    pub fn focus(&self, event: &Event) {
        share::close_more(event);
    }

    /// Handles the scrolling of an element in the page.
    pub fn scroll(&self, event: &Event) {
        if browser::around(event, ".carousel-row").is_some() {
            carousel::measure();
        }
    }
}
