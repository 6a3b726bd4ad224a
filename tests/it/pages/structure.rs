//! Rules for every page: headings, ids, names, pictures, controls.

use std::collections::BTreeSet;

use journal::model::{Document, Site};
use scraper::{ElementRef, Html};

use super::documents::{all, site};
use super::render::{self, body_of, parsed, text};

fn pages() -> Vec<(&'static str, Html)> {
    let pages = all().into_iter().map(|(name, document)| (name, parsed(&body_of(&site(), &document))));
    let nothing_read = Site { top: Vec::new(), share: Vec::new(), footer: Vec::new(), ..site() };
    let others = all().into_iter().map(|(name, document)| (name, parsed(&body_of(&nothing_read, &document))));
    pages.chain(others).collect()
}

fn ids(html: &Html) -> Vec<&str> {
    render::all(html, "[id]").iter().map(|element| element.attr("id").unwrap()).collect()
}

#[test]
fn every_page_has_one_focusable_h1() {
    for (name, html) in pages() {
        let found = render::all(&html, "h1");
        assert_eq!(found.len(), 1, "{name}");
        assert!(!text(found[0]).trim().is_empty(), "{name}");
        assert_eq!(found[0].attr("tabindex"), Some("-1"), "{name}");
    }
}

#[test]
fn headings_start_at_level_one_and_skip_no_level() {
    for (name, html) in pages() {
        let mut last = 0;
        for heading in render::all(&html, "h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= last + 1, "{name}: {} after h{last}", heading.html());
            last = level;
        }
    }
}

#[test]
fn ids_are_unique() {
    for (name, html) in pages() {
        let ids = ids(&html);
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(different.len(), ids.len(), "{name}: {ids:?}");
        assert!(different.contains("main"), "{name}");
    }
}

#[test]
fn every_referenced_id_exists() {
    let mut seen = 0;
    for (name, html) in pages() {
        let ids = ids(&html);
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for element in render::all(&html, &format!("[{attribute}]")) {
                let id = element.attr(attribute).unwrap();
                assert!(ids.contains(&id), "{name}: {}", element.html());
                seen += 1;
            }
        }
        for link in render::all(&html, "a[href^='#']") {
            assert!(ids.contains(&&link.attr("href").unwrap()[1..]), "{name}: {}", link.html());
        }
    }
    assert!(seen > 20, "only {seen}");
}

#[test]
fn every_region_has_a_name() {
    for (name, html) in pages() {
        for region in render::all(&html, "nav, section, aside, form[role=search] input, ul[role=list]") {
            let named = ["aria-label", "aria-labelledby"].iter().any(|name| region.attr(name).is_some());
            assert!(named, "{name}: {}", region.html());
        }
        let navs: Vec<Option<&str>> = render::all(&html, "nav").iter().map(|nav| nav.attr("aria-label")).collect();
        assert_eq!(navs.iter().collect::<BTreeSet<_>>().len(), navs.len(), "{name}: {navs:?}");
    }
}

#[test]
fn every_link_and_button_has_a_label() {
    for (name, html) in pages() {
        for control in render::all(&html, "a, button") {
            let label = control.attr("aria-label").map(String::from);
            assert!(!label.unwrap_or_else(|| text(control)).trim().is_empty(), "{name}: {}", control.html());
            assert!(control.value().name() == "a" || control.attr("type").is_some(), "{name}: {}", control.html());
        }
    }
}

#[test]
fn links_and_buttons_are_not_nested() {
    for (name, html) in pages() {
        assert!(render::all(&html, "a a, a button, button a, button button").is_empty(), "{name}");
        assert!(render::all(&html, "a:not([href])").is_empty(), "{name}");
    }
}

#[test]
fn pictures_have_alt_text_and_reserved_space() {
    let mut seen = 0;
    for (name, html) in pages() {
        for picture in render::all(&html, "img") {
            for attribute in ["alt", "width", "height", "src"] {
                assert!(picture.attr(attribute).is_some(), "{name}: {}", picture.html());
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen}");
}

#[test]
fn at_most_one_picture_has_high_priority_and_it_is_not_lazy() {
    for (name, html) in pages() {
        let first = render::all(&html, "[fetchpriority=high]");
        let opens_with_one = ["front-1", "story-with-everything", "section-first-page", "section-only-page"];
        let expected = usize::from(opens_with_one.contains(&name));
        assert_eq!(first.len(), expected, "{name}");
        assert!(first.iter().all(|picture| picture.attr("loading").is_none()), "{name}");
        // The lead and the stories next to it are in the first window.
        let others = render::all(&html, "img:not([fetchpriority=high])");
        let others: Vec<_> = others.into_iter().filter(|picture| !stands_in(picture, "front-seconds")).collect();
        assert!(others.iter().all(|picture| picture.attr("loading") == Some("lazy")), "{name}");
    }
}

fn stands_in(element: &ElementRef<'_>, class: &str) -> bool {
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    around.any(|around| around.value().classes().any(|found| found == class))
}

/// Without the app, a control either submits a form or is hidden.
#[test]
fn no_control_is_dead_without_the_app() {
    let works = |control: &ElementRef<'_>| {
        let ancestors = || control.ancestors().filter_map(ElementRef::wrap);
        let is = |element: &ElementRef<'_>, class: &str| element.value().classes().any(|found| found == class);
        let sends = ancestors().any(|element| element.value().name() == "form" && element.attr("action").is_some());
        let waits = is(control, "needs-app")
            || ancestors().any(|element| is(&element, "needs-app"))
            || control.attr("hidden").is_some();
        sends || waits
    };
    let mut seen = 0;
    for (name, html) in pages() {
        for control in render::all(&html, "button, input, select, textarea") {
            assert!(works(&control), "{name}: {}", control.html());
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen}");
}

#[test]
fn no_region_is_empty_and_no_list_except_in_a_newspaper_without_stories() {
    for (name, html) in pages() {
        for region in render::all(&html, "aside, section, nav") {
            assert!(!text(region).trim().is_empty(), "{name}: {}", region.html());
        }
        for list in render::all(&html, "ul, ol") {
            let may_be_empty = name == "front-without-stories";
            assert!(may_be_empty || list.child_elements().next().is_some(), "{name}: {}", list.html());
        }
    }
}

#[test]
fn a_story_in_another_language_has_its_own_lang_attribute() {
    let (_, document) = all().into_iter().find(|(name, _)| *name == "story-in-another-language").unwrap();
    let html = parsed(&body_of(&site(), &document));
    let found = render::all(&html, "article.story");
    assert_eq!(found[0].attr("lang"), Some("uk"));
    let html = parsed(&body_of(&site(), &Document::Missing));
    let named: Vec<_> = render::all(&html, "[lang]").into_iter().map(|element| element.attr("class")).collect();
    assert_eq!(named, [Some("paper")], "the newspaper's language is declared once");
}
