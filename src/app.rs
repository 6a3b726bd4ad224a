//! The app: hydrates the pressed page in place and handles navigation from then on.
//!
//! It keeps no references to the page's elements. It listens on the document and looks up each element when it
//! needs it, so changes that others make to the page do no harm: a proxy's script, an extension's style, the
//! `<font>` elements of a translation. See docs/adr/0019-the-app-holds-no-element.md.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, KeyboardEvent, MouseEvent};
use leptos_router::components::Router;

use crate::browser;
use crate::components::{failure, section_links};
use crate::controls::Controls;
use crate::enquiry::Enquiry;
use crate::model::{Document, Site};
use crate::navigation::{Links, Navigation, PageState};
use crate::pages::page;
use crate::reader::Reader;
use crate::views::Views;

/// What the app needs before it can hydrate the page: the elements that it changes, and the loader's class
/// `controls`, which is gone if the app has been given up.
const PARTS: [&str; 4] = ["#main", SECTIONS, SAID, "html.controls"];

const SECTIONS: &str = ".section-nav";

const SAID: &str = "#live";

/// The app for the page of `first`, a document of `site`. It renders nothing itself: the page is already there.
#[component]
pub fn App(
    /// The newspaper.
    site: Arc<Site>,
    /// The document of the page that is being hydrated.
    first: Arc<Document>,
) -> impl IntoView {
    let navigation = Navigation::new(&site, first);
    let base = site.base.clone();
    view! { <Router base>{take_over(site, navigation)}</Router> }
}

/// Hydrates the page in steps, each a task of its own, so that input is handled in between. No step runs after one
/// that fails. The class `app`, which marks the app as ready, is set once the controls work.
fn take_over(site: Arc<Site>, navigation: Navigation) {
    let reader = Reader::new(navigation, site.clone());
    let controls = Controls::new(navigation, site.clone());
    let enquiry = Enquiry::new(navigation, site.clone());
    let links = Links::new(navigation, site.clone());
    let listeners = Listeners { links, reader: reader.clone(), controls: controls.clone(), enquiry: enquiry.clone() };
    let turning = (site.clone(), enquiry.clone());
    let panels = reader.clone();
    let following = site.clone();
    let steps: [Box<dyn FnOnce()>; 10] = [
        Box::new(move || navigation.follow(following)),
        Box::new(move || turn_pages(&turning.0, navigation, turning.1)),
        Box::new(move || browser::listen(&Listeners::KINDS, move |event| listeners.hear(event))),
        Box::new(move || panels.show_panels()),
        Box::new(move || reader.start()),
        Box::new(move || controls.start()),
        Box::new(move || enquiry.start()),
        Box::new(browser::show_app_controls),
        Box::new(move || Views::start(navigation, site)),
        Box::new(|| spawn_local(browser::fonts::come_later())),
    ];
    browser::one_by_one(steps.into_iter());
}

/// Whether the page has everything that the app needs.
pub fn can_take_over() -> bool {
    PARTS.iter().all(|part| browser::first(part).is_some())
}

/// Keeps the page in sync with `navigation`, from the second page on: the first is already there.
fn turn_pages(site: &Arc<Site>, navigation: Navigation, enquiry: Rc<Enquiry>) {
    let sections = site.clone();
    let section = Memo::new(move |_| {
        navigation.page.with(|state| match state {
            PageState::Ready(document) => document.section().map(String::from),
            PageState::Failed(..) => None,
        })
    });
    let show_section = move |section: &Option<String>, _: Option<&Option<String>>, _: Option<()>| {
        browser::set_html(SECTIONS, &section_links(&sections, section.as_deref()).into_string());
        browser::show_in_row(SECTIONS, "[aria-current]");
    };
    // Where the browser has not scrolled to it before painting (style/components/masthead.css), nor the reader since.
    if browser::first(SECTIONS).is_some_and(|row| row.scroll_left() == 0) {
        browser::show_in_row(SECTIONS, "[aria-current]");
    }
    Effect::watch(move || section.get(), show_section, false);

    let words = site.words();
    let said =
        move || if navigation.busy.get() { String::from(words.loading()) } else { navigation.announcement.get() };
    Effect::watch(said, |said: &String, _, _| browser::set_text(SAID, said), false);
    Effect::watch(
        move || navigation.busy.get(),
        |busy: &bool, _, _| browser::set_class(".progress", "under-way", *busy),
        false,
    );

    let site = site.clone();
    let show = move |state: &PageState, _: Option<&PageState>, last: Option<String>| {
        let page = match state {
            PageState::Ready(document) => page(&site, document),
            PageState::Failed(error, name) => failure(&site, *error, name, browser::is_offline()),
        };
        let html = enquiry.filled(page.into_string());
        // Unchanged HTML means that only the query differs: keep the elements and their state.
        if last.as_ref() != Some(&html) {
            browser::set_html("#main", &html);
        }
        html
    };
    Effect::watch(move || navigation.page.get(), show, false);
}

/// The listeners on the document. None is attached to a single element.
struct Listeners {
    links: Links,
    reader: Reader,
    controls: Controls,
    enquiry: Rc<Enquiry>,
}

impl Listeners {
    /// The types of events that are handled.
    const KINDS: [&str; 10] =
        ["click", "keydown", "input", "submit", "change", "focusin", "mouseover", "mouseout", "pointerdown", "scroll"];

    /// Handles an event on the document, before it reaches the window, where the router listens.
    fn hear(&self, event: &Event) {
        let Listeners { links, reader, controls, enquiry } = self;
        match event.type_().as_str() {
            "click" => {
                links.click(event.unchecked_ref::<MouseEvent>());
                reader.click(event);
                controls.click(event);
                enquiry.click(event);
            }
            "keydown" => {
                let event = event.unchecked_ref::<KeyboardEvent>();
                controls.press(event);
                enquiry.press(event);
            }
            "input" => enquiry.input(event),
            "submit" => enquiry.submit(event),
            "change" => {
                reader.change(event);
                enquiry.change(event);
            }
            "focusin" => {
                links.aim(event);
                controls.focus(event);
                enquiry.focus(event);
            }
            "mouseover" => links.point(event),
            "mouseout" => links.move_off(),
            "pointerdown" => links.aim(event),
            // The `scroll` event of an element does not bubble; it arrives in the capture phase.
            "scroll" => controls.scroll(event),
            _ => {}
        }
    }
}
