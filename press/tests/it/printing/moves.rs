//! The site of a newspaper with stories that have moved, are translated, were corrected, are scheduled, or are too old
//! for a page: `sites/moved-translated-and-corrected`.

use std::path::Path;

use feed_rs::model::Entry;
use serde_json::{Value, json};

use super::press_room::{PLAIN, Room};

/// A room with the content of that site, served below `/journal/`.
fn room(name: &str) -> Room {
    let room = Room::named(name);
    std::fs::remove_dir_all(room.path("content")).unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/moved-translated-and-corrected/content");
    room.copy(&content, "content");
    room.stage("staging", "/journal/", "0a1b2c3d4e5f6071");
    room
}

fn pressed(name: &str) -> Room {
    let room = room(name);
    assert_eq!(
        room.press_with(&PLAIN, &[("TRUNK_PUBLIC_URL", "/journal/")]).told,
        "press: the view counts are 4 h old\npress: 2 stories are scheduled, the next for 2026-11-25 at 06:00\n"
    );
    room
}

#[test]
fn a_moved_story_leaves_a_page_a_document_and_a_line_that_redirect() {
    let room = pressed("moved");
    let lines = "# Stories that have moved, by press.\n\
                 /journal/2019/05/lamp.html /journal/town/lamp/ 301\n\
                 /journal/harbour/old-lamp/ /journal/town/lamp/ 301\n\
                 /journal/town/first-lamp/ /journal/town/lamp/ 301\n";
    assert_eq!(room.read("site/_redirects"), lines);
    let story = room.page("/town/lamp/");
    for file in ["site/harbour/old-lamp/index.html", "site/town/first-lamp/index.html", "site/2019/05/lamp.html"] {
        let page = super::reader::Page::parse(&room.read(file));
        assert_eq!(page.complaints(), &[] as &[&str], "{file}");
        assert_eq!(page.attribute("meta[http-equiv=refresh]", "content"), "0; url=/journal/town/lamp/", "{file}");
        assert_eq!(page.attribute("link[rel=canonical]", "href"), "https://paper.example/journal/town/lamp/", "{file}");
        assert_eq!(page.attribute("body a", "href"), "/journal/town/lamp/", "{file}");
        assert_eq!(page.text_of("title"), "The lamp of the harbour", "{file}");
        assert_eq!(page.meta("robots"), [] as [&str; 0], "{file}: search engines must follow the redirect");
        // Programs that do not follow the redirect show the preview of the story.
        for name in ["description", "og:title", "og:description", "og:url", "og:image", "og:image:alt", "og:site_name"]
        {
            assert_eq!(page.meta(name), story.meta(name), "{file}: {name}");
        }
    }
    let document: Value = serde_json::from_str(&room.read("site/harbour/old-lamp/index.json")).unwrap();
    assert_eq!(document["document"], json!({ "moved": "/town/lamp/" }));
    assert!(!room.path("site/2019/05/lamp.html/index.json").exists(), "the app has no such address");
}

#[test]
fn the_redirects_of_the_site_file_are_pages_and_lines() {
    let room = room("redirects");
    let site = room.read("content/site.toml");
    let lines = "\n[redirects]\n\"/category/порт/\" = \"/town/\"\n\"/feed/\" = \"/feed.xml\"\n\"/shop.php\" = \"https://shop.example/?a=b&c\"\n";
    room.write("content/site.toml", site + lines);
    room.press_with(&PLAIN, &[("TRUNK_PUBLIC_URL", "/journal/")]);
    let redirects = room.read("site/_redirects");
    for line in [
        "/journal/category/%D0%BF%D0%BE%D1%80%D1%82/ /journal/town/ 301\n",
        "/journal/feed/ /journal/feed.xml 301\n",
        "/journal/shop.php https://shop.example/?a=b&c 301\n",
    ] {
        assert!(redirects.contains(line), "{redirects}");
    }
    for (file, href, canonical) in [
        ("site/category/порт/index.html", "/journal/town/", "https://paper.example/journal/town/"),
        ("site/shop.php", "https://shop.example/?a=b&c", "https://shop.example/?a=b&c"),
    ] {
        let page = super::reader::Page::parse(&room.read(file));
        assert_eq!(page.complaints(), &[] as &[&str], "{file}");
        assert_eq!(page.attribute("meta[http-equiv=refresh]", "content"), format!("0; url={href}"), "{file}");
        assert_eq!(page.attribute("link[rel=canonical]", "href"), canonical, "{file}");
        assert_eq!(page.attribute("body a", "href"), href, "{file}");
    }
}

