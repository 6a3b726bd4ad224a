//! Follows the address: loading, failure, focus, announcement and scroll live here and nowhere else.
//!
//! The router owns history and links; it changes its URL signal when a reader clicks a link or goes back. This module
//! watches that signal, gets the document, lets the router change the address when the page is there, and turns the
//! page.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::archive::{Archive, LoadError};
use crate::browser::{self, history};
use crate::head::Head;
use crate::model::{Document, Site};
use crate::route::Route;

mod links;
mod scroll;

pub use links::Links;
use scroll::{Scroll, Way};

use std::sync::Arc;
use std::time::Duration;

/// How long a move may take before the reader is told that it is under way.
const QUIET: Duration = Duration::from_millis(150);

/// What stands in the page.
#[derive(Clone, Debug)]
pub enum PageState {
    /// A document.
    Ready(Arc<Document>),
    /// The document could not be had.
    Failed(LoadError),
}

impl PageState {
    /// Whether this is the very page that `other` is, not another one like it.
    fn is(&self, other: &PageState) -> bool {
        match (self, other) {
            (PageState::Ready(one), PageState::Ready(other)) => Arc::ptr_eq(one, other),
            (PageState::Failed(one), PageState::Failed(other)) => one == other,
            _ => false,
        }
    }
}

/// The page that is shown, and the way to the next.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// What stands in the page.
    pub page: RwSignal<PageState>,
    /// Changes when a page has been painted: what measures, or does not belong to it, waits for that.
    pub painted: RwSignal<u32>,
    /// True while a move takes longer than a reader should wait without being told.
    pub busy: RwSignal<bool>,
    /// What a polite live region says.
    pub announcement: RwSignal<String>,
    /// Counts the reader's attempts to load the same address again.
    attempt: RwSignal<u32>,
    archive: Archive,
    scroll: Scroll,
}

impl Navigation {
    /// The navigation of a tab that starts with the page `first`.
    pub fn new(site: &Site, first: Arc<Document>) -> Navigation {
        Navigation {
            page: RwSignal::new(PageState::Ready(first)),
            painted: RwSignal::new(0),
            busy: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
            attempt: RwSignal::new(0),
            archive: Archive::new(site.base.clone()),
            scroll: Scroll::new(),
        }
    }

