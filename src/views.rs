//! How often stories are read: counts readings and updates the numbers in the page, if the publisher has a service
//! for it.
//!
//! A page is pressed with the numbers of the last snapshot. If the service refuses, is slow or answers nonsense,
//! they stay: a number changes only to a larger one from the service.

mod goatcounter;
mod reading;
mod redis;
mod service;
mod tally;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use futures_channel::oneshot;
use gloo_net::http::{Request, Response};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::js_sys::{Date, Reflect};
use leptos::web_sys::{AbortController, AbortSignal, Element, ReadableStreamDefaultReader};
use wasm_bindgen_futures::JsFuture;

use crate::browser::{self, PATIENCE, json, visitor};
use crate::components;
use crate::model::{Counter, Document, Site};
use crate::navigation::{Navigation, PageState};
use crate::route::Route;
pub use redis::key;
pub use service::{Answer, Service};

use goatcounter::GoatCounter;
use redis::Redis;
use service::Call;
use tally::Tally;

/// How long after a page was painted the numbers of all its stories are requested: other work comes first.
const STANDING: Duration = Duration::from_millis(500);

/// How long news of a reading waits for more, so that a story in demand does not cause a stream of requests.
const GATHERING: Duration = Duration::from_millis(500);

/// How long after a stream has ended it is requested again: the first, then twice as long each time, up to the second.
const AGAIN: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(120)];

/// The service that a newspaper has chosen.
pub fn service(counter: &Counter) -> Box<dyn Service> {
    match counter {
        Counter::Redis(address) => Box::new(Redis(address.clone())),
        Counter::Goatcounter(address) => Box::new(GoatCounter(address.clone())),
    }
}

/// The counter of all pages.
pub struct Views {
    navigation: Navigation,
    site: Arc<Site>,
    service: Box<dyn Service>,
    tally: RefCell<Tally>,
    /// Ends what was begun for the page in view, when another page is shown or this one is hidden.
    watch: RefCell<Option<AbortController>>,
    /// Whether the number of the story is about to be requested, alone or with others.
    gathering: Cell<bool>,
    /// The story whose number is not live, and when it was current, to the minute.
    taken: RefCell<Option<(Route, String)>>,
}

impl Views {
    /// Starts counting and asking, until the owner is cleaned up; does nothing if the newspaper has no service for it.
    pub fn start(navigation: Navigation, site: Arc<Site>) {
        let Some(counter) = &site.counter else { return };
        let service = service(counter);
        let views = Rc::new(Views {
            navigation,
            site: site.clone(),
            service,
            tally: RefCell::default(),
            watch: RefCell::default(),
            gathering: Cell::default(),
            taken: RefCell::default(),
        });
        let seen = window_event_listener_untyped("visibilitychange", {
            let views = views.clone();
            move |_| views.look()
        });
        // The page may stay in the browser's back/forward cache.
        let hide = window_event_listener_untyped("pagehide", {
            let views = views.clone();
            move |_| views.look_away()
        });
        on_cleanup(move || {
            seen.remove();
            hide.remove();
        });
        Effect::new(move || {
            views.navigation.painted.track();
            views.look();
        });
    }

    /// Call when a page has been painted, or has become visible or hidden.
    fn look(self: &Rc<Views>) {
        self.look_away();
        if document().hidden() {
            return;
        }
        let Ok(watch) = AbortController::new() else { return };
        self.watch.replace(Some(watch.clone()));
        self.note_snapshot();
        self.show();
        if let Some(story) = self.story() {
            self.count(&story);
            self.follow(story, watch.clone());
        }
        // Readings until then are part of the answer.
        self.gathering.set(true);
        self.ask_after(STANDING, None, watch);
    }

    fn look_away(&self) {
        if let Some(watch) = self.watch.take() {
            watch.abort();
        }
    }

    /// The story that the page is about.
    fn story(&self) -> Option<Route> {
        self.navigation.page.with_untracked(|state| match state {
            PageState::Ready(document) => match &**document {
                Document::Story(article) => Some(article.route()),
                _ => None,
            },
            PageState::Failed(..) => None,
        })
    }

    /// How often `story` was read at its former addresses, which the service does not know. Cards do not have this
    /// number: theirs stay those of the snapshot until the service reports more.
    fn earlier(&self, story: &Route) -> u64 {
        self.navigation.page.with_untracked(|state| match state {
            PageState::Ready(document) => match &**document {
                Document::Story(article) if article.route() == *story => article.earlier_views,
                _ => 0,
            },
            PageState::Failed(..) => 0,
        })
    }

    /// The stories whose numbers are requested: all, or, if the numbers are not live, the one that is read.
    fn asked_for(&self) -> Vec<Route> {
        if self.service.is_live() { self.stories() } else { self.story().into_iter().collect() }
    }

    /// The stories whose numbers are in the page, in their order: the one that is read comes first.
    fn stories(&self) -> Vec<Route> {
        let mut stories = Vec::new();
        for counter in browser::all(COUNTERS) {
            stories.extend(self.story_of(&counter).filter(|story| !stories.contains(story)));
        }
        stories
    }

    /// The story whose number `counter` is.
    fn story_of(&self, counter: &Element) -> Option<Route> {
        let Some(card) = counter.closest(".card").ok().flatten() else { return self.story() };
        let link = card.query_selector(".card-headline a").ok().flatten()?;
        self.site.route(&link.get_attribute("href")?)
    }

    /// Adds the numbers of the page's document to the tally.
    fn note_snapshot(&self) {
        let page = self.navigation.page.get_untracked();
        let PageState::Ready(document) = &page else { return };
        let mut tally = self.tally.borrow_mut();
        if let Document::Story(article) = &**document
            && let Some(views) = article.views
        {
            tally.note(&article.route(), views);
        }
        for teaser in document.lists().into_iter().chain([&*self.site.top]).flatten() {
            if let Some(views) = teaser.views {
                tally.note(&teaser.route(), views);
            }
        }
    }

