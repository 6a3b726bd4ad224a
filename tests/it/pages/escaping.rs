//! Plain text is shown unchanged and never becomes markup.

use journal::model::{Article, Correction, Document, PageLink, Picture, Site, Subject, SubjectPage, Teaser};

use super::documents::{all, author, author_page, front, full_article, image, moment, section, site, story, teaser};
use super::render::{self, body_of, page_of, parsed, text, text_of};

/// A plain text that would run scripts in three ways if it were markup.
const EVIL: &str =
    "</h1></title><script>alert(1)</script><img src=x onerror=alert(2)>\" onclick=\"alert(3)\" 'x' &amp;";

fn evil_site() -> Site {
    Site {
        name: EVIL.into(),
        tagline: EVIL.into(),
        sections: vec![Subject { slug: "war".into(), name: EVIL.into() }],
        footer: vec![PageLink { label: EVIL.into(), href: "/about/?\"onclick=\"alert(1)".into(), language: None }],
        top: vec![evil_teaser()],
        ..site()
    }
}

fn evil_teaser() -> Teaser {
    Teaser { headline: EVIL.into(), summary: EVIL.into(), ..teaser("war", "evil") }
}

fn evil_article() -> Article {
    let article = full_article();
    Article {
        headline: EVIL.into(),
        standfirst: Some(EVIL.into()),
        authors: vec![author("jane-roe", EVIL)],
        picture: Some(Picture {
            image: image("evil"),
            alt: EVIL.into(),
            caption: Some(EVIL.into()),
            credit: Some(EVIL.into()),
        }),
        corrections: vec![Correction { date: moment("2023-10-13T00:00:00+03:00", EVIL), text: EVIL.into() }],
        published: moment("2023-10-13T00:00:00+03:00", EVIL),
        related: vec![evil_teaser()],
        ..article
    }
}

#[test]
fn a_story_escapes_all_its_texts() {
    let html = parsed(&page_of(&evil_site(), &story(evil_article())));
    for selector in [
        "h1",
        ".standfirst",
        ".caption",
        ".credit",
        ".byline-name",
        ".breadcrumb [aria-current=page]",
        ".breadcrumb li:nth-child(2) a",
        ".story-head .kicker a",
        ".corrections li",
        ".age-notice time",
        ".related .card-headline",
        ".related .card-summary",
        ".carousel .card-headline",
    ] {
        assert!(text_of(&html, selector).contains(EVIL), "{selector}: {}", text_of(&html, selector));
    }
    let picture = render::all(&html, ".lead-picture img");
    assert_eq!(picture[0].attr("alt"), Some(EVIL));
}

#[test]
fn other_pages_escape_names() {
    let page = SubjectPage { subject: author("jane-roe", EVIL), role: Some(EVIL.into()), ..author_page() };
    let html = parsed(&page_of(&site(), &Document::Author(page)));
    assert_eq!((text_of(&html, "h1"), text_of(&html, ".author-role")), (EVIL.into(), EVIL.into()));
    let html = parsed(&page_of(&evil_site(), &section(1, 1)));
    assert_eq!(text_of(&html, "h1"), EVIL);
    let html = parsed(&page_of(&evil_site(), &front(1)));
    assert_eq!(text_of(&html, "h1"), EVIL);
    assert!(render::all(&html, ".strip h2").into_iter().map(text).any(|name| name == EVIL));
    let html = parsed(&body_of(&evil_site(), &Document::Missing));
    for selector in [".masthead-name", ".masthead-tagline", ".section-nav a", ".footer-name", ".footer-tagline"] {
        assert_eq!(text_of(&html, selector), EVIL, "{selector}");
    }
    let link = render::all(&html, ".footer-links li:last-child a");
    assert_eq!((text(link[0]).as_str(), link[0].attr("href")), (EVIL, Some("/about/?\"onclick=\"alert(1)")));
}

#[test]
fn no_text_adds_a_script_or_an_event_handler_to_a_page() {
    let documents = all().into_iter().map(|(_, document)| document).chain([story(evil_article())]);
    for document in documents {
        let html = parsed(&body_of(&evil_site(), &document));
        let found = render::all(&html, "script, [onclick], [onerror], [src=x], iframe, style, [style]");
        assert!(found.is_empty(), "{}", found[0].html());
    }
}
