//! The page's side of the search worker.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Event, MessageEvent, Worker};
use search::Question;

use crate::browser::json::Parsed;
use crate::browser::{self, PATIENCE};
use crate::model::Site;

/// How much longer the worker may be silent than a request may take, so that it can report a failure itself.
const MORE: Duration = Duration::from_secs(5);

/// Takes an answer; `None` if the worker has failed.
type Answered = Box<dyn FnOnce(Option<Parsed>)>;

/// The worker and the questions sent to it.
pub struct Desk {
    site: Arc<Site>,
    worker: RefCell<Option<Worker>>,
    /// Whether the worker listens to messages yet.
    ready: Cell<bool>,
    last: Cell<u32>,
    /// The questions that have not been sent yet.
    waiting: RefCell<Vec<String>>,
    /// The callbacks that wait for an answer, by the number of the question.
    asked: RefCell<Vec<(u32, Answered)>>,
    /// Ends the wait for a silent worker.
    clock: RefCell<Option<TimeoutHandle>>,
}

impl Desk {
    /// A desk without a worker.
    pub fn new(site: Arc<Site>) -> Rc<Desk> {
        Rc::new(Desk {
            site,
            worker: RefCell::default(),
            ready: Cell::default(),
            last: Cell::default(),
            waiting: RefCell::default(),
            asked: RefCell::default(),
            clock: RefCell::default(),
        })
    }

    /// Starts the worker, if it is not running.
    pub fn wake(self: &Rc<Desk>) {
        if self.worker.borrow().is_some() {
            return;
        }
        let address = [&self.site.base, "/search/worker.js"].concat();
        let Ok(worker) = browser::html::start_worker(&address) else { return self.fail() };
        let desk = self.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| desk.hear(&event));
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        let desk = self.clone();
        let failed = Closure::<dyn FnMut(Event)>::new(move |_: Event| desk.fail());
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        failed.forget();
        self.worker.replace(Some(worker));
    }

    /// Asks a question, gives it a number, and returns that.
    pub fn ask(self: &Rc<Desk>, question: Question, answered: Answered) -> u32 {
        let id = self.last.get() + 1;
        self.last.set(id);
        self.asked.borrow_mut().push((id, answered));
        self.waiting.borrow_mut().push(Question { id, base: self.site.base.clone(), ..question }.write());
        self.wake();
        self.tell();
        self.wind();
        id
    }

    fn hear(self: &Rc<Desk>, event: &MessageEvent) {
        if event.data().is_string() {
            self.ready.set(true);
            self.tell();
            return self.wind();
        }
        let answer = Parsed::of(event.data());
        let is_asked = |(id, _): &(u32, Answered)| Some(*id) == answer.number("id");
        let place = self.asked.borrow().iter().position(is_asked);
        if let Some(place) = place {
            let (_, answered) = self.asked.borrow_mut().remove(place);
            self.wind();
            answered(Some(answer));
        }
    }

    /// Restarts the wait for a sign of life, if an answer is pending. Without a sign of life the worker is given up.
    fn wind(self: &Rc<Desk>) {
        if let Some(clock) = self.clock.take() {
            clock.clear();
        }
        if !self.asked.borrow().is_empty() {
            let patience = if self.ready.get() { PATIENCE + MORE } else { PATIENCE };
            let desk = self.clone();
            self.clock.replace(set_timeout_with_handle(move || desk.fail(), patience).ok());
        }
    }

    fn tell(&self) {
        if let Some(worker) = self.worker.borrow().as_ref().filter(|_| self.ready.get()) {
            for question in self.waiting.borrow_mut().drain(..) {
                worker.post_message(&question.into()).ok();
            }
        }
    }

    /// Gives the worker up; every pending question gets `None`. The next question starts a new worker.
    fn fail(&self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        self.ready.set(false);
        self.waiting.borrow_mut().clear();
        for (_, answered) in self.asked.take() {
            answered(None);
        }
    }
}
