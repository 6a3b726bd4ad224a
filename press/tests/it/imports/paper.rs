//! A newspaper in a folder of its own, and small exports to import into it.

use std::fmt::Write;
use std::ops::Deref;
use std::path::Path;

use press::commands::import::{Import, Program};
use press::content::inventory::Inventory;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;

use super::raw_markup::{email_addresses, raw_markup};
use crate::folder::Folder;

const SITE: &str = include_str!("../../imports/wordpress/content/site.toml");
const ABOUT: &str = include_str!("../../imports/wordpress/content/about.md");

/// A newspaper with the sections `harbour` and `town`, without stories.
pub struct Paper(Folder);

impl Deref for Paper {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Paper {
    /// The newspaper of the test `name`.
    pub fn of(name: &str) -> Paper {
        let folder = Folder::empty(Path::new("imports/papers").join(name));
        folder.write("content/site.toml", SITE);
        folder.write("content/about.md", ABOUT);
        Paper(folder)
    }

    /// An import of an export into the newspaper.
    pub fn order(&self, program: Program, export: impl AsRef<[u8]>) -> Import {
        self.write("export", export);
        let pictures = self.path("uploads");
        Import {
            program,
            export: self.path("export"),
            pictures: pictures.is_dir().then_some(pictures),
            content: self.path("content"),
            sections: Vec::new(),
            default_section: Some(String::from("town")),
            address: None,
            types: Vec::new(),
            comments: None,
        }
    }

    /// Imports a WordPress export, and returns the report.
    pub fn import(&self, export: &str) -> String {
        self.run(self.order(Program::Wordpress, export))
    }

    /// Runs an import. A second run must change nothing, and no reader may see raw markup or the email address of a
    /// person.
    pub fn run(&self, import: Import) -> String {
        let report = import.run().unwrap().to_string();
        let first = super::desk::tree(&self.path("content"));
        let again = import.run().unwrap().to_string();
        assert!(again.starts_with("press: written: 0 stories, 0 authors, 0 pictures\n"), "{again}");
        assert!(first == super::desk::tree(&self.path("content")), "a second run changed something");
        let edition = self.edition();
        assert_eq!(raw_markup(&edition), [] as [&str; 0]);
        assert_eq!(email_addresses(&edition), [] as [&str; 0]);
        report
    }

    /// The edition that press makes of the content.
    pub fn edition(&self) -> Edition {
        let clock = Clock::read(Some("2026-11-24T12:00:00+02:00")).unwrap();
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        let content = self.path("content");
        let inventory = Inventory::take(&content);
        let pictures = Pictures::develop(&inventory, &content, &cache).unwrap();
        let options = EditionOptions { content: &content, base: "", clock: &clock, drafts: false };
        let edition = read_edition(&inventory, &options, &pictures, &mut StoryCache::default());
        edition.unwrap_or_else(|mistakes| panic!("{mistakes}"))
    }

    /// The text of a story after its front matter.
    pub fn text(&self, story: &str) -> String {
        let file = self.read(&format!("content/{story}/index.md"));
        String::from(file.split("\n+++\n").nth(1).unwrap().trim())
    }
}

/// A WordPress export with these elements of the channel.
pub fn wxr(elements: &str) -> String {
    format!("<rss><channel><wp:base_blog_url>https://old.example</wp:base_blog_url>{elements}</channel></rss>")
}

/// An item of a WordPress export: a published story with this slug and text, and more elements.
pub fn story(slug: &str, text: &str, more: &str) -> String {
    let number = 100 + slug.bytes().map(usize::from).sum::<usize>();
    let text = text.replace("]]>", "]]]]><![CDATA[>");
    format!(
        "<item><title>The story {slug}</title><link>https://old.example/{slug}/</link>\
         <content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>\
         <wp:post_date>2024-01-01 10:00:00</wp:post_date><wp:status>publish</wp:status>\
         <wp:post_name>{slug}</wp:post_name>{more}{}</item>",
        if more.contains("wp:post_type") { "" } else { "<wp:post_type>post</wp:post_type>" }
    )
}

/// Metadata of an item.
pub fn metas(entries: &[(&str, &str)]) -> String {
    entries.iter().fold(String::new(), |mut out, (key, value)| {
        let start = format!("<wp:postmeta><wp:meta_key>{key}</wp:meta_key>");
        write!(out, "{start}<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>").unwrap();
        out
    })
}

/// A label of an item.
pub fn label(domain: &str, slug: &str, name: &str) -> String {
    format!("<category domain=\"{domain}\" nicename=\"{slug}\"><![CDATA[{name}]]></category>")
}
