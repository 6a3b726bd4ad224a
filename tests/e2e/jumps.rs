//! No layout shifts: not when the app hydrates, nor when fonts, styles, pictures or the rest of the page arrive late.

use std::fs;
use std::time::Duration;

use crate::browser::{Browser, Device};
use crate::meter::{FRAMES, METER, TELL_WHEN_PAINTED, sum};
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, assets, dist, program};

/// The app hydrates the page while the reader looks at the element: nothing may move.
async fn hydration_moves_nothing(device: Device, before: &str) {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
    browser.before_each_page(&format!("{METER}{before}")).await;
    let program = program();
    let story = paper.reference().route().path();
    let scenes = [("/", "body"), ("/", ".carousel"), (&story, "body"), (&story, ".share"), (&story, ".carousel")];
    for (path, element) in scenes {
        server.treat(&program, Behaviour::Hold);
        // Otherwise the app would come from the cache.
        browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
        browser.load(&format!("{}{path}", server.origin())).await;
        let block = if element == "body" { "start" } else { "center" };
        browser.run(&format!("document.querySelector('{element}').scrollIntoView({{ block: '{block}' }})")).await;
        let pictures = "[...document.images].filter(i => (box => box.top < innerHeight && box.bottom > 0
            && box.left < innerWidth && box.right > 0)(i.getBoundingClientRect())).every(i => i.complete)";
        browser.until("the pictures in view have loaded", pictures).await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        assert!(!browser.eval::<bool>("document.documentElement.classList.contains('app')").await, "the app waits");
        server.mend(&program);
        browser.taken_over().await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        let jumped = sum(&browser).await;
        let what: serde_json::Value = browser.eval("jumps").await;
        assert!(jumped < 0.001, "{path} at {element} has shifted by {jumped}: {what:#}");
    }
    // The meter does detect shifts.
    browser.run("scrollTo(0, 0)").await;
    browser.run("document.querySelector('main').style.paddingTop = '120px'").await;
    browser.until("a shift is detected", "jumps.reduce((sum, jump) => sum + jump.value, 0) > 0.001").await;
}

/// The rest of the style arrives late, after fonts that are late, too. What is in view has its style and keeps its line
/// breaks; what follows a story waits.
#[tokio::test]
async fn a_late_stylesheet_causes_no_layout_shift() {
    let (styles, fonts) = (assets(".css"), assets(".woff2"));
    let windows = [
        (Device::Phone, 360, 740),
        (Device::Phone, 412, 823),
        (Device::Desktop, 1280, 900),
        (Device::Desktop, 1280, 2600),
    ];
    for (device, width, height) in windows {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.resize(width, height).await;
        browser.before_each_page(&format!("{METER}{TELL_WHEN_PAINTED}")).await;
        server.treat("/painted", Behaviour::Status(204));
        let shortest = paper.stories().min_by_key(|story| story.body.len()).expect("a story");
        for (kind, path) in paper.kinds().into_iter().chain([("the shortest story", shortest.route().path())]) {
            fonts.iter().chain(&styles).for_each(|file| server.treat(file, Behaviour::Hold));
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            server.forget();
            let late = async {
                browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
                let is_held =
                    |style: &String| server.asked_for(style).iter().any(|asked| asked.outcome == Outcome::UnderWay);
                let held = || styles.iter().any(is_held);
                browser.wait("its style is requested", held).await;
                fonts.iter().for_each(|font| server.mend(font));
                // A preloaded font that is late is given up, and requested again.
                let come =
                    |font: &String| server.asked_for(font).iter().all(|asked| asked.outcome != Outcome::UnderWay);
                browser.wait("the fonts have arrived", || fonts.iter().all(come)).await;
                styles.iter().for_each(|style| server.mend(style));
            };
            tokio::join!(browser.open(&server, &path), late);
            browser
                .until(
                    "the style is applied",
                    "getComputedStyle(document.getElementById('reading')).position === 'fixed'",
                )
                .await;
            assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
            let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
            assert!(jumped < 0.001, "{kind} has shifted by {jumped} in a window of {width} × {height}: {what:#}");
            assert!(
                browser
                    .eval::<bool>("document.querySelector('.footer').checkVisibility({ visibilityProperty: true })")
                    .await
            );
            // Otherwise the next page's log would have its request for a font.
            browser.until("the app has the fonts", "document.documentElement.matches('.letters')").await;
        }
    }
}

