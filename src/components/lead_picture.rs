//! The picture at the head of a story.

use leptos::prelude::*;

use super::use_site;
use crate::model::Picture;

/// The lead picture with caption and credit.
#[component]
pub fn LeadPicture(picture: Picture) -> impl IntoView {
    let site = use_site();
    let src = [site.base.as_str(), &picture.image.src].concat();
    let caption = picture.caption.map(|caption| view! { <span class="caption">{caption}</span> });
    let credit = picture.credit.map(|credit| view! { <span class="credit">{credit}</span> });
    let below = (caption.is_some() || credit.is_some()).then(|| view! { <figcaption>{caption}{credit}</figcaption> });
    view! {
        <figure class="lead-picture">
            <img
                src=src
                alt=picture.alt
                width=picture.image.width
                height=picture.image.height
                fetchpriority="high"
            />
            {below}
        </figure>
    }
}
