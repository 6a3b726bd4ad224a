//! A story.

use leptos::prelude::*;

use crate::components::{
    AgeNotice, Breadcrumb, Byline, Cards, Carousel, Corrections, Dateline, Headline, Kicker, LeadPicture, Share, Views,
    use_site,
};
use crate::model::Article;

/// The story with all that stands around it.
#[component]
pub fn ArticlePage(article: Article) -> impl IntoView {
    let site = use_site();
    let top: Vec<_> = site.top_beside(&article.section, &article.slug).cloned().collect();
    let notice = (article.years_old > 0)
        .then(|| view! { <AgeNotice years=article.years_old published=article.published.clone()/> });
    let standfirst = article.standfirst.clone().map(|text| view! { <p class="standfirst">{text}</p> });
    let related = (!article.related.is_empty()).then(|| {
        view! {
            <aside class="related" aria-labelledby="related">
                <h2 id="related" class="section-title">"Related stories"</h2>
                <Cards teasers=article.related.clone() class="cards-grid"/>
            </aside>
        }
    });
    let picture = article.picture.clone().map(|picture| view! { <LeadPicture picture/> });
    view! {
        <article class="story" lang=article.language.clone()>
            <Breadcrumb section=article.section.clone() page=article.headline.clone()/>
            <header class="story-head">
                <Kicker section=article.section.clone()/>
                <Headline text=article.headline.clone()/>
                {standfirst}
                <div class="story-facts">
                    <Dateline article=article.clone()/>
                    <Views count=article.views/>
                </div>
                {notice}
            </header>
            {picture}
            <Share route=article.route() headline=article.headline.clone()/>
            <div class="prose" id="text" inner_html=article.body></div>
            <Corrections corrections=article.corrections/>
            <Byline authors=article.authors/>
        </article>
        {related}
        <Carousel teasers=top/>
    }
}
