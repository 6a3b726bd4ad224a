//! What other programs read: feeds, sitemaps, robots.txt.

use std::collections::BTreeSet;

use feed_rs::model::{Entry, Feed};
use journal::model::{Article, Document, Image};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::press_room::{PLAIN, Room};

fn feed(room: &Room, file: &str) -> Feed {
    feed_rs::parser::parse(room.read(&format!("site{file}")).as_bytes())
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn stories(room: &Room) -> Vec<Article> {
    let story = |(_, document): (journal::route::Route, Document)| match document {
        Document::Story(article) => Some(*article),
        _ => None,
    };
    room.edition("").documents().unwrap().into_iter().filter_map(story).collect()
}

fn base(room: &Room) -> String {
    room.edition("").site.address
}

/// The text of HTML, as a reader sees it.
fn words(html: &str) -> String {
    scraper::Html::parse_fragment(html).root_element().text().collect()
}

/// Asserts that a feed has these stories, and says of each what its page says.
fn expect(room: &Room, file: &str, expected: &[&Article]) {
    let Feed { entries, .. } = feed(room, file);
    let address = base(room);
    let addresses: Vec<String> = expected.iter().map(|article| address.clone() + &article.route().path()).collect();
    assert_eq!(entries.iter().map(|entry| entry.links[0].href.clone()).collect::<Vec<_>>(), addresses, "{file}");
    for (entry, article) in entries.iter().zip(expected) {
        let Entry { title, published, authors, summary, .. } = entry;
        assert_eq!(title.as_ref().unwrap().content, article.headline);
        let time: jiff::Timestamp = article.published.iso.parse().unwrap();
        assert_eq!(published.unwrap().timestamp(), time.as_second(), "{}", article.headline);
        let names: Vec<&str> = authors.iter().filter_map(|author| author.name.as_deref()).collect();
        assert_eq!(names, article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>());
        // Programs read the description in RSS as HTML, the summary in a JSON Feed as plain text.
        let summary = &summary.as_ref().unwrap().content;
        let read = if file.ends_with("xml") { words(summary) } else { summary.clone() };
        assert_eq!(read, article.summary, "{file}");
        assert_eq!(entry.id, addresses[expected.iter().position(|it| it == article).unwrap()]);
        let tags: BTreeSet<&str> = entry.categories.iter().map(|category| category.term.as_str()).collect();
        assert_eq!(tags.len(), entry.categories.len(), "each tag appears once: {:?}", entry.categories);
        assert!(article.tags.iter().all(|tag| tags.contains(tag.name.as_str())), "{tags:?}");
        if let Some(changed) = article.changed() {
            let said = match file.ends_with("xml") {
                true => format!("<atom:updated>{}</atom:updated>", changed.iso),
                false => format!("\"date_modified\":\"{}\"", changed.iso),
            };
            assert!(room.read(&format!("site{file}")).contains(&said), "{file}: {said}");
        }
        let text = entry.content.as_ref().and_then(|content| content.body.as_ref()).unwrap();
        // The text stands on its own: it has no addresses relative to the feed reader's own page.
        assert!(!text.contains("=\"/") && !text.contains("srcset") && !text.contains("class="), "{text}");
        let corrected = article.corrections.iter().all(|correction| words(text).contains(&correction.text));
        assert!(corrected, "a corrected story includes its corrections: {text}");
        if let Some(picture) = &article.picture {
            let file = picture.image.address(picture.image.width, Image::JPEG);
            assert!(text.contains(&format!("src=\"{address}{file}\"")), "{text}");
            assert!(room.path(&format!("site{file}")).is_file());
        }
    }
}

#[test]
fn feeds_of_newspaper_sections_and_authors_say_what_the_pages_say() {
    let room = Room::with_site("feeds");
    let all = stories(&room);
    let of = |is_in: &dyn Fn(&Article) -> bool| all.iter().filter(|article| is_in(article)).collect::<Vec<_>>();
    for kind in ["xml", "json"] {
        expect(&room, &format!("/feed.{kind}"), &of(&|_| true));
        expect(&room, &format!("/town/feed.{kind}"), &of(&|article| article.section == "town"));
        let by_jane = of(&|article| article.authors.iter().any(|author| author.slug == "jane"));
        assert!(!by_jane.is_empty() && by_jane.len() < all.len());
        expect(&room, &format!("/author/jane/feed.{kind}"), &by_jane);
    }
    let harbour = feed(&room, "/harbour/feed.xml");
    let site = room.edition("").site;
    assert_eq!(harbour.title.unwrap().content, format!("{}: {}", site.name, site.section_name("harbour")));
    assert_eq!(harbour.language.as_deref(), Some(site.language.as_str()));
    // The size of a picture is that of its file.
    let with_picture = feed(&room, "/feed.xml").entries.into_iter().find(|entry| !entry.media.is_empty()).unwrap();
    let content = &with_picture.media[0].content[0];
    let file = content.url.as_ref().unwrap().as_str().replace(&site.address, "site");
    assert_eq!(content.size, Some(std::fs::metadata(room.path(&file)).unwrap().len()));
}

#[test]
fn every_page_links_to_its_feed() {
    let room = Room::with_site("feed-links");
    let others =
        [("/town/page/2/", "/town/"), ("/harbour/lighthouse/", "/harbour/"), ("/about/", "/"), ("/page/2/", "/")];
    let lists = ["/", "/town/", "/author/jane/", "/corrections/", "/tag/light/"].map(|page| (page, page));
    for (page, folder) in lists.into_iter().chain(others) {
        let parsed = room.page(page);
        let links = parsed.all("link[rel=alternate]");
        let links: Vec<_> = links.iter().map(|link| (link.attr("type").unwrap(), link.attr("href").unwrap())).collect();
        let expected = [
            ("application/rss+xml", format!("{folder}feed.xml")),
            ("application/feed+json", format!("{folder}feed.json")),
        ];
        assert_eq!(links, expected.iter().map(|(kind, address)| (*kind, address.as_str())).collect::<Vec<_>>());
        assert!(expected.iter().all(|(_, address)| room.path(&format!("site{address}")).is_file()));
    }
    for (address, _, page) in room.pages() {
        assert_eq!(page.all("link[rel=alternate][type='application/rss+xml']").len(), 1, "{address}");
    }
    assert!(room.page("/").all(".footer-links a[href='/feed.xml']").len() == 1);
}

#[test]
fn a_cached_story_has_its_text_in_the_feed() {
    let room = Room::named("feed-kept");
    let own = [&PLAIN[..], &["--cache", "cache"]].concat();
    room.press(&own).succeeds();
    let before = room.read("site/town/feed.xml");
    // Only the title of this story changes; the others of the section come from the cache.
    room.change("content/town/plain/index.md", "title = \"", "title = \"New: ");
    room.press(&own).succeeds();
    let after = room.read("site/town/feed.xml");
    assert_ne!(before, after);
    let texts = |feed: &str| {
        let feed = feed_rs::parser::parse(feed.as_bytes()).unwrap();
        feed.entries.into_iter().map(|entry| entry.content.unwrap().body.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&before), texts(&after));
}

/// The texts of all elements `name`. Panics if the file is not XML.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut inside, mut found) = (false, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                inside = true;
                found.push(String::new());
            }
            Event::End(end) if end.name().as_ref() == name.as_bytes() => inside = false,
            Event::Text(text) if inside => found.last_mut().unwrap().push_str(&text.decode().unwrap()),
            Event::GeneralRef(reference) if inside => {
                let text = format!("&{};", reference.decode().unwrap());
                found.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&text).unwrap());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_sitemap_lists_every_page_that_search_engines_may_index() {
    let room = Room::with_site("sitemap");
    let address = base(&room);
    let maps = elements(&room.read("site/sitemap.xml"), "loc");
    assert_eq!(maps, [address.clone() + "/sitemap-1.xml"]);
    let map = room.read("site/sitemap-1.xml");
    let listed: BTreeSet<String> = elements(&map, "loc").into_iter().collect();
    let is_public = |document: &Document| !matches!(document, Document::Search(_) | Document::Saved);
    let pages = room.edition("").documents().unwrap();
    let expected = pages.iter().filter(|(_, document)| is_public(document));
    assert_eq!(listed, expected.map(|(route, _)| address.clone() + &route.path()).collect::<BTreeSet<String>>());
    let all = stories(&room);
    let dates: BTreeSet<String> = elements(&map, "lastmod").into_iter().collect();
    let changed = |article: &Article| article.changed().unwrap_or(&article.published).iso.clone();
    assert_eq!(dates, all.iter().map(changed).collect::<BTreeSet<String>>());
    let pictures: BTreeSet<String> = elements(&map, "image:loc").into_iter().collect();
    let picture = |article: &Article| {
        let image = &article.picture.as_ref()?.image;
        Some(address.clone() + &image.address(image.width, Image::JPEG))
    };
    assert_eq!(pictures, all.iter().filter_map(picture).collect::<BTreeSet<String>>());
    assert_eq!(room.read("site/robots.txt"), format!("User-agent: *\nAllow: /\n\nSitemap: {address}/sitemap.xml\n"));
}

