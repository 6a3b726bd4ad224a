//! A newspaper made up for one test.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use journal::model::{Article, Document, Front, Ranking, Teaser};
use journal::route::Route;
use press::content::inventory::Inventory;
use press::diagnostics::failure::Failure;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;

/// A newspaper made up for one test, in a separate folder.
pub struct Paper {
    content: PathBuf,
    views: BTreeMap<String, Vec<Option<u64>>>,
}

const SITE: &str = r##"base_url = "https://paper.example/"
name = "The Small Paper"
tagline = "All that fits"
description = "A newspaper for tests."
language = "en"
time_zone = "Europe/Kyiv"
page_size = 3

[[sections]]
slug = "war"
name = "War"
colour = "#9b2226"

[[sections]]
slug = "culture"
name = "Culture"
colour = "#7b2d6f"
"##;

impl Paper {
    /// A newspaper with two sections, one author and no stories.
    pub fn named(name: &str) -> Paper {
        let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers").join(name).join("content");
        if content.exists() {
            fs::remove_dir_all(&content).unwrap();
        }
        let paper = Paper { content, views: BTreeMap::new() };
        paper.write("site.toml", SITE);
        paper.write("about.md", "+++\ntitle = \"About\"\n+++\n");
        paper.write("authors/jane.md", "+++\nname = \"Jane\"\n+++\n");
        paper
    }

    /// Adds a story at `<section>/<slug>` with these lines of front matter.
    pub fn story(self, address: &str, matter: &str) -> Paper {
        let text = format!("+++\ntitle = \"{address}\"\nauthors = [\"jane\"]\n{matter}\n+++\nThe text of {address}.\n");
        self.write(&format!("{address}/index.md"), &text);
        self
    }

    /// Adds a file.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Paper {
        self.write(name, content);
        self
    }

    /// Adds views for the story at `<section>/<slug>`.
    pub fn views(self, address: &str, views: u64) -> Paper {
        self.views_in_a_week(address, views, None)
    }

    /// Adds views for the story at `<section>/<slug>`, now and a week ago.
    pub fn views_in_a_week(mut self, address: &str, views: u64, a_week_ago: Option<u64>) -> Paper {
        self.views.insert(format!("/{address}/"), vec![Some(views), a_week_ago]);
        self.write_views(&["2026-11-24T06:00:00Z", "2026-11-17T07:00:00Z"], &self.views);
        self
    }

    /// Adds a pull at 9:00 UTC, with the views of each story multiplied by `times`.
    pub fn read_again(self, times: u64) -> Paper {
        let mut views = self.views.clone();
        for row in views.values_mut() {
            row.insert(0, row[0].map(|views| views * times));
        }
        self.write_views(&["2026-11-24T09:00:00Z", "2026-11-24T06:00:00Z", "2026-11-17T07:00:00Z"], &views);
        self
    }

    fn write_views(&self, pulls: &[&str], views: &BTreeMap<String, Vec<Option<u64>>>) {
        self.write("views.json", serde_json::json!({ "pulls": pulls, "views": views }).to_string());
    }

    /// Adds nine much-read stories from 2010, which fill Top article.
    pub fn with_a_full_top(mut self) -> Paper {
        for number in 10..=18 {
            let address = format!("war/top{number}");
            self = self.story(&address, &format!("date = 2010-01-{number}")).views(&address, 1_000);
        }
        self
    }

    /// The document of a page.
    pub fn page(&self, route: &Route) -> Option<Document> {
        self.edition().documents().unwrap().into_iter().find(|(found, _)| found == route).map(|(_, document)| document)
    }

    /// The front page.
    pub fn front(&self) -> Front {
        match self.page(&Route::Front { page: 1 }) {
            Some(Document::Front(front)) => front,
            other => panic!("not a front page: {other:?}"),
        }
    }

    /// The story at `<section>/<slug>`.
    pub fn story_page(&self, address: &str) -> Article {
        match self.page(&Route::parse(&format!("/{address}/")).unwrap()) {
            Some(Document::Story(article)) => *article,
            other => panic!("not a story: {other:?}"),
        }
    }

    /// The stories related to the one at `<section>/<slug>`, by slug.
    pub fn related(&self, address: &str) -> Vec<String> {
        let mut related = slugs(&self.story_page(address).related);
        related.retain(|slug| !slug.starts_with("top"));
        related
    }

    /// The newest stories, by slug.
    pub fn search(&self) -> Vec<String> {
        match self.page(&Route::Search) {
            Some(Document::Search(search)) => slugs(&search.newest),
            other => panic!("not a search page: {other:?}"),
        }
    }

    /// The stories of Top article, by slug, and what they are ranked by.
    pub fn ranking(&self) -> (Ranking, Vec<String>) {
        let site = self.edition().site;
        (site.ranking, slugs(&site.top))
    }

    /// The stories of Top article, by slug.
    pub fn top(&self) -> Vec<String> {
        self.ranking().1
    }

    /// The HTML of a text in this language.
    pub fn prose(name: &str, language: &str, text: &str) -> String {
        let matter =
            format!("+++\ntitle = \"T\"\nauthors = [\"jane\"]\ndate = 2024-05-01\nlanguage = \"{language}\"\n+++\n");
        Paper::named(name).file("war/a/index.md", matter + text).story_page("war/a").body
    }

    /// What stops the edition.
    pub fn mistakes(&self) -> String {
        match self.read() {
            Err(mistakes) => mistakes.to_string(),
            Ok(_) => String::new(),
        }
    }

    /// The paths of all stories.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = self.edition().stories.iter().map(|story| story.path.clone()).collect();
        paths.sort();
        paths
    }

    /// The whole edition as text.
    pub fn written(&self) -> String {
        let edition = self.edition();
        let pages: Vec<_> =
            edition.documents().unwrap().into_iter().map(|(route, document)| (route.path(), document)).collect();
        serde_json::to_string(&(&edition.site, pages)).unwrap()
    }

    pub fn edition(&self) -> Edition {
        self.read().unwrap_or_else(|mistakes| panic!("{mistakes}"))
    }

    fn read(&self) -> Result<Edition, Failure> {
        let clock = Clock::read(Some("2026-11-24T12:00:00+02:00")).unwrap();
        let cache = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        let inventory = Inventory::take(&self.content);
        let pictures = Pictures::develop(&inventory, &self.content, &cache).unwrap();
        let options = EditionOptions { content: &self.content, base: "", clock: &clock, drafts: false };
        read_edition(&inventory, &options, &pictures, &mut StoryCache::default())
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.content.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// The slugs of some stories.
pub fn slugs(teasers: &[Teaser]) -> Vec<String> {
    teasers.iter().map(|teaser| teaser.slug.clone()).collect()
}
