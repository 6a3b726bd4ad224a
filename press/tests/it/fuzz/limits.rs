//! Content at its limits is read, and content above them is an error with a file, a line and a remedy: see the table
//! "Limits" in docs/content.md.

use press::diagnostics::diagnostic::Diagnostic;

use super::newsroom::{MATTER, Newsroom, SITE};

/// The errors of a newspaper with this file. Each has a remedy, and its line is in the file: `judge` looks at that.
fn errors(file: &str, text: &str) -> Vec<Diagnostic> {
    let mistakes = Newsroom::with(&[(file, text.as_bytes())]).read().map(drop).err().unwrap_or_default();
    assert!(mistakes.iter().all(|mistake| mistake.file.ends_with(file)), "{mistakes:?}");
    mistakes
}

/// The lines and messages of the errors of a story with this text.
fn told(text: &str) -> Vec<(u32, String)> {
    let mistakes = errors("town/lamp.md", &[MATTER, text].concat());
    mistakes.into_iter().map(|mistake| (mistake.line.unwrap_or_default(), mistake.message.to_string())).collect()
}

fn numbered(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

fn assert_one(text: &str, line: u32, what: &str) {
    let told = told(text);
    assert!(told.len() == 1 && told[0].0 == line && told[0].1.contains(what), "{what}: {told:?}");
}

#[test]
fn formatting_that_multiplies_is_an_error_on_its_line() {
    let marks = |count| numbered(count, |number| format!("<b title={number}>"));
    let paragraphs = "<p>x".repeat(6_000);
    let what = "more than 100 elements such as <b> and <i> are open at once";
    assert_one(&format!("A.\n\n<p>{}{paragraphs}\n", marks(200)), 8, what);
    assert_one(&format!("A.\n\n<svg><style>{}</style>{paragraphs}\n", marks(101)), 8, what);
    assert_one(&format!("A.\n\n<p>\n{}{paragraphs}\n", marks(90)), 9, "many times as large on its page");
    let long = format!("<b title=\"{}\">", "x".repeat(5_000));
    assert_one(&format!("A.\n\n{long}b{}\n", "<p>x".repeat(1_000)), 8, "many times as large on its page");
    assert_eq!(told(&format!("<p>{}{}\n", marks(100), "<p>x".repeat(10))), []);
    assert_eq!(told(&["<p><b>", &"<p>A paragraph.\n".repeat(5_000)].concat()), []);
}

#[test]
fn formatting_that_multiplies_is_an_error_in_every_text() {
    let bomb = [numbered(101, |number| format!("<b title={number}>")), "<p>x".repeat(6_000)].concat();
    let files = [
        ("about.md", format!("+++\ntitle = \"About\"\n+++\nA.\n\n<p>{bomb}\n")),
        ("authors/jane.md", format!("+++\nname = \"Jane\"\n+++\nA.\n\n<p>{bomb}\n")),
    ];
    for (file, text) in files {
        let found = errors(file, &text);
        assert_eq!(found.iter().map(|mistake| mistake.line).collect::<Vec<_>>(), [Some(6)], "{found:?}");
    }
}

#[test]
fn depth_has_a_limit() {
    assert_eq!(told(&["> ".repeat(250), "a".into()].concat()), []);
    assert_one(&["A.\n\n", &"> ".repeat(251), "a"].concat(), 8, "nested more than 250 deep");
    assert_eq!(told(&["<div>".repeat(250), "</div>".repeat(250)].concat()), []);
    assert_one(&["A.\n\n", &"<div>".repeat(251)].concat(), 8, "nested more than 250 deep");
}

#[test]
fn a_tag_has_a_limit() {
    assert_eq!(told(&format!("<p title=\"{}\">x</p>\n", "x".repeat(9_000))), []);
    let attributes = numbered(100_000, |number| format!("a{number}=1\n"));
    let told = told(&format!("A.\n\n<p {attributes}>x</p>\n"));
    assert!(told.len() == 1 && told[0].1.contains("longer than 10000 bytes") && told[0].0 > 8, "{told:?}");
}

#[test]
fn tables_have_a_limit() {
    let table = |columns: usize, rows: usize| {
        let row = |cell: &str| [&cell.repeat(columns), "|\n"].concat();
        [row("|a"), row("|-"), row("|b").repeat(rows - 1)].concat()
    };
    assert_eq!(told(&table(500, 100)), []);
    assert_eq!(told(&table(48_000, 1)), []);
    assert_one(&table(501, 100), 106, "more than 50000 cells");
    // Each short row is filled up with cells.
    let short = ["|a".repeat(3_000), "\n".into(), "|-".repeat(3_000), "\n".into(), "|b|\n".repeat(3_000)].concat();
    let told = told(&short);
    assert!(told.iter().any(|(_, what)| what.contains("more than 50000 cells")), "{told:?}");
}

#[test]
fn a_remedy_names_ten_places() {
    let headings = numbered(3_000, |number| format!("## Heading {number}\n\n"));
    let links = numbered(3_000, |number| format!("[x](#nope-{number})\n"));
    let found = errors("town/lamp.md", &[MATTER, &headings, &links].concat());
    assert_eq!(found.len(), 3_000);
    let named = (0..10).map(|number| format!("#heading-{number}")).collect::<Vec<_>>().join(", ");
    let remedy = format!("anchors on /town/lamp/: {named} and 2990 more");
    assert!(found.iter().all(|mistake| mistake.remedy == remedy), "{}", found[0].remedy);
}

#[test]
fn lists_of_front_matter_have_a_limit() {
    let toml = |key: &str, list: &str| MATTER.replace("\n+++\n", &format!("\n{key} = [{list}]\n+++\n"));
    let yaml =
        |key: &str, list: &str| format!("---\ntitle: T\ndate: 2026-01-01\nauthors: jane\n{key}:\n{list}\n---\nText.\n");
    let tags = |count| numbered(count, |number| format!("\"t{number}\","));
    assert!(errors("town/lamp.md", &toml("tags", &tags(1_000))).is_empty());
    for (text, key) in [
        (toml("tags", &tags(1_001)), "tags"),
        (toml("categories", &tags(1_001)), "categories"),
        (toml("aliases", &numbered(1_001, |number| format!("\"/a/b{number}/\","))), "aliases"),
        (yaml("tags", &numbered(20_000, |number| format!("- t{number}\n"))), "tags"),
    ] {
        let found = errors("town/lamp.md", &text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, Some(5), "{found:?}");
        assert!(found[0].message.starts_with(&format!("{key} has ")), "{found:?}");
    }
    let corrections = numbered(1_001, |number| format!("[[corrections]]\ndate = 2026-01-01\ntext = \"a{number}\"\n"));
    let found = errors("town/lamp.md", &MATTER.replace("\n+++\n", &format!("\n{corrections}+++\n")));
    assert!(found.len() == 1 && found[0].message.starts_with("corrections has 1001 items"), "{found:?}");
}

#[test]
fn front_matter_has_a_limit() {
    let matter = |size: usize| MATTER.replace("\n+++\n", &format!("\ndescription = \"{}\"\n+++\n", "x".repeat(size)));
    assert!(errors("town/lamp.md", &matter(249_000)).is_empty());
    let found = errors("town/lamp.md", &matter(250_000));
    assert!(found.len() == 1 && found[0].line == Some(1), "{found:?}");
    assert!(found[0].message.contains("the front matter is larger than 250 kB"), "{found:?}");
}

#[test]
fn what_yaml_repeats_has_a_limit() {
    let yaml = |keys: &str| format!("---\ntitle: T\ndate: 2026-01-01\nauthors: jane\n{keys}---\nText.\n");
    let list = |aliases: usize| format!("a: &a [{}]\nb: [{}]\n", "x,".repeat(99), "*a,".repeat(aliases));
    assert!(errors("town/lamp.md", &yaml(&list(50))).is_empty());
    let found = errors("town/lamp.md", &yaml(&list(200)));
    assert!(found.len() == 1 && found[0].line == Some(6), "{found:?}");
    assert!(found[0].message.contains("alias"), "{found:?}");
    let deep = errors("town/lamp.md", &yaml(&format!("a: {}{}\n", "[".repeat(100), "]".repeat(100))));
    assert!(deep.len() == 1 && deep[0].line == Some(5), "{deep:?}");
}

#[test]
fn files_have_a_limit() {
    let story = |size: usize| [MATTER, &"A word. ".repeat(size / 8)].concat();
    assert!(errors("town/lamp.md", &story(990_000)).is_empty());
    let site = |size: usize| [SITE, "# ", &"x".repeat(size)].concat();
    let views = format!("{{\"pulls\": [], \"views\": {{}}}}{}", " ".repeat(50_000_000));
    for (file, text, limit) in [
        ("town/lamp.md", story(1_000_008), 1),
        ("about.md", story(1_000_008), 1),
        ("authors/jane.md", story(1_000_008), 1),
        ("site.toml", site(10_000_000), 10),
        ("views.json", views, 50),
    ] {
        let found = errors(file, &text);
        assert_eq!(found.len(), 1, "{file}");
        assert_eq!(found[0].message.to_string(), format!("the file is larger than {limit} MB"));
    }
}

#[test]
fn links_that_are_not_addresses_are_errors_on_their_line() {
    for link in [
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](java&#10;script:x)",
        "[a](java&Tab;script:x)",
        "[a](<java\\\\script:x>)",
        "[a](/\\\\evil.example/)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
    ] {
        let told = told(&format!("A.\n\n{link}\n"));
        assert!(told.len() == 1 && told[0].0 == 8 && told[0].1.starts_with("the link "), "{link}: {told:?}");
        assert!(!told[0].1.contains(char::is_control), "{told:?}");
    }
    assert_eq!(told("[a](https://newspaper.invalid.evil.example/town/)"), []);
}

#[test]
fn what_turns_texts_ends_with_them() {
    let story =
        MATTER.replace("A lamp", "A \u{202e}lamp \u{2067}x\u{2069}") + "A \u{202e}word and [a \u{2066}b](/about/).\n";
    let edition = Newsroom::with(&[("town/lamp.md", story.as_bytes())]).read().unwrap();
    let all: Vec<String> =
        edition.documents().unwrap().into_iter().map(|(_, document)| serde_json::json!(document).to_string()).collect();
    assert!(all.iter().any(|text| text.contains("A lamp \u{2067}x\u{2069}")));
    assert!(!all.iter().any(|text| text.contains(['\u{202e}', '\u{2066}'])));
}
