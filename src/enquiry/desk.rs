//! The worker that answers, from this side.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::browser::json::Parsed;
use crate::model::Site;

/// What is done with an answer; none if there is no worker.
type Answered = Box<dyn FnOnce(Option<Parsed>)>;

/// The worker, and what it was asked.
pub struct Desk {
    site: Arc<Site>,
    worker: RefCell<Option<Worker>>,
    /// Whether it hears what is said to it.
    ready: Cell<bool>,
    last: Cell<u32>,
    /// What it has not been told yet.
    waiting: RefCell<Vec<String>>,
    /// Who waits for an answer, by the number of the question.
    asked: RefCell<Vec<(u32, Answered)>>,
}

impl Desk {
    /// Nobody sits there yet.
    pub fn new(site: Arc<Site>) -> Rc<Desk> {
        Rc::new(Desk {
            site,
            worker: RefCell::default(),
            ready: Cell::default(),
            last: Cell::default(),
            waiting: RefCell::default(),
            asked: RefCell::default(),
        })
    }

    /// Starts the worker, if it is not there.
    pub fn wake(self: &Rc<Desk>) {
        if self.worker.borrow().is_some() {
            return;
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let address = [&self.site.base, "/search/worker.js"].concat();
        let Ok(worker) = Worker::new_with_options(&address, &options) else { return self.fail() };
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

    /// Asks; the lines are those that the worker knows, after number and path. Returns the number of the question.
    pub fn ask(self: &Rc<Desk>, lines: &[String], answered: Answered) -> u32 {
        let id = self.last.get() + 1;
        self.last.set(id);
        let question = [&id.to_string(), &self.site.base, &lines.join("\n")].map(String::as_str).join("\n");
        self.asked.borrow_mut().push((id, answered));
        self.waiting.borrow_mut().push(question);
        self.wake();
        self.tell();
        id
    }

    fn hear(&self, event: &MessageEvent) {
        if event.data().is_string() {
            self.ready.set(true);
            return self.tell();
        }
        let answer = Parsed::of(event.data());
        let is_asked = |(id, _): &(u32, Answered)| Some(*id) == answer.number("id");
        let place = self.asked.borrow().iter().position(is_asked);
        if let Some(place) = place {
            let (_, answered) = self.asked.borrow_mut().remove(place);
            answered(Some(answer));
        }
    }

    fn tell(&self) {
        if let Some(worker) = self.worker.borrow().as_ref().filter(|_| self.ready.get()) {
            for question in self.waiting.borrow_mut().drain(..) {
                worker.post_message(&question.into()).ok();
            }
        }
    }

    /// There is no worker to be had. The next question tries again.
    fn fail(&self) {
        self.worker.replace(None);
        self.ready.set(false);
        self.waiting.borrow_mut().clear();
        for (_, answered) in self.asked.take() {
            answered(None);
        }
    }
}
