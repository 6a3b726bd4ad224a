//! Malformed and hostile exports: damaged files, and stories of random HTML. The program survives all of them, and
//! whatever it imports builds without errors.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use press::commands::import::{Import, Program};
use press::content::inventory::Inventory;
use press::edition::{EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;

const WXR: &str = include_str!("../../imports/wordpress/export.xml");
const JSON: &str = include_str!("../../imports/ghost/export.json");
const SITE: &str = include_str!("../../imports/wordpress/content/site.toml");
const ABOUT: &str = include_str!("../../imports/wordpress/content/about.md");

pub fn config(cases: u32) -> ProptestConfig {
    let regressions = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/imports/proptest-regressions.txt");
    // `PROPTEST_CASES=5000` tries more.
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
        ..ProptestConfig::default()
    }
}

/// Imports `export` into a newspaper without stories. The result must build without errors.
fn import(program: Program, export: &[u8]) -> Result<String, String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("imports/properties").join(number.to_string());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("content/site.toml"), SITE).unwrap();
    fs::write(folder.join("content/about.md"), ABOUT).unwrap();
    fs::write(folder.join("export"), export).unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports");
    let pictures = match program {
        Program::Wordpress => fixtures.join("wordpress/uploads"),
        Program::Ghost => fixtures.join("ghost/images"),
        Program::Markdown => unreachable!("markdown_properties.rs tests sites"),
    };
    let import = Import {
        program,
        export: folder.join("export"),
        pictures: Some(pictures),
        content: folder.join("content"),
        sections: Vec::new(),
        default_section: Some(String::from("town")),
        address: None,
        types: Vec::new(),
        comments: (program == Program::Wordpress).then(|| folder.join("comments.jsonl")),
    };
    let outcome = import.run();
    let outcome = match outcome {
        Ok(report) => report.to_string(),
        Err(failure) => {
            let failure = failure.to_string();
            assert!(failure.contains("remedy: "), "{failure}");
            fs::remove_dir_all(&folder).unwrap();
            return Err(failure);
        }
    };
    builds(&folder);
    fs::remove_dir_all(&folder).unwrap();
    Ok(outcome)
}

/// The content in `folder` must build without errors, and no email address be the name of an author.
pub fn builds(folder: &Path) {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let inventory = Inventory::take(&folder.join("content"));
    let pictures = Pictures::develop(&inventory, &folder.join("content"), &cache).unwrap();
    let clock = Clock::read(Some("2026-11-24T12:00:00+02:00")).unwrap();
    let content = folder.join("content");
    let options = EditionOptions { content: &content, base: "", clock: &clock, drafts: false };
    let edition = read_edition(&inventory, &options, &pictures, &mut StoryCache::default());
    if let Err(mistakes) = edition {
        panic!("in {}:\n{mistakes}", folder.display());
    }
    for (file, author) in super::desk::tree(&folder.join("content")) {
        if !file.starts_with("authors/") {
            continue;
        }
        let author = [file.as_bytes(), &author].concat();
        let author = String::from_utf8_lossy(&author);
        let names = author.split(|letter: char| !(letter.is_alphanumeric() || "@.-_+%".contains(letter)));
        let is_address = |word: &&str| {
            let Some((local, host)) = word.split_once('@') else { return false };
            let host = host.split(['+', '%', '_', '@']).next().unwrap_or_default();
            let host = host.trim_end_matches(['.', '-']).split_once('.');
            local.ends_with(char::is_alphanumeric)
                && host.is_some_and(|(name, top)| !name.is_empty() && !top.is_empty())
        };
        assert_eq!(names.clone().find(is_address), None, "{author}");
    }
}

/// An export with a story for each of these texts.
fn wxr(texts: &[String]) -> String {
    let items = texts.iter().enumerate().map(|(index, text)| {
        let text = text.replace("]]>", "]]]]><![CDATA[>");
        format!(
            "<item><title><![CDATA[{index}: {text}]]></title><link>https://old.example/{index}/</link>\
             <content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{index}</wp:post_id>\
             <excerpt:encoded><![CDATA[{text}]]></excerpt:encoded><dc:creator>{index}@old.example</dc:creator>\
             <category domain=\"post_tag\" nicename=\"{index}\"><![CDATA[{text}]]></category>\
             <category domain=\"language\" nicename=\"uk\"/><category domain=\"post_translations\" nicename=\"pll\"/>\
             <wp:comment><wp:comment_author><![CDATA[{text}]]></wp:comment_author>\
             <wp:comment_content><![CDATA[{text}]]></wp:comment_content></wp:comment>\
             <wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key><wp:meta_value><![CDATA[{text}]]></wp:meta_value></wp:postmeta>\
             <wp:post_date>2024-01-01 10:00:00</wp:post_date><wp:status>publish</wp:status>\
             <wp:post_type>post</wp:post_type></item>"
        )
    });
    let items: String = items.collect();
    let authors = texts.iter().enumerate().map(|(index, text)| {
        let text = text.replace("]]>", "");
        format!(
            "<wp:author><wp:author_login>{index}@old.example</wp:author_login>\
             <wp:author_display_name><![CDATA[{text}]]></wp:author_display_name></wp:author>"
        )
    });
    let authors: String = authors.collect();
    format!("<rss><channel><link>https://old.example</link>{authors}{items}</channel></rss>")
}

