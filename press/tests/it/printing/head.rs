//! The heads of the pages, as browsers, search engines and link previews read them.

use std::collections::BTreeMap;

use journal::head::Head;
use journal::model::Document;
use press::site::assets::stylesheet::{Style, Stylesheets};
use press::site::head::HeadWriter;
use serde_json::json;

use super::press_room::Room;

const DANGER: &str = "/town/danger/";
const LAMP: &str = "/harbour/lighthouse/";
const NAME: &str = "The \"Small\" & <i>Other</i> Paper";
const HEADLINE: &str = "Salt & “fish” &lt; </title ></title></script><script>alert(“title”)</script> <!– the end";
const SUMMARY: &str = "Markets &amp; </script><script>alert(“description”)</script> <b>bread</b>";
const JANE: &str = "Jane \"Doc\" O'Roe </script><script>alert(\"jane\")</script>";
const TOWN: &str = "Town & <Hall> \"1794\"";

#[test]
fn every_page_has_the_title_description_and_canonical_address_of_its_document() {
    let room = Room::with_site("heads");
    let site = room.edition("").site;
    let (mut titles, mut descriptions) = (Vec::new(), BTreeMap::new());
    for (address, document, page) in room.pages() {
        let head = Head::of(&site, &document);
        assert_eq!(page.text_of("head > title"), head.title, "{address}");
        assert_eq!(page.all("title").len(), 1, "{address}");
        assert_eq!(page.meta("description"), [head.description.as_str()], "{address}");
        assert_eq!(page.attribute("html", "lang"), head.language);
        let canonical: Vec<Option<&str>> =
            page.all("link[rel=canonical]").iter().map(|link| link.attr("href")).collect();
        let expected =
            if document == Document::Missing { None } else { Some(format!("https://paper.example{address}")) };
        assert_eq!(canonical, expected.iter().map(|address| Some(address.as_str())).collect::<Vec<_>>());
        titles.push(head.title);
        // Search engines do not index the others.
        if !matches!(document, Document::Search(_) | Document::Saved | Document::Missing) {
            let other = descriptions.insert(head.description.clone(), address.clone());
            assert_eq!(other, None, "{address} has the same description: {}", head.description);
        }
    }
    let town = room.page("/town/page/2/");
    let first = &stories_of(&room, "/town/page/2/")[0];
    assert!(
        town.meta("description")[0].starts_with(&format!("{TOWN}, page 2: {first}")),
        "{:?}",
        town.meta("description")
    );
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), room.pages().len(), "two pages have the same title");
}

/// The headlines on a list page.
fn stories_of(room: &Room, address: &str) -> Vec<String> {
    let page = room.page(address);
    page.all("main .card-headline").iter().map(|headline| headline.text().collect()).collect()
}

#[test]
fn a_story_has_its_own_language_and_the_page_around_it_the_newspapers() {
    let room = Room::with_site("languages");
    for (address, language) in [("/town/skhody/", "uk"), ("/town/plain/", "en"), ("/", "en")] {
        let page = room.page(address);
        assert_eq!(page.attribute("html", "lang"), language, "{address}");
        assert_eq!(page.attribute("body > .paper", "lang"), "en", "{address}");
    }
    assert_eq!(room.page("/town/skhody/").attribute("article.story", "lang"), "uk");
}

#[test]
fn an_authors_name_is_an_author_link_next_to_a_link_to_more_articles() {
    let room = Room::with_site("authors");
    let page = room.page(LAMP);
    let links = |selector: &str| -> Vec<(String, String)> {
        let links = page.all(selector);
        links.iter().map(|link| (link.text().collect(), String::from(link.attr("href").unwrap()))).collect()
    };
    let named = |name: &str, address: &str| (String::from(name), String::from(address));
    let (jane, desk) = ("/author/jane/", "/author/city-desk/");
    assert_eq!(links("a[rel=author]"), [named(JANE, jane), named("City Desk", desk)]);
    let more = [named(&format!("More articles by {JANE}"), jane), named("More articles by City Desk", desk)];
    assert_eq!(links(".byline-more"), more);
}