    /// Loads the current address again, after a failure.
    pub fn retry(&self) {
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Asks for the page of `route` once more, which is under way and does not arrive.
    pub fn ask_again(&self, route: &Route) {
        self.archive.drop_request(route);
        self.retry();
    }

    /// Starts following the address. Only inside the router, and without effect on the host.
    pub fn follow(self, site: Arc<Site>) {
        let location = use_location();
        let router = use_context::<BrowserUrl>();
        Effect::new({
            let site = site.clone();
            move || self.start(site.clone())
        });
        Effect::watch(
            move || Address {
                path: location.pathname.get(),
                search: location.search.get(),
                hash: location.hash.get(),
                attempt: self.attempt.get(),
            },
            move |address, before, _| {
                let Some(router) = router.clone() else { return };
                match before {
                    Some(before) if before.is_same_page(address) => self.scroll.follow_fragment(),
                    _ => self.turn_to(address.clone(), router, site.clone()),
                }
            },
            false,
        );
    }

    /// Whether a failure stands in the page.
    pub fn has_failed(&self) -> bool {
        self.page.with_untracked(|state| matches!(state, PageState::Failed(_)))
    }

    /// What the first page brings along goes to the archive; on the 404 page a story that is not pressed is tried once,
    /// and whatever goes wrong then, the 404 page stays.
    fn start(self, site: Arc<Site>) {
        self.scroll.start();
        let state = self.page.get_untracked();
        let PageState::Ready(first) = state else { return };
        if let Some(route) = Route::of(&first) {
            self.archive.keep(route, first);
        } else if site.unpressed_stories {
            let path = history::address();
            let route = site.route(path.split('?').next().unwrap_or_default());
            if let Some(route @ Route::Story { .. }) = route {
                spawn_local(async move {
                    if let Ok(document) = self.archive.load(route).await {
                        let title = self.show(PageState::Ready(document), &site, false).await;
                        self.tell(title, true).await;
                    }
                });
            }
        }
    }

    /// Gets the document of `address` and turns the page.
    fn turn_to(self, address: Address, router: BrowserUrl, site: Arc<Site>) {
        let way = self.scroll.way();
        let Some(route) = site.route(&address.path) else {
            return history::load_page(&address.to_string());
        };
        browser::set_turning(Some(&address.to_string()));
        self.archive.drop_others(&route);
        let told = self.tell_when_slow();
        spawn_local(async move {
            let result = self.archive.load(route).await;
            if router.as_url().try_get_untracked().is_none_or(|url| !address.is_shown_by(url.path(), url.search())) {
                return told.clear();
            }
            told.clear();
            self.busy.set(false);
            let state = match result {
                Ok(document) => {
                    if let Document::Moved(path) = &*document {
                        return history::load_page(&[&site.base, path, &address.hash].map(String::as_str).concat());
                    }
                    PageState::Ready(document)
                }
                Err(LoadError::Dropped) => return,
                Err(LoadError::NotFound) => PageState::Ready(Arc::new(Document::Missing)),
                Err(error) if error.is_mended_by_leaving() && Navigation::may_leave_for(&address) => {
                    return history::load_page(&address.to_string());
                }
                Err(error) => PageState::Failed(error),
            };
            self.scroll.leave(way);
            router.ready_to_complete();
            let stays = way == Way::Link && self.page.with_untracked(|now| now.is(&state));
            if stays && browser::first("main form :focus").is_some() {
                // Only the query is another one, by a control of the page: that keeps the focus.
                self.scroll.arrive(way, &address.to_string(), &address.hash);
                browser::set_turning(None);
                browser::painted().await;
                return self.painted.update(|painted| *painted += 1);
            }
            let at_top = way == Way::Link && address.hash.is_empty();
            let title = self.show(state, &site, at_top).await;
            if !browser::shows_a_page() {
                return history::load_page(&address.to_string());
            }
            browser::set_turning(None);
            let aimed = self.scroll.arrive(way, &address.to_string(), &address.hash);
            self.tell(title, !aimed).await;
        });
    }

    /// Puts `state` into the page and returns its title when it stands there. Who is to see its top sees it at once: what
    /// lies below the window is laid out when that has been painted.
    async fn show(self, state: PageState, site: &Site, at_top: bool) -> String {
        let head = match &state {
            PageState::Ready(document) => Head::of(site, document),
            PageState::Failed(_) => Head::of_failure(site),
        };
        browser::set_head(&head);
        let change = move || {
            if at_top {
                // As long as the old page stands, which is laid out: the new one shall be so only once.
                browser::scroll_to(0.0);
            }
            browser::blur();
            browser::set_class("main", "turning", at_top);
            // With the first turn or not at all: pages to come back to are to be as high as they were.
            browser::set_class("html.letters:not(.turned)", "lettered", true);
            browser::set_class("html", "turned", true);
            self.page.set(state);
        };
        browser::turn(change).await;
        tick().await;
        head.title
    }

    /// Says that the page with this title is there, when it has been painted, and moves focus to its `headline`: neither
    /// is to hold it up.
    async fn tell(self, title: String, headline: bool) {
        let page = self.page.get_untracked();
        browser::painted().await;
        if self.page.with_untracked(|now| !now.is(&page)) {
            return;
        }
        browser::set_class("main", "turning", false);
        if headline {
            browser::focus_headline();
        }
        self.announcement.set(title);
        self.painted.update(|painted| *painted += 1);
    }

    fn tell_when_slow(self) -> Told {
        Told(set_timeout_with_handle(move || self.busy.set(true), QUIET).ok())
    }

    /// Whether the app may be left for `address`: once per address and tab.
    fn may_leave_for(address: &Address) -> bool {
        let key = ["left for ", &address.to_string()].concat();
        let first_time = history::recall(&key).is_none();
        if first_time {
            history::remember(&key, "1");
        }
        first_time
    }
}

/// An address as the router gives it, and how often the reader has asked for it.
#[derive(Clone, PartialEq)]
struct Address {
    path: String,
    search: String,
    hash: String,
    attempt: u32,
}

impl Address {
    fn is_same_page(&self, other: &Address) -> bool {
        self.is_shown_by(&other.path, &other.search) && self.attempt == other.attempt
    }

    fn is_shown_by(&self, path: &str, search: &str) -> bool {
        self.path == path && self.search == search
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mark = if self.search.is_empty() { "" } else { "?" };
        for part in [&self.path, mark, &self.search, &self.hash] {
            formatter.write_str(part)?;
        }
        Ok(())
    }
}

/// The promise to tell the reader of a slow move.
struct Told(Option<TimeoutHandle>);

impl Told {
    fn clear(&self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}
