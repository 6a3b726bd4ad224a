//! Nothing sticks out, nothing jumps, no id stands twice.

use std::fs;

use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, dist, program};

async fn no_kind_of_page_scrolls_sideways(device: Device, widths: [u32; 4]) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        for width in widths {
            browser.resize(width, 800).await;
            browser
                .until(
                    "the window has its size",
                    &format!("innerWidth === {width} || document.documentElement.scrollWidth > {width}"),
                )
                .await;
            let (wide, room): (f64, f64) =
                browser.eval("[document.documentElement.scrollWidth, document.documentElement.clientWidth]").await;
            let culprits = "[...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .filter(e => !e.closest('.carousel-row, .section-nav ul, .table')).slice(0, 5).map(e => e.outerHTML.slice(0, 160))";
            let culprits: Vec<String> = browser.eval(culprits).await;
            assert!(wide <= room, "{kind} is {wide} wide in a window of {room}: {culprits:#?}");
            // A desktop's scroll bar takes its room.
            assert!((f64::from(width) - room) <= 15.0, "{kind} was laid out for {width}, not {room}");
        }
    }
}

#[tokio::test]
async fn no_kind_of_page_scrolls_sideways_on_a_phone() {
    no_kind_of_page_scrolls_sideways(Device::Phone, [320, 360, 412, 768]).await;
}

#[tokio::test]
async fn no_kind_of_page_scrolls_sideways_on_a_desktop() {
    no_kind_of_page_scrolls_sideways(Device::Desktop, [320, 768, 1024, 1440]).await;
}

#[tokio::test]
async fn no_id_stands_twice_on_a_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        let twice =
            "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)";
        let twice: Vec<String> = browser.eval(twice).await;
        assert!(twice.is_empty(), "{kind}: {twice:?}");
        let ids: usize = browser.eval("document.querySelectorAll('[id]').length").await;
        assert!(ids >= 2, "{kind} has ids at all");
        let empty =
            "[...document.querySelectorAll('aside, section, nav, figure, ul, ol')].filter(e => !e.textContent.trim())
            .map(e => e.outerHTML)";
        let empty: Vec<String> = browser.eval(empty).await;
        assert!(empty.is_empty(), "{kind} has parts with nothing in them: {empty:?}");
        // What an attribute refers to by id is there.
        let dangling = "[...document.querySelectorAll('[aria-labelledby]')].map(e => e.getAttribute('aria-labelledby'))
            .filter(id => !document.getElementById(id))";
        let dangling: Vec<String> = browser.eval(dangling).await;
        assert!(dangling.is_empty(), "{kind}: {dangling:?}");
    }
}

/// Adds up how much the page has jumped; what has jumped is kept for the report.
const METER: &str = "window.jumps = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
    jumps.push({ value: entry.value, of: entry.sources.map(source => source.node?.outerHTML?.slice(0, 120) ?? String(source.node?.nodeName)) })))
    .observe({ type: 'layout-shift', buffered: true });";

const FRAMES: &str = "new Promise(done => { let left = 6; const next = () => left-- ? requestAnimationFrame(next) : done(true); next(); })";

async fn sum(browser: &Browser) -> f64 {
    browser.eval("jumps.reduce((sum, jump) => sum + jump.value, 0)").await
}

/// The app takes over while the reader looks at the element: nothing may move.
async fn taking_over_moves_nothing(device: Device, before: &str) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    browser.before_each_page(&format!("{METER}{before}")).await;
    let program = program();
    let story = paper.reference().route().path();
    let scenes = [("/", "body"), ("/", ".carousel"), (&story, "body"), (&story, ".share"), (&story, ".carousel")];
    for (path, element) in scenes {
        server.treat(&program, Behaviour::Hold);
        // The cache would have it.
        browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
        browser.load(&format!("{}{path}", server.origin())).await;
        let block = if element == "body" { "start" } else { "center" };
        browser.run(&format!("document.querySelector('{element}').scrollIntoView({{ block: '{block}' }})")).await;
        let pictures = "[...document.images].filter(i => (box => box.top < innerHeight && box.bottom > 0
            && box.left < innerWidth && box.right > 0)(i.getBoundingClientRect())).every(i => i.complete)";
        browser.until("the pictures in view are there", pictures).await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
        server.mend(&program);
        browser.hydrated().await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        let jumped = sum(&browser).await;
        let what: serde_json::Value = browser.eval("jumps").await;
        assert!(jumped < 0.001, "{path} at {element} has jumped by {jumped}: {what:#}");
    }
    // The meter does measure.
    browser.run("scrollTo(0, 0)").await;
    browser.run("document.querySelector('main').style.paddingTop = '120px'").await;
    browser.until("a jump is noticed", "jumps.reduce((sum, jump) => sum + jump.value, 0) > 0.001").await;
}

