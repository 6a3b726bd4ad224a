//! A story.

use leptos::prelude::*;
use maud::{PreEscaped, html};

use crate::components::{
    Carousel, Share, age_notice, breadcrumb, byline, cards, carousel_items, corrections, dateline, headline, kicker,
    lead_picture, save, views,
};
use crate::model::{Article, Site};

/// The story with all that stands around it.
pub fn article(site: &Site, article: &Article) -> impl IntoView + use<> {
    let head = html! {
        (breadcrumb(site, Some(&article.section), &article.headline))
        header class="story-head" {
            (kicker(site, &article.section))
            (headline(&article.headline, ""))
            @if let Some(standfirst) = &article.standfirst { p class="standfirst" { (standfirst) } }
            div class="story-facts" { (dateline(article)) (views(article.views)) }
            div class="story-tools" { (save(site.words(), &article.route(), &article.headline, true)) }
            (age_notice(article))
        }
        @if let Some(picture) = &article.picture { (lead_picture(site, picture)) }
    };
    let text = html! {
        // Sanitised by press. The element is known by its id: main takes the text of a pressed page back from it.
        div class="prose" id="text" { (PreEscaped(&article.body)) }
        (corrections(&article.corrections))
        (byline(site, &article.authors))
        p class="print-only story-address" {
            (site.canonical(&article.route())) ", " (article.updated.as_ref().unwrap_or(&article.published).date)
        }
    };
    let related = (!article.related.is_empty()).then(|| {
        let related = html! {
            h2 id="related" class="section-title" { "Related stories" }
            (cards(site, &article.related, "cards-grid"))
        };
        view! { <aside class="related" aria-labelledby="related" inner_html=related.into_string()></aside> }
    });
    let section = ["story section-", &article.section].concat();
    let mut top = site.top_beside(&article.section, &article.slug).peekable();
    let carousel = top.peek().is_some().then(|| view! { <Carousel items=carousel_items(site, top)/> });
    view! {
        <article class=section lang=article.language.clone()>
            <div class="story-top" inner_html=head.into_string()></div>
            <Share
                networks=site.share.clone()
                address=site.canonical(&article.route())
                headline=article.headline.clone()
            />
            <div class="story-text" inner_html=text.into_string()></div>
        </article>
        {related}
        {carousel}
    }
}
