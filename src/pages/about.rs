//! The page about the newspaper.

use leptos::prelude::*;

use crate::components::{Breadcrumb, Headline};
use crate::model::About;

/// Imprint, contact, privacy, corrections policy: whatever the publisher has written.
#[component]
pub fn AboutPage(about: About) -> impl IntoView {
    view! {
        <div class="about">
            <Breadcrumb page=about.headline.clone()/>
            <Headline text=about.headline class="page-title"/>
            <div class="prose" id="text" inner_html=about.body></div>
        </div>
    }
}
