//! Fonts that arrive late: no line is broken again, and the next page uses them.

use crate::arrival::arrived_at_top;
use crate::browser::{Browser, Device};
use crate::meter::{FRAMES, METER, TELL_WHEN_PAINTED, sum};
use crate::paper::Paper;
use crate::server::{Behaviour, Server, assets};

/// When the font arrives late, the page keeps its line breaks.
#[tokio::test]
async fn a_late_font_causes_no_layout_shift() {
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
            // They arrive after the page has been painted without them.
            let late = async {
                browser.wait("the page is painted", || !server.asked_for("/painted").is_empty()).await;
                assert!(fonts.iter().any(|font| !server.asked_for(font).is_empty()), "a font is on its way");
                fonts.iter().for_each(|font| server.mend(font));
            };
            tokio::join!(browser.open(&server, path), late);
            browser.until("the fonts have loaded", "document.fonts.status === 'loaded'").await;
            assert!(browser.eval::<bool>(FRAMES).await, "the page is drawn");
            let (jumped, what) = (sum(&browser).await, browser.eval::<serde_json::Value>("jumps").await);
            assert!(jumped < 0.001, "{path} has shifted by {jumped}: {what:#}");
        }
    }
}

/// A page that was painted without the font keeps the fallback; the next page in the app uses the font.
#[tokio::test]
async fn a_late_font_is_used_on_the_next_page() {
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
    browser.until("the font has loaded", "document.documentElement.matches('.letters')").await;
    // The width of a text identifies the font: all candidates have different widths.
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
    arrived_at_top(&browser, &paper, "/about/").await;
    assert_eq!(browser.eval::<u32>(set).await, literata, "the next page has the font");
    assert!(
        sum(&browser).await < 0.001,
        "and nothing has shifted: {:#}",
        browser.eval::<serde_json::Value>("jumps").await
    );
    assert_eq!(fonts.iter().map(|font| server.asked_for(font).len()).max(), Some(1), "no font is fetched twice");
}

/// For a returning reader the font is in the cache, so the page waits for it. For a first-time reader it does not.
#[tokio::test]
async fn a_returning_reader_has_the_font_from_the_start() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Phone).await);
    let preloads =
        "[...document.querySelectorAll('link[rel=preload][as=font]')].map(link => new URL(link.href).pathname)";
    browser.open(&server, "/").await;
    assert_eq!(browser.eval::<Vec<String>>(preloads).await, [""; 0]);
    browser.until("the font has loaded", "document.documentElement.matches('.letters')").await;
    server.forget();
    browser.open(&server, &paper.reference().route().path()).await;
    let preloaded: Vec<String> = browser.eval(preloads).await;
    assert_eq!(preloaded.len(), 1, "the font of the first page: {preloaded:?}");
    assert!(preloaded[0].starts_with("/assets/literata-latin."), "{preloaded:?}");
    browser.devtools("DOM.enable", serde_json::json!({})).await;
    browser.devtools("CSS.enable", serde_json::json!({})).await;
    let document = browser.devtools("DOM.getDocument", serde_json::json!({ "depth": 0 })).await;
    let headline = serde_json::json!({ "nodeId": document["root"]["nodeId"], "selector": "h1" });
    let headline = browser.devtools("DOM.querySelector", headline).await;
    let fonts = browser.devtools("CSS.getPlatformFontsForNode", headline).await;
    assert_eq!(fonts["fonts"][0]["familyName"], "Literata", "{fonts}");
    assert!(server.asked_for(&preloaded[0]).is_empty(), "it comes from the cache");
}
