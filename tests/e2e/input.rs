//! The reader's input: mouse or finger, and keyboard.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, Device, quoted};

/// Where to touch an element.
#[derive(Debug, Deserialize)]
struct Spot {
    /// Why it cannot be touched.
    problem: Option<String>,
    #[serde(default)]
    x: f64,
    #[serde(default)]
    y: f64,
    #[serde(default)]
    scrolled: f64,
}

/// A key: name, code, text.
#[derive(Clone, Copy)]
pub struct Key(&'static str, u32, &'static str);

impl Key {
    pub const TAB: Key = Key("Tab", 9, "");
    pub const ENTER: Key = Key("Enter", 13, "\r");
    pub const ESCAPE: Key = Key("Escape", 27, "");
    pub const SLASH: Key = Key("/", 191, "/");
    pub const QUESTION: Key = Key("?", 191, "?");
    pub const J: Key = Key("j", 74, "j");
    pub const K: Key = Key("k", 75, "k");
    pub const S: Key = Key("s", 83, "s");
    pub const SPACE: Key = Key(" ", 32, " ");
    pub const DOWN: Key = Key("ArrowDown", 40, "");
    pub const UP: Key = Key("ArrowUp", 38, "");
    pub const LEFT: Key = Key("ArrowLeft", 37, "");
    pub const RIGHT: Key = Key("ArrowRight", 39, "");
}

/// The Control key, for [`Browser::press_holding`].
pub const CONTROL: u32 = 2;

impl Browser {
    /// Clicks or taps the element, after scrolling it into view if necessary. Returns the scroll position of the page.
    pub async fn press(&self, selector: &str) -> f64 {
        match self.device {
            Device::Desktop => self.press_holding(selector, 0).await,
            Device::Phone => {
                let scrolled = self.touch(selector).await;
                self.lift().await;
                scrolled
            }
        }
    }

    /// Clicks the element with the keys of `modifiers` held.
    pub async fn press_holding(&self, selector: &str, modifiers: u32) -> f64 {
        let spot = self.hover(selector).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": spot.0, "y": spot.1, "button": "left", "clickCount": 1, "modifiers": modifiers,
            });
            self.devtools("Input.dispatchMouseEvent", event).await;
        }
        spot.2
    }

    /// Moves the mouse over the element. Returns the coordinates and the scroll position of the page.
    pub async fn hover(&self, selector: &str) -> (f64, f64, f64) {
        let spot = self.spot(selector).await;
        let event = json!({ "type": "mouseMoved", "x": spot.x, "y": spot.y });
        self.devtools("Input.dispatchMouseEvent", event).await;
        (spot.x, spot.y, spot.scrolled)
    }

    /// Puts a finger on the element. Returns the scroll position of the page.
    pub async fn touch(&self, selector: &str) -> f64 {
        let spot = self.spot(selector).await;
        let event = json!({ "type": "touchStart", "touchPoints": [{ "x": spot.x, "y": spot.y }] });
        self.devtools("Input.dispatchTouchEvent", event).await;
        spot.scrolled
    }

    /// Lifts the finger.
    pub async fn lift(&self) {
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Swipes repeatedly until `condition` is true: on a busy machine a finger that is put down and moved much later
    /// counts as a long press and scrolls nothing.
    pub async fn swipe_until(&self, selector: &str, condition: &str) {
        for _ in 0..20 {
            self.swipe(selector).await;
            // Not a timer of the page: scripts may be off.
            tokio::time::sleep(Duration::from_millis(500)).await;
            if self.eval(condition).await {
                return;
            }
        }
        panic!("gave up swiping until {condition}");
    }

    /// Scrolls sideways at the height of the element's middle, with a finger or a wheel, up to 250 pixels to the right.
    async fn swipe(&self, selector: &str) {
        let Spot { x, y, .. } = self.spot(selector).await;
        if self.device == Device::Desktop {
            let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 250, "deltaY": 0 });
            self.devtools("Input.dispatchMouseEvent", wheel).await;
            return;
        }
        // From near the right edge to the left: a finger must stay on the screen.
        for step in 0..=10 {
            let kind = if step == 0 { "touchStart" } else { "touchMove" };
            let finger = json!({ "type": kind, "touchPoints": [{ "x": 320 - 25 * step, "y": y }] });
            self.devtools("Input.dispatchTouchEvent", finger).await;
        }
        self.lift().await;
    }

    /// The middle of the first line of the element, scrolled into view. Fails if something else covers it.
    async fn spot(&self, selector: &str) -> Spot {
        self.until("the page has turned", "!document.querySelector(':root:active-view-transition')").await;
        let script = format!(
            "(() => {{
                const element = document.querySelector({});
                if (!element) return {{ problem: 'it does not exist' }};
                let box = element.getClientRects()[0];
                if (!box) return {{ problem: 'it has no size' }};
                const page = document.documentElement;
                const out = box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > page.clientWidth;
                if (out) element.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                box = element.getClientRects()[0];
                const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                const hit = document.elementFromPoint(x, y);
                if (!element.contains(hit)) return {{ problem: 'it is covered by ' + hit?.outerHTML.slice(0, 200) }};
                return {{ problem: null, x, y, scrolled: scrollY }};
            }})()",
            quoted(selector)
        );
        let spot: Spot = self.eval(&script).await;
        assert!(spot.problem.is_none(), "cannot press {selector}: {}", spot.problem.unwrap_or_default());
        spot
    }

    /// Presses and releases a key.
    pub async fn key(&self, Key(key, code, text): Key) {
        let event = |kind: &str| {
            let text = if kind == "keyUp" { "" } else { text };
            json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text })
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        self.devtools("Input.dispatchKeyEvent", event(down)).await;
        self.devtools("Input.dispatchKeyEvent", event("keyUp")).await;
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) {
        self.devtools("Input.insertText", json!({ "text": text })).await;
    }

    /// Presses Tab until the element has focus. Returns the scroll position of the page.
    pub async fn tab_to(&self, selector: &str) -> f64 {
        let there = format!("document.activeElement.matches({})", quoted(selector));
        for _ in 0..150 {
            self.key(Key::TAB).await;
            if self.eval(&there).await {
                return self.eval("scrollY").await;
            }
        }
        panic!("the Tab key does not lead to {selector}");
    }
}
