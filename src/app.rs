//! The whole page: router, masthead, the current page, footer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;
use maud::html;

use crate::browser;
use crate::components::{failure, footer, help, masthead, reading_panel, resume, section_links};
use crate::controls::Controls;
use crate::enquiry::Enquiry;
use crate::model::{Document, Site};
use crate::navigation::{Links, Navigation, PageState};
use crate::pages::page;
use crate::reader::Reader;
use crate::views::Views;

/// What stands around every page and never changes: HTML that press writes.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    masthead: String,
    footer: String,
    panels: String,
}

impl Frame {
    /// The frame of the pages of `site`.
    pub fn of(site: &Site) -> Frame {
        let panels = html! { (reading_panel(site.words())) (help(site.words())) (resume(site.words())) };
        Frame {
            masthead: masthead(site).into_string(),
            footer: footer(site).into_string(),
            panels: panels.into_string(),
        }
    }
}

/// The app, starting with the page `first` of `site`.
#[component]
pub fn App(
    /// The newspaper.
    site: Arc<Site>,
    /// The document of the page that is being rendered or taken over.
    first: Arc<Document>,
    /// What stands around it. None in the browser, which takes frame and page over where they stand: the code that makes
    /// a frame stays on the host, and the page is not rendered for nothing.
    frame: Option<Frame>,
) -> impl IntoView {
    let navigation = Navigation::new(&site, first);
    let base = site.base.clone();
    view! { <Router base>{paper(site, navigation, frame)}</Router> }
}

/// What stands in the body, inside the router. The listeners on the outermost element see clicks before the router.
fn paper(site: Arc<Site>, navigation: Navigation, frame: Option<Frame>) -> impl IntoView {
    navigation.follow(site.clone());
    let links = StoredValue::new(Links::new(navigation, site.clone()));
    let mut stands = frame.is_none();
    let frame = frame.unwrap_or_default();
    let sections = {
        let site = site.clone();
        let current = Memo::new(move |_| navigation.page.with(section_of));
        move || section_links(&site, current.get().as_deref()).into_string()
    };
    let reader = StoredValue::new(Reader::new(navigation, site.clone()));
    let controls = StoredValue::new(Controls::new(navigation, site.clone()));
    let enquiry = StoredValue::new_local(Enquiry::new(navigation, site.clone()));
    let counted = site.clone();
    Effect::new(move || {
        // Each in a task of its own: the reader may have something to do in between.
        browser::later(move || reader.with_value(Reader::start));
        browser::later(move || controls.with_value(Controls::start));
        browser::later(move || enquiry.with_value(|enquiry| enquiry.start()));
        browser::later(browser::show_app_controls);
        let site = counted.clone();
        browser::later(move || Views::start(navigation, site));
        browser::later(|| spawn_local(browser::fonts::come_later()));
    });
    let words = site.words();
    let page = move || {
        let state = navigation.page.get();
        if std::mem::take(&mut stands) {
            return String::new();
        }
        let page = match &state {
            PageState::Ready(document) => page(&site, document),
            PageState::Failed(error) => failure(words, *error),
        };
        enquiry.with_value(|enquiry| enquiry.filled(page.into_string()))
    };
    let said =
        move || if navigation.busy.get() { String::from(words.loading()) } else { navigation.announcement.get() };
    view! {
        <div
            class="paper"
            on:click=move |event| {
                links.with_value(|links| links.click(&event));
                reader.with_value(|reader| reader.click(&event));
                controls.with_value(|controls| controls.click(&event));
                enquiry.with_value(|enquiry| enquiry.click(&event));
            }
            on:keydown=move |event| {
                controls.with_value(|controls| controls.press(&event));
                enquiry.with_value(|enquiry| enquiry.press(&event));
            }
            on:input=move |event| enquiry.with_value(|enquiry| enquiry.input(&event))
            on:submit=move |event| enquiry.with_value(|enquiry| enquiry.submit(&event))
            on:scroll:capture=move |event| controls.with_value(|controls| controls.scroll(&event))
            on:change=move |event| {
                reader.with_value(|reader| reader.change(&event));
                enquiry.with_value(|enquiry| enquiry.change(&event));
            }
            on:mouseover=move |event| links.with_value(|links| links.point(&event))
            on:mouseout=move |_| links.with_value(Links::move_off)
            on:focusin=move |event| {
                links.with_value(|links| links.aim(&event));
                enquiry.with_value(|enquiry| enquiry.focus(&event));
            }
            on:pointerdown=move |event| links.with_value(|links| links.aim(&event))
        >
            <a class="skip-link" href="#main">{words.skip()}</a>
            <header class="masthead">
                <div class="masthead-row" inner_html=frame.masthead></div>
                <nav class="section-nav" aria-label=words.sections() inner_html=sections></nav>
            </header>
            <div class="read-progress"></div>
            <div class="progress" class:under-way=move || navigation.busy.get()></div>
            <main id="main" tabindex="-1" inner_html=page></main>
            <footer class="footer" inner_html=frame.footer></footer>
            <div class="needs-app" inner_html=frame.panels></div>
            <p class="visually-hidden" role="status">{said}</p>
        </div>
    }
}

fn section_of(state: &PageState) -> Option<String> {
    let PageState::Ready(document) = state else { return None };
    match &**document {
        Document::Section(page) => Some(page.section.clone()),
        Document::Story(article) => Some(article.section.clone()),
        _ => None,
    }
}
