//! The front page.

use leptos::prelude::*;

use crate::components::{Card, Cards, Carousel, Headline, Pagination, use_site};
use crate::model::{Front, Site, Strip};
use crate::route::Route;

/// Lead story, latest, a strip per section, Top article.
#[component]
pub fn FrontPage(front: Front) -> impl IntoView {
    let site = use_site();
    let first = front.latest.page == 1;
    let title = if first { site.name.clone() } else { String::from("Latest stories") };
    let lead = front.lead.map(|lead| view! { <div class="front-lead"><Card teaser=lead lead=true/></div> });
    let strips = front.strips.into_iter().map(|strip| view! { <SectionStrip strip/> }).collect_view();
    let top: Vec<_> = site.top.iter().take(Site::TOP).cloned().collect();
    let pages = front.latest.pages;
    let class = if first { "visually-hidden" } else { "page-title" };
    view! {
        <div class="front">
            <Headline text=title class/>
            {lead}
            <section class="latest" aria-labelledby="latest">
                <h2 id="latest" class="section-title" class:visually-hidden=!first>"Latest"</h2>
                <Cards teasers=front.latest.teasers class="cards-grid"/>
                <Pagination page=front.latest.page pages href=move |page| site.href(&Route::Front { page })/>
            </section>
            {first.then(|| view! { <Carousel teasers=top/> })}
            {strips}
        </div>
    }
}

#[component]
fn SectionStrip(strip: Strip) -> impl IntoView {
    let site = use_site();
    let name = String::from(site.section_name(&strip.section));
    let id = ["strip-", &strip.section].concat();
    let heading = id.clone();
    let href = site.href(&Route::Section { section: strip.section.clone(), page: 1 });
    let class = ["strip section-", &strip.section].concat();
    view! {
        <section class=class aria-labelledby=id>
            <h2 id=heading class="section-title"><a href=href>{name}</a></h2>
            <Cards teasers=strip.teasers class="cards-strip"/>
        </section>
    }
}
