//! Writing and parsing addresses.

use journal::route::Route;

fn section(page: u32) -> Route {
    Route::Section { section: "war".into(), page }
}

fn archive(period: &str) -> Route {
    Route::Archive { period: period.into() }
}

fn known() -> Vec<(Route, &'static str)> {
    vec![
        (Route::Front { page: 1 }, "/"),
        (Route::Front { page: 2 }, "/page/2/"),
        (section(1), "/war/"),
        (section(13), "/war/page/13/"),
        (Route::Story { section: "war".into(), slug: "a-story-of-1794".into() }, "/war/a-story-of-1794/"),
        (Route::Story { section: "war".into(), slug: "2".into() }, "/war/2/"),
        (Route::Author { author: "city-desk".into(), page: 1 }, "/author/city-desk/"),
        (Route::Author { author: "city-desk".into(), page: 3 }, "/author/city-desk/page/3/"),
        (Route::Tag { tag: "black-sea".into(), page: 1 }, "/tag/black-sea/"),
        (Route::Tag { tag: "black-sea".into(), page: 2 }, "/tag/black-sea/page/2/"),
        (Route::Corrections, "/corrections/"),
        (Route::Search, "/search/"),
        (archive(""), "/archive/"),
        (archive("2024"), "/archive/2024/"),
        (archive("2024/10"), "/archive/2024/10/"),
        (Route::Saved, "/saved/"),
        (Route::About, "/about/"),
    ]
}

#[test]
fn every_address_parses_to_the_route_that_writes_it() {
    for (route, path) in known() {
        assert_eq!(route.path(), path);
        assert_eq!(Route::parse(path), Some(route), "{path}");
    }
}

#[test]
fn the_document_has_the_path_of_its_page() {
    assert_eq!(Route::Front { page: 1 }.data_path(), "/index.json");
    assert_eq!(section(2).data_path(), "/war/page/2/index.json");
}

#[test]
fn a_missing_trailing_slash_and_an_index_html_are_accepted() {
    for (route, path) in known() {
        assert_eq!(Route::parse(&[path, "index.html"].concat()), Some(route.clone()), "{path}");
        if path != "/" {
            assert_eq!(Route::parse(path.trim_end_matches('/')), Some(route), "{path}");
        }
    }
}

#[test]
fn paths_that_are_not_pages_do_not_parse() {
    let strangers = [
        "",
        "war/",
        "/feed.xml",
        "/war/feed.xml",
        "/assets/app.js",
        "/assets/",
        "/icon.svg",
        "/War/",
        "/war//",
        "//",
        "/war//story/",
        "/war/a/b/",
        "/war/a__b/",
        "/war/-a/",
        "/war/a-/",
        "/war/a--b/",
        "/page/1/",
        "/page/",
        "/page/0/",
        "/war/page/1/",
        "/war/page/02/",
        "/war/page/+2/",
        "/war/page/",
        "/author/",
        "/author/a/b/",
        "/search/page/2/",
        "/search/x/",
        "/about/page/2/",
        "/tag/",
        "/tag/port/x/",
        "/tag/page/2/",
        "/archive/24/",
        "/archive/2024/1/",
        "/archive/2024/1x/",
        "/archive/2024/10/1/",
        "/archive/2024/page/2/",
        "/saved/page/2/",
        "/%D0%B2%D1%96%D0%B9%D0%BD%D0%B0/",
        "/war/page/99999999999/",
    ];
    for path in strangers {
        assert_eq!(Route::parse(path), None, "{path}");
    }
}

#[test]
fn the_last_part_of_a_storys_address_may_have_underscores_and_dots_before_digits() {
    for slug in ["lamp", "a_b", "1.45.1-prerelease", "v2.0"] {
        assert!(Route::is_story_slug(slug), "{slug}");
        let path = format!("/war/{slug}/");
        let story = Route::Story { section: String::from("war"), slug: String::from(slug) };
        assert_eq!((Route::parse(&path), story.path()), (Some(story.clone()), path), "{slug}");
    }
    for text in ["", "a.b", "feed.xml", "a..1", ".1", "1.", "_a", "a_", "a__b", "a-_b", "A", "é", "page"] {
        assert_eq!(
            Route::parse(&format!("/war/{text}/")).filter(|route| matches!(route, Route::Story { .. })),
            None,
            "{text}"
        );
    }
    assert_eq!(Route::parse("/a_b/"), None, "nor has a section");
}

#[test]
fn a_slug_is_lower_case_ascii_with_single_hyphens() {
    for slug in ["war", "1794", "a-b-2"] {
        assert!(Route::is_slug(slug), "{slug}");
    }
    for text in ["", "-", "a--b", "-a", "a-", "A", "a b", "é", "a/b", "a.b", "a_b"] {
        assert!(!Route::is_slug(text), "{text}");
    }
}
