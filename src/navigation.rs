//! Follows the address: handles loading, failure, focus, announcement and scroll.
//!
//! The router owns history and links; it changes its URL signal when the reader clicks a link or goes back. This
//! module watches that signal, loads the document, lets the router change the address when the document is there,
//! and swaps the page.

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

/// How long a navigation may take before the reader is shown that it is in progress.
const QUIET: Duration = Duration::from_millis(150);

/// What the page shows.
#[derive(Clone, Debug)]
pub enum PageState {
    /// A document.
    Ready(Arc<Document>),
    /// The document could not be loaded: why, and what the reader has chosen, as the link said it (empty if there was
    /// none).
    Failed(LoadError, String),
}

impl PageState {
    /// Whether both are the very same page, not just equal ones.
    fn is(&self, other: &PageState) -> bool {
        match (self, other) {
            (PageState::Ready(one), PageState::Ready(other)) => Arc::ptr_eq(one, other),
            (PageState::Failed(one, name), PageState::Failed(other, called)) => one == other && name == called,
            _ => false,
        }
    }
}

/// The page that is shown, and the navigation to the next.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// What the page shows.
    pub page: RwSignal<PageState>,
    /// Changes when a page has been painted: triggers everything that measures layout or adds to the page.
    pub painted: RwSignal<u32>,
    /// True while a navigation has taken longer than `QUIET`.
    pub busy: RwSignal<bool>,
    /// The text of the polite live region.
    pub announcement: RwSignal<String>,
    /// Counts the reader's attempts to load the same address again.
    attempt: RwSignal<u32>,
    /// The paths of pages that have failed, and their names.
    failed: StoredValue<Vec<(String, String)>>,
    archive: Archive,
    scroll: Scroll,
}

impl Navigation {
    /// The navigation of a tab whose first page is that of the document `first`.
    pub fn new(site: &Site, first: Arc<Document>) -> Navigation {
        Navigation {
            page: RwSignal::new(PageState::Ready(first)),
            painted: RwSignal::new(0),
            busy: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
            attempt: RwSignal::new(0),
            failed: StoredValue::default(),
            archive: Archive::new(site.base.clone()),
            scroll: Scroll::new(),
        }
    }

    /// Loads the current address again, after a failure.
    pub fn retry(&self) {
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Requests the page of `route` again, when its pending request does not complete.
    pub fn ask_again(&self, route: &Route) {
        self.archive.drop_request(route);
        self.retry();
    }

    /// Starts following the address. Works only inside the router; does nothing on the host.
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

    /// Whether the page shows a failure.
    pub fn has_failed(&self) -> bool {
        self.page.with_untracked(|state| matches!(state, PageState::Failed(..)))
    }

    /// Adds the document of the first page to the archive. On the 404 page, tries once to load a story that exists
    /// only as data; if that fails, the 404 page stays.
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

    /// Loads the document of `address` and swaps the page.
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
                Err(error) => PageState::Failed(error, self.name_of(&address)),
            };
            self.scroll.leave(way);
            router.ready_to_complete();
            let stays = way == Way::Link && self.page.with_untracked(|now| now.is(&state));
            if stays && browser::first("main form :focus").is_some() {
                // Only the query has changed, by a control of the page, which keeps the focus.
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

    /// Shows `state`, and returns the title of the page when it is in the document. With `at_top`, the top of the
    /// page is painted at once, and what is below the window is laid out after that.
    async fn show(self, state: PageState, site: &Site, at_top: bool) -> String {
        let head = match &state {
            PageState::Ready(document) => Head::of(site, document),
            PageState::Failed(..) => Head::of_failure(site),
        };
        browser::set_head(&head);
        let change = move || {
            if at_top {
                // Scroll while the old page is still there, which is already laid out: the new one should be laid
                // out only once.
                browser::scroll_to(0.0);
            }
            browser::blur();
            browser::set_class("main", "turning", at_top);
            // Switch fonts with the first navigation or never: pages that readers come back to must keep their height.
            browser::set_class("html.letters:not(.turned)", "lettered", true);
            browser::set_class("html", "turned", true);
            self.page.set(state);
        };
        browser::turn(change).await;
        tick().await;
        head.title
    }

    /// When the page has been painted, moves focus to its headline (if `headline`) and announces its title. Neither
    /// may delay the paint.
    async fn tell(self, title: String, headline: bool) {
        let page = self.page.get_untracked();
        browser::painted().await;
        if self.page.with_untracked(|now| !now.is(&page)) {
            return;
        }
        browser::set_class("main", "turning", false);
        if headline {
            browser::focus_start();
        }
        self.announcement.set(title);
        self.painted.update(|painted| *painted += 1);
    }

    /// What the page that is shown calls the page at `address`; empty if it does not link to it. The name stays when
    /// that page fails again.
    fn name_of(self, address: &Address) -> String {
        let path = &address.path;
        let known = self.failed.with_value(|failed| failed.iter().find(|(of, _)| of == path).cloned());
        if let Some((_, name)) = known {
            return name;
        }
        let name = browser::link_text(path);
        if let Some(name) = name.clone() {
            self.failed.update_value(|failed| failed.push((path.clone(), name)));
        }
        name.unwrap_or_default()
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

/// An address as the router reports it, and the number of the attempt to load it.
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

/// The timer after which the reader is shown that a navigation is slow.
struct Told(Option<TimeoutHandle>);

impl Told {
    fn clear(&self) {
        if let Some(handle) = self.0 {
            handle.clear();
        }
    }
}
