//! The newspaper in `dist/`, read from the documents next to its pages. The tests choose stories by their properties,
//! so that editors can change the content without changing a test.

use std::fs;
use std::path::Path;

use journal::model::{Article, Document, MastheadSheet, SectionPage, Sheet, Site};
use journal::route::Route;

use crate::server::dist;

/// An address that does not exist.
pub const NOWHERE: &str = "/no-such-section/no-such-story/";

/// The newspaper as press wrote it.
pub struct Paper {
    pub site: Site,
    /// Every page's path and document.
    pub pages: Vec<(String, Document)>,
}

impl Paper {
    pub fn read() -> Paper {
        let dist = dist();
        let text = fs::read_to_string(dist.join("site.json")).expect("site.json");
        let sheet: MastheadSheet = serde_json::from_str(&text).expect("the newspaper");
        let mut pages = Vec::new();
        collect(&dist, "/", &mut pages);
        pages.sort_by(|one, other| one.0.cmp(&other.0));
        Paper { site: sheet.site, pages }
    }

    pub fn document(&self, path: &str) -> &Document {
        let page = self.pages.iter().find(|(known, _)| known == path);
        &page.unwrap_or_else(|| panic!("the newspaper has no page at {path}")).1
    }

    pub fn stories(&self) -> impl Iterator<Item = &Article> {
        self.pages.iter().filter_map(|(_, document)| match document {
            Document::Story(article) => Some(article.as_ref()),
            _ => None,
        })
    }

    /// The first story that is `wanted`; `what` describes it, as in "with a footnote".
    pub fn story(&self, what: &str, wanted: impl Fn(&Article) -> bool) -> &Article {
        self.stories().find(|article| wanted(article)).unwrap_or_else(|| panic!("the newspaper has no story {what}"))
    }

    /// The reference story.
    pub fn reference(&self) -> &Article {
        self.story("that was read 668 times", |article| article.views == Some(668))
    }

    /// A story longer than any window of the tests, with a picture and related stories.
    pub fn long_story(&self) -> &Article {
        self.story("with a long text, a picture and related stories", |article| {
            article.body.len() > 4000 && article.picture.is_some() && article.related.len() > 1
        })
    }

    /// A story with a footnote.
    pub fn annotated_story(&self) -> &Article {
        self.story("with a footnote", |article| article.body.contains("href=\"#fn-1\""))
    }

    /// The story at the address of a teaser or a link.
    pub fn story_at(&self, path: &str) -> &Article {
        match self.document(path) {
            Document::Story(article) => article,
            _ => panic!("{path} is not a story"),
        }
    }

    /// The first page of the section with the most pages.
    pub fn largest_section(&self) -> &SectionPage {
        let sections = self.pages.iter().filter_map(|(_, document)| match document {
            Document::Section(page) if page.listing.page == 1 => Some(page),
            _ => None,
        });
        sections.max_by_key(|page| page.listing.older).expect("a section")
    }

    /// The month in which the reference story was published, in the form used in addresses.
    pub fn month(&self) -> String {
        self.reference().published.iso[..7].replace('-', "/")
    }

    /// A page of every kind: its description and its path.
    pub fn kinds(&self) -> Vec<(&'static str, String)> {
        let section = &self.largest_section().section;
        let plain = self.story("without a picture", |article| article.picture.is_none()).route();
        let author = self.reference().authors.first().expect("an author").slug.clone();
        let tag = self.reference().tags.first().expect("a tag").slug.clone();
        let routes = [
            ("the front page", Route::Front { page: 1 }),
            ("the second front page", Route::Front { page: 2 }),
            ("a section", Route::Section { section: section.clone(), page: 1 }),
            ("the second page of a section", Route::Section { section: section.clone(), page: 2 }),
            ("a story with a picture", self.reference().route()),
            ("a story without a picture", plain),
            ("a story with footnotes", self.annotated_story().route()),
            ("an author", Route::Author { author, page: 1 }),
            ("a tag", Route::Tag { tag, page: 1 }),
            ("the corrections page", Route::Corrections),
            ("the search page", Route::Search),
            ("the archive", Route::Archive { period: String::new() }),
            ("a year of the archive", Route::Archive { period: self.month()[..4].into() }),
            ("a month of the archive", Route::Archive { period: self.month() }),
            ("the saved stories", Route::Saved),
            ("the about page", Route::About),
        ];
        let known = routes.into_iter().map(|(kind, route)| (kind, route.path()));
        known.chain([("the not-found page", NOWHERE.into())]).collect()
    }
}

fn collect(folder: &Path, path: &str, pages: &mut Vec<(String, Document)>) {
    if folder.join("index.html").is_file() {
        let text = fs::read_to_string(folder.join("index.json"));
        let text = text.unwrap_or_else(|error| panic!("the page {path} has no document: {error}"));
        let sheet: Sheet = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}index.json: {error}"));
        // A redirect from a former address is not a page of the newspaper.
        if !matches!(sheet.document, Document::Moved(_)) {
            pages.push((path.into(), sheet.document));
        }
    }
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let name = entry.file_name();
            collect(&entry.path(), &format!("{path}{}/", name.to_string_lossy()), pages);
        }
    }
}
