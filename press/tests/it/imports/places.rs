//! Links to places in stories, and the ids of headings.

use press::commands::import::Program;

use super::paper::{Paper, story, wxr};

/// A newspaper with the imported stories `a`, `b` and so on that have this HTML, and the report.
fn imported(name: &str, texts: &[&str]) -> (Paper, String) {
    let paper = Paper::of(name);
    let stories = ('a'..).zip(texts).map(|(slug, html)| story(&slug.to_string(), html, ""));
    let report = paper.import(&wxr(&stories.collect::<String>()));
    (paper, report)
}

#[test]
fn links_lead_to_headings_of_stories_that_are_imported_before_and_after() {
    let (paper, report) = imported(
        "places",
        &[
            "<h2 id=\"lens\">The lens</h2><p><a href=\"https://old.example/b/#%D0%BC%D0%B0%D1%8F%D0%BA\">b</a></p>",
            "<h2 id=\"маяк\">A tower</h2><p><a href=\"/a/#lens\">a</a>, <a href=\"/b/#маяк\">b</a></p>",
        ],
    );
    assert_eq!(paper.text("town/a"), "## The lens {#lens}\n\n[b](/town/b/#маяк)");
    assert_eq!(paper.text("town/b"), "## A tower {#маяк}\n\n[a](/town/a/#lens), [b](#маяк)");
    assert!(!report.contains("a place in it"), "{report}");
}

#[test]
fn a_link_to_a_place_that_is_not_there_leads_to_its_page() {
    let (paper, report) = imported(
        "no-places",
        &[
            "<p><a href=\"/b/#gone\">b</a> <a href=\"/b/#top\">c</a> <a href=\"/b/#:~:text=x\">d</a> <a href=\"/#x\">e</a></p>",
            "<h2 id=\"main\">The main</h2><p>x</p>",
            "<p><a href=\"/b/#main\">b</a></p>",
        ],
    );
    assert_eq!(paper.text("town/a"), "[b](/town/b/) [c](/town/b/) [d](/town/b/) [e](/)");
    assert_eq!(paper.text("town/b"), "## The main\n\nx");
    // The page around a story uses this id, so that the heading has the one that press gives it.
    assert_eq!(paper.text("town/c"), "[b](/town/b/#the-main)");
    let lost = report.lines().filter(|line| line.contains("a place in it")).count();
    assert_eq!(lost, 2, "{report}");
}

#[test]
fn a_heading_keeps_its_id_where_press_would_give_it_another_one() {
    let ids = "<h2 id=\"the-lens\">The lens</h2><h2 id=\"h-the-lamp\">The lamp</h2><h2 id=\"a b\">The oil</h2>\
               <h2 id=\"h-the-lamp\">The lamp</h2><h2>Braces {#x}</h2><p><a href=\"#h-the-lamp\">x</a></p>";
    let (paper, _) = imported("own-ids", &[ids]);
    assert_eq!(
        paper.text("town/a"),
        "## The lens\n\n## The lamp {#h-the-lamp}\n\n## The oil\n\n## The lamp\n\n## Braces \\{#x}\n\n[x](#h-the-lamp)"
    );
}

#[test]
fn links_lead_to_headings_that_an_editor_has_left() {
    let paper = Paper::of("edited-places");
    let lens = story("a", "<h2 id=\"lens\">The lens</h2><h2 id=\"oil\">The oil</h2>", "");
    paper.import(&wxr(&lens));
    let file = "content/town/a/index.md";
    paper.write(file, paper.read(file).replace("## The oil {#oil}", "The oil"));
    let links = story("b", "<p><a href=\"/a/#lens\">a</a> <a href=\"/a/#oil\">b</a></p>", "");
    paper.run(paper.order(Program::Wordpress, wxr(&[lens, links].concat())));
    assert_eq!(paper.text("town/b"), "[a](/town/a/#lens) [b](/town/a/)");
}
