//! A search field, with headlines suggested below while the reader types: an editable combobox with a list box.
//!
//! Roles and keys follow the combobox pattern of the ARIA Authoring Practices Guide.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{Set, set_timeout_with_handle};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, KeyboardEvent};

use super::desk::Desk;
use search::Question;

use crate::browser;
use crate::browser::json::Parsed;
use crate::model::Site;
use crate::navigation::Navigation;

/// How long the reader must pause before headlines are requested.
const REST: Duration = Duration::from_millis(150);

/// How many headlines are suggested.
const OFFERED: u32 = 6;

/// How many letters it takes to suggest headlines.
const LEAST: usize = 3;

const LIST: &str = "suggestions";

/// The field that a reader types in.
pub struct Field {
    navigation: Navigation,
    site: Arc<Site>,
    desk: Rc<Desk>,
    resting: RefCell<Option<TimeoutHandle>>,
    /// The number of the last question; answers to others are too late.
    asked: Cell<u32>,
}

impl Field {
    /// One for all search fields of the newspaper.
    pub fn new(navigation: Navigation, site: Arc<Site>, desk: Rc<Desk>) -> Rc<Field> {
        Rc::new(Field { navigation, site, desk, resting: RefCell::default(), asked: Cell::default() })
    }

    /// Handles typing in `input`.
    pub fn typed(self: &Rc<Field>, input: HtmlInputElement) {
        if let Some(before) = self.resting.take() {
            before.clear();
        }
        let field = self.clone();
        let ask = move || field.ask(input);
        self.resting.replace(set_timeout_with_handle(ask, REST).ok());
    }

    fn ask(self: &Rc<Field>, input: HtmlInputElement) {
        let text = input.value();
        self.asked.set(0);
        if text.trim().chars().count() < LEAST {
            self.close();
            return;
        }
        // All sections, authors and years, the most relevant first.
        let question = Question { typing: true, words: text, count: OFFERED, ..Question::default() };
        let field = self.clone();
        let answered = move |answer: Option<Parsed>| {
            if let Some(answer) = answer.filter(|answer| answer.number("id") == Some(field.asked.get()))
                && browser::has_focus(&input)
            {
                field.offer(&input, &answer);
            }
        };
        self.asked.set(self.desk.ask(question, Box::new(answered)));
    }

    fn offer(&self, input: &Element, answer: &Parsed) {
        self.close();
        let options = answer.text("list").unwrap_or_default();
        if options.is_empty() {
            return;
        }
        let words = self.site.words();
        let list = [
            "<ul id=\"",
            LIST,
            "\" class=\"suggestions\" role=\"listbox\" aria-label=\"",
            words.stories(),
            "\">",
            &options,
            "</ul>",
        ];
        browser::html::add_after(input, &list.concat());
        for (name, value) in [
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("aria-controls", LIST),
            ("aria-expanded", "true"),
            ("autocomplete", "off"),
        ] {
            input.set_attribute(name, value).ok();
        }
        self.navigation.announcement.set(answer.text("status").unwrap_or_default());
    }

    /// Removes the suggestions. Returns whether there were any.
    pub fn close(&self) -> bool {
        self.asked.set(0);
        let Some(list) = browser::first(".suggestions") else { return false };
        list.remove();
        for input in browser::all("[aria-controls=suggestions]") {
            input.set_attribute("aria-expanded", "false").ok();
            input.remove_attribute("aria-activedescendant").ok();
        }
        true
    }

    /// Handles a key pressed in a field.
    pub fn press(&self, event: &KeyboardEvent) {
        let options = browser::all(".suggestions > li");
        let here = options.iter().position(|option| option.get_attribute("aria-selected").as_deref() == Some("true"));
        let next = match event.key().as_str() {
            "ArrowDown" if !options.is_empty() => Some(here.map_or(0, |here| (here + 1) % options.len())),
            "ArrowUp" if !options.is_empty() => {
                Some(here.map_or(options.len(), |here| here + options.len()).wrapping_sub(1) % options.len())
            }
            "Enter" => {
                if let Some(option) = here.and_then(|here| options.get(here)) {
                    event.prevent_default();
                    browser::follow(&option.get_attribute("data-href").unwrap_or_default());
                }
                self.close();
                return;
            }
            "Escape" => {
                if self.close() {
                    event.prevent_default();
                }
                return;
            }
            "Tab" => {
                self.close();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        for (place, option) in options.iter().enumerate() {
            let chosen = Some(place) == next;
            option.set_attribute("aria-selected", if chosen { "true" } else { "false" }).ok();
            if chosen && let Some(input) = browser::around(event, "input") {
                input.unchecked_ref::<Element>().set_attribute("aria-activedescendant", &option.id()).ok();
            }
        }
    }
}
