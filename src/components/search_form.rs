//! The form of the search page.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;
use crate::words::Words;

/// The form of the search page. Without the app it only leads back to that page, where nothing reads the words. The
/// choices need the index, so they work only with the app.
pub fn search_form(site: &Site) -> Markup {
    let words = site.words();
    html! {
        form class="search-form" role="search" aria-label=(words.search_title()) action=(site.href(&Route::Search)) {
            div class="search-line" { (search_line(words)) }
            div class="search-choices needs-app" {
                select name="section" aria-label=(words.section()) {
                    option value="" { (words.all_sections()) }
                    @for section in &site.sections { option value=(section.slug) { (section.name) } }
                }
                select name="author" aria-label=(words.author()) { option value="" { (words.all_authors()) } }
                select name="year" aria-label=(words.year()) { option value="" { (words.all_years()) } }
                select name="sort" aria-label=(words.order()) {
                    option value="" { (words.by_relevance()) }
                    option value="date" { (words.by_date()) }
                }
            }
        }
    }
}

/// The field and its button.
pub fn search_line(words: Words) -> Markup {
    html! {
        input type="search" name="q" aria-label=(words.search_newspaper()) autocomplete="off";
        button type="submit" class="button" { (words.search()) }
    }
}