#[test]
fn a_page_at_a_former_address_has_the_preview_picture_of_the_story() {
    let room = Room::named("moved-picture");
    room.change("content/harbour/lighthouse/index.md", "lead = true", "lead = true\naliases = [\"/harbour/lamp/\"]");
    room.press(&PLAIN).succeeds();
    let (former, story) = (room.page("/harbour/lamp/"), room.page("/harbour/lighthouse/"));
    assert!(story.meta("og:image")[0].ends_with("-social.jpg"));
    for name in ["og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card", "author"] {
        assert_eq!(former.meta(name), story.meta(name), "{name}");
    }
}

#[test]
fn the_publishers_own_redirects_and_files_are_kept() {
    let room = room("own-redirects");
    room.write("staging/_redirects", "/shop https://shop.example 302\n");
    room.write("staging/2019/05/lamp.html", "An old page.");
    for _ in 0..2 {
        assert_eq!(room.press_with(&PLAIN, &[("TRUNK_PUBLIC_URL", "/journal/")]).code, Some(0));
        let redirects = room.read("site/_redirects");
        assert!(redirects.starts_with("/shop https://shop.example 302\n# Stories that have moved"), "{redirects}");
        assert_eq!(redirects.lines().count(), 4, "{redirects}");
        assert_eq!(room.read("site/2019/05/lamp.html"), "An old page.");
        // The next edition may also be made from the site itself.
        let from_site = ["--shell", "site/shell.html", "--out", "site", "--now", super::press_room::NOW];
        assert_eq!(room.press(&from_site).code, Some(0));
        assert_eq!(room.read("site/_redirects"), redirects);
    }
}

#[test]
fn translations_link_to_each_other_in_their_heads() {
    let room = pressed("translated");
    let alternates = |address: &str| -> Vec<(String, String)> {
        let page = room.page(address);
        let links = page.all("link[rel=alternate][hreflang]");
        let attribute = |name: &str, link: &scraper::ElementRef<'_>| String::from(link.attr(name).unwrap());
        let mut found: Vec<_> =
            links.iter().map(|link| (attribute("hreflang", link), attribute("href", link))).collect();
        found.sort();
        found
    };
    let address = |path: &str| format!("https://paper.example/journal{path}");
    let all = [("de", "/harbour/lampe/"), ("en", "/town/lamp/"), ("uk", "/town/liampa/")];
    let expected: Vec<_> = all.map(|(language, path)| (String::from(language), address(path))).into();
    for (_, path) in all {
        assert_eq!(alternates(path), expected, "{path}");
    }
    assert_eq!(alternates("/harbour/of-a-draft/"), [], "its original is a draft");
}

#[test]
fn corrections_have_a_feed_with_one_item_for_each() {
    let room = pressed("corrected");
    let feed = feed_rs::parser::parse(room.read("site/corrections/feed.xml").as_bytes()).unwrap();
    let told = |entry: &Entry| {
        (entry.title.as_ref().unwrap().content.clone(), entry.summary.as_ref().unwrap().content.clone())
    };
    let expected = [
        ("Лампа порту", "Лампа біла."),
        ("The lamp of the harbour", "The lamp is white."),
        ("The lamp of the harbour", "There is one lamp."),
    ];
    assert_eq!(
        feed.entries.iter().map(told).collect::<Vec<_>>(),
        expected.map(|(one, other)| (one.into(), other.into()))
    );
    let mut ids: Vec<&String> = feed.entries.iter().map(|entry| &entry.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3, "two corrections of one story are two items");
    let json: Value = serde_json::from_str(&room.read("site/corrections/feed.json")).unwrap();
    assert_eq!(json["items"][1]["content_text"], "The lamp is white.");
    assert_eq!(json["items"][1]["url"], "https://paper.example/journal/town/lamp/");
    assert!(room.read("site/corrections/index.html").contains("<a href=\"/journal/town/liampa/\">Лампа порту</a>"));
}