/// While a page loads, nothing can be asked of it: it tells the server.
const TELL_WHEN_PAINTED: &str = "new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
    .forEach(() => fetch('/painted'))).observe({ type: 'paint', buffered: true });";

/// The font comes late, or not at all: the page keeps the lines it has.
#[tokio::test]
async fn a_late_font_moves_nothing() {
    for device in Device::BOTH {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.before_each_page(&format!("{METER}{TELL_WHEN_PAINTED}")).await;
        server.treat("/painted", Behaviour::Status(204));
        let fonts = assets(".woff2");
        assert_eq!(fonts.len(), 2);
        let story = paper.reference().route().path();
        for path in ["/", story.as_str()] {
            fonts.iter().for_each(|font| server.treat(font, Behaviour::Hold));
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            server.forget();
            // They come when the page has been painted without them.
            let late = async {
                browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
                assert!(fonts.iter().any(|font| !server.asked_for(font).is_empty()), "a font is on its way");
                fonts.iter().for_each(|font| server.mend(font));
            };
            tokio::join!(browser.open(&server, path), late);
            browser.until("the fonts are there", "document.fonts.status === 'loaded'").await;
            assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
            let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
            assert!(jumped < 0.001, "{path} has jumped by {jumped}: {what:#}");
        }
    }
}

/// The whole stylesheet comes late: what is seen has its style, what lies below a story waits for it.
#[tokio::test]
async fn a_late_stylesheet_moves_nothing() {
    let style = asset(".css");
    for (device, height) in [(Device::Phone, 740), (Device::Desktop, 900), (Device::Desktop, 2600)] {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.resize(if device == Device::Phone { 360 } else { 1280 }, height).await;
        browser.before_each_page(&format!("{METER}{TELL_WHEN_PAINTED}")).await;
        server.treat("/painted", Behaviour::Status(204));
        for (kind, path) in paper.kinds() {
            server.treat(&style, Behaviour::Hold);
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            server.forget();
            let late = async {
                browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
                let held = || server.asked_for(&style).iter().any(|asked| asked.outcome == Outcome::UnderWay);
                browser.wait("its style is on its way", held).await;
                server.mend(&style);
            };
            tokio::join!(browser.open(&server, &path), late);
            browser
                .until(
                    "the style is there",
                    "getComputedStyle(document.getElementById('reading')).position === 'fixed'",
                )
                .await;
            assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
            let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
            assert!(jumped < 0.001, "{kind} has jumped by {jumped} in a window of {height}: {what:#}");
            assert!(
                browser
                    .eval::<bool>("document.querySelector('.footer').checkVisibility({ visibilityProperty: true })")
                    .await
            );
        }
    }
}

/// Nor does it matter much if it does not come at all.
#[tokio::test]
async fn without_the_whole_stylesheet_a_story_is_read_and_what_lies_below_it_is_shown_in_the_end() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    server.treat(&asset(".css"), Behaviour::Drop);
    browser.open(&server, &paper.reference().route().path()).await;
    let seen = |part: &str| format!("document.querySelector('{part}').checkVisibility({{ visibilityProperty: true }})");
    assert!(browser.eval::<bool>(&seen("#text")).await);
    let text = "getComputedStyle(document.querySelector('#text p')).fontFamily.startsWith('Literata')";
    assert!(browser.eval::<bool>(text).await, "the text has its style");
    for part in [".related", ".carousel", ".footer"] {
        browser.until("what lies below is shown", &seen(part)).await;
    }
}