/// A way to damage a file.
#[derive(Clone, Debug)]
pub enum Damage {
    Change(Index, u8),
    Remove(Index, usize),
    Insert(Index, String),
    Repeat(Index, usize),
    Cut(Index),
}

pub fn damage() -> impl Strategy<Value = Damage> {
    let signs = "[<>&\\[\\]\"'/!{}:,\\\\#*_`| a0-]{1,6}|</item>|]]>|<!\\[CDATA\\[|&#0;|&nbsp;|null|<item>";
    prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Damage::Change(place, byte)),
        3 => (any::<Index>(), 1..200usize).prop_map(|(place, length)| Damage::Remove(place, length)),
        4 => (any::<Index>(), signs).prop_map(|(place, text)| Damage::Insert(place, text)),
        2 => (any::<Index>(), 1..400usize).prop_map(|(place, length)| Damage::Repeat(place, length)),
        1 => any::<Index>().prop_map(Damage::Cut),
    ]
}

pub fn damaged(text: &str, damages: &[Damage]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        match damage {
            Damage::Change(place, byte) => {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            Damage::Remove(place, length) => {
                let place = place.index(bytes.len());
                bytes.drain(place..(place + length).min(bytes.len()));
            }
            Damage::Insert(place, text) => {
                let place = place.index(bytes.len());
                bytes.splice(place..place, text.bytes());
            }
            Damage::Repeat(place, length) => {
                let place = place.index(bytes.len());
                let part = bytes[place..(place + length).min(bytes.len())].to_vec();
                bytes.splice(place..place, part);
            }
            Damage::Cut(place) => bytes.truncate(place.index(bytes.len())),
        }
    }
    bytes
}

const NAMES: [&str; 36] = [
    "p",
    "div",
    "a",
    "em",
    "b",
    "del",
    "sub",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "h1",
    "h3",
    "h6",
    "sup",
    "span",
    "details",
    "summary",
    "form",
    "svg",
    "script",
    "q",
    "noscript",
    "object",
    "font",
    "dl",
    "dt",
    "dd",
];

const WORDS: [&str; 70] = [
    "http://1.2.3.4.5",
    "www.1.2",
    "https://world.example/a_(b)",
    "x@y.z",
    "---",
    "+++",
    "[!PULL]",
    "[^1]",
    "[^1]: x",
    "&nbsp;",
    "&amp;lt;",
    "<br>",
    "<br><br>",
    "<hr>",
    "<img src=\"/uploads/2024/02/bark.png\" alt=\"]*_\">",
    "<img src=\"/uploads/2024/05/buoy.png\">",
    "<iframe src=\"https://films.example/1\"></iframe>",
    "<!-- x -->",
    "<!-- wp:x /-->",
    "[caption]",
    "[/caption]",
    "[gallery ids=\"1\"]",
    "[x y=1]",
    "<sup><a href=\"#n\">1</a></sup>",
    "<li id=\"n\">",
    "\u{0}",
    "\u{200b}",
    "\u{a0}",
    "\n\n",
    "    ",
    "| --- |",
    "1. ",
    "1) ",
    "- ",
    "***",
    "```",
    "~~~",
    "<h2 id=\"a\">",
    "ftp://x.y",
    "://",
    "<a",
    "<img",
    "\u{2028}",
    "\r\n",
    "[vc_raw_html]JTNDcCUzRQ==[/vc_raw_html]",
    "[vc_custom_heading text=\"Two words\"]",
    "[youtube=https://films.example/1]",
    "[button link=\"https://t.example\"]",
    "[/button]",
    "[et_pb_image src=\"/uploads/2024/02/bark.png\"]",
    "[[gallery]]",
    "[[x]a[/x]]",
    "[x a='b",
    "[x a=\"b c\" \"",
    "[sic]",
    "<!-- wp:block {\"ref\":1} /-->",
    "<!-- wp:shortcode -->",
    "<!-- wp:a/b {\"content\":\"two <b> words\"} /-->",
    "[:en]",
    "[:uk]",
    "[:]",
    "@ET-DC@",
    "<script data-telegram-post=\"a/1\"></script>",
    "<blockquote class=\"twitter-tweet\"><a href=\"https://x.com/a/status/1\">x</a>",
    "<div class=\"wp-block-file\"><a href=\"https://world.example/\">",
    "<param name=\"movie\" value=\"//films.example/1\">",
    "<dl class=\"gallery-item\">",
    "<figcaption>",
    "<ul class=\"gallery\">",
    "<div style=\"background: url(/uploads/2024/02/bark.png)\">",
];

