//! The app: takes over the pressed page where it is, and turns its pages from then on.
//!
//! It holds no element of the page. It listens to the document, and finds each part when it needs it, so whatever others
//! put into the page does not matter: a proxy's script, an extension's style, the `<font>` elements of a translation. See
//! docs/adr/0019-the-app-holds-no-element.md.

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

/// Without these the app cannot take the page over: the parts that it changes, and the loader, which may have given it up.
const PARTS: [&str; 4] = ["#main", SECTIONS, SAID, "html.controls"];

const SECTIONS: &str = ".section-nav";

const SAID: &str = "#live";

/// The app on the page of `first`, a document of `site`. It shows nothing of its own: the page is there.
#[component]
pub fn App(
    /// The newspaper.
    site: Arc<Site>,
    /// The document of the page that is being taken over.
    first: Arc<Document>,
) -> impl IntoView {
    let navigation = Navigation::new(&site, first);
    let base = site.base.clone();
    view! { <Router base>{take_over(site, navigation)}</Router> }
}

/// Takes the page over in steps, a task each, so that the reader can do something in between. A step that fails is the last
/// one, and the class `app`, which says that the app is there, is set when all that it stands for has been done.
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

/// Whether all is there that the app needs.
pub fn can_take_over() -> bool {
    PARTS.iter().all(|part| browser::first(part).is_some())
}

/// Keeps what the page shows in line with `navigation`, beginning with the second page: the first is there.
fn turn_pages(site: &Arc<Site>, navigation: Navigation, enquiry: Rc<Enquiry>) {
    let sections = site.clone();
    let section = Memo::new(move |_| {
        navigation.page.with(|state| match state {
            PageState::Ready(document) => document.section().map(String::from),
            PageState::Failed(_) => None,
        })
    });
    let show_section = move |section: &Option<String>, _: Option<&Option<String>>, _: Option<()>| {
        browser::set_html(SECTIONS, &section_links(&sections, section.as_deref()).into_string());
    };
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
            PageState::Failed(error) => failure(site.words(), *error),
        };
        let html = enquiry.filled(page.into_string());
        // The same page for another query keeps its elements, and what the reader has done with them.
        if last.as_ref() != Some(&html) {
            browser::set_html("#main", &html);
        }
        html
    };
    Effect::watch(move || navigation.page.get(), show, false);
}

/// What listens to the page. Nothing is attached to a single element.
struct Listeners {
    links: Links,
    reader: Reader,
    controls: Controls,
    enquiry: Rc<Enquiry>,
}

impl Listeners {
    /// The kinds of events that are heard.
    const KINDS: [&str; 10] =
        ["click", "keydown", "input", "submit", "change", "focusin", "mouseover", "mouseout", "pointerdown", "scroll"];

    /// Hears an event of the document before the window does, where the router listens.
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
                enquiry.focus(event);
            }
            "mouseover" => links.point(event),
            "mouseout" => links.move_off(),
            "pointerdown" => links.aim(event),
            // A row that is scrolled tells nobody but itself, and those who listen on the way down.
            "scroll" => controls.scroll(event),
            _ => {}
        }
    }
}
