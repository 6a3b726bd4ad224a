//! What was corrected in a story.

use leptos::prelude::*;

use super::time;
use crate::model::Correction;

/// The corrections of a story with their dates; nothing where there are none.
#[component]
pub fn Corrections(corrections: Vec<Correction>) -> impl IntoView {
    let any = !corrections.is_empty();
    let items = corrections
        .into_iter()
        .map(|correction| view! { <li>{time(&correction.date, false)}": "{correction.text}</li> })
        .collect_view();
    any.then(|| {
        view! {
            <section class="corrections" aria-labelledby="corrections">
                <h2 id="corrections">"Corrections"</h2>
                <ul>{items}</ul>
            </section>
        }
    })
}
