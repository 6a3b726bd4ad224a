//! The browser itself: document, scroll, history, storage, clipboard, sharing. The only place that asks the window;
//! others use no more of `web_sys` than the types of elements and events.
//!
//! Nothing here may run while a page is rendered: press renders it once, for all readers. It is called from `main`, effects
//! and event handlers, which never run on the host.

use std::time::Duration;

use futures_channel::oneshot;
use leptos::prelude::{Owner, document, request_animation_frame, set_timeout, window};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Function, Promise, Reflect, decode_uri_component, encode_uri_component};
use leptos::web_sys::{Element, Event, FocusOptions, HtmlElement, MouseEvent};

use wasm_bindgen_futures::JsFuture;

use crate::head::Head;

pub mod fonts;
pub mod history;
pub mod json;
pub mod sharing;
pub mod storage;
pub mod visitor;

/// How long the network may take for an answer, with all of its text. After that it will not come.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How long a frame may be on its way from the page to the screen: the processor is needed there.
const HANDING_OVER: Duration = Duration::from_millis(30);

/// The text of the pressed page's data block; none on a page that brings no data.
pub fn data_block() -> Option<String> {
    document().get_element_by_id("document")?.text_content()
}

/// The text that is in the pressed page instead of its data block, without what is beside it.
pub fn pressed_text() -> Option<String> {
    let text: Element = document().get_element_by_id("text")?.clone_node_with_deep(true).ok()?.unchecked_into();
    while let Ok(Some(other)) = text.query_selector(":scope > .beside") {
        other.remove();
    }
    Some(text.inner_html())
}

/// Says that the app has taken over: what only works with it becomes visible, and the loader stops waiting. Says nothing where
/// the loader has given the app up meanwhile.
pub fn show_app_controls() {
    set_class("html.controls", "app", true);
}

/// Leaves the page to the browser: what needs the app goes.
pub fn give_up() {
    set_class("html", "controls", false);
}

/// An element that is not in the page.
pub fn detached() -> Option<HtmlElement> {
    document().create_element("div").ok()?.dyn_into().ok()
}

/// Runs `work` in a task of its own, after those that wait already. What is made meanwhile belongs to whoever asks.
pub fn later(work: impl FnOnce() + 'static) {
    let owner = Owner::current();
    let work = move || match owner {
        Some(owner) => owner.with(work),
        None => work(),
    };
    set_timeout(work, Duration::ZERO);
}

/// Runs each of `steps` in a task of its own, one after another. After one that fails none is run.
pub fn one_by_one(mut steps: impl Iterator<Item = Box<dyn FnOnce()>> + 'static) {
    if let Some(step) = steps.next() {
        later(move || {
            step();
            one_by_one(steps);
        });
    }
}

/// Has `hear` called for every event of these kinds in the page, before the window hears of it; for `scroll`, which does not
/// rise, before the element does. It may be called while it runs: moving the focus is an event of its own.
pub fn listen(kinds: &[&str], hear: impl Fn(&Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&event)).into_js_value();
    for kind in kinds {
        let listener = hear.unchecked_ref();
        document().add_event_listener_with_callback_and_bool(kind, listener, *kind == "scroll").ok();
    }
}

/// Returns when the reader sees what is in the page now; while the page is hidden, not before it is seen again.
pub async fn painted() {
    let (sender, receiver) = oneshot::channel();
    request_animation_frame(move || set_timeout(move || _ = sender.send(()), HANDING_OVER));
    receiver.await.ok();
}

/// Whether the reader has asked for as few bytes as possible: the loader in the head has found out.
pub fn saves_data() -> bool {
    exists("html.saves")
}

/// Notes which address the app is turning to, until it has arrived there. If the app fails on the way, `guard.js` loads
/// that address.
pub fn set_turning(address: Option<&str>) {
    set_attribute("html", "data-turning", address);
}

/// Puts the head of the page that is now shown into the document.
pub fn set_head(head: &Head) {
    let document = document();
    document.set_title(&head.title);
    set_attribute("meta[name=description]", "content", Some(&head.description));
    if head.canonical.is_some() && !exists("link[rel=canonical]") {
        add_canonical_link();
    }
    set_attribute("link[rel=canonical]", "href", head.canonical.as_deref());
    set_attribute("html", "lang", Some(&head.language));
}

fn exists(selector: &str) -> bool {
    matches!(document().query_selector(selector), Ok(Some(_)))
}

/// The 404 page is pressed without one, and a reader can go on from there.
fn add_canonical_link() {
    let document = document();
    if let (Ok(link), Some(head)) = (document.create_element("link"), document.head()) {
        link.set_attribute("rel", "canonical").ok();
        head.append_child(&link).ok();
    }
}

/// Another language makes the browser work out the style of the whole page again; the same language does so, too.
fn set_attribute(selector: &str, name: &str, value: Option<&str>) {
    let Ok(Some(element)) = document().query_selector(selector) else { return };
    if element.get_attribute(name).as_deref() != value {
        match value {
            Some(value) => element.set_attribute(name, value).ok(),
            None => element.remove_attribute(name).ok(),
        };
    }
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// How high the window is, in CSS pixels.
pub fn window_height() -> f64 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.unwrap_or_default()
}

