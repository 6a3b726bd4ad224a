//! A hand-made newspaper and its documents.

use journal::components::{Corrected, corrected};
use journal::model::{
    ArchiveMonth, ArchivePage, Article, Correction, Document, Front, Heading, Image, Listing, Moment, Network,
    PageLink, Picture, PlainPage, Ranking, SearchPage, SectionPage, Site, Strip, Subject, SubjectPage, Teaser,
};

/// All networks that a newspaper can configure.
pub const NETWORKS: [Network; 7] = [
    Network::Facebook,
    Network::X,
    Network::Telegram,
    Network::Whatsapp,
    Network::Linkedin,
    Network::Bluesky,
    Network::Email,
];

pub fn site() -> Site {
    let section = |slug: &str, name: &str| Subject { slug: slug.into(), name: name.into() };
    let link = |label: &str, href: &str| PageLink { label: label.into(), href: href.into(), language: None };
    Site {
        name: "The Test Paper".into(),
        tagline: "All that fits".into(),
        description: "A newspaper for tests.".into(),
        language: "en".into(),
        address: "https://paper.example".into(),
        base: String::new(),
        home: None,
        sections: vec![section("diplomacy", "Diplomacy"), section("war", "War"), section("culture", "Culture")],
        share: NETWORKS.to_vec(),
        follow: vec![link("Telegram", "https://t.me/example")],
        footer: vec![link("Imprint", "/about/#imprint"), link("Write to us", "mailto:desk@paper.example")],
        top: (1..=3).map(|number| top_teaser(number, 12_345 / u64::from(number))).collect(),
        edition: moment("2026-11-24T12:00:00+02:00", "24 November 2026"),
        ranking: Ranking::Ever,
        counter: None,
        unpressed_stories: false,
    }
}

/// [`site`] below a path.
pub fn site_below(base: &str) -> Site {
    Site { base: base.into(), address: format!("https://paper.example{base}"), ..site() }
}

pub fn moment(iso: &str, date: &str) -> Moment {
    Moment { iso: iso.into(), date: date.into() }
}

pub fn image(name: &str) -> Image {
    let name = format!("/assets/{name}.0011223344556677");
    Image { name, width: 1600, height: 900, colour: Some("#3a5f7d".into()) }
}

/// A story with a picture, a summary and views.
pub fn teaser(section: &str, slug: &str) -> Teaser {
    Teaser {
        section: section.into(),
        slug: slug.into(),
        headline: format!("The headline of {slug}"),
        summary: format!("What {slug} is about."),
        published: moment("2024-10-11T14:05:00+03:00", "11 October 2024"),
        image: Some(image(slug)),
        views: Some(668),
        language: None,
    }
}

/// A story with only a headline and a date.
pub fn plain_teaser(section: &str, slug: &str) -> Teaser {
    Teaser { summary: String::new(), image: None, views: None, ..teaser(section, slug) }
}

/// A story in Top article, where it has no summary.
pub fn top_teaser(number: u32, views: u64) -> Teaser {
    Teaser { summary: String::new(), views: Some(views), ..teaser("war", &format!("top-{number}")) }
}

/// A page of a list. Page 1 has the newest stories. After it come page `pages` and so on down to page 2, the oldest.
pub fn listing(page: u32, pages: u32) -> Listing {
    let teasers = vec![teaser("war", &format!("first-of-{page}")), plain_teaser("culture", &format!("last-of-{page}"))];
    let newer = if page == pages { 1 } else { page + 1 };
    let older = if page == 1 { pages } else { page - 1 };
    let span = if pages > 1 { String::from("1 June 2024 – 11 October 2024") } else { String::new() };
    Listing { teasers, page, span, newer: (page > 1).then_some(newer), older: Some(older).filter(|older| *older > 1) }
}

pub fn author(slug: &str, name: &str) -> Subject {
    Subject { slug: slug.into(), name: name.into() }
}

