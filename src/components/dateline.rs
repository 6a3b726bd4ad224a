//! When a story was published and changed, and how long it takes to read.

use leptos::prelude::*;

use crate::model::{Article, Moment};

/// Published, updated, reading time; on a story older than a year a notice with its date.
#[component]
pub fn Dateline(article: Article) -> impl IntoView {
    let updated = article.updated.as_ref().map(|updated| {
        view! { <span class="dateline-updated">"Updated "{time(updated, true)}</span> }
    });
    let minutes = [article.reading_minutes.to_string().as_str(), " min read"].concat();
    view! {
        <p class="dateline">
            <span>"Published "{time(&article.published, true)}</span>
            {updated}
            <span>{minutes}</span>
        </p>
    }
}

/// The notice on a story that is more than a year old: a reader who comes from elsewhere may take it for news.
#[component]
pub fn AgeNotice(years: u32, published: Moment) -> impl IntoView {
    let age = match years {
        1 => String::from("This story is more than a year old. "),
        years => ["This story is more than ", years.to_string().as_str(), " years old. "].concat(),
    };
    view! { <p class="age-notice">{age}"It was published on "{time(&published, false)}"."</p> }
}

/// A moment as a `<time>` element.
pub fn time(moment: &Moment, with_clock: bool) -> impl IntoView + use<> {
    let clock = if with_clock { [", ", moment.time()].concat() } else { String::new() };
    view! { <time datetime=moment.iso.clone()>{moment.date.clone() + &clock}</time> }
}
