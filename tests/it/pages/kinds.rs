//! Every kind of page.

use std::fs;

use super::documents::{
    all, corrections, corrections_page, front, full_article, plain_article, site, site_below, story, top_teaser,
};
use super::render::{self, body_of, page_of, parsed, text, text_of};
use super::snapshot::{self, expect_html};
use journal::model::{Document, Ranking, Site};

#[test]
fn every_page_matches_its_snapshot() {
    for (name, document) in all() {
        expect_html(name, &page_of(&site(), &document));
    }
}

#[test]
fn the_frame_matches_its_snapshot() {
    expect_html("around-a-page", &body_of(&site_below("/journal"), &Document::Missing));
}

#[test]
fn every_snapshot_is_compared() {
    let kinds = all().into_iter().map(|(name, _)| format!("{name}.html"));
    let mut known: Vec<String> = kinds
        .chain(["around-a-page", "ukrainian-story", "ukrainian-author"].map(|name| format!("{name}.html")))
        .collect();
    let parts = fs::read_to_string(snapshot::folder().join("../it/pages/parts.rs")).unwrap();
    for entry in fs::read_dir(snapshot::folder()).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let part = file.strip_prefix("part-").and_then(|name| name.strip_suffix(".html"));
        known.extend(part.filter(|part| parts.contains(&format!("\"{part}\", &"))).map(|_| file.clone()));
        assert!(!file.ends_with(".html") || known.contains(&file), "nothing is compared with {file}");
    }
}

#[test]
fn every_page_has_masthead_sections_and_footer() {
    for (name, document) in all() {
        let html = parsed(&body_of(&site(), &document));
        assert_eq!(render::text_of(&html, "header .masthead-name"), "The Test Paper", "{name}");
        assert_eq!(render::all(&html, "nav[aria-label=Sections] a").len(), 3, "{name}");
        assert_eq!(render::text_of(&html, "footer .footer-name"), "The Test Paper", "{name}");
        assert_eq!(render::all(&html, "main#main[tabindex='-1']").len(), 1, "{name}");
        assert_eq!(render::all(&html, "a.skip-link[href='#main']").len(), 1, "{name}");
        assert_eq!(render::all(&html, "h1[tabindex='-1']").len(), 1, "{name}");
    }
}

#[test]
fn the_frame_contains_the_page_unchanged() {
    for (name, document) in all() {
        let body = body_of(&site(), &document);
        let alone = page_of(&site(), &document);
        assert!(body.contains(&alone), "{name}");
    }
}

#[test]
fn the_section_of_a_page_is_marked_in_the_navigation() {
    let marked = |document: &Document| -> Vec<String> {
        let html = parsed(&body_of(&site(), document));
        render::all(&html, ".section-nav [aria-current=true]").into_iter().map(text).collect()
    };
    for (name, document) in all() {
        let expected: &[&str] = if name.starts_with("section") || name.starts_with("story") { &["War"] } else { &[] };
        assert_eq!(marked(&document), expected, "{name}");
    }
}

#[test]
fn a_story_is_not_in_top_article_on_its_own_page() {
    let site = Site { top: (1..=9).map(|number| top_teaser(number, 100)).collect(), ..site() };
    let row = |document: &Document| -> Vec<String> {
        let html = parsed(&page_of(&site, document));
        render::all(&html, ".carousel-row h3 a").iter().map(|link| link.attr("href").unwrap().into()).collect()
    };
    let others = row(&story(full_article()));
    assert_eq!(others.len(), Site::BESIDE);
    assert!(!others.contains(&String::from("/war/top-2/")), "{others:?}");
    assert_eq!((others[0].as_str(), others[5].as_str()), ("/war/top-1/", "/war/top-7/"));
    assert_eq!(row(&story(plain_article())).last().map(String::as_str), Some("/war/top-6/"));
    assert_eq!(row(&front(1)).last().map(String::as_str), Some("/war/top-8/"));
}

#[test]
fn top_article_has_ranks_only_if_stories_are_ranked_by_views() {
    for (ranking, ranks) in [(Ranking::Ever, 1), (Ranking::Week, 1), (Ranking::Latest, 0)] {
        let html = parsed(&page_of(&Site { ranking, ..site() }, &front(1)));
        assert_eq!(render::all(&html, ".carousel.ranked").len(), ranks, "{ranking:?}");
    }
}

#[test]
fn only_the_first_front_page_has_top_article_strips_and_a_lead() {
    for (page, expected) in [(1, [1, 2, 1]), (2, [0, 0, 0])] {
        let html = parsed(&page_of(&site(), &front(page)));
        let count = |selector: &str| render::all(&html, selector).len();
        assert_eq!([count(".carousel"), count(".strip"), count(".card-lead")], expected);
    }
}

#[test]
fn the_stories_on_a_missing_page_have_a_title_that_fits_their_ranking() {
    let title = |ranking: Ranking| text_of(&parsed(&body_of(&Site { ranking, ..site() }, &Document::Missing)), "#read");
    assert_eq!([title(Ranking::Ever), title(Ranking::Latest)], ["What others read", "Latest stories"]);
}

#[test]
fn below_a_path_every_address_of_the_site_begins_with_it() {
    let mut seen = 0;
    for (name, document) in all() {
        let site = site_below("/journal");
        // Press writes the addresses on this page.
        let document = match document {
            Document::Corrections(_) => corrections_page(&site, &corrections()),
            other => other,
        };
        let html = parsed(&body_of(&site, &document));
        for attribute in ["href", "src", "action"] {
            for element in render::all(&html, &format!("[{attribute}]")) {
                let address = element.attr(attribute).unwrap();
                if address.starts_with('/') {
                    assert!(address.starts_with("/journal/"), "{name}: {address}");
                    assert!(!address.starts_with("/journal/journal/"), "{name}: {address}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 200, "only {seen} addresses");
}
