//! A newspaper in Ukrainian is in Ukrainian everywhere, and a story in another language has an interface in its own.

use journal::archive::LoadError;
use journal::components::{failure, help, reading_panel, resume};
use journal::head::Head;
use journal::model::{
    Article, Document, Front, Listing, PageLink, SearchPage, SectionPage, Site, Strip, Subject, SubjectPage, Teaser,
};
use journal::words::Words;
use scraper::{ElementRef, Html, Node};

use super::documents::{all, author, author_page, full_article, plain_article, site, story, ukrainian_article};
use super::render::{self, body_of, parsed, text_of};
use super::snapshot::expect_html;

/// Words that are the same in every language: names, keys, sample letters.
const NAMES: [&str; 12] =
    ["Facebook", "X", "Telegram", "WhatsApp", "LinkedIn", "Bluesky", "JavaScript", "j", "k", "s", "A", "B"];

const DAY: &str = "11 жовтня 2024 р.";

fn newspaper() -> Site {
    let section = |slug: &str, name: &str| Subject { slug: slug.into(), name: name.into() };
    Site {
        name: "Одеська газета".into(),
        tagline: "Минуле, сьогодення, майбутнє".into(),
        description: "Газета для перевірки.".into(),
        language: "uk".into(),
        sections: vec![section("war", "Війна"), section("culture", "Культура"), section("diplomacy", "Дипломатія")],
        footer: vec![PageLink {
            label: "Вихідні дані".into(), href: "/about/#imprint".into(), language: None
        }],
        top: site().top.iter().map(translated).collect(),
        edition: journal::model::Moment { date: "24 листопада 2026 р.".into(), ..site().edition },
        ..site()
    }
}

fn translated(teaser: &Teaser) -> Teaser {
    let mut teaser = teaser.clone();
    teaser.headline = "Заголовок".into();
    teaser.summary = "Про що йдеться.".into();
    teaser.published.date = DAY.into();
    teaser
}

fn listing(listing: Listing) -> Listing {
    let span = String::from("1 червня 2024 р. – 11 жовтня 2024 р.");
    Listing { teasers: listing.teasers.iter().map(translated).collect(), span, ..listing }
}

fn article(article: Article) -> Article {
    let mut article = article;
    article.language = None;
    article.headline = "Заголовок".into();
    article.standfirst = Some("Під заголовком.".into());
    article.published.date = DAY.into();
    article.updated.iter_mut().for_each(|updated| updated.date = DAY.into());
    article.authors = vec![author("desk", "Відділ міста")];
    article.contents.iter_mut().for_each(|heading| heading.text = "Сходи".into());
    if let Some(picture) = &mut article.picture {
        picture.alt = "Порт".into();
        picture.caption = Some("Порт зранку".into());
        picture.credit = Some("Малюнок редакції".into());
    }
    for correction in &mut article.corrections {
        correction.text = "Сходинок 192.".into();
        correction.date.date = DAY.into();
    }
    for tag in &mut article.tags {
        tag.name = "Порт".into();
    }
    article.related = article.related.iter().map(translated).collect();
    article.body = "<p>Перші слова.</p><h2 id=\"steps\" tabindex=\"-1\">Сходи</h2>".into();
    article
}

/// The document with everything that an editor writes in Ukrainian.
fn document(document: Document) -> Document {
    match document {
        Document::Front(front) => Document::Front(Front {
            lead: front.lead.as_ref().map(translated),
            latest: listing(front.latest),
            strips: front
                .strips
                .into_iter()
                .map(|strip| Strip {
                    description: Some("Про що ця рубрика".into()),
                    teasers: strip.teasers.iter().map(translated).collect(),
                    ..strip
                })
                .collect(),
        }),
        Document::Section(page) => Document::Section(SectionPage { listing: listing(page.listing), ..page }),
        Document::Story(story) => Document::Story(Box::new(article(*story))),
        Document::Author(page) => Document::Author(SubjectPage {
            subject: author("jane-roe", "Олена Приклад"),
            role: Some("Кореспондентка".into()),
            bio: "<p>Пише про море.</p>".into(),
            listing: listing(page.listing),
        }),
        Document::Tag(page) => Document::Tag(SubjectPage {
            subject: Subject { name: "Чорне море".into(), ..page.subject },
            listing: listing(page.listing),
            ..page
        }),
        Document::Search(page) => Document::Search(SearchPage { newest: page.newest.iter().map(translated).collect() }),
        Document::Archive(mut page) => {
            page.title = "жовтень 2024".into();
            let link =
                PageLink { label: "жовтень 2024".into(), href: "/archive/2024/10/".into(), language: None };
            page.years = vec![vec![link.clone()]];
            page.stories = page.stories.iter().map(translated).collect();
            for month in &mut page.months {
                month.link = link.clone();
                month.stories = month.stories.iter().map(translated).collect();
            }
            page.earlier = page.earlier.map(|_| link.clone());
            Document::Archive(page)
        }
        Document::Corrections(mut page) => {
            page.headline = "Виправлення".into();
            page.summary = "Що газета виправила.".into();
            page.body = "<p>Сходинок 192.</p>".into();
            Document::Corrections(page)
        }
        Document::About(mut about) => {
            about.headline = "Про газету".into();
            about.body = "<p>Дві людини.</p>".into();
            Document::About(about)
        }
        other => other,
    }
}

