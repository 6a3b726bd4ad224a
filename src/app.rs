//! The whole page: router, masthead, the current page, footer.

use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::{Failure, Footer, Masthead, SkipLink, TheSite};
use crate::model::{Document, Site};
use crate::navigation::{Links, Navigation, PageState};
use crate::pages::Page;

/// The app, starting with the page `first` of `site`.
#[component]
pub fn App(
    /// The newspaper.
    site: Site,
    /// The document of the page that is being rendered or taken over.
    first: Document,
) -> impl IntoView {
    let navigation = Navigation::new(&site, &first);
    let base = site.base.clone();
    let site = Arc::new(site);
    provide_context(TheSite(site.clone()));
    view! { <Router base><Paper site navigation/></Router> }
}

/// What stands in the body, inside the router. The listeners on the outermost element see clicks before the router.
#[component]
fn Paper(site: Arc<Site>, navigation: Navigation) -> impl IntoView {
    navigation.follow(site.clone());
    let links = StoredValue::new(Links::new(navigation, site.clone()));
    let current = Memo::new(move |_| navigation.page.with(|(_, state)| section_of(state)));
    let page = move || {
        let (turn, state) = navigation.page.get();
        let view = match state {
            PageState::Ready(document) => view! { <Page document/> }.into_any(),
            PageState::Failed(error) => view! { <Failure error navigation/> }.into_any(),
        };
        // Two kinds of view in turns: a page of the same kind is built anew instead of being changed in place, so
        // that no scroll position, focus or open panel of the last story stays in the next.
        if turn.is_multiple_of(2) { Either::Left(view) } else { Either::Right(view) }
    };
    view! {
        <div
            class="paper"
            on:click=move |event| links.with_value(|links| links.click(&event))
            on:mouseover=move |event| links.with_value(|links| links.point(&event))
            on:mouseout=move |_| links.with_value(Links::move_off)
            on:focusin=move |event| links.with_value(|links| links.aim(&event))
            on:touchstart:passive=move |event| links.with_value(|links| links.aim(&event))
        >
            <SkipLink/>
            <Masthead site=site.clone() current/>
            <div class="progress" class:under-way=move || navigation.busy.get() aria-hidden="true"></div>
            <main id="main" tabindex="-1" aria-busy=move || navigation.busy.get().to_string()>{page}</main>
            <Footer site/>
            <p class="visually-hidden" role="status">
                {move || if navigation.busy.get() { String::from("Loading…") } else { navigation.announcement.get() }}
            </p>
        </div>
    }
}

fn section_of(state: &PageState) -> Option<String> {
    match state {
        PageState::Ready(Document::Section(page)) => Some(page.section.clone()),
        PageState::Ready(Document::Story(article)) => Some(article.section.clone()),
        _ => None,
    }
}
