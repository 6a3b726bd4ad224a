//! Input built to exhaust time, memory or the stack. The program itself reads it and has to exit on its own.

use super::newsroom::{MATTER, Newsroom, SITE};
use super::pictures::{gif, jpeg, png, png_of, png_with_profile, webp, with_picture};

/// The kilobytes of memory in which press finds out that a picture is too large. It is mapped, not used: allocator and
/// threads reserve a multiple of what they use.
const SMALL: u32 = 1 << 20;

const MANY: usize = 50_000;

fn times(piece: &str, count: usize) -> String {
    piece.repeat(count)
}

/// A line for each number from 0 on.
fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// Checks several stories in one run, since the program takes a moment to start. Returns the errors and their lines.
fn check(stories: &[String]) -> Vec<(String, u64)> {
    let names: Vec<String> = (0..stories.len()).map(|number| format!("town/a{number}.md")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(String::as_str).zip(stories.iter().map(String::as_bytes)).collect();
    let report = Newsroom::with(&files).check();
    let errors = report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let found = errors.map(|error| (String::from(error["what"].as_str().unwrap()), error["line"].as_u64().unwrap()));
    found.collect()
}

#[test]
fn deep_texts_are_read_to_the_end() {
    let lists = numbered(900, |depth| format!("{}- a\n", " ".repeat(2 * depth)));
    let footnotes = numbered(600, |depth| format!("{}[^{depth}]: x[^{}]\n\n", " ".repeat(4 * depth), depth + 1));
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
    check(&texts.map(|text| MATTER.to_owned() + &text));
}

#[test]
fn text_nested_beyond_the_limit_is_an_error() {
    let texts = [times("> ", MANY) + "a", times("<blockquote>", MANY), times("<div>", MANY), times("<i><div>", MANY)];
    let found = check(&texts.map(|text| MATTER.to_owned() + &text));
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().all(|(what, line)| what.contains("more than 250 deep") && *line == 6), "{found:?}");
}

#[test]
fn broad_texts_are_read_to_the_end() {
    let links = numbered(10_000, |number| format!("[a{number}]: /town/a1/\n"));
    let footnotes = numbered(5_000, |number| format!("[^{number}]\n\n[^{number}]: x[^{}]\n\n", number + 1));
    let texts = [
        times("|a", 2_000) + "\n" + &times("|-", 2_000) + "\n" + &(times("|b", 2_000) + "\n").repeat(10),
        times("|a", 3_000) + "\n" + &times("|-", 3_000) + "\n" + &times("|b|\n", 3_000),
        footnotes,
        times("[^a]", 10_000) + "\n\n[^a]: x[^a]\n",
        links + &numbered(10_000, |number| format!("[a{number}]")),
        format!("[a]: {}\n\n{}", times("x", 20_000), times("[a]", 2_000)),
        times("# a\n\n", 100_000),
        times("# a\n\n", 20_000) + &times("[x](#nope)\n", 20_000),
        times("|a", 48_000) + "\n" + &times("|-", 48_000) + "\n" + &times("|b", 48_000) + "\n",
        numbered(45_000, |number| format!("<b title={number}>")) + &times("<p>x", 45_000),
        numbered(18_000, |number| format!("<svg><style><b title={number}></style>")) + &times("<p>x", 60_000),
        numbered(100, |number| format!("<b title={number}>")) + &times("<p>x", 200_000),
        times("[x](javascript:a)", 20_000),
        numbered(1_300, |number| format!("`{} ", "`".repeat(number))),
        times("http://a.b/(", 10_000),
        times("&", MANY) + &times("<", MANY) + &times("\\", MANY) + &times("\"'", MANY),
        times("a", 999_000),
        times("a\n\n", MANY),
        format!("\"{}", times("a", 999_000)),
        format!("\"{}", times(".", 999_000)),
        format!("\"{}", times("\\<", 200_000)),
        times("'", MANY) + &times("-", MANY) + &times(">", MANY) + "\"",
        format!("https://a.b/{}»", times(")", 200_000)),
        format!("https://a.b/{}»", times("[", 200_000)),
        times("https://a.b»", 20_000),
        times("[^", MANY) + "]",
        times("a. ", 200_000),
        times("## a {#b}\n\n", 3_000),
        times("\0\u{202e}\u{2066}\u{feff}", 10_000),
        times("<p ", 1) + &numbered(90_000, |number| format!("a{number}=b ")) + ">",
    ];
    check(&texts.map(|text| MATTER.to_owned() + &text));
}