    /// Counts a reading of `story`, unless it was counted recently or the visitor may not be counted.
    fn count(&self, story: &Route) {
        let path = self.site.href(story);
        if visitor::may_be_counted() && reading::begins(&path) {
            let sent = match self.service.count(story) {
                Call::Post(address) => visitor::post(&address),
                Call::Get(address) => visitor::get_picture(&address),
            };
            if !sent {
                reading::forget(&path);
            }
        }
    }

    /// Requests the numbers of `stories` and shows those that are new.
    fn ask(self: &Rc<Views>, stories: &[Route], watch: &AbortController) {
        for (address, about) in self.service.ask(stories) {
            let (views, signal) = (self.clone(), watch.signal());
            spawn_local(async move {
                let Some((response, clock)) = get(&address, &signal).await else { return };
                let text = response.text().await;
                clock.clear();
                let Ok(answer) = json::parse(&text.unwrap_or_default()) else { return };
                let expires = response.headers().get("expires").unwrap_or_default();
                let taken = views.service.taken(Date::parse(&expires)).and_then(time_of_day);
                for (story, number) in about.iter().zip(views.service.read(&answer)) {
                    let Some(number) = number else { continue };
                    let number = number + views.earlier(story);
                    let news = views.tally.borrow_mut().note(story, number);
                    if let Some(time) = taken.clone().filter(|_| news) {
                        views.taken.replace(Some((story.clone(), time)));
                    }
                }
                views.show();
            });
        }
    }

    /// Updates the counters in the page from the tally.
    fn show(&self) {
        for counter in browser::all(COUNTERS) {
            let Some(story) = self.story_of(&counter) else { continue };
            let Some(count) = self.tally.borrow().of(&story) else { continue };
            let language = counter.closest("[lang]").ok().flatten().and_then(|around| around.get_attribute("lang"));
            let words = self.site.words_in(language.as_deref());
            let taken = self.taken.borrow();
            let in_head = counter.closest(".card").is_ok_and(|card| card.is_none());
            let time = taken.as_ref().filter(|(of, _)| *of == story).map_or("", |(_, time)| time);
            let new =
                components::views(&self.site, words, Some(count), (in_head && !self.service.is_live()).then_some(time))
                    .into_string();
            if counter.outer_html() != new {
                browser::html::replace(&counter, &new);
            }
        }
    }

    /// Follows the readings of `story` as long as the page is in view. A service that gives no stream is asked for
    /// one less and less often; the number is requested when the reader comes back.
    fn follow(self: &Rc<Views>, story: Route, watch: AbortController) {
        let Some(address) = self.service.follow(&story) else { return };
        let views = self.clone();
        spawn_local(async move {
            let [mut again, longest] = AGAIN;
            let signal = watch.signal();
            while !signal.aborted() {
                let answer = get(&address, &signal).await;
                let stream = answer.and_then(|(response, clock)| {
                    clock.clear();
                    response.body()
                });
                if let Some(stream) = stream {
                    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
                    while let Ok(chunk) = JsFuture::from(reader.read()).await {
                        if Reflect::get(&chunk, &"done".into()).is_ok_and(|done| done.is_truthy()) {
                            break;
                        }
                        again = AGAIN[0];
                        views.gather(story.clone(), &watch);
                    }
                }
                pause(again).await;
                again = longest.min(again * 2);
            }
        });
    }

    /// Call when somebody has read the story: requests its number soon, unless a request is about to be sent anyway.
    fn gather(self: &Rc<Views>, story: Route, watch: &AbortController) {
        if !self.gathering.replace(true) {
            self.ask_after(GATHERING, Some(story), watch.clone());
        }
    }

    /// Requests the number of `story` after `time`, or all numbers in the page, unless the reader has left by then.
    fn ask_after(self: &Rc<Views>, time: Duration, story: Option<Route>, watch: AbortController) {
        let views = self.clone();
        let ask = move || {
            if !watch.signal().aborted() {
                views.gathering.set(false);
                views.ask(&story.map_or_else(|| views.asked_for(), |story| vec![story]), &watch);
            }
        };
        set_timeout(ask, time);
    }
}

/// Requests `address`. Returns a successful response, and the timer that ends the request unless it is cleared;
/// `None` if the request fails or takes too long to begin. `signal` also ends it.
async fn get(address: &str, signal: &AbortSignal) -> Option<(Response, TimeoutHandle)> {
    let abort = AbortController::new().ok()?;
    let (late, left) = (abort.clone(), abort.clone());
    let left = Closure::once_into_js(move || left.abort());
    signal.add_event_listener_with_callback("abort", left.unchecked_ref()).ok()?;
    let clock = set_timeout_with_handle(move || late.abort(), PATIENCE).ok()?;
    let response = Request::get(address).abort_signal(Some(&abort.signal())).send().await;
    let response = response.ok().filter(Response::ok);
    if response.is_none() {
        clock.clear();
    }
    response.map(|response| (response, clock))
}

/// Hours and minutes of a moment, by the reader's clock: `14:05`.
fn time_of_day(moment: f64) -> Option<String> {
    let time = Date::new(&moment.into());
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    moment.is_finite().then(|| [two(time.get_hours()), two(time.get_minutes())].join(":"))
}

/// The counters in the page.
const COUNTERS: &str = "main .views";

async fn pause(time: Duration) {
    let (sender, receiver) = oneshot::channel();
    set_timeout(move || _ = sender.send(()), time);
    receiver.await.ok();
}