/// A network may deliver a page in pieces: the browser paints what it has, and the rest moves nothing when it arrives.
#[tokio::test]
async fn a_page_that_arrives_in_pieces_causes_no_layout_shift() {
    // At the first two cuts nothing should be painted yet; from the others on it may be.
    let cuts = ["<form class=\"search-field", "<a class=\"tool saved-link", "<main", "<h1", "<p", "<footer"];
    for (device, width, height) in [(Device::Phone, 360, 740), (Device::Desktop, 1280, 900)] {
        let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(device).await);
        browser.resize(width, height).await;
        browser.before_each_page(METER).await;
        for path in ["/", paper.reference().route().path().as_str(), "/about/"] {
            let html = page(path);
            let body = html.find("<body").expect("a body");
            for cut in cuts {
                let Some(at) = html[body..].find(cut).map(|at| body + at) else { panic!("{path} has no {cut}") };
                server.treat(path, Behaviour::Pieces(html[..at].into(), html[at..].into()));
                let rest = async {
                    let has_come = || !server.asked_for(path).is_empty();
                    browser.wait("the page is requested", has_come).await;
                    // Long enough for the browser to paint what it has. On a slower machine the test detects less, but
                    // does not fail.
                    tokio::time::sleep(Duration::from_millis(600)).await;
                    server.mend(path);
                };
                server.forget();
                tokio::join!(browser.open(&server, path), rest);
                assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
                let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
                assert!(jumped < 0.001, "{device:?}: {path}, cut at {cut}, has shifted by {jumped}: {what:#}");
            }
        }
    }
}

/// A stylesheet that never arrives does not do much harm either.
#[tokio::test]
async fn without_the_second_stylesheet_a_story_is_readable_and_what_follows_is_shown_eventually() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    assets(".css").iter().for_each(|style| server.treat(style, Behaviour::Drop));
    browser.open(&server, &paper.reference().route().path()).await;
    let seen = |part: &str| format!("document.querySelector('{part}').checkVisibility({{ visibilityProperty: true }})");
    assert!(browser.eval::<bool>(&seen("#text")).await);
    let text = "getComputedStyle(document.querySelector('#text p')).fontFamily.startsWith('Literata')";
    assert!(browser.eval::<bool>(text).await, "the text has its style");
    for part in [".share-panel", ".follow", ".related", ".carousel", ".footer"] {
        browser.until("what follows the story is shown", &seen(part)).await;
    }
}

#[tokio::test]
async fn the_space_of_a_picture_is_reserved_before_it_loads() {
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
        assert!(before.len() > 3, "pictures are loading: {before:?}");
        assert!(before.iter().all(|(width, height)| *width > 90.0 && *height > 50.0), "{device:?}: {before:?}");
        // The picture touches the edge of its card: the other children of its element take up no space.
        let gaps = "[...document.querySelectorAll('main .card-picture')].map(picture => {
            const [own, card] = [picture, picture.closest('.card')].map(element => element.getBoundingClientRect());
            return Math.min(Math.abs(own.left - card.left), Math.abs(own.right - card.right)); })";
        let gaps: Vec<f64> = browser.eval(gaps).await;
        assert!(gaps.iter().all(|gap| *gap < 1.0), "{device:?}: {gaps:?}");
        browser.run("jumps.length = 0").await;
        pictures.iter().for_each(|picture| server.mend(picture));
        browser
            .until("the first picture has loaded", "document.querySelector('.cards-opener img').naturalWidth > 0")
            .await;
        assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
        let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
        assert!(jumped < 0.001, "{device:?} has shifted by {jumped}: {what:#}");
    }
}

/// The pressed page at `path`.
fn page(path: &str) -> String {
    fs::read_to_string(dist().join(path.trim_start_matches('/')).join("index.html")).expect("a pressed page")
}

#[tokio::test]
async fn hydration_causes_no_layout_shift_on_a_phone() {
    hydration_moves_nothing(Device::Phone, "").await;
}

#[tokio::test]
async fn hydration_causes_no_layout_shift_on_a_desktop() {
    hydration_moves_nothing(Device::Desktop, "").await;
}

#[tokio::test]
async fn hydration_causes_no_layout_shift_with_a_share_sheet() {
    hydration_moves_nothing(Device::Phone, "navigator.share = async () => {};").await;
}

/// A returning reader with changed settings, for whom every story is new, and who has begun the reference story.
fn returning_reader() -> String {
    let story = Paper::read().reference().route().path();
    format!(
        "localStorage.reading = 'theme=sepia;contrast=more;size=5;width=wide;spacing=loose';
        localStorage.visited = '1'; localStorage.places = '{story} 4';"
    )
}

#[tokio::test]
async fn hydration_causes_no_layout_shift_for_a_returning_reader_on_a_phone() {
    hydration_moves_nothing(Device::Phone, &returning_reader()).await;
}

#[tokio::test]
async fn hydration_causes_no_layout_shift_for_a_returning_reader_on_a_desktop() {
    hydration_moves_nothing(Device::Desktop, &returning_reader()).await;
}
