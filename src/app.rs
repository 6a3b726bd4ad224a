//! The whole page: router, masthead, the current page, footer.

use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::{Failure, footer, masthead, section_links};
use crate::model::{Document, Site};
use crate::navigation::{Links, Navigation, PageState};
use crate::pages::page;

/// The app, starting with the page `first` of `site`.
#[component]
pub fn App(
    /// The newspaper.
    site: Site,
    /// The document of the page that is being rendered or taken over.
    first: Document,
) -> impl IntoView {
    let navigation = Navigation::new(&site, first);
    let base = site.base.clone();
    let site = Arc::new(site);
    view! { <Router base>{paper(site, navigation)}</Router> }
}

/// What stands in the body, inside the router. The listeners on the outermost element see clicks before the router.
fn paper(site: Arc<Site>, navigation: Navigation) -> impl IntoView {
    navigation.follow(site.clone());
    let links = StoredValue::new(Links::new(navigation, site.clone()));
    let sections = {
        let site = site.clone();
        let current = Memo::new(move |_| navigation.page.with(|(_, state)| section_of(state)));
        move || section_links(&site, current.get().as_deref()).into_string()
    };
    let masthead = masthead(&site).into_string();
    let footer = footer(&site).into_string();
    let page = move || {
        let (turn, state) = navigation.page.get();
        let view = match &*state {
            PageState::Ready(document) => Either::Left(page(&site, document)),
            PageState::Failed(error) => Either::Right(view! { <Failure error=*error navigation/> }),
        };
        // Two kinds of view in turns: a page of the same kind is built anew instead of being changed in place, so
        // that no scroll position, focus or open panel of the last story stays in the next.
        if turn.is_multiple_of(2) { Either::Left(view) } else { Either::Right(view) }
    };
    let said = move || if navigation.busy.get() { String::from("Loading…") } else { navigation.announcement.get() };
    view! {
        <div
            class="paper"
            on:click=move |event| links.with_value(|links| links.click(&event))
            on:mouseover=move |event| links.with_value(|links| links.point(&event))
            on:mouseout=move |_| links.with_value(Links::move_off)
            on:focusin=move |event| links.with_value(|links| links.aim(&event))
            on:pointerdown=move |event| links.with_value(|links| links.aim(&event))
        >
            <a class="skip-link" href="#main">"Skip to content"</a>
            <header class="masthead">
                <div class="masthead-row" inner_html=masthead></div>
                <nav class="section-nav" aria-label="Sections" inner_html=sections></nav>
            </header>
            <div class="progress" class:under-way=move || navigation.busy.get()></div>
            <main id="main" tabindex="-1">{page}</main>
            <footer class="footer" inner_html=footer></footer>
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