#[test]
fn text_that_would_break_out_of_the_head_is_escaped() {
    let room = Room::with_site("escaping");
    let page = room.page(DANGER);
    assert_eq!(page.complaints(), &[] as &[&str]);
    assert_eq!(page.text_of("title"), format!("{HEADLINE} – {NAME}"));
    assert_eq!(page.meta("description"), [SUMMARY]);
    assert_eq!(page.meta("og:title"), [HEADLINE]);
    assert_eq!(page.meta("og:description"), [SUMMARY]);
    assert_eq!(page.meta("og:site_name"), [NAME]);
    assert_eq!(page.meta("article:section"), [TOWN]);
    assert_eq!(page.meta("og:image:alt"), ["A “fish” <script>alert(“alt”)</script> & salt"]);
    let data = page.linked_data("NewsArticle");
    assert_eq!(data["headline"], HEADLINE);
    assert_eq!(data["description"], SUMMARY);
    assert_eq!(data["author"][0]["name"], JANE);
    assert_eq!(data["articleSection"], TOWN);
    // In the body, too.
    assert_eq!(page.text_of("h1"), HEADLINE);
    assert_eq!(
        page.text_of(".standfirst"),
        "It’s <em>not</em> “bold” </title> & </script><script>alert(“standfirst”)</script>"
    );
    assert_eq!(page.text_of(".caption"), "Caught & </script><script>alert(“caption”)</script> “sold” &amp; eaten");
    assert_eq!(page.text_of(".credit"), "<b>Nobody</b> & “co”");
    assert_eq!(page.text_of(".masthead-tagline"), "</title><script>alert(\"tagline\")</script>");
    let Document::Story(article) = page.pressed().document else { panic!("not a story") };
    assert_eq!((article.headline.as_str(), article.authors[0].name.as_str()), (HEADLINE, JANE));
    let text: String = page.all("#text > :not(.beside)").iter().flat_map(|block| block.text()).collect();
    assert!(!text.is_empty() && !text.contains("alert"), "a script in the story is removed with its content");
}

#[test]
fn no_data_can_close_its_script_element_or_open_a_comment() {
    let room = Room::with_site("inert");
    for (address, _, page) in room.pages() {
        for block in page.all("script") {
            assert!(!block.inner_html().contains('<'), "{address}: {}", block.inner_html());
        }
        assert_eq!(page.all("script#document").len(), 1, "{address}");
    }
}

#[test]
fn a_story_describes_itself_to_link_previews() {
    let room = Room::with_site("preview");
    let page = room.page(LAMP);
    let picture = room.picture("lamp");
    let expected = [
        ("og:type", "article"),
        ("og:site_name", NAME),
        ("og:title", "A lamp for the harbour"),
        ("og:description", "How the lamp came back."),
        ("og:url", "https://paper.example/harbour/lighthouse/"),
        ("og:locale", "en_GB"),
        ("og:image", &format!("https://paper.example/{picture}-social.jpg")),
        ("og:image:width", "16"),
        ("og:image:height", "8"),
        ("og:image:alt", "A white tower with a red lantern"),
        ("article:published_time", "2024-10-11T14:05:00+03:00"),
        ("article:modified_time", "2024-10-13T00:00:00+03:00"),
        ("article:section", "Harbour"),
        ("twitter:card", "summary_large_image"),
    ];
    for (name, content) in expected {
        assert_eq!(page.meta(name), [content], "{name}");
    }
    assert_eq!(page.meta("article:tag"), ["Black sea", "Light"]);
    assert_eq!(page.meta("author"), [format!("{JANE}, City Desk")], "one element for all authors");
}

#[test]
fn a_story_without_picture_update_and_tags_has_the_other_metadata() {
    let room = Room::with_site("preview-plain");
    let page = room.page("/town/plain/");
    assert_eq!(page.meta("og:image"), ["https://paper.example/icon-512.png"], "the publisher's logo");
    assert_eq!(page.meta("og:image:alt"), [NAME]);
    assert_eq!(page.meta("twitter:card"), ["summary"]);
    assert_eq!(page.meta("og:description"), ["Nothing but text stands here."]);
    for name in ["og:image:width", "og:image:height", "article:modified_time", "article:tag"] {
        assert_eq!(page.meta(name), [] as [&str; 0], "{name}");
    }
    assert_eq!(room.page("/town/skhody/").meta("og:locale"), ["uk_UA"]);
}

#[test]
fn other_pages_are_of_type_website_in_link_previews() {
    let room = Room::with_site("preview-pages");
    for address in ["/", "/page/2/", "/town/", "/author/jane/", "/search/", "/saved/", "/about/"] {
        let page = room.page(address);
        assert_eq!(page.meta("og:type"), ["website"], "{address}");
        assert_eq!(page.meta("og:title"), [page.text_of("title").as_str()], "{address}");
        assert_eq!(page.meta("og:url"), [format!("https://paper.example{address}").as_str()], "{address}");
        assert_eq!(page.meta("article:published_time"), [] as [&str; 0], "{address}");
        assert_eq!(page.meta("twitter:card"), ["summary"], "{address}");
    }
}

#[test]
fn the_search_saved_and_missing_pages_are_noindex() {
    let room = Room::with_site("robots");
    for (address, document, page) in room.pages() {
        let left_out = matches!(document, Document::Search(_) | Document::Saved | Document::Missing);
        let expected = if left_out { "noindex" } else { "max-image-preview:large" };
        assert_eq!(page.meta("robots"), [expected], "{address}");
    }
}

