//! Decides which links the router handles, and prefetches what the reader points at.
//!
//! The router listens on the window and handles every link of this origin. The listeners here are on the document
//! and therefore run first; they stop clicks that are not for the router, which the browser then handles as usual.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::web_sys::{Event, MouseEvent};
use leptos_router::hooks::use_url;
use leptos_router::location::Url;

use super::Navigation;
use super::scroll::Way;
use crate::browser::{self, Link, history};
use crate::model::Site;
use crate::route::Route;

/// How long a mouse must rest on a link before its page is fetched.
const REST: Duration = Duration::from_millis(80);

/// The listeners for the links of the page. Created inside the router.
#[derive(Clone)]
pub struct Links {
    navigation: Navigation,
    site: Arc<Site>,
    url: ReadSignal<Url>,
    resting: StoredValue<Option<TimeoutHandle>>,
}

impl Links {
    /// Listeners for the page that `navigation` shows.
    pub fn new(navigation: Navigation, site: Arc<Site>) -> Links {
        Links { navigation, site, url: use_url(), resting: StoredValue::new(None) }
    }

    /// Handles a click anywhere in the page.
    pub fn click(&self, event: &MouseEvent) {
        let link = if browser::is_plain_click(event) { Link::of(event) } else { None };
        let Some(link) = link.filter(|link| link.inside) else { return };
        let address = [link.path.as_str(), &link.search].concat();
        let shown = history::address() == address;
        let (same_path, wanted) = self.url.with_untracked(|url| {
            let same_path = url.path() == link.path;
            (same_path, same_path && url.search() == link.search.strip_prefix('?').unwrap_or_default())
        });
        if shown && !link.hash.is_empty() {
            // The browser scrolls, moves focus and sets `:target`; the router would only scroll. For a fragment
            // that is already the current one, the browser would also drop the number of the history entry.
            self.navigation.scroll.note();
            event.stop_propagation();
            if self.url.with_untracked(|url| url.hash() == link.hash) {
                event.prevent_default();
                browser::focus_fragment(&link.hash);
            }
        } else if wanted {
            // The router would ignore a link to the page that is shown or being loaded.
            event.prevent_default();
            event.stop_propagation();
            let is_first = event.detail() < 2;
            if self.navigation.has_failed() {
                self.navigation.retry();
            } else if shown {
                browser::scroll_to(0.0);
                browser::focus_start();
            } else if let Some(route) = self.site.route(&link.path).filter(|_| is_first) {
                // Unless this is the second click of a double-click: the reader is tired of waiting.
                self.navigation.ask_again(&route);
            }
        } else if self.site.route(&link.path).is_none() {
            event.stop_propagation();
        } else if same_path {
            // Only the query differs: the router changes the address and scrolls to the top at once.
            self.navigation.scroll.leave(Way::Link);
        }
    }

    /// Handles the mouse on a link: prefetches its page if the mouse rests there.
    pub fn point(&self, event: &Event) {
        self.move_off();
        if let Some(route) = self.route(event) {
            let archive = self.navigation.archive;
            let handle = set_timeout_with_handle(move || archive.prefetch(route), REST);
            self.resting.set_value(handle.ok());
        }
    }

    /// Handles the mouse moving off: cancels the prefetch that waits.
    pub fn move_off(&self) {
        if let Some(handle) = self.resting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Handles a pointer pressed on a link, or focus on it: prefetches its page.
    pub fn aim(&self, event: &Event) {
        if let Some(route) = self.route(event) {
            self.navigation.archive.prefetch(route);
        }
    }

    fn route(&self, event: &Event) -> Option<Route> {
        let link = Link::of(event).filter(|link| link.inside)?;
        self.site.route(&link.path)
    }
}
