//! The way through a list of several pages.

use leptos::prelude::*;

/// Newer, where we are, older. Nothing for a list of one page. `href` gives the address of a page by its number.
#[component]
pub fn Pagination(page: u32, pages: u32, href: impl Fn(u32) -> String) -> impl IntoView {
    let newer =
        (page > 1).then(|| view! { <a class="pagination-newer" rel="prev" href=href(page - 1)>"Newer stories"</a> });
    let older = (page < pages)
        .then(|| view! { <a class="pagination-older" rel="next" href=href(page + 1)>"Older stories"</a> });
    let place = ["Page ", page.to_string().as_str(), " of ", pages.to_string().as_str()].concat();
    (pages > 1).then(move || {
        view! {
            <nav class="pagination" aria-label="Pages">
                {newer}
                <span class="pagination-place">{place}</span>
                {older}
            </nav>
        }
    })
}
