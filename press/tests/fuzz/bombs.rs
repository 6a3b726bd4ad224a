//! What is made to take all time, memory or stack: read by the program itself, which has to come to an end by itself.

use crate::newsroom::{MATTER, Newsroom, SITE};
use crate::pictures::{gif, jpeg, png, webp, with_picture};

const MANY: usize = 50_000;

fn times(piece: &str, count: usize) -> String {
    piece.repeat(count)
}

/// A line each of numbers from 0 on.
fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// Some stories at once: the program takes a moment to begin.
fn proof(stories: &[String]) -> Vec<(String, u64)> {
    let names: Vec<String> = (0..stories.len()).map(|number| format!("town/a{number}.md")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(String::as_str).zip(stories.iter().map(String::as_bytes)).collect();
    let galley = Newsroom::with(&files).proof();
    let errors = galley["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let found = errors.map(|error| (String::from(error["what"].as_str().unwrap()), error["line"].as_u64().unwrap()));
    found.collect()
}

#[test]
fn deep_texts_come_to_an_end() {
    let lists = numbered(1_500, |depth| format!("{}- a\n", " ".repeat(2 * depth)));
    let footnotes = numbered(800, |depth| format!("{}[^{depth}]: x[^{}]\n\n", " ".repeat(4 * depth), depth + 1));
    let texts = [
        times("> ", 9_000) + "a",
        times("- ", MANY) + "a",
        times("- > ", 4_000) + "a",
        lists,
        times("*_", MANY) + "a" + &times("_*", MANY),
        times("[", MANY) + "a" + &times("](b)", MANY),
        times("![", 10_000) + "a" + &times("](b)", 10_000),
        times("[^a]: ", 20_000) + "x",
        footnotes,
        times("<table><tr><td>", 3_000),
        times("<svg><math>", 4_000),
        times("<image src=x> ", MANY),
        times("{{ a }}\n", MANY),
        times("<div title='\n\n", 10_000),
    ];
    proof(&texts.map(|text| MATTER.to_owned() + &text));
}

#[test]
fn a_text_that_is_deeper_than_anybody_reads_is_a_mistake() {
    let texts = [times("> ", MANY) + "a", times("<blockquote>", MANY), times("<div>", MANY), times("<i><div>", MANY)];
    let found = proof(&texts.map(|text| MATTER.to_owned() + &text));
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().all(|(what, line)| what.contains("more than 10000 deep") && *line == 6), "{found:?}");
}

#[test]
fn broad_texts_come_to_an_end() {
    let links = numbered(10_000, |number| format!("[a{number}]: /town/a1/\n"));
    let footnotes = numbered(5_000, |number| format!("[^{number}]\n\n[^{number}]: x[^{}]\n\n", number + 1));
    let texts = [
        times("|a", 2_000) + "\n" + &times("|-", 2_000) + "\n" + &(times("|b", 2_000) + "\n").repeat(10),
        times("|a", 3_000) + "\n" + &times("|-", 3_000) + "\n" + &times("|b|\n", 3_000),
        footnotes,
        times("[^a]", 10_000) + "\n\n[^a]: x[^a]\n",
        links + &numbered(10_000, |number| format!("[a{number}]")),
        format!("[a]: {}\n\n{}", times("x", 20_000), times("[a]", 2_000)),
        times("# a\n\n", 3_000),
        numbered(1_500, |number| format!("`{} ", "`".repeat(number))),
        times("http://a.b/(", 10_000),
        times("&", MANY) + &times("<", MANY) + &times("\\", MANY) + &times("\"'", MANY),
        times("a", 1_000_000),
        times("a\n\n", MANY),
        times("\0\u{202e}\u{2066}\u{feff}", 10_000),
        times("<p ", 1) + &numbered(10_000, |number| format!("a{number}=b ")) + ">",
    ];
    proof(&texts.map(|text| MATTER.to_owned() + &text));
}

#[test]
fn front_matter_that_grows_while_it_is_read_is_refused() {
    let bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n")
        + &numbered(9, |number| {
            format!("a{}: &a{} [{}]\n", number + 1, number + 1, vec![format!("*a{number}"); 10].join(","))
        });
    let yaml = |keys: &str| format!("---\ntitle: T\ndate: 2026-01-01\nauthors: jane\n{keys}\n---\nText.\n");
    let toml = |keys: &str| MATTER.replace("\n+++\n", &format!("\n{keys}\n+++\n"));
    let refused = [
        yaml(&bomb),
        yaml("a: &a [*a]"),
        yaml(&(String::from("x: ") + &times("[", MANY) + &times("]", MANY))),
        yaml(&(String::from("x: ") + &times("{a: ", MANY))),
        yaml(&numbered(2_000, |depth| " ".repeat(depth) + "a:\n")),
        yaml(&(String::from("x:\n  ") + &times("- ", MANY))),
        toml(&(String::from("x = ") + &times("[", MANY) + &times("]", MANY))),
        toml(&(String::from("x = ") + &times("{a=", MANY))),
        toml(&(times("a.", MANY) + "a = 1")),
        toml(&format!("[{}a]", times("a.", MANY))),
        toml(&times("= = =\n", 500)),
    ];
    let found = proof(&refused);
    assert!(found.len() >= refused.len(), "{found:?}");
    let read = [
        yaml(&numbered(10_000, |number| format!("k{number}: v\n"))),
        yaml(&format!("description: \"{}\"", times("a", 1_000_000))),
        toml(&numbered(10_000, |number| format!("k{number} = {}\n", times("9", 50)))),
        toml(&numbered(5_000, |number| format!("[[corrections]]\ndate = 2026-01-01\ntext = \"a{number}\"\n"))),
        toml(&format!("aliases = [{}]", numbered(5_000, |number| format!("\"/a/b{number}/\",")))),
    ];
    assert_eq!(proof(&read), []);
}

#[test]
fn deep_site_files_and_views_are_refused() {
    let site = SITE.to_owned() + "x = " + &times("[", MANY);
    let views = String::from("{\"pulls\": [], \"views\": {\"/a/\": ") + &times("[", MANY);
    for (file, text) in [("site.toml", site), ("views.json", views)] {
        let galley = Newsroom::with(&[(file, text.as_bytes())]).proof();
        assert!(galley["errors"].as_u64() > Some(0), "{galley}");
    }
}

#[test]
fn pictures_that_lie_about_their_size_take_no_more_memory_than_there_is() {
    let liars = [
        ("png", png(60_000, 60_000)),
        ("png", png(1, 100_000_000)),
        ("png", png(100_000_000, 1)),
        ("png", png(10_000, 10_000)),
        ("png", png(u32::MAX, u32::MAX)),
        ("jpg", jpeg(65_535, 65_535)),
        ("jpg", jpeg(10_000, 10_000)),
        ("jpg", jpeg(1, 0)),
        ("gif", gif((60_000, 60_000), (1, 1))),
        ("gif", gif((10, 10), (60_000, 60_000))),
        ("gif", gif((0, 0), (0, 0))),
        ("webp", webp(60_000, 60_000)),
        ("webp", webp(9_000, 9_000)),
        ("webp", webp(1 << 24, 1)),
    ];
    for (ending, picture) in liars {
        let galley = with_picture(ending, &picture).proof();
        assert_eq!(galley["errors"], 2, "{galley}");
    }
}