#[test]
fn search_engines_read_a_story_as_a_news_article() {
    let room = Room::with_site("news-article");
    let picture = room.picture("lamp");
    let expected = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A lamp for the harbour",
        "description": "How the lamp came back.",
        "mainEntityOfPage": "https://paper.example/harbour/lighthouse/",
        "inLanguage": "en",
        "articleSection": "Harbour",
        "datePublished": "2024-10-11T14:05:00+03:00",
        "dateModified": "2024-10-13T00:00:00+03:00",
        "author": [
            { "@type": "Person", "name": JANE, "url": "https://paper.example/author/jane/" },
            { "@type": "Organization", "name": "City Desk", "url": "https://paper.example/author/city-desk/" },
        ],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": NAME,
            "url": "https://paper.example/",
            "logo": { "@type": "ImageObject", "url": "https://paper.example/icon-512.png" },
        },
        "image": {
            "@type": "ImageObject", "url": format!("https://paper.example/{picture}-16.jpg"), "width": 16, "height": 9,
        },
        "keywords": ["Black sea", "Light"],
    });
    assert_eq!(room.page(LAMP).linked_data("NewsArticle"), expected);
}

#[test]
fn search_engines_read_a_story_without_picture_update_and_tags() {
    let room = Room::with_site("news-article-plain");
    let data = room.page("/town/plain/").linked_data("NewsArticle");
    assert_eq!(data["datePublished"], "2020-01-02T00:00:00+02:00");
    assert_eq!(["dateModified", "image", "keywords"].map(|name| data.get(name)), [None; 3]);
    assert_eq!(room.page("/town/skhody/").linked_data("NewsArticle")["inLanguage"], "uk");
}

#[test]
fn search_engines_read_breadcrumbs() {
    let room = Room::with_site("trail");
    let trail = |address: &str| {
        let data = room.page(address).linked_data("BreadcrumbList");
        let items = data["itemListElement"].as_array().unwrap().clone();
        for (place, item) in items.iter().enumerate() {
            assert_eq!((&item["@type"], &item["position"]), (&json!("ListItem"), &json!(place + 1)));
        }
        let text = |item: &serde_json::Value, key: &str| String::from(item[key].as_str().unwrap());
        items.iter().map(|item| (text(item, "name"), text(item, "item"))).collect::<Vec<_>>()
    };
    let step = |name: &str, path: &str| (String::from(name), format!("https://paper.example{path}"));
    let (main, town) = (step("Main", "/"), step(TOWN, "/town/"));
    assert_eq!(trail(DANGER), [main.clone(), town.clone(), step(HEADLINE, DANGER)]);
    assert_eq!(trail("/town/page/2/"), [main.clone(), town]);
    assert_eq!(trail("/author/jane/"), [main, step(JANE, "/author/jane/")]);
}

#[test]
fn only_stories_sections_authors_tags_and_the_front_page_have_linked_data() {
    let room = Room::with_site("linked-data");
    for (address, document, page) in room.pages() {
        let kinds: Vec<String> =
            page.all_linked_data().iter().map(|data| String::from(data["@type"].as_str().unwrap())).collect();
        let expected: &[&str] = match document {
            Document::Story(_) => &["NewsArticle", "BreadcrumbList"],
            Document::Section(_) | Document::Author(_) | Document::Tag(_) => &["BreadcrumbList"],
            Document::Front(front) if front.latest.page == 1 => &["WebSite"],
            _ => &[],
        };
        assert_eq!(kinds, expected, "{address}");
    }
    let front = room.page("/").linked_data("WebSite");
    assert_eq!((&front["name"], &front["url"]), (&json!(NAME), &json!("https://paper.example/")));
}

#[test]
fn a_logo_with_a_full_address_keeps_it() {
    let room = Room::named("logo");
    let edition = room.edition("");
    let plain = edition.pages.iter().find(|page| page.route.path() == "/town/plain/").unwrap();
    let document = &plain.document(&edition.stories, &edition.site_file).unwrap();
    let styles = Stylesheets { story: Style::default(), list: Style::default() };
    let head = |logo| HeadWriter::new(&edition.site, &styles, logo, &edition.desks).head(document);
    let page = |logo| super::reader::Page::parse(&head(logo));
    assert_eq!(page(Some("https://cdn.example/logo.png")).meta("og:image"), ["https://cdn.example/logo.png"]);
    let none = page(None);
    assert_eq!(none.meta("og:image"), [] as [&str; 0]);
    assert_eq!(none.linked_data("NewsArticle")["publisher"].get("logo"), None);
}