/// HTML made of pieces that mean something to some parser.
pub fn html() -> impl Strategy<Value = String> {
    let names = prop::sample::select(&NAMES[..]);
    let tag = (names, any::<bool>())
        .prop_map(|(name, closes)| if closes { format!("</{name}>") } else { format!("<{name}>") });
    let link = "(#[a-z]?|/[0-3]/?|https?://[a-z.\\[\\]0-9]{0,8}|javascript:|mailto:x@y|//[a-z]|[^\"<>]{0,8})";
    let link = link.prop_map(|href| format!("<a href=\"{href}\">"));
    let signs = "[-*_#+=>~`|\\\\\\[\\]!(){}<&;:.^@$%'\"0-9 \n\ta-zд]{0,12}";
    let words = prop::sample::select(&WORDS[..]);
    let piece = prop_oneof![
        4 => tag,
        1 => link,
        3 => signs,
        3 => words.prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn a_damaged_wordpress_export_is_read_or_refused(damages in prop::collection::vec(damage(), 1..6)) {
        let _ = import(Program::Wordpress, &damaged(WXR, &damages));
    }

    #[test]
    fn a_damaged_ghost_export_is_read_or_refused(damages in prop::collection::vec(damage(), 1..4)) {
        let _ = import(Program::Ghost, &damaged(JSON, &damages));
    }

    #[test]
    fn stories_of_any_html_build_without_errors(texts in prop::collection::vec(html(), 1..8)) {
        let report = import(Program::Wordpress, wxr(&texts).as_bytes()).unwrap();
        prop_assert!(report.starts_with(&format!("press: written: {} stor", texts.len())), "{report}");
    }
}

#[test]
fn texts_made_to_be_slow_are_imported_to_the_end() {
    let times = |text: &str, times: usize| text.repeat(times);
    let texts = [
        times("<div>", 20_000),
        times("<b><i>", 5_000),
        times("<blockquote>x", 3_000),
        times("<ul><li>x", 3_000),
        times("<table><tr><td>", 1_000),
        times("<a href=x>", 5_000),
        times("[x y=1", 30_000),
        times("[x]", 30_000),
        times("[caption]", 30_000),
        times("[embed]a", 30_000),
        times("<!-- wp:", 30_000),
        times("<", 100_000),
        times("*_`", 50_000),
        times("**a", 20_000),
        times("https://x.y/(", 10_000),
        times("\n", 200_000),
        times("&", 100_000),
        times("<figure>", 3_000),
        times("<sup><a href=\"#n\">1</a></sup><li id=\"n\">", 3_000),
        times("[caption] ", 40_000),
        [times("<a", 100_000).as_str(), "["].concat(),
        [times("<!--", 50_000).as_str(), "[x=1]"].concat(),
        [times("<!-- wp:x ", 50_000).as_str(), "[x=1]"].concat(),
        times("[a \"x\" \"", 50_000),
        times("[[a b=c]x", 30_000),
        times("[button link=\"https://t.example/\"]x", 20_000),
        ["https://x.y/", &times(")", 200_000)].concat(),
        [times("<span>", 20_000), times("</em>", 20_000)].concat(),
        ["<p ", &(0..100_000).map(|number| format!("a{number} ")).collect::<String>(), ">x"].concat(),
        [(0..6_000).map(|number| format!("<b title={number}>")).collect::<String>(), times("<p>x", 6_000)].concat(),
        [(0..2_000).map(|number| format!("<font color={number}>")).collect::<String>(), times("<p>x", 2_000)].concat(),
        (0..20_000).map(|number| format!("<a href=\"/x/{number}\">x</a> ")).collect(),
        (0..10_000)
            .map(|number| format!("<sup><a href=\"#n{number}\">1</a></sup><li id=\"n{number}\">x</li>"))
            .collect(),
        (0..20_000).map(|number| format!("[shortcode_{number}]")).collect(),
    ];
    for text in texts {
        import(Program::Wordpress, wxr(&[text]).as_bytes()).unwrap();
    }
}

#[test]
fn many_stories_with_one_slug_and_many_authors_are_imported_to_the_end() {
    let stories = (0..3_000).map(|number| {
        format!(
            "<item><title>Notes</title><link>https://old.example/{number}/notes/</link><wp:post_id>{number}</wp:post_id>\
             <content:encoded>x</content:encoded><wp:post_name>notes</wp:post_name><wp:status>publish</wp:status>\
             <wp:post_date>2024-01-01 10:00:00</wp:post_date><wp:post_type>post</wp:post_type>\
             <dc:creator>Author No {number}</dc:creator></item>"
        )
    });
    let authors = (0..20_000).map(|number| {
        format!(
            "<wp:author><wp:author_login>a{number}</wp:author_login>\
             <wp:author_display_name>The Same Name</wp:author_display_name></wp:author>"
        )
    });
    let (stories, authors): (String, String) = (stories.collect(), authors.collect());
    let export = format!("<rss><channel><link>https://old.example</link>{authors}{stories}</channel></rss>");
    let report = import(Program::Wordpress, export.as_bytes()).unwrap();
    assert!(report.starts_with("press: written: 3000 stories, 3000 authors"), "{report}");
}