/// The words with Latin letters that a reader sees or hears.
fn foreign(html: &Html) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |text: &str| {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let latin = words.filter(|word| word.chars().any(|letter| letter.is_ascii_alphabetic()));
        found.extend(latin.filter(|word| !NAMES.contains(word)).map(String::from));
    };
    for node in html.tree.root().descendants() {
        match node.value() {
            Node::Text(text) => {
                // An address has no language.
                let is_address =
                    |around: ElementRef<'_>| around.value().classes().any(|class| class == "story-address");
                let inside = node.ancestors().filter_map(ElementRef::wrap).any(is_address);
                if !inside {
                    // The content of `noscript` is parsed as text, including its markup.
                    text.split('<').for_each(|part| look(part.rsplit('>').next().unwrap_or_default()));
                }
            }
            Node::Element(element) => {
                for name in ["aria-label", "placeholder", "title", "alt"] {
                    look(element.attr(name).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_page_of_a_ukrainian_newspaper_has_an_english_word() {
    for (name, english) in all() {
        let html = parsed(&body_of(&newspaper(), &document(english)));
        assert_eq!(foreign(&html), [] as [&str; 0], "{name}");
    }
}

#[test]
fn no_head_of_a_ukrainian_newspaper_has_an_english_word() {
    let heads = all().into_iter().map(|(name, english)| (name, Head::of(&newspaper(), &document(english))));
    for (name, head) in heads.chain([("failure", Head::of_failure(&newspaper()))]) {
        // The editor writes the summaries of stories and of the about page.
        let ours = if name.starts_with("story") || name == "about" { String::new() } else { head.description };
        for text in [head.title, ours] {
            assert!(!text.chars().any(|letter| letter.is_ascii_alphabetic()), "{name}: {text}");
        }
        assert_eq!(head.language, "uk");
    }
}

#[test]
fn no_message_of_a_ukrainian_newspaper_has_an_english_word() {
    let words = newspaper().words();
    let errors = [
        LoadError::Network,
        LoadError::NotFound,
        LoadError::Status(503),
        LoadError::NotJson,
        LoadError::Newer,
        LoadError::Unreadable,
    ];
    for error in errors {
        assert_eq!(
            foreign(&parsed(&failure(&newspaper(), error, "Рік 1794", true).into_string())),
            [] as [&str; 0],
            "{error:?}"
        );
    }
    let said = [
        words.loading(),
        words.link_copied(),
        words.copy_by_hand(),
        words.story_saved(),
        words.story_unsaved(),
        words.not_saved(),
        words.saved_empty(),
        words.new_mark(),
    ];
    for text in said {
        assert!(!text.chars().any(|letter| letter.is_ascii_alphabetic()), "{text}");
    }
}

/// The app adds the panels.
#[test]
fn no_panel_of_a_ukrainian_newspaper_has_an_english_word() {
    let panels = |words| {
        let parts = [reading_panel(words), help(words), resume(words)];
        parsed(&parts.map(|part| part.into_string()).concat())
    };
    assert_eq!(foreign(&panels(Words::Ukrainian)), [] as [&str; 0]);
    assert!(foreign(&panels(Words::English)).iter().any(|word| word == "Close"));
}

#[test]
fn the_check_for_english_words_finds_them() {
    let html = parsed(&body_of(&site(), &Document::Missing));
    let found = foreign(&html);
    for word in ["Search", "Sections", "found", "Reading", "Skip"] {
        assert!(found.iter().any(|known| known == word), "{word}: {found:?}");
    }
}

#[test]
fn pages_of_a_ukrainian_newspaper_match_their_snapshots() {
    let around = body_of(&newspaper(), &document(story(full_article())));
    expect_html("ukrainian-story", &around);
    let author = body_of(&newspaper(), &document(Document::Author(author_page())));
    expect_html("ukrainian-author", &author);
}

#[test]
fn a_ukrainian_story_of_an_english_newspaper_speaks_ukrainian_and_names_its_section_in_english() {
    let html = parsed(&body_of(&site(), &story(ukrainian_article())));
    assert_eq!(text_of(&html, ".story-facts .views"), "1 перегляд");
    assert_eq!(text_of(&html, ".age-notice"), "Цьому матеріалу понад рік. Опубліковано: 1 листопада 2025 р.");
    assert_eq!(text_of(&html, ".share.beside .share-title"), "Поділитися матеріалом");
    // Parts in the newspaper's language declare it.
    for selector in [".breadcrumb", ".story-head .kicker"] {
        assert_eq!(render::all(&html, selector)[0].attr("lang"), Some("en"), "{selector}");
    }
    assert_eq!(render::all(&html, ".breadcrumb [aria-current]")[0].attr("lang"), Some("uk"));
    assert_eq!(render::text_of(&html, ".carousel-head h2"), "Top article");
}

#[test]
fn an_english_story_of_a_ukrainian_newspaper_speaks_english() {
    let english = Article { language: Some("en".into()), views: Some(2), years_old: 2, ..plain_article() };
    let html = parsed(&body_of(&newspaper(), &story(english)));
    assert_eq!(text_of(&html, ".story-facts .views"), "2 views");
    assert_eq!(
        text_of(&html, ".age-notice"),
        "This story is more than 2 years old. It was published on 20 November 2026."
    );
    assert_eq!(text_of(&html, ".skip-link"), "Перейти до змісту");
}