/// A story without anything optional.
pub fn plain_article() -> Article {
    Article {
        section: "war".into(),
        slug: "plain".into(),
        headline: "A plain story".into(),
        standfirst: None,
        summary: "Nothing but text.".into(),
        language: None,
        unpublished: false,
        published: moment("2026-11-20T09:00:00+02:00", "20 November 2026"),
        updated: None,
        years_old: 0,
        authors: vec![author("city-desk", "City Desk")],
        tags: Vec::new(),
        reading_minutes: 1,
        views: None,
        earlier_views: 0,
        formerly: Vec::new(),
        translations: Vec::new(),
        picture: None,
        contents: Vec::new(),
        corrections: Vec::new(),
        related: Vec::new(),
        body: "<p>Nothing but text.</p>".into(),
    }
}

/// A story with everything that a story can have. It is also in Top article.
pub fn full_article() -> Article {
    let correction = |iso: &str, date: &str, text: &str| Correction { date: moment(iso, date), text: text.into() };
    Article {
        slug: "top-2".into(),
        headline: "A story with everything".into(),
        standfirst: Some("One sentence below the headline.".into()),
        summary: "All of it.".into(),
        published: moment("2023-10-11T14:05:00+03:00", "11 October 2023"),
        updated: Some(moment("2023-10-12T09:30:00+03:00", "12 October 2023")),
        years_old: 3,
        authors: vec![author("jane-roe", "Jane Roe"), author("city-desk", "City Desk")],
        tags: vec![tag("port", "Port"), tag("black-sea", "Black Sea")],
        reading_minutes: 7,
        views: Some(12_345),
        formerly: vec!["/war/once/".into()],
        translations: vec![PageLink {
            language: Some("uk".into()),
            label: "Читати українською".into(),
            href: "/war/istoriia/".into(),
        }],
        picture: Some(picture()),
        contents: vec![Heading { id: "steps".into(), text: "Steps".into() }],
        corrections: vec![
            correction("2023-10-13T00:00:00+03:00", "13 October 2023", "There are 192 steps, not 200."),
            correction("2023-11-01T00:00:00+02:00", "1 November 2023", "The port is older."),
        ],
        related: vec![teaser("diplomacy", "related"), plain_teaser("culture", "also-related")],
        body: "<p>The first words.</p><h2 id=\"steps\" tabindex=\"-1\">Steps</h2><p>192 of them.</p>".into(),
        ..plain_article()
    }
}

pub fn tag(slug: &str, name: &str) -> Subject {
    Subject { slug: slug.into(), name: name.into() }
}

/// A story in a language other than the newspaper's.
pub fn ukrainian_article() -> Article {
    Article {
        slug: "skhody".into(),
        headline: "Як збудували сходи".into(),
        language: Some("uk".into()),
        published: moment("2025-11-01T08:00:00+02:00", "1 листопада 2025 р."),
        years_old: 1,
        views: Some(1),
        body: "<p>Сходи мають 192 сходинки.</p>".into(),
        ..plain_article()
    }
}

pub fn picture() -> Picture {
    Picture {
        image: image("lead"),
        alt: "A harbour at dawn".into(),
        caption: Some("The harbour, seen from the steps".into()),
        credit: Some("Photo: City Desk".into()),
    }
}

pub fn front(page: u32) -> Document {
    let first = page == 1;
    let mut latest = listing(page, 2);
    if first {
        latest.teasers.extend([teaser("war", "third"), plain_teaser("war", "fourth")]);
    }
    let strip = |section: &str| Strip {
        section: section.into(),
        description: Some("What the section is about".into()),
        teasers: vec![teaser(section, "in-strip")],
    };
    Document::Front(Front {
        lead: first.then(|| teaser("diplomacy", "lead")),
        latest,
        strips: if first { vec![strip("diplomacy"), strip("war")] } else { Vec::new() },
    })
}

pub fn section(page: u32, pages: u32) -> Document {
    Document::Section(SectionPage { section: "war".into(), listing: listing(page, pages) })
}

/// A correction of an English story and one of a Ukrainian story.
pub fn corrections() -> Vec<Corrected> {
    let corrected = |slug: &str, headline: &str, language: Option<&str>, date: &str, text: &str| Corrected {
        section: "war".into(),
        slug: slug.into(),
        headline: headline.into(),
        language: language.map(Into::into),
        correction: Correction { date: moment("2026-11-01T00:00:00+02:00", date), text: text.into() },
    };
    vec![
        corrected("top-2", "A story with everything", None, "1 November 2026", "The port is older."),
        corrected("skhody", "Як збудували сходи", Some("uk"), "1 листопада 2026 р.", "Сходинок 192."),
    ]
}

