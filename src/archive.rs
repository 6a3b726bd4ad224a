//! The documents in the browser: fetching, caching, prefetching, cancelling.

use std::sync::Arc;

use futures_channel::oneshot;
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::AbortController;

use crate::browser::{self, json};
use crate::model::{Document, FORMAT, Sheet};
use crate::route::Route;

mod load_error;

pub use load_error::LoadError;

/// How many documents are cached; the least recently used is dropped first. A story is about 10 kB.
const KEPT: usize = 40;

/// This tab's cached documents and pending requests.
#[derive(Clone, Copy)]
pub struct Archive(StoredValue<Shelf, LocalStorage>);

struct Shelf {
    /// Path prefix of the site.
    base: String,
    /// The most recently used last.
    kept: Vec<(Route, Arc<Document>)>,
    under_way: Vec<Errand>,
}

struct Errand {
    route: Route,
    abort: AbortController,
    waiting: Vec<oneshot::Sender<Result<Arc<Document>, LoadError>>>,
}

impl Archive {
    /// An empty archive for a site under the path prefix `base`.
    pub fn new(base: String) -> Archive {
        Archive(StoredValue::new_local(Shelf { base, kept: Vec::new(), under_way: Vec::new() }))
    }

    /// Caches a document that was not fetched here.
    pub fn keep(&self, route: Route, document: Arc<Document>) {
        self.0.update_value(|shelf| shelf.keep(route, document));
    }

    /// The document of `route`, from the cache or the network.
    ///
    /// # Errors
    /// See [`LoadError`]; [`LoadError::Dropped`] if the request was cancelled.
    pub async fn load(self, route: Route) -> Result<Arc<Document>, LoadError> {
        if let Some(document) = self.0.try_update_value(|shelf| shelf.take(&route)).flatten() {
            return Ok(document);
        }
        let (sender, receiver) = oneshot::channel();
        self.ask(route, Some(sender));
        receiver.await.unwrap_or(Err(LoadError::Dropped))
    }

    /// Fetches the document of `route` in advance, unless the reader saves data. A failure is ignored:
    /// [`Archive::load`] asks again.
    pub fn prefetch(self, route: Route) {
        let known = self.0.with_value(|shelf| shelf.kept.iter().any(|(kept, _)| *kept == route));
        if !known && !browser::saves_data() {
            self.ask(route, None);
        }
    }

    /// Cancels all requests but the one for `route`: the reader has moved on, and that request needs the network.
    pub fn drop_others(self, route: &Route) {
        self.keep_requests(|errand| errand.route == *route);
    }

    /// Cancels the request for `route`, which may be stuck, so that the next load sends a new one.
    pub fn drop_request(self, route: &Route) {
        self.keep_requests(|errand| errand.route != *route);
    }

    fn keep_requests(self, is_wanted: impl Fn(&Errand) -> bool) {
        self.0.update_value(|shelf| {
            shelf.under_way.retain(|errand| {
                let wanted = is_wanted(errand);
                if !wanted {
                    errand.abort.abort();
                }
                wanted
            });
        });
    }

    /// Joins the pending request for `route`, or starts one.
    fn ask(self, route: Route, waiting: Option<oneshot::Sender<Result<Arc<Document>, LoadError>>>) {
        let joined = self.0.try_update_value(|shelf| {
            let errand = shelf.under_way.iter_mut().find(|errand| errand.route == route);
            match errand {
                Some(errand) => errand.waiting.extend(waiting),
                None => return shelf.start(route.clone(), waiting),
            }
            None
        });
        if let Some((address, abort)) = joined.flatten() {
            let late = abort.clone();
            let clock = set_timeout_with_handle(move || late.abort(), browser::PATIENCE);
            spawn_local(async move {
                let result = fetch(&address, &abort).await;
                if let Ok(clock) = clock {
                    clock.clear();
                }
                let waiting = self.0.try_update_value(|shelf| shelf.finish(&route, &abort, &result));
                for sender in waiting.unwrap_or_default() {
                    // The receiver is gone if the reader has moved on.
                    sender.send(result.clone()).ok();
                }
            });
        }
    }
}

impl Shelf {
    fn keep(&mut self, route: Route, document: Arc<Document>) {
        self.kept.retain(|(kept, _)| *kept != route);
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push((route, document));
    }

    fn take(&mut self, route: &Route) -> Option<Arc<Document>> {
        let place = self.kept.iter().position(|(kept, _)| kept == route)?;
        let entry = self.kept.remove(place);
        let document = entry.1.clone();
        self.kept.push(entry);
        Some(document)
    }

    fn start(
        &mut self,
        route: Route,
        waiting: Option<oneshot::Sender<Result<Arc<Document>, LoadError>>>,
    ) -> Option<(String, AbortController)> {
        let abort = AbortController::new().ok()?;
        let address = [self.base.as_str(), &route.data_path()].concat();
        self.under_way.push(Errand { route, abort: abort.clone(), waiting: waiting.into_iter().collect() });
        Some((address, abort))
    }

    /// Removes a finished request and returns those who wait for it: none if it was cancelled, even if another
    /// request for the same route is running.
    fn finish(
        &mut self,
        route: &Route,
        abort: &AbortController,
        result: &Result<Arc<Document>, LoadError>,
    ) -> Vec<oneshot::Sender<Result<Arc<Document>, LoadError>>> {
        let place = self.under_way.iter().position(|errand| errand.abort == *abort);
        if let (Some(_), Ok(document)) = (place, result) {
            self.keep(route.clone(), document.clone());
        }
        place.map(|place| self.under_way.swap_remove(place).waiting).unwrap_or_default()
    }
}

async fn fetch(address: &str, abort: &AbortController) -> Result<Arc<Document>, LoadError> {
    let request = Request::get(address).abort_signal(Some(&abort.signal())).send();
    let response = request.await.map_err(|_| LoadError::Network)?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(LoadError::NotFound),
        status => return Err(LoadError::Status(status)),
    }
    read(&response.text().await.map_err(|_| LoadError::Network)?)
}

/// Reads the text of an `index.json`. Works only in a browser, since the browser's own parser parses it.
///
/// # Errors
/// [`LoadError::NotJson`], [`LoadError::Newer`] or [`LoadError::Unreadable`].
fn read(text: &str) -> Result<Arc<Document>, LoadError> {
    if text.trim_start().starts_with('<') {
        return Err(LoadError::NotJson);
    }
    let sheet = json::parse(text).map_err(|_| LoadError::Unreadable)?;
    match sheet.number("format") {
        Some(format) if format > FORMAT => Err(LoadError::Newer),
        _ => sheet.read::<Sheet>().map(|sheet| Arc::new(sheet.document)).map_err(|_| LoadError::Unreadable),
    }
}
