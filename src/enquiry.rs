//! Search in the page: the search page, the fields that lead there, and headlines suggested while the reader types.
//!
//! No part of the index is fetched before the reader shows interest, by focusing a field or opening the search
//! page. A worker reads it (`src/search_worker.rs`), so that typing is never blocked.

mod desk;
mod field;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, UrlSearchParams};

use search::{Filter, Order, Question};

use crate::browser::json::Parsed;
use crate::browser::{self, history};
use crate::model::Site;
use crate::navigation::Navigation;
use crate::route::Route;
use desk::Desk;
use field::Field;

/// How many stories are shown at a time.
const AT_A_TIME: u32 = 10;

/// How many of them are laid out with the first frame: all at once would hold up a slow phone.
const AT_ONCE: u32 = 4;

/// How many searches of this tab are cached for the way back.
const KEPT: usize = 20;

/// The choices of the form, in the order in which a question lists them.
const CHOICES: [&str; 4] = ["section", "author", "year", "sort"];

const RESULTS: &str = ".search-results";

const RESULTS_ITEMS: &str = ".search-results > li";

const FIELD: &str = "input[name=q]";

/// The search of a tab.
pub struct Enquiry {
    navigation: Navigation,
    site: Arc<Site>,
    desk: Rc<Desk>,
    field: Rc<Field>,
    started: Cell<bool>,
    /// Results as HTML, keyed by the address of the search; the latest last.
    kept: RefCell<Vec<(String, String)>>,
}

impl Enquiry {
    /// The search for the pages of `site`.
    pub fn new(navigation: Navigation, site: Arc<Site>) -> Rc<Enquiry> {
        let desk = Desk::new(site.clone());
        let field = Field::new(navigation, site.clone(), desk.clone());
        Rc::new(Enquiry { navigation, site, desk, field, started: Cell::default(), kept: RefCell::default() })
    }

    /// From now on fills every search page that is shown.
    pub fn start(self: &Rc<Enquiry>) {
        let enquiry = self.clone();
        Effect::new(move || {
            enquiry.started.set(true);
            enquiry.navigation.painted.track();
            enquiry.field.close();
            if browser::first(".search-found").is_some() {
                enquiry.desk.wake();
                enquiry.look();
            }
        });
    }

    /// The HTML of a search page with its cached results, so that readers who come back find them and their scroll
    /// position; or, without those, with a notice that the search is running. Any other page is returned unchanged.
    pub fn filled(&self, page: String) -> String {
        const ROOM: &str = "<div class=\"search-found\">";
        // The first page stays as it was pressed.
        if !self.started.get() || !page.contains(ROOM) {
            return page;
        }
        let address = history::address();
        let found = match self.kept.borrow().iter().find(|(of, _)| *of == address) {
            Some((_, found)) => found.clone(),
            None if asked("q").trim().is_empty() => return page,
            None => self.looking(),
        };
        page.replacen(ROOM, &[ROOM, &found].concat(), 1)
    }

    /// Handles focus on an element.
    pub fn focus(&self, event: &Event) {
        if browser::around(event, FIELD).is_some() {
            self.desk.wake();
        }
    }

    /// Handles typing.
    pub fn input(&self, event: &Event) {
        if let Some(input) = browser::around(event, FIELD) {
            self.field.typed(input.unchecked_into());
        }
    }

    /// Handles a key.
    pub fn press(&self, event: &KeyboardEvent) {
        if browser::around(event, FIELD).is_some() {
            self.field.press(event);
        }
    }

    /// Handles a choice.
    pub fn change(&self, event: &Event) {
        if let Some(form) = browser::around(event, "select").and_then(|select| select.closest(".search-form").ok()?) {
            self.go(&form);
        }
    }

    /// Handles the submission of a form.
    pub fn submit(&self, event: &Event) {
        if let Some(form) = browser::around(event, "form[role=search]") {
            event.prevent_default();
            // A phone's keyboard would cover the results.
            browser::blur();
            self.go(&form);
        }
    }

    /// Handles a click.
    pub fn click(self: &Rc<Enquiry>, event: &Event) {
        if let Some(option) = browser::around(event, "[data-href]") {
            browser::follow(&option.get_attribute("data-href").unwrap_or_default());
        } else if browser::around(event, "[data-again]").is_some() {
            self.ask(0);
        } else if browser::around(event, "[data-more]").is_some() {
            self.ask(browser::all(RESULTS_ITEMS).len() as u32);
        }
        self.field.close();
    }

    /// Navigates to the address of the search that `form` describes.
    fn go(&self, form: &Element) {
        let mut query = String::new();
        for name in ["q"].iter().chain(&CHOICES) {
            let value = value(form, name);
            if !value.trim().is_empty() {
                query += if query.is_empty() { "?" } else { "&" };
                query += &[name, "=", &browser::encoded(value.trim())].concat();
            }
        }
        let address = self.site.href(&Route::Search) + &query;
        // In a task of its own, after the one that handles the event.
        browser::later(move || browser::follow(&address));
    }

    /// Fills the form of the search page from its address, and searches unless the results are already there.
    fn look(self: &Rc<Enquiry>) {
        let Some(form) = browser::first(".search-form") else { return };
        for name in ["q"].iter().chain(&CHOICES) {
            set_value(&form, name, &asked(name));
        }
        let (shown, address) = (browser::first(".search-status"), history::address());
        if shown.is_none_or(|status| status.get_attribute("data-of") != Some(address)) {
            self.ask(0);
        }
    }

