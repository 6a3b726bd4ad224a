//! The page of an author.

use leptos::prelude::*;

use crate::components::{Breadcrumb, Cards, Headline, Pagination, use_site};
use crate::model::AuthorPage;
use crate::route::Route;

/// Who the author is, and the author's stories, page by page.
#[component]
pub fn AuthorFront(page: AuthorPage) -> impl IntoView {
    let site = use_site();
    let AuthorPage { author, role, bio, listing } = page;
    let slug = author.slug;
    let role = role.map(|role| view! { <p class="author-role">{role}</p> });
    let bio = (!bio.is_empty()).then(|| view! { <div class="author-bio prose" inner_html=bio></div> });
    view! {
        <div class="author">
            <Breadcrumb page=author.name.clone()/>
            <Headline text=author.name class="page-title"/>
            {role}
            {bio}
            <Cards teasers=listing.teasers class="cards-list"/>
            <Pagination
                page=listing.page
                pages=listing.pages
                href=move |page| site.href(&Route::Author { author: slug.clone(), page })
            />
        </div>
    }
}
