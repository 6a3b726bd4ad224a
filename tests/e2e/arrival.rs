//! The navigation contract: what must be true after every move inside the app.

use journal::head::Head;
use journal::model::Document;

use crate::browser::{Browser, View};
use crate::paper::Paper;

/// Waits until the page at `path` has been announced, and checks the whole contract except the scroll position.
pub async fn arrived(browser: &Browser, paper: &Paper, path: &str) -> View {
    let document = paper.document(path);
    let title = Head::of(&paper.site, document).title;
    let view = announced(browser, path, &title).await;
    if let Document::Story(article) = document {
        assert_eq!(view.title, format!("{} – {}", article.headline, paper.site.name), "the title of {path}");
        assert_eq!(view.description, article.summary, "the description of {path}");
        assert_eq!(view.headlines, [article.headline.as_str()], "the headline of {path}");
    }
    assert_eq!(view.description, Head::of(&paper.site, document).description, "the description of {path}");
    assert_eq!(view.title, title, "the title of {path}");
    assert_eq!(view.canonical, Some(format!("{}{path}", paper.site.address)), "the canonical address of {path}");
    assert_eq!(view.language, Head::of(&paper.site, document).language, "the language of {path}");
    assert_eq!(view.headlines.len(), 1, "one headline on {path}");
    // On the search page the field gets the focus, until the reader has searched.
    let in_field = "!location.search.includes('?q=') && document.activeElement.matches('.search-form input')";
    let focused = if let Document::Search(_) = document { browser.eval(in_field).await } else { false };
    assert!(focused || view.focused, "the headline of {path}, or its field, has focus");
    assert!(view.marked, "no page was loaded on the way to {path}");
    view
}

/// [`arrived`], and checks that the page is at the top.
pub async fn arrived_at_top(browser: &Browser, paper: &Paper, path: &str) -> View {
    let view = arrived(browser, paper, path).await;
    browser.until(&format!("{path} is scrolled to the top"), "scrollY === 0").await;
    view
}

/// [`arrived`], and checks that the page is at `y`, where the reader had left it.
pub async fn arrived_where_left(browser: &Browser, paper: &Paper, path: &str, y: f64) -> View {
    let view = arrived(browser, paper, path).await;
    is_at(browser, y).await;
    view
}

/// Waits until the page is scrolled to `y`, and checks that it stays there for two frames.
pub async fn is_at(browser: &Browser, y: f64) {
    // The app stores positions as whole pixels.
    let there = format!("Math.abs(scrollY - {y}) < 2");
    browser.until(&format!("the page is scrolled to {y}"), &there).await;
    let twice = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))";
    let later: f64 = browser.eval(twice).await;
    assert!((later - y).abs() < 2.0, "the page was scrolled to {y}, but moved on to {later}");
}

/// Waits until the page at `path` is shown and the live region says `words`.
pub async fn announced(browser: &Browser, path: &str, words: &str) -> View {
    let said = "document.querySelector('.paper > p[role=status].visually-hidden:last-child').textContent";
    let condition = format!(
        "location.pathname === {} && {said} === {}",
        crate::browser::quoted(path),
        crate::browser::quoted(words)
    );
    browser.until(&format!("{path} is announced"), &condition).await;
    browser.view().await
}