    /// Runs the search in the page's address, for stories from the one with the number `first` (from 0) on.
    fn ask(self: &Rc<Enquiry>, first: u32) {
        let text = String::from(asked("q").trim());
        if text.is_empty() {
            return self.put("");
        }
        let address = history::address();
        let [section, author, year, sort] = CHOICES.map(asked);
        let some = |choice: String| Some(choice).filter(|choice| !choice.is_empty());
        let question = Question {
            words: text,
            filter: Filter { section: some(section), author: some(author), year: year.parse().ok() },
            order: if sort == "date" { Order::Date } else { Order::Relevance },
            first,
            count: AT_A_TIME,
            ..Question::default()
        };
        let enquiry = self.clone();
        let answered = move |answer: Option<Parsed>| {
            if history::address() == address {
                enquiry.show(&address, first, answer);
            }
        };
        if first == 0 {
            self.put(&self.looking());
        }
        self.desk.ask(question, Box::new(answered));
    }

    /// Shows the results and caches them.
    fn show(&self, address: &str, first: u32, answer: Option<Parsed>) {
        let words = self.site.words();
        let button = |name: &str, label: &str| {
            ["<button type=\"button\" class=\"button\" ", name, ">", label, "</button>"].concat()
        };
        let told = |status: &str| ["<h2 class=\"search-status\">", status, "</h2>"].concat();
        let Some((answer, total)) = answer.and_then(|answer| answer.number("total").map(|total| (answer, total)))
        else {
            self.put(&(told(words.search_failed()) + &button("data-again", words.try_again())));
            return self.announce();
        };
        let list = answer.text("list").unwrap_or_default();
        let mut shown = 0;
        if first == 0 {
            let list = ["<ul class=\"cards cards-list search-results\">", &list, "</ul>"].concat();
            self.put(&(told(&answer.text("status").unwrap_or_default()) + if total > 0 { &list } else { "" }));
            self.announce();
        } else if let Some(items) = browser::first(RESULTS) {
            shown = items.children().length();
            browser::html::append(&items, &list);
        }
        if let Some(button) = browser::first("[data-more]") {
            button.remove();
        }
        if let (Some(found), Some(items)) = (browser::first(".search-found"), browser::first(RESULTS)) {
            if total > items.children().length() {
                browser::html::append(&found, &button("data-more", words.more_stories()));
            }
            if shown > 0 {
                let item = items.children().item(shown);
                browser::focus(item.and_then(|item| item.query_selector(".card-headline a").ok()?));
            }
        }
        self.offer(&answer);
        let found = browser::first(".search-found").map(|found| found.inner_html());
        let mut kept = self.kept.borrow_mut();
        kept.retain(|(of, _)| of != address);
        kept.extend(found.map(|found| (String::from(address), found)));
        if kept.len() > KEPT {
            kept.remove(0);
        }
        for item in browser::all(RESULTS_ITEMS).iter().skip((shown + AT_ONCE) as usize) {
            item.set_attribute("hidden", "").ok();
        }
        spawn_local(async {
            browser::painted().await;
            for item in browser::all(RESULTS_ITEMS) {
                item.remove_attribute("hidden").ok();
            }
        });
    }

    /// Announces the status of the search, in a live region of its own: the page's title is announced at the same time.
    fn announce(&self) {
        if let (Some(status), Some(said)) = (browser::first(".search-status"), browser::first(".search-said")) {
            said.set_text_content(status.text_content().as_deref().map(str::trim));
        }
    }

    fn looking(&self) -> String {
        ["<h2 class=\"search-status search-looking\">", self.site.words().loading(), "</h2>"].concat()
    }

    fn put(&self, html: &str) {
        if let Some(found) = browser::first(".search-found") {
            browser::html::fill(&found, html);
        }
        if let Some(status) = browser::first(".search-status") {
            status.set_attribute("data-of", &history::address()).ok();
        }
    }

    /// Fills the choices that come from the index.
    fn offer(&self, answer: &Parsed) {
        let Some(form) = browser::first(".search-form") else { return };
        for (name, list) in [("author", "authors"), ("year", "years")] {
            let select = form.query_selector(&["[name=", name, "]"].concat()).ok().flatten();
            if let Some(select) = select.filter(|select| select.children().length() < 2) {
                browser::html::append(&select, &answer.text(list).unwrap_or_default());
                set_value(&form, name, &asked(name));
            }
        }
    }
}

/// A parameter of the page's address; empty if it is missing.
fn asked(name: &str) -> String {
    let address = history::address();
    let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
    UrlSearchParams::new_with_str(query).ok().and_then(|asked| asked.get(name)).unwrap_or_default()
}

/// The value of a control of `form`. All of them have one, whatever their type.
fn value(form: &Element, name: &str) -> String {
    control(form, name).map(|control| control.value()).unwrap_or_default()
}

fn set_value(form: &Element, name: &str, value: &str) {
    if let Some(control) = control(form, name) {
        control.set_value(value);
    }
}

fn control(form: &Element, name: &str) -> Option<HtmlInputElement> {
    let control = form.query_selector(&["[name=", name, "]"].concat()).ok()??;
    Some(control.unchecked_into())
}