#[test]
fn an_unpressed_story_has_a_document_and_is_in_lists_but_not_in_sitemaps() {
    let room = pressed("unpressed");
    assert!(!room.path("site/harbour/oldest/index.html").exists());
    assert!(room.read("site/harbour/oldest/index.json").contains("The oldest story"));
    assert!(room.read("site/archive/2020/01/index.html").contains("/journal/harbour/oldest/"));
    let map = room.read("site/sitemap-1.xml");
    assert!(!map.contains("/harbour/oldest/") && map.contains("/harbour/lampe/"), "{map}");
    let site: Value = serde_json::from_str(&room.read("site/site.json")).unwrap();
    assert_eq!(site["site"]["unpressed_stories"], true, "so the page for unknown addresses tries documents");
}

#[test]
fn the_manifest_describes_the_edition() {
    let room = pressed("manifest");
    let mut manifest: Value = serde_json::from_str(&room.read("site/edition.json")).unwrap();
    let commit = manifest.as_object_mut().unwrap().remove("commit").unwrap();
    assert!(commit.as_str().is_none_or(|commit| commit.len() == 40), "{commit}");
    let expected = json!({
        "time": "2026-11-24T12:00:00+02:00", "pages": 26, "stories": 5, "authors": 1, "tags": 3, "pictures": 0,
        "waiting": 2, "next_due": "2026-11-25T06:00:00+02:00", "next_expiry": null, "views": "2026-11-24T08:00:00+02:00",
    });
    assert_eq!(manifest, expected);
}

#[test]
fn held_back_stories_are_published_when_due_and_shown_with_drafts() {
    let room = pressed("held-back");
    let (tomorrow, draft) = ("site/harbour/tomorrow/index.html", "site/harbour/draft/index.html");
    assert!(!room.path(tomorrow).exists() && !room.path("site/tag/secret/index.html").exists());
    assert!(!room.path("site/harbour/the-day-after/index.html").exists(), "nor the page at its former address");
    let paths = &PLAIN[..4];
    let site = [("TRUNK_PUBLIC_URL", "/journal/")];
    let at_six = room.press_with(&[paths, &["--now", "2026-11-25T06:00:00+02:00"]].concat(), &site);
    assert!(at_six.told.contains("press: one story is scheduled for 2026-12-01 at 06:00\n"), "{}", at_six.told);
    assert!(room.path(tomorrow).exists() && room.path("site/tag/secret/index.html").exists());
    assert!(!room.read(tomorrow).contains("not published yet"));

    let drafts = room.press_with(&[&PLAIN[..], &["--drafts"]].concat(), &site);
    assert_eq!((drafts.code, drafts.told.as_str()), (Some(0), "press: the view counts are 4 h old\n"));
    for file in [tomorrow, draft] {
        assert!(room.read(file).contains("This story is not published yet."), "{file}");
    }
    assert!(!room.read("site/town/liampa/index.html").contains("не опубліковано"));
    // The environment variable, which also works with `make serve`, does the same; without it they are gone again.
    assert_eq!(room.press_with(&PLAIN, &[site[0], ("PRESS_DRAFTS", "1")]).code, Some(0));
    assert!(room.path(draft).exists());
    assert_eq!(room.press_with(&PLAIN, &site).code, Some(0));
    assert!(!room.path(draft).exists() && !room.path(tomorrow).exists());
}
