//! Takes the screenshots in docs/screenshots: every kind of page on a phone, a tablet and a desktop, light and dark,
//! and the parts of a page. `make screenshots` builds the site and replaces them all. An argument names another folder
//! to write to.
//!
//! This is not a test: it asserts nothing. It shares the browser and the server of the end-to-end tests.
#![allow(clippy::expect_used, reason = "a picture that cannot be taken ends the program")]
#![allow(dead_code, reason = "shared modules: the end-to-end tests use all of them, the screenshots only a part")]

#[path = "../e2e/browser.rs"]
mod browser;
#[path = "../e2e/host.rs"]
mod host;
#[path = "../e2e/paper.rs"]
mod paper;
#[path = "../e2e/server.rs"]
mod server;
#[path = "../e2e/service.rs"]
mod service;

use std::path::{Path, PathBuf};
use std::{env, fs};

use journal::model::Article;
use serde_json::json;

use browser::{Browser, Device};
use paper::{NOWHERE, Paper};
use server::Server;

/// Screen sizes in CSS pixels.
const SCREENS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1024, 768), (1440, 900)];

/// Pages are cut off at this height: the rest is more of the same.
const LONGEST: f64 = 2400.0;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let (server, paper) = (Server::start(), Paper::read());
    let author = paper.reference().authors.first().expect("an author").slug.clone();
    let path = |article: &Article| article.route().path();
    let pages = [
        ("front", String::from("/")),
        ("section", format!("/{}/", paper.largest_section().section)),
        ("story", path(paper.reference())),
        ("story-plain", path(paper.annotated_story())),
        ("story-ukrainian", path(paper.story("in Ukrainian", |article| article.language.is_some()))),
        ("author", format!("/author/{author}/")),
        ("search", String::from("/search/")),
        ("saved", String::from("/saved/")),
        ("about", String::from("/about/")),
        ("missing", String::from(NOWHERE)),
    ];
    for (width, height) in SCREENS {
        let device = if width < 600 { Device::Phone } else { Device::Desktop };
        let browser = Browser::start(device).await;
        browser.resize(width, height).await;
        for theme in ["light", "dark"] {
            let feature = json!({ "name": "prefers-color-scheme", "value": theme });
            browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await;
            for (name, path) in &pages {
                browser.open(&server, path).await;
                let file = folder.join(format!("{name}-{width}-{theme}.jpg"));
                fs::write(&file, picture(&browser, width).await).expect("a place for the picture");
                println!("{}", file.display());
            }
        }
    }
    parts(&server, &paper, &folder).await;
}

/// Takes each part on a desktop. For each: its name, its page, its selectors, and the script that opens it.
async fn parts(server: &Server, paper: &Paper, folder: &Path) {
    let browser = Browser::start(Device::Desktop).await;
    let path = |article: &Article| article.route().path();
    let text_with = |what: &str| path(paper.story(what, |article| article.body.contains(what)));
    let (front, story) = (String::from("/"), path(paper.reference()));
    let long = path(paper.story("with contents", |article| !article.contents.is_empty()));
    let (quote, table) = (text_with("class=\"pull-quote\""), text_with("<table>"));
    let notes = path(paper.annotated_story());
    let parts = [
        ("masthead", &front, ".masthead", ""),
        ("lead", &front, ".front-top", ""),
        ("cards", &front, ".latest .cards", ""),
        ("ranking", &front, ".carousel", ""),
        ("strip", &front, ".strip", ""),
        ("story-head", &story, ".story-head, .standfirst, .meta", ""),
        ("share", &story, ".share", ""),
        ("byline", &story, ".byline", ""),
        ("contents", &long, ".menu", ""),
        ("pull-quote", &quote, ".pull-quote", ""),
        ("table", &table, ".table", ""),
        ("footnotes", &notes, ".footnotes", ""),
        ("pagination", &front, ".pagination", ""),
        ("footer", &front, ".footer", ""),
        ("panel", &front, "#reading", "document.getElementById('reading').showPopover()"),
        ("help", &front, "#help", "document.getElementById('help').showModal()"),
    ];
    for (name, path, selector, open) in parts {
        browser.open(server, path).await;
        if !open.is_empty() {
            browser.run(open).await;
        }
        all_is_there(&browser).await;
        // One part, or several that are seen as one.
        let count = selector.split(',').count();
        let place = format!(
            "(boxes => {{
                const [left, top] = ['left', 'top'].map(side => Math.min(...boxes.map(box => box[side])));
                const [right, bottom] = ['right', 'bottom'].map(side => Math.max(...boxes.map(box => box[side])));
                const [x, y] = [Math.max(0, left - 12), Math.max(0, top + scrollY - 12)];
                return {{ x, y, width: Math.min(innerWidth, right + 12) - x, height: bottom + scrollY + 12 - y }};
            }})([...document.querySelectorAll('{selector}')].slice(0, {count}).map(part => part.getBoundingClientRect()))"
        );
        let mut clip: serde_json::Value = browser.eval(&place).await;
        clip["scale"] = json!(0.75);
        let file = folder.join(format!("part-{name}.jpg"));
        fs::write(&file, taken(&browser, clip).await).expect("a place for the picture");
        println!("{}", file.display());
    }
}

/// Fetches lazy pictures and waits until all pictures and fonts have loaded.
async fn all_is_there(browser: &Browser) {
    browser.run("document.querySelectorAll('img[loading=lazy]').forEach(img => { img.loading = 'eager' })").await;
    browser.until("all pictures have loaded", "[...document.images].every(img => img.complete)").await;
    browser.until("the fonts have loaded", "document.fonts.status === 'loaded'").await;
}

/// The page down to [`LONGEST`], as a JPEG file.
async fn picture(browser: &Browser, width: u32) -> Vec<u8> {
    all_is_there(browser).await;
    let height = browser.eval::<f64>("document.documentElement.scrollHeight").await.min(LONGEST);
    // A wide page only needs to give an overview; on a phone every pixel counts.
    let scale = if width < 600 { 1.0 } else { 0.6 };
    taken(browser, json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": scale })).await
}

/// The part `clip` of a page, as a JPEG file.
async fn taken(browser: &Browser, clip: serde_json::Value) -> Vec<u8> {
    let wanted = json!({ "format": "jpeg", "quality": 55, "captureBeyondViewport": true, "clip": clip });
    let taken = browser.devtools("Page.captureScreenshot", wanted).await;
    let data = taken.get("data").and_then(serde_json::Value::as_str).expect("a picture in base64");
    // Let the browser decode the base64.
    browser.eval(&format!("Array.from(atob({}), letter => letter.charCodeAt(0))", browser::quoted(data))).await
}
