//! A story as announced on other pages.

use leptos::prelude::*;

use super::{Kicker, Views, time, use_site};
use crate::model::Teaser;

/// Picture, section, headline, summary if there is one, date and views. The link covers the whole card.
#[component]
pub fn Card(teaser: Teaser, #[prop(optional)] lead: bool) -> impl IntoView {
    let site = use_site();
    let href = site.href(&teaser.route());
    let picture = teaser.image.map(|image| {
        view! {
            <img
                class="card-picture"
                src=[site.base.as_str(), &image.src].concat()
                alt=""
                width=image.width
                height=image.height
                loading=(!lead).then_some("lazy")
                fetchpriority=lead.then_some("high")
            />
        }
    });
    let summary = (!teaser.summary.is_empty()).then(|| view! { <p class="card-summary">{teaser.summary}</p> });
    let class = match (lead, picture.is_some()) {
        (true, _) => "card card-lead",
        (false, true) => "card",
        (false, false) => "card card-plain",
    };
    view! {
        <article class=class lang=teaser.language>
            {picture}
            <div class="card-text">
                <Kicker section=teaser.section/>
                <h3 class="card-headline"><a href=href>{teaser.headline}</a></h3>
                {summary}
                <p class="card-meta">{time(&teaser.published, false)}<Views count=teaser.views/></p>
            </div>
        </article>
    }
}