/// The colour of the paper as the stylesheet has it now.
pub fn paper_colour() -> Option<String> {
    let style = window().get_computed_style(document().body()?.as_ref()).ok()??;
    style.get_property_value("background-color").ok()
}

/// Runs `change`, which exchanges the page, as a view transition where the browser has them, the reader likes motion and
/// does not point with a finger, and returns when it has run. The transition itself goes on and holds nobody up.
///
/// A phone shows the page at once: it would take longer for the transition than for the page.
pub async fn turn(change: impl FnOnce() + 'static) {
    let start = Reflect::get(&document(), &JsValue::from_str("startViewTransition"));
    let start = start.ok().and_then(|start| start.dyn_into::<Function>().ok());
    let motion =
        window().match_media("(prefers-reduced-motion: no-preference) and (not (pointer: coarse))").ok().flatten();
    let (Some(start), true) = (start, motion.is_some_and(|query| query.matches())) else { return change() };
    let change = Closure::once_into_js(change);
    let Ok(transition) = start.call1(&document(), &change) else { return };
    let promise = |name| Reflect::get(&transition, &JsValue::from_str(name)).ok()?.dyn_into::<Promise>().ok();
    // Another page may come before this one is drawn: that a transition is skipped then is no error.
    if let Some(ready) = promise("ready") {
        spawn_local(async move { _ = JsFuture::from(ready).await });
    }
    if let Some(done) = promise("updateCallbackDone") {
        JsFuture::from(done).await.ok();
    }
}

/// Scrolls the page, at once as long as the stylesheet does not ask for the smooth way.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Takes the focus from whatever has it: taken from an element that has it, the browser would stop and work out styles.
pub fn blur() {
    if let Some(focused) = document().active_element().and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        focused.blur().ok();
    }
}

/// Moves focus to the page's headline and leaves the scroll position alone.
pub fn focus_headline() {
    if let Some(headline) = first("h1") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        headline.focus_with_options(&options).ok();
    }
}

/// Scrolls to the element that a fragment (`#fn-1`) names and moves focus there; false if there is none.
pub fn focus_fragment(fragment: &str) -> bool {
    let id = fragment.strip_prefix('#').and_then(|id| decode_uri_component(id).ok());
    let element = id.and_then(|id| document().get_element_by_id(&String::from(id)));
    let Some(element) = element else { return false };
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.focus().ok();
    }
    true
}

/// The nearest element around the target of an event that fits `selector`.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The first element of the page that fits `selector`.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Whether `element` has the focus.
pub fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// All elements of the page that fit `selector`.
pub fn all(selector: &str) -> Vec<Element> {
    let mut all = Vec::new();
    if let Ok(found) = document().query_selector_all(selector) {
        for place in 0..found.length() {
            all.extend(found.item(place).map(|node| node.unchecked_into()));
        }
    }
    all
}

/// Gives a class to all elements that fit `selector`, or takes it from them.
pub fn set_class(selector: &str, class: &str, on: bool) {
    for element in all(selector) {
        element.class_list().toggle_with_force(class, on).ok();
    }
}

/// Whether there is a page in its place: others may have taken the place away.
pub fn shows_a_page() -> bool {
    exists("#main > *")
}

/// Puts HTML into the first element that fits `selector`.
pub fn set_html(selector: &str, html: &str) {
    if let Some(element) = first(selector) {
        element.set_inner_html(html);
    }
}

/// Adds HTML at the end of the body.
pub fn append(html: &str) {
    if let Some(body) = document().body() {
        body.insert_adjacent_html("beforeend", html).ok();
    }
}

/// Puts words into the first element that fits `selector`.
pub fn set_text(selector: &str, text: &str) {
    if let Some(element) = first(selector) {
        element.set_text_content(Some(text));
    }
}

/// A link that a reader has pointed at, focused or clicked.
pub struct Link {
    /// Same origin, and for this window: no target, download or `rel="external"`.
    pub inside: bool,
    /// Path of its address, percent-encoded.
    pub path: String,
    /// Query of its address, with its question mark, or empty.
    pub search: String,
    /// Fragment of its address, with its `#`, or empty.
    pub hash: String,
}

impl Link {
    /// The link around the target of an event.
    pub fn of(event: &Event) -> Option<Link> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let anchor = target.closest("a[href]").ok()??;
        let own = ["target", "download"].iter().any(|name| anchor.has_attribute(name));
        let rel = anchor.get_attribute("rel").unwrap_or_default();
        let url = leptos::web_sys::Url::new(&anchor.dyn_ref::<leptos::web_sys::HtmlAnchorElement>()?.href()).ok()?;
        let origin = window().location().origin().ok()?;
        Some(Link {
            inside: url.origin() == origin && !own && !rel.split(' ').any(|word| word == "external"),
            path: url.pathname(),
            search: url.search(),
            hash: url.hash(),
        })
    }
}

/// Goes where a link to `href` would lead.
pub fn follow(href: &str) {
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let (Some(link), Some(body)) = (link, document().body()) {
        link.set_attribute("href", href).ok();
        body.append_child(&link).ok();
        link.click();
        link.remove();
    }
}

/// Moves focus to `element`.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// `text` as the value of a query.
pub fn encoded(text: &str) -> String {
    encode_uri_component(text).into()
}

/// Whether a click is an ordinary one that nobody has handled: main button, no key held.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let keys = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    event.button() == 0 && !keys && !event.default_prevented()
}