#[test]
fn a_long_sitemap_is_split_and_the_index_lists_the_parts() {
    let room = Room::with_site("sitemap-cut");
    let edition = room.edition("");
    let maps = press::site::sitemap::sitemaps(&edition, 7).unwrap();
    let counts: Vec<usize> = maps.iter().map(|(_, map)| elements(map, "loc").len()).collect();
    let all: usize = counts[1..].iter().sum();
    let whole = press::site::sitemap::sitemaps(&edition, press::site::sitemap::MOST).unwrap();
    assert_eq!(all, elements(&whole[1].1, "loc").len());
    assert!(counts[1..counts.len() - 1].iter().all(|count| *count == 7), "{counts:?}");
    assert_eq!(elements(&maps[0].1, "loc").len(), maps.len() - 1, "the index lists all of them");
}

#[test]
fn the_news_sitemap_lists_stories_of_the_last_two_days() {
    let room = Room::with_site("news");
    let newest = stories(&room).into_iter().next().unwrap();
    let published: jiff::Timestamp = newest.published.iso.parse().unwrap();
    let news = |hours: i64| {
        let now = (published + jiff::SignedDuration::from_hours(hours)).to_string();
        let arguments = [&PLAIN[..4], &["--now", &now]].concat();
        room.press(&arguments).succeeds();
        let is_listed = room.read("site/sitemap.xml").contains("/sitemap-news.xml");
        assert_eq!(room.path("site/sitemap-news.xml").exists(), is_listed, "a news sitemap is listed if it exists");
        is_listed.then(|| {
            let map = room.read("site/sitemap-news.xml");
            ["title", "publication_date", "language"].map(|name| elements(&map, &format!("news:{name}")))
        })
    };
    let expected = [&newest.headline, &newest.published.iso, "en"].map(|text| vec![String::from(text)]);
    assert_eq!(news(47), Some(expected));
    assert_eq!(news(48), None, "search engines report a sitemap without stories as an error");

    // The protocol has languages without countries.
    room.change("content/site.toml", "language = \"en\"", "language = \"en-GB\"");
    assert_eq!(news(46).unwrap()[2], ["en"]);
}

#[test]
fn a_description_with_html_characters_is_shown_as_written() {
    let room = Room::named("feed-html");
    let plain = "content/town/plain/index.md";
    let summary = "Use <b>bold</b> & <img src=x onerror=alert(1)> when 5 <6 &amp; 7 > 2";
    let correction = "Not <i>italic</i> & 5 <6.";
    let front = format!(
        "description = '{summary}'\ncorrections = [{{ date = 2024-10-13, text = '{correction}' }}]\ntitle = \""
    );
    room.change(plain, "title = \"", &front);
    room.press(&PLAIN).succeeds();
    let of = |file: &str| {
        let entry = feed(&room, file).entries.into_iter().find(|entry| entry.links[0].href.ends_with("/town/plain/"));
        entry.unwrap().summary.unwrap().content
    };
    assert_eq!(words(&of("/feed.xml")), summary);
    assert_eq!(of("/feed.json"), summary);
    assert_eq!(words(&of("/corrections/feed.xml")), correction);
    // The same applies to the description of the newspaper.
    assert_eq!(words(&feed(&room, "/feed.xml").description.unwrap().content), room.edition("").site.description);
}
