//! The foot of every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::time;
use crate::model::Site;
use crate::route::Route;

/// Sections, the configured links, and when the edition was made.
#[component]
pub fn Footer(site: Arc<Site>) -> impl IntoView {
    let links = site
        .footer
        .iter()
        .map(|link| {
            let href =
                if link.href.starts_with('/') { [site.base.as_str(), &link.href].concat() } else { link.href.clone() };
            view! { <li><a href=href>{link.label.clone()}</a></li> }
        })
        .collect_view();
    view! {
        <footer class="footer">
            <p class="footer-name">{site.name.clone()}</p>
            <p class="footer-tagline">{site.tagline.clone()}</p>
            <ul class="footer-links">
                <li><a href=site.href(&Route::About)>"About"</a></li>
                {links}
            </ul>
            <p class="footer-edition">"This edition was made on "{time(&site.edition, true)}"."</p>
        </footer>
    }
}
