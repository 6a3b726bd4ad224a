//! Browser APIs: document, scroll, history, storage, clipboard, sharing. No other module of the app calls `window()`.
//!
//! Nothing here may run while a page is rendered, since press renders each page once for all readers. The callers
//! are `main`, effects and event handlers, none of which run on the host.

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
pub mod html;
pub mod json;
pub mod sharing;
pub mod storage;
pub mod visitor;

/// Timeout of a request, including the body of its response.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How long a frame may take to reach the screen after its callback. The processor is left free for it.
const HANDING_OVER: Duration = Duration::from_millis(30);

/// The text of the pressed page's data block; `None` on a page without one.
pub fn data_block() -> Option<String> {
    document().get_element_by_id("document")?.text_content()
}

/// The HTML of the text that the pressed page has instead of its data block, without the elements that are `beside`
/// it. `None` on a page without such a text.
pub fn pressed_text() -> Option<String> {
    let text: Element = document().get_element_by_id("text")?.clone_node_with_deep(true).ok()?.unchecked_into();
    while let Ok(Some(other)) = text.query_selector(":scope > .beside") {
        other.remove();
    }
    Some(text.inner_html())
}

/// Marks the app as ready, so that the loader stops queuing and replays what it has. Does nothing if the loader has
/// given the app up by then.
pub fn show_app_controls() {
    set_class("html.controls", "app", true);
}

/// Gives the app up: hides the controls that need it and leaves the page to the browser.
pub fn give_up() {
    set_class("html", "controls", false);
}

/// Creates an element that is not in the page.
pub fn detached() -> Option<HtmlElement> {
    document().create_element("div").ok()?.dyn_into().ok()
}

/// Runs `work` in a task of its own, after those already queued. What it creates belongs to the caller's owner.
pub fn later(work: impl FnOnce() + 'static) {
    let owner = Owner::current();
    let work = move || match owner {
        Some(owner) => owner.with(work),
        None => work(),
    };
    set_timeout(work, Duration::ZERO);
}

/// Runs each of `steps` in a task of its own, one after another. If one fails, the rest do not run.
pub fn one_by_one(mut steps: impl Iterator<Item = Box<dyn FnOnce()>> + 'static) {
    if let Some(step) = steps.next() {
        later(move || {
            step();
            one_by_one(steps);
        });
    }
}

/// Calls `hear` for every event of these types in the page, before the window's listeners; for `scroll`, which does
/// not bubble, before the element's own. `hear` may be called while it is running: moving the focus fires another
/// event.
pub fn listen(kinds: &[&str], hear: impl Fn(&Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&event)).into_js_value();
    for kind in kinds {
        let listener = hear.unchecked_ref();
        document().add_event_listener_with_callback_and_bool(kind, listener, *kind == "scroll").ok();
    }
}

/// Waits until the current state of the page is on the screen. While the page is hidden, waits until it is visible
/// again.
pub async fn painted() {
    let (sender, receiver) = oneshot::channel();
    request_animation_frame(move || set_timeout(move || _ = sender.send(()), HANDING_OVER));
    receiver.await.ok();
}

/// Whether the reader has asked to save data, as the loader in the head has determined.
pub fn saves_data() -> bool {
    exists("html.saves")
}

/// Records the address that the app is navigating to, and `None` on arrival. If the app fails on the way,
/// `guard.js` loads that address.
pub fn set_turning(address: Option<&str>) {
    set_attribute("html", "data-turning", address);
}

/// Whether the reader is busy with something that another page would interrupt: a field, or the way to the next page.
pub fn is_engaged() -> bool {
    exists("html[data-turning], input:focus")
}

/// Updates the document's head for the page that is now shown.
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

/// The 404 page is pressed without a canonical link, and readers can navigate on from it.
fn add_canonical_link() {
    let document = document();
    if let (Ok(link), Some(head)) = (document.create_element("link"), document.head()) {
        link.set_attribute("rel", "canonical").ok();
        head.append_child(&link).ok();
    }
}

/// Sets or removes an attribute, only if that changes it: setting `lang` makes the browser recompute the style of
/// the whole page, even if the language is the same.
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

/// The height of the window, in CSS pixels.
pub fn window_height() -> f64 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.unwrap_or_default()
}

/// The current colour of the paper, as a CSS value.
pub fn paper_colour() -> Option<String> {
    let style = window().get_computed_style(document().body()?.as_ref()).ok()??;
    style.get_property_value("background-color").ok()
}

