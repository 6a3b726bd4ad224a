//! The share panel: plain links to the networks, copy link, the device's own share sheet.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::html;

use super::share_link;
use crate::browser::sharing;
use crate::model::Network;

/// Shares a story under its headline, by its canonical address: plain links, copy, the device's sheet. No script of anybody else is involved.
#[component]
pub fn Share(
    /// Where to share.
    networks: Vec<Network>,
    /// The story's canonical address.
    address: String,
    /// The words to share it with.
    headline: String,
) -> impl IntoView {
    let links = html! {
        @for network in networks {
            @let (name, href) = share_link(network, &address, &headline);
            li { a class="share-button" href=(href) rel="external noopener" { (name) } }
        }
    };

    let status = RwSignal::new("");
    let by_hand = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let copy = {
        let address = address.clone();
        move |_| {
            let address = address.clone();
            status.set("");
            spawn_local(async move {
                let copied = sharing::copy(&address).await;
                by_hand.set(!copied);
                status.set(if copied { "Link copied" } else { "Copy the selected address" });
                if let (false, Some(field)) = (copied, field.get_untracked()) {
                    field.set_hidden(false);
                    field.focus().ok();
                    field.select();
                }
            });
        }
    };

    let sheet = RwSignal::new(false);
    Effect::new(move || sheet.set(sharing::can_share()));
    let share = {
        let address = address.clone();
        move |_| {
            let (headline, address) = (headline.clone(), address.clone());
            spawn_local(async move { sharing::share(&headline, &address).await });
        }
    };

    view! {
        <section class="share" aria-labelledby="share">
            <h2 id="share" class="share-title">"Share this article"</h2>
            <div class="share-ways">
                <ul class="share-list" inner_html=links.into_string()></ul>
                <ul class="share-list">
                    <li class="needs-app">
                        <button type="button" class="share-button" on:click=copy>"Copy link"</button>
                    </li>
                    <li class="needs-app" class:absent=move || !sheet.get()>
                        <button type="button" class="share-button" on:click=share>"Share…"</button>
                    </li>
                </ul>
            </div>
            <p class="share-status" role="status">{move || status.get()}</p>
            <input
                class="share-address"
                type="text"
                readonly
                aria-label="Address of this story"
                value=address
                hidden=move || !by_hand.get()
                node_ref=field
            />
        </section>
    }
}