pub fn corrections_page(site: &Site, corrections: &[Corrected]) -> Document {
    Document::Corrections(PlainPage {
        headline: "Corrections".into(),
        summary: "What the newspaper has put right.".into(),
        body: corrected(site, corrections).into_string(),
    })
}

pub fn author_page() -> SubjectPage {
    SubjectPage {
        subject: author("jane-roe", "Jane Roe"),
        role: Some("Correspondent".into()),
        bio: "<p>Writes about the <em>sea</em>.</p>".into(),
        listing: listing(2, 2),
    }
}

pub fn story(article: Article) -> Document {
    Document::Story(Box::new(article))
}

/// A document of every kind in every state that makes a difference, by the name of its snapshot.
pub fn all() -> Vec<(&'static str, Document)> {
    let empty = Listing { teasers: Vec::new(), page: 1, span: String::new(), newer: None, older: None };
    let unknown_author = SubjectPage {
        subject: author("city-desk", "City Desk"),
        role: None,
        bio: String::new(),
        listing: listing(1, 1),
    };
    let about = PlainPage {
        headline: "About the paper".into(),
        summary: "Who we are.".into(),
        body: "<p>Two people.</p><h2 id=\"imprint\" tabindex=\"-1\">Imprint</h2><p>Odesa.</p>".into(),
    };
    vec![
        ("front-1", front(1)),
        ("front-2", front(2)),
        ("front-without-stories", Document::Front(Front { lead: None, latest: empty, strips: Vec::new() })),
        ("section-only-page", section(1, 1)),
        ("section-first-page", section(1, 3)),
        ("section-middle-page", section(2, 3)),
        ("section-last-page", section(3, 3)),
        ("story-with-everything", story(full_article())),
        ("story-with-nothing-optional", story(plain_article())),
        ("story-in-another-language", story(ukrainian_article())),
        ("story-not-published", story(Article { unpublished: true, ..plain_article() })),
        ("author-with-bio", Document::Author(author_page())),
        ("author-without-bio", Document::Author(unknown_author)),
        (
            "search",
            Document::Search(SearchPage { newest: vec![teaser("war", "new"), plain_teaser("culture", "newer")] }),
        ),
        (
            "archive-of-a-month",
            Document::Archive(ArchivePage {
                period: "2024/10".into(),
                title: "October 2024".into(),
                years: vec![vec![
                    PageLink { label: "Archive".into(), href: "/archive/".into(), language: None },
                    PageLink { label: "October 2024".into(), href: "/archive/2024/10/".into(), language: None },
                ]],
                months: Vec::new(),
                stories: vec![teaser("war", "first"), plain_teaser("culture", "second")],
                earlier: Some(PageLink { label: "July 2024".into(), href: "/archive/2024/07/".into(), language: None }),
                later: None,
            }),
        ),
        (
            "archive-of-a-year",
            Document::Archive(ArchivePage {
                period: "2024".into(),
                title: "2024".into(),
                years: vec![vec![PageLink { label: "Archive".into(), href: "/archive/".into(), language: None }]],
                months: vec![ArchiveMonth {
                    link: PageLink {
                        label: "October 2024 (2)".into(),
                        href: "/archive/2024/10/".into(),
                        language: None,
                    },
                    stories: vec![teaser("war", "first"), plain_teaser("culture", "second")],
                }],
                stories: Vec::new(),
                earlier: None,
                later: None,
            }),
        ),
        (
            "tag",
            Document::Tag(SubjectPage {
                subject: tag("black-sea", "Black Sea"),
                role: None,
                bio: String::new(),
                listing: listing(1, 2),
            }),
        ),
        ("corrections", corrections_page(&site(), &corrections())),
        ("corrections-none", corrections_page(&site(), &[])),
        ("about", Document::About(about)),
        ("saved", Document::Saved),
        ("missing", Document::Missing),
    ]
}