/// Whether a media query matches.
pub fn matches(query: &str) -> bool {
    window().match_media(query).is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

/// Whether the browser knows that it is offline.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// Runs `change`, which swaps the page, and returns when it has run. It runs in a view transition if the browser
/// supports them and the reader has not asked for reduced motion and is not on a touch screen. Nothing waits for
/// the end of the transition.
///
/// A phone shows the page at once: the transition would take longer than the page.
pub async fn turn(change: impl FnOnce() + 'static) {
    let start = Reflect::get(&document(), &JsValue::from_str("startViewTransition"));
    let start = start.ok().and_then(|start| start.dyn_into::<Function>().ok());
    let motion = matches("(prefers-reduced-motion: no-preference) and (not (pointer: coarse))");
    let (Some(start), true) = (start, motion) else { return change() };
    let change = Closure::once_into_js(change);
    let Ok(transition) = start.call1(&document(), &change) else { return };
    let promise = |name| Reflect::get(&transition, &JsValue::from_str(name)).ok()?.dyn_into::<Promise>().ok();
    // The transition is skipped, and its promise rejected, if another page comes before this one is drawn. That is
    // not an error.
    if let Some(ready) = promise("ready") {
        spawn_local(async move { _ = JsFuture::from(ready).await });
    }
    if let Some(done) = promise("updateCallbackDone") {
        JsFuture::from(done).await.ok();
    }
}

/// Scrolls the page to `y` CSS pixels from its top, instantly unless the stylesheet asks for smooth scrolling.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Takes the focus off the focused element. Removing an element that has the focus would make the browser stop to
/// compute styles.
pub fn blur() {
    if let Some(focused) = document().active_element().and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        focused.blur().ok();
    }
}

/// Moves focus to where a page begins, without scrolling: its headline, or the field of a search not yet begun.
pub fn focus_start() {
    let field = first(".search-form input").filter(|_| !history::address().contains("?q="));
    if let Some(start) = field.or_else(|| first("h1")) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        start.focus_with_options(&options).ok();
    }
}

/// Scrolls to the element that a fragment (`#fn-1`) names and moves focus there; false if there is no such element.
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

/// The nearest element that matches `selector`, from the target of an event outwards.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The first element of the page that matches `selector`.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// What the page calls the page at `path`: the headline of its card, or the text of another link to it.
pub fn link_text(path: &str) -> Option<String> {
    let text = |around: &str| {
        let links = all(&[around, "a[href='", path, "']"].concat());
        links.iter().filter_map(|link| link.text_content()).find(|text| !text.trim().is_empty())
    };
    text(".card-headline ").or_else(|| text(""))
}

/// Scrolls the row `row` sideways, no further than it takes to show the element in it that matches `selector`, free of
/// the edge.
pub fn show_in_row(row: &str, selector: &str) {
    /// In CSS pixels: the edge of the sections fades by as much.
    const EDGE: f64 = 40.0;
    if let Some(row) = first(row)
        && let Ok(Some(element)) = row.query_selector(selector)
    {
        let (place, room) = (element.get_bounding_client_rect(), row.get_bounding_client_rect());
        let (before, after) = (place.left() - room.left() - EDGE, place.right() - room.right() + EDGE);
        let by = if before < 0.0 { before } else { after.max(0.0) };
        row.set_scroll_left(row.scroll_left() + by as i32);
    }
}

/// Whether `element` has the focus.
pub fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// All elements of the page that match `selector`.
pub fn all(selector: &str) -> Vec<Element> {
    let mut all = Vec::new();
    if let Ok(found) = document().query_selector_all(selector) {
        for place in 0..found.length() {
            all.extend(found.item(place).map(|node| node.unchecked_into()));
        }
    }
    all
}

/// Adds a class to all elements that match `selector`, or removes it from them.
pub fn set_class(selector: &str, class: &str, on: bool) {
    for element in all(selector) {
        element.class_list().toggle_with_force(class, on).ok();
    }
}

/// Whether a page is in its place: other scripts may have removed the place.
pub fn shows_a_page() -> bool {
    exists("#main > *")
}

/// Replaces the content of the first element that matches `selector` with HTML.
pub fn set_html(selector: &str, content: &str) {
    if let Some(element) = first(selector) {
        html::fill(&element, content);
    }
}

/// Appends HTML to the body.
pub fn append(content: &str) {
    if let Some(body) = document().body() {
        html::append(&body, content);
    }
}

/// Replaces the content of the first element that matches `selector` with text.
pub fn set_text(selector: &str, text: &str) {
    if let Some(element) = first(selector) {
        element.set_text_content(Some(text));
    }
}

/// A link that a reader has pointed at, focused or clicked.
pub struct Link {
    /// Same origin and same window: no target, download or `rel="external"`.
    pub inside: bool,
    /// The path of its address, percent-encoded.
    pub path: String,
    /// The query of its address, with its question mark, or empty.
    pub search: String,
    /// The fragment of its address, with its `#`, or empty.
    pub hash: String,
}

impl Link {
    /// The link that contains the target of an event.
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

/// Follows a link to `href`, as a click on it would.
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

/// `text`, percent-encoded for the value of a query.
pub fn encoded(text: &str) -> String {
    encode_uri_component(text).into()
}

/// Whether a click is an ordinary one that nothing has handled: main button, no modifier key.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let keys = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    event.button() == 0 && !keys && !event.default_prevented()
}