#[test]
fn front_matter_bombs_are_refused() {
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
        yaml(&numbered(600, |depth| " ".repeat(depth) + "a:\n")),
        yaml(&(String::from("x:\n  ") + &times("- ", MANY))),
        toml(&(String::from("x = ") + &times("[", MANY) + &times("]", MANY))),
        toml(&(String::from("x = ") + &times("{a=", MANY))),
        toml(&(times("a.", MANY) + "a = 1")),
        toml(&format!("[{}a]", times("a.", MANY))),
        toml(&times("= = =\n", 500)),
        yaml(&(String::from("tags:\n") + &numbered(20_000, |number| format!("- t{number}\n")))),
        toml(&format!("tags = [{}]", numbered(20_000, |number| format!("\"t{number}\",")))),
        yaml(&format!("a: &a [{}]\nb: [{}]", times("x,", 1_000), times("*a,", 10_000))),
        yaml(&format!("description: \"{}\"", times("a", 900_000))),
    ];
    let found = check(&refused);
    assert!(found.len() >= refused.len(), "{found:?}");
    let read = [
        yaml(&numbered(10_000, |number| format!("k{number}: v\n"))),
        yaml(&format!("description: \"{}\"", times("a", 240_000))),
        toml(&numbered(4_000, |number| format!("k{number} = {}\n", times("9", 50)))),
        toml(&numbered(1_000, |number| format!("[[corrections]]\ndate = 2026-01-01\ntext = \"a{number}\"\n"))),
        toml(&format!("aliases = [{}]", numbered(1_000, |number| format!("\"/a/b{number}/\",")))),
    ];
    assert_eq!(check(&read), []);
}

#[test]
fn deep_site_and_views_files_are_refused() {
    let site = SITE.to_owned() + "x = " + &times("[", MANY);
    let views = String::from("{\"pulls\": [], \"views\": {\"/a/\": ") + &times("[", MANY);
    for (file, text) in [("site.toml", site), ("views.json", views)] {
        let report = Newsroom::with(&[(file, text.as_bytes())]).check();
        assert!(report["errors"].as_u64() > Some(0), "{report}");
    }
}

#[test]
fn pictures_that_lie_about_their_size_stay_within_the_memory_limit() {
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
        let report = with_picture(ending, &picture).check();
        assert_eq!(report["errors"], 2, "{report}");
    }
}

#[test]
fn pictures_that_would_unpack_to_gigabytes_are_refused() {
    let profile = png_with_profile(1_200_000_000);
    let sixteen_bits = png_of(10_000, 10_000, 16);
    for (picture, what) in [
        (profile, "has a colour profile of more than 4 MB"),
        (sixteen_bits, "has 10000 x 10000 pixels of 6 bytes each"),
    ] {
        let report = with_picture("png", &picture).check_within(SMALL);
        let findings = report["findings"].as_array().unwrap();
        let errors: Vec<_> = findings.iter().filter(|finding| finding["severity"] == "error").collect();
        assert_eq!(errors.len(), 2, "{report}");
        assert!(errors.iter().all(|error| error["what"].as_str().unwrap().contains(what)), "{report}");
    }
    let report = with_picture("png", &png_with_profile(3_000_000)).check();
    assert!(!report.to_string().contains("colour profile"), "{report}");
}