#[tokio::test]
async fn a_picture_has_its_room_before_it_comes() {
    let section = Paper::read().largest_section().section.clone();
    for device in Device::BOTH {
        let (server, browser) = (Server::start(), Browser::start(device).await);
        browser.before_each_page(METER).await;
        browser.open(&server, "/about/").await;
        let pictures = assets(".avif");
        pictures.iter().for_each(|picture| server.treat(picture, Behaviour::Hold));
        browser.press(&format!(".section-nav a[href='/{section}/']")).await;
        browser.until("the section is there", "document.querySelector('.cards-opener') !== null").await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        let boxes = "[...document.querySelectorAll('main .card-picture')].filter(picture => !picture.complete)
            .map(picture => (box => [box.width, box.height])(picture.getBoundingClientRect()))";
        let before: Vec<(f64, f64)> = browser.eval(boxes).await;
        assert!(before.len() > 3, "pictures are on their way: {before:?}");
        assert!(before.iter().all(|(width, height)| *width > 90.0 && *height > 50.0), "{device:?}: {before:?}");
        // At the edge of its card: what else a picture element holds takes no room.
        let gaps = "[...document.querySelectorAll('main .card-picture')].map(picture => {
            const [own, card] = [picture, picture.closest('.card')].map(element => element.getBoundingClientRect());
            return Math.min(Math.abs(own.left - card.left), Math.abs(own.right - card.right)); })";
        let gaps: Vec<f64> = browser.eval(gaps).await;
        assert!(gaps.iter().all(|gap| *gap < 1.0), "{device:?}: {gaps:?}");
        browser.run("jumps.length = 0").await;
        pictures.iter().for_each(|picture| server.mend(picture));
        browser
            .until("the first picture is there", "document.querySelector('.cards-opener img').naturalWidth > 0")
            .await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
        assert!(jumped < 0.001, "{device:?} has jumped by {jumped}: {what:#}");
    }
}

/// The address of the file in `assets/` whose name ends so.
fn asset(ending: &str) -> String {
    assets(ending).pop().expect("such a file")
}

/// The addresses of all files in `assets/` whose names end so.
fn assets(ending: &str) -> Vec<String> {
    let files = fs::read_dir(dist().join("assets")).expect("the assets");
    let names = files.map(|file| format!("/assets/{}", file.expect("an asset").file_name().to_string_lossy()));
    names.filter(|name| name.ends_with(ending)).collect()
}

#[tokio::test]
async fn taking_over_moves_nothing_on_a_phone() {
    taking_over_moves_nothing(Device::Phone, "").await;
}

#[tokio::test]
async fn taking_over_moves_nothing_on_a_desktop() {
    taking_over_moves_nothing(Device::Desktop, "").await;
}

#[tokio::test]
async fn taking_over_moves_nothing_where_there_is_a_share_sheet() {
    taking_over_moves_nothing(Device::Phone, "navigator.share = async () => {};").await;
}

/// A reader with settings of their own, for whom everything is new, and who has begun to read the reference story.
fn known_reader() -> String {
    let story = Paper::read().reference().route().path();
    format!(
        "localStorage.reading = 'theme=sepia;contrast=more;size=5;width=wide;spacing=loose';
        localStorage.visited = '1'; localStorage.places = '{story} 4';"
    )
}

#[tokio::test]
async fn taking_over_moves_nothing_for_a_known_reader_on_a_phone() {
    taking_over_moves_nothing(Device::Phone, &known_reader()).await;
}

#[tokio::test]
async fn taking_over_moves_nothing_for_a_known_reader_on_a_desktop() {
    taking_over_moves_nothing(Device::Desktop, &known_reader()).await;
}

#[tokio::test]
async fn until_the_app_has_taken_over_the_page_is_a_plain_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    server.treat(&program(), Behaviour::Hold);
    let story = paper.reference();
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser.mark().await;
    browser.press(".section-nav a[href='/war/']").await;
    browser.shows("War").await;
    assert!(!browser.view().await.marked, "the browser has loaded the page");

    // The same where there will never be a program.
    server.treat(&program(), Behaviour::Status(500));
    browser.load(&format!("{}{}", server.origin(), story.route().path())).await;
    browser
        .wait("the program is asked for", || {
            server.asked_for(&program()).iter().any(|asked| asked.outcome == Outcome::Answered(500))
        })
        .await;
    let unseen =
        "[...document.querySelectorAll('.needs-app')].every(e => !e.checkVisibility({ visibilityProperty: true }))";
    browser.until("what needs the app goes", unseen).await;
    browser.press(".breadcrumb li:first-child a").await;
    browser.shows("The Odessa Journal").await;
}
