//! The app hydrates the pressed page without leaving a trace.

use crate::browser::{Browser, Device};
use crate::paper::Paper;
use crate::server::Server;

/// The pressed page as the host sent it and the live page, both without the parts that the app is meant to change.
const PRESSED_AND_LIVE: &str = "fetch(location.href).then(answer => answer.text()).then(html => {
    const tidy = page => {
        const paper = page.querySelector('.paper').cloneNode(true);
        // The app enables and disables buttons.
        paper.querySelectorAll('[disabled]').forEach(button => button.removeAttribute('disabled'));
        // Saved stories and reading progress belong to the reader.
        paper.querySelectorAll('#saved-list > *, .read-progress').forEach(own => own.remove());
        // In the margin the contents are open, which only the app can tell screen readers.
        paper.querySelectorAll('.menu details').forEach(own => own.removeAttribute('open'));
        // With scripts off, the content of noscript is elements; with scripts on, it is text.
        paper.querySelectorAll('noscript').forEach(other => other.remove());
        const words = paper.querySelector('main').textContent;
        const outline = [...paper.querySelectorAll('*')].map(e =>
            e.localName + [...e.attributes].map(a => ` ${a.name}=${a.value}`).sort().join(''));
        return { words, outline };
    };
    return [tidy(new DOMParser().parseFromString(policy().createHTML(html), 'text/html')), tidy(document)];
})";

#[derive(serde::Deserialize)]
struct Tidy {
    words: String,
    outline: Vec<String>,
}

#[tokio::test]
async fn every_kind_of_page_reads_the_same_before_and_after_hydration() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    for (kind, path) in paper.kinds() {
        browser.open(&server, &path).await;
        let [pressed, live]: [Tidy; 2] = browser.eval(PRESSED_AND_LIVE).await;
        assert!(pressed.words.len() > 150, "{kind} has a text");
        assert_eq!(pressed.words, live.words, "{kind} reads the same once the app has hydrated");
        let differences: Vec<_> =
            pressed.outline.iter().zip(&live.outline).filter(|(one, other)| one != other).collect();
        assert!(differences.is_empty(), "{kind} has changed: {differences:#?}");
        assert_eq!(pressed.outline.len(), live.outline.len(), "{kind} has the same number of elements");
    }
}

#[tokio::test]
async fn a_page_reached_inside_the_app_reads_like_the_loaded_page() {
    let (server, paper, browser) = (Server::start(), Paper::read(), Browser::start(Device::Desktop).await);
    for (kind, path) in paper.kinds() {
        if path == crate::paper::NOWHERE {
            continue;
        }
        let start = if path == "/" { "/about/" } else { "/" };
        browser.open(&server, start).await;
        browser.mark().await;
        let go = format!(
            "(() => {{ const link = document.createElement('a'); link.href = '{path}';
                document.querySelector('main').append(link); link.click(); link.remove(); }})()"
        );
        browser.run(&go).await;
        crate::arrival::arrived(&browser, &paper, &path).await;
        let [pressed, live]: [Tidy; 2] = browser.eval(PRESSED_AND_LIVE).await;
        // Pressed pages may have white space where the live page has none.
        let words = |tidy: &Tidy| tidy.words.split_whitespace().collect::<String>();
        assert_eq!(words(&pressed), words(&live), "{kind} reads the same when reached inside the app");
    }
}
