//! Nothing jumps: not when the app takes over, not when fonts, styles, pictures or the rest of the page come late.

use std::fs;
use std::time::Duration;

use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::{Behaviour, Outcome, Server, dist, program};

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

/// A page that was painted without the font keeps the fallback; the next one in the app is set in the font.
#[tokio::test]
async fn a_font_that_came_late_is_there_on_the_next_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    browser.before_each_page(&format!("{METER}{TELL_WHEN_PAINTED}")).await;
    server.treat("/painted", Behaviour::Status(204));
    let fonts = assets(".woff2");
    fonts.iter().for_each(|font| server.treat(font, Behaviour::Hold));
    let late = async {
        browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
        fonts.iter().for_each(|font| server.mend(font));
    };
    tokio::join!(browser.open(&server, "/"), late);
    browser.mark().await;
    browser.until("the font is there", "document.documentElement.matches('.letters')").await;
    // How wide it is tells the font: no two of those that may be used are alike.
    let set =
        "(span => { span.style = 'font: 100px var(--serif); position: fixed'; span.textContent = 'Odessa Journal';
        document.body.append(span); const { width } = span.getBoundingClientRect(); span.remove();
        return Math.round(width); })(document.createElement('span'))";
    let wide = |family: &str| {
        let family = format!("document.documentElement.style.setProperty('--serif', '{family}')");
        set.replace("document.body.append(span);", &format!("document.body.append(span); {family};"))
            .replace("span.remove();", "span.remove(); document.documentElement.style.removeProperty('--serif');")
    };
    let literata: u32 = browser.eval(&wide("Literata Later")).await;
    let fallback: u32 = browser.eval(set).await;
    assert_ne!(fallback, literata, "the page keeps what it was painted with");
    assert!(sum(&browser).await < 0.001);
    browser.press(".footer a[href='/about/']").await;
    crate::arrival::arrived_at_top(&browser, &paper, "/about/").await;
    assert_eq!(browser.eval::<u32>(set).await, literata, "the next page has the font");
    assert!(
        sum(&browser).await < 0.001,
        "and nothing has jumped: {:#}",
        browser.eval::<serde_json::Value>("jumps").await
    );
    assert_eq!(fonts.iter().map(|font| server.asked_for(font).len()).max(), Some(1), "no font is fetched twice");
}

/// Who was here before has the font from the start: the page waits for it, since it is in the cache. Who was not, waits for
/// nothing.
#[tokio::test]
async fn a_reader_who_comes_again_has_the_font_from_the_start() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let preloads =
        "[...document.querySelectorAll('link[rel=preload][as=font]')].map(link => new URL(link.href).pathname)";
    browser.open(&server, "/").await;
    assert_eq!(browser.eval::<Vec<String>>(preloads).await, [""; 0]);
    browser.until("the font is there", "document.documentElement.matches('.letters')").await;
    server.forget();
    browser.open(&server, &paper.reference().route().path()).await;
    let preloaded: Vec<String> = browser.eval(preloads).await;
    assert_eq!(preloaded.len(), 1, "what the first page was set in: {preloaded:?}");
    assert!(preloaded[0].starts_with("/assets/literata-latin."), "{preloaded:?}");
    browser.devtools("DOM.enable", serde_json::json!({})).await;
    browser.devtools("CSS.enable", serde_json::json!({})).await;
    let document = browser.devtools("DOM.getDocument", serde_json::json!({ "depth": 0 })).await;
    let headline = serde_json::json!({ "nodeId": document["root"]["nodeId"], "selector": "h1" });
    let headline = browser.devtools("DOM.querySelector", headline).await;
    let fonts = browser.devtools("CSS.getPlatformFontsForNode", headline).await;
    assert_eq!(fonts["fonts"][0]["familyName"], "Literata", "{fonts}");
    assert!(server.asked_for(&preloaded[0]).is_empty(), "from the cache");
}

/// The whole stylesheet comes late, after the fonts, which are late, too: what is seen has its style and keeps its lines,
/// what lies below a story waits.
#[tokio::test]
async fn a_late_stylesheet_moves_nothing() {
    let (style, fonts) = (asset(".css"), assets(".woff2"));
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
        for (kind, path) in paper.kinds() {
            fonts.iter().chain([&style]).for_each(|file| server.treat(file, Behaviour::Hold));
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            server.forget();
            let late = async {
                browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
                let held = || server.asked_for(&style).iter().any(|asked| asked.outcome == Outcome::UnderWay);
                browser.wait("its style is on its way", held).await;
                fonts.iter().for_each(|font| server.mend(font));
                let come =
                    |font: &String| server.asked_for(font).iter().all(|asked| asked.outcome == Outcome::Answered(200));
                browser.wait("the fonts have come", || fonts.iter().all(come)).await;
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
            assert!(jumped < 0.001, "{kind} has jumped by {jumped} in a window of {width} × {height}: {what:#}");
            assert!(
                browser
                    .eval::<bool>("document.querySelector('.footer').checkVisibility({ visibilityProperty: true })")
                    .await
            );
        }
    }
}

/// A network may cut a page anywhere: the browser paints what it has, and the rest moves nothing when it comes.
#[tokio::test]
async fn a_page_that_comes_in_pieces_moves_nothing() {
    // Inside the first two, nothing is to be painted yet; from the others on it may.
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
                    browser.wait("the page is asked for", has_come).await;
                    // Long enough for a browser that would paint what it has.
                    tokio::time::sleep(Duration::from_millis(600)).await;
                    server.mend(path);
                };
                server.forget();
                tokio::join!(browser.open(&server, path), rest);
                assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
                let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
                assert!(jumped < 0.001, "{device:?}: {path}, cut at {cut}, has jumped by {jumped}: {what:#}");
            }
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

/// The pressed page at `path`.
fn page(path: &str) -> String {
    fs::read_to_string(dist().join(path.trim_start_matches('/')).join("index.html")).expect("a pressed page")
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
