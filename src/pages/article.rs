//! A story.

use maud::{Markup, PreEscaped, html};

use crate::components::{
    Place, age_notice, breadcrumb, byline, cards, carousel, contents, corrections, dateline, follow, headline, kicker,
    lead_picture, save, share_panel, share_row, tags, views, written_by,
};
use crate::model::{Article, Site};

/// The story with everything that belongs to it, and links to others.
///
/// Standfirst, lead picture and corrections are in the element of the text, because programs that extract a story
/// from its page keep what is in that element. Everything in it that is not the text has the class `beside`.
pub fn article(site: &Site, article: &Article) -> Markup {
    let language = article.language.as_deref();
    let words = site.words_in(language);
    let time = site.counter.as_ref().is_some_and(|counter| !counter.is_live()).then_some("");
    html! {
        article class={ "story section-" (article.section) } lang=[language] dir=[site.direction(language)] {
            (breadcrumb(site, Some(&article.section), &article.headline, language))
            header class="story-head" {
                (kicker(site, &article.section, language))
                (headline(&article.headline, size(&article.headline)))
            }
            // `main.rs` reads the text of a pressed page from this element, which it finds by its id.
            div class="prose" id="text" {
                @if let Some(standfirst) = &article.standfirst { p class="standfirst beside" { (standfirst) } }
                // Programs that extract a story leave `meta` out.
                div class="meta beside" data-address=(site.canonical(&article.route())) {
                    (written_by(site, words, &article.authors))
                    div class="story-facts" {
                        (dateline(words, article)) " "
                        @for translation in &article.translations {
                            a href={ (site.base) (translation.href) } hreflang=[&translation.language] lang=[&translation.language] {
                                (translation.label)
                            }
                            " "
                        }
                        @if !article.corrections.is_empty() { a href="#corrections" { (words.corrected()) } " " }
                        (views(site, words, article.views, time))
                        div class="story-tools" { (save(words, &article.route(), &article.headline, true)) }
                    }
                    (age_notice(words, article))
                    @if article.unpublished { p class="age-notice" { (words.unpublished()) } }
                }
                @if let Some(picture) = &article.picture { (lead_picture(site, picture)) }
                (share_row(site, article))
                (contents(words, &article.contents))
                // Sanitised by press.
                (PreEscaped(&article.body))
                (corrections(words, &article.corrections))
            }
            div class="story-end" {
                (share_panel(site, article))
                (follow(site, words))
                (byline(site, words, &article.authors))
                (tags(site, words, &article.tags))
            }
        }
        @if !article.related.is_empty() {
            aside class="related" aria-labelledby="related" {
                h2 id="related" class="section-title" { (site.words().related()) }
                (cards(site, &article.related, Place::List, "cards-grid"))
            }
        }
        (carousel(site, site.top_beside(&article.section, &article.slug), ""))
    }
}

/// The class of a headline: long ones are smaller.
fn size(headline: &str) -> &'static str {
    const LONG: usize = 80;
    if headline.chars().count() > LONG { "headline headline-long" } else { "headline" }
}
