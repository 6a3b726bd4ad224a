//! Who wrote a story: names are kept, log-in names and email addresses are not published.

use super::paper::{Paper, label, metas, story, wxr};

fn user(login: &str, email: &str, name: &str) -> String {
    format!(
        "<wp:author><wp:author_login>{login}</wp:author_login><wp:author_email>{email}</wp:author_email>\
         <wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>"
    )
}

fn guest(slug: &str, name: &str, more: &[(&str, &str)]) -> String {
    let entries = [&[("cap-display_name", name), ("cap-user_login", slug)], more].concat();
    story(&format!("cap-{slug}"), "", &["<wp:post_type>guest-author</wp:post_type>", &metas(&entries)].concat())
}

fn by(paper: &Paper, slug: &str) -> String {
    let file = paper.read(&format!("content/town/{slug}/index.md"));
    String::from(file.lines().find_map(|line| line.strip_prefix("authors = ")).unwrap())
}

#[test]
fn guests_and_users_stand_in_the_byline_by_name_and_in_order() {
    let paper = Paper::of("guests");
    let both = [label("author", "cap-janeold-example", "jane@old.example"), label("author", "cap-mariia", "mariia")];
    let report = paper.import(&wxr(&[
        user("jane@old.example", "j@old.example", "Jane M. Roe"),
        user("desk", "desk@old.example", "The Desk"),
        story("two", "Words.", &["<dc:creator>desk</dc:creator>", &both.concat()].concat()),
        story("one", "Words.", "<dc:creator>jane@old.example</dc:creator>"),
        guest("mariia", "Марія Коваль", &[("cap-description", "Пише про море (mariia@old.example).")]),
    ]
    .concat()));
    assert_eq!(by(&paper, "two"), "[\"jane-m-roe\", \"mariia-koval\"]");
    assert_eq!(by(&paper, "one"), "[\"jane-m-roe\"]");
    assert_eq!(
        paper.read("content/authors/mariia-koval.md"),
        "+++\nname = \"Марія Коваль\"\n+++\nПише про море \\(\\).\n"
    );
    let authors: Vec<String> = super::desk::tree(&paper.path("content/authors")).into_keys().collect();
    assert_eq!(authors, ["jane-m-roe.md", "mariia-koval.md"]);
    assert!(!report.contains('@'), "{report}");
}

#[test]
fn a_guest_that_is_linked_to_a_user_is_the_same_author() {
    let paper = Paper::of("linked-guest");
    paper.import(&wxr(&[
        user("jroe", "j@old.example", "jroe"),
        story("one", "Words.", "<dc:creator>jroe</dc:creator>"),
        story("two", "Words.", &label("author", "cap-jane", "jane")),
        guest("jane", "Jane Roe", &[("cap-linked_account", "jroe")]),
    ]
    .concat()));
    assert_eq!([by(&paper, "one"), by(&paper, "two")], ["[\"jane-roe\"]", "[\"jane-roe\"]"]);
}

#[test]
fn whoever_is_known_by_a_log_in_name_or_an_address_is_not_named() {
    let paper = Paper::of("nameless");
    let report = paper.import(&wxr(&[
        user("jroe", "j@old.example", "jroe"),
        user("ivan", "ivan@old.example", "ivan@old.example"),
        user("olha", "o@old.example", "Olha <o@old.example>"),
        story("a", "Words.", "<dc:creator>jroe</dc:creator>"),
        story("b", "Words.", "<dc:creator>ivan</dc:creator>"),
        story("c", "Words.", "<dc:creator>stranger@old.example</dc:creator>"),
        story("d", "Words.", &label("author", "cap-someone", "someone")),
        story("e", "Words.", &[label("author", "cap-ivan", "ivan"), label("author", "cap-olha", "olha")].concat()),
        story("f", "Words.", &label("author", "the-editors", "The Editors")),
    ]
    .concat()));
    for slug in ["a", "b", "c", "d"] {
        assert_eq!(by(&paper, slug), "[\"the-harbour-paper\"]", "{slug}");
        let note = "its author is known only by a log-in name or an email address; it is attributed to the newspaper";
        assert!(report.contains(&format!("(town/{slug}): {note}")), "{report}");
    }
    assert_eq!([by(&paper, "e"), by(&paper, "f")], ["[\"olha\"]", "[\"the-editors\"]"]);
    let note = "(town/e): one of its authors, known only by a log-in name or an email address, was left out";
    assert!(report.contains(note), "{report}");
}
