//! Files of Hugo, Zola and Jekyll that press reads as they are.

use super::paper::Paper;

const MATTER: &str = "title: T\nauthors: [jane]";

fn yaml(keys: &str) -> String {
    format!("---\n{MATTER}\n{keys}\n---\nText.\n")
}

#[test]
fn markdown_has_many_extensions() {
    let mut paper = Paper::named("extensions");
    for file in ["war/one.md", "war/two.markdown", "war/three.MD", "war/four.mkd", "war/five/index.markdown"] {
        paper = paper.file(file, yaml("date: 2024-05-01"));
    }
    assert_eq!(paper.paths(), ["/war/five/", "/war/four/", "/war/one/", "/war/three/", "/war/two/"]);
    let paper = paper.file("war/one.markdown", yaml("date: 2024-05-01"));
    assert!(
        paper.mistakes().contains("the same address as content/war/one.markdown: /war/one/"),
        "{}",
        paper.mistakes()
    );
}

#[test]
fn a_translation_may_be_marked_by_its_file_name() {
    let paper = Paper::named("by-file-name")
        .file("war/a/index.md", yaml("date: 2024-05-01"))
        .file("war/a/index.uk.md", yaml("date: 2024-05-02"))
        .file("war/b.md", yaml("date: 2024-05-01\nslug: other"))
        .file("war/b.de.md", yaml("date: 2024-05-01"));
    assert_eq!(paper.paths(), ["/war/a-uk/", "/war/a/", "/war/b-de/", "/war/other/"]);
    let translation = paper.story_page("war/a-uk");
    assert_eq!(translation.language.as_deref(), Some("uk"));
    assert_eq!(translation.translations[0].href, "/war/a/");
    assert_eq!(paper.story_page("war/b-de").translations[0].href, "/war/other/", "by the address of the original");
}

#[test]
fn without_a_file_for_the_newspapers_language_the_first_translation_is_the_original() {
    let paper = Paper::named("only-translations")
        .file("war/a/index.en.md", yaml("date: 2024-05-01"))
        .file("war/a/index.uk.md", yaml("date: 2024-05-01"))
        .file("war/b/index.uk.md", yaml("date: 2024-05-01"));
    assert_eq!(paper.paths(), ["/war/a-uk/", "/war/a/", "/war/b/"]);
    assert_eq!(paper.story_page("war/b").language.as_deref(), Some("uk"));
}

#[test]
fn a_story_is_published_between_two_times() {
    // It is 24 November 2026, 12:00, in Kyiv.
    let paper = Paper::named("terms")
        .file("war/now.md", yaml("date: 2026-11-20\npublish: 2026-11-24T11:59:00\nexpires: 2026-11-24T12:00:01"))
        .file("war/embargo.md", yaml("date: 2026-11-20\npublish: 2026-11-24T12:00:01"))
        .file("war/hugo.md", yaml("date: 2026-11-20\npublishDate: 2027-03-01"))
        .file("war/expired.md", yaml("date: 2026-11-20\nexpires: 2026-11-24T12:00:00"))
        .file("war/hugos.md", yaml("date: 2026-11-20\nexpiryDate: 2026-11-22"))
        .file("war/undated.md", yaml("publishDate: 2026-11-21"));
    assert_eq!(paper.paths(), ["/war/now/", "/war/undated/"]);
    let edition = paper.edition();
    let due: Vec<String> = edition.due.iter().map(ToString::to_string).collect();
    assert_eq!(due, ["2026-11-24T10:00:01Z", "2027-02-28T22:00:00Z"]);
    assert_eq!(edition.next_expiry.map(|end| end.to_string()).as_deref(), Some("2026-11-24T10:00:01Z"));
    assert_eq!(paper.story_page("war/undated").published.iso, "2026-11-21T00:00:00+02:00");
}

#[test]
fn a_link_to_an_expired_story_is_a_warning_and_one_to_a_story_to_come_a_mistake() {
    let paper = Paper::named("expired-links")
        .file("war/expired.md", yaml("date: 2026-11-20\nexpires: 2026-11-22"))
        .file("war/a.md", yaml("date: 2026-11-20") + "\n[there](/war/expired/)\n");
    let warnings = paper.edition().warnings;
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].message.to_string(), "the link /war/expired/ leads to a story that has expired");
    let paper = paper.file("war/expired.md", yaml("date: 2026-11-20\npublish: 2026-12-22"));
    assert!(paper.mistakes().contains("the link /war/expired/ leads to a story that is not published yet"));
}

#[test]
fn a_story_that_would_never_be_published_is_a_mistake() {
    let paper = Paper::named("never").file("war/a.md", yaml("date: 2026-11-20\nexpires: 2026-11-20"));
    assert!(paper.mistakes().contains("war/a.md:5: the story expires before it is published"), "{}", paper.mistakes());
}

#[test]
fn slug_is_the_last_part_of_the_address_and_other_addresses_lead_there() {
    let keys = "date: 2024-05-01\nslug: 1.45.1-pre_release\nurl: /2020/01/known/\npermalink: known.html\n\
                redirect_from: [/older/]\naliases: [/oldest/]";
    let paper = Paper::named("slugs").file("war/a/index.md", yaml(keys));
    assert_eq!(paper.paths(), ["/war/1.45.1-pre_release/"]);
    let former: Vec<String> = paper.edition().former_addresses.into_keys().collect();
    assert_eq!(former, ["/2020/01/known/", "/known.html", "/older/", "/oldest/"]);
}

#[test]
fn an_address_with_placeholders_or_of_another_site_is_a_mistake() {
    for url in ["/:year/:title/", "https://other.example/a/"] {
        let paper = Paper::named("placeholders").file("war/a.md", yaml(&format!("date: 2024-05-01\nurl: \"{url}\"")));
        let wanted = format!("war/a.md:5: url \"{url}\" is not a path of this site");
        assert!(paper.mistakes().contains(&wanted), "{}", paper.mistakes());
    }
}

#[test]
fn a_slug_that_cannot_be_in_an_address_or_belongs_to_another_story_is_a_mistake() {
    for slug in ["Лампа", "a b", "A", "a.md", "a--b", "-a", "page"] {
        let paper = Paper::named("bad-slugs").file("war/a.md", yaml(&format!("date: 2024-05-01\nslug: \"{slug}\"")));
        let mistakes = paper.mistakes();
        assert!(
            mistakes.contains("is not valid in an address") || mistakes.contains("is reserved"),
            "{slug}: {mistakes}"
        );
    }
    let paper = Paper::named("same-slug")
        .file("war/a.md", yaml("date: 2024-05-01\nslug: b"))
        .file("war/b.md", yaml("date: 2024-05-01\ndraft: true"));
    assert!(paper.mistakes().contains("content/war/b.md: the same address as content/war/a.md: /war/b/"));
}

#[test]
fn a_date_in_the_name_of_a_file_is_the_storys_date_if_it_has_no_other() {
    let paper = Paper::named("dated-names")
        .file("war/2019-05-01-lamp.md", yaml(""))
        .file("war/2019-05-02-port/index.md", yaml(""))
        .file("war/2019-05-03-dated.md", yaml("date: 2020-01-01"));
    assert_eq!(paper.paths(), ["/war/2019-05-03-dated/", "/war/lamp/", "/war/port/"]);
    assert_eq!(paper.story_page("war/lamp").published.iso, "2019-05-01T00:00:00+03:00");
}

#[test]
fn authors_tags_language_and_the_last_change_have_other_names_elsewhere() {
    let keys =
        "date: 2024-05-01\nlastmod: 2024-06-01\nlang: uk\nauthor: Jane\ncategories: [War, Black Sea]\ntags: port";
    let paper = Paper::named("other-names").file("war/a.md", yaml(keys).replace("authors: [jane]\n", ""));
    let story = paper.story_page("war/a");
    assert_eq!(story.updated.map(|time| time.iso).as_deref(), Some("2024-06-01T00:00:00+03:00"));
    assert_eq!(story.language.as_deref(), Some("uk"));
    assert_eq!(story.authors[0].slug, "jane");
    let tags: Vec<&str> = story.tags.iter().map(|tag| tag.slug.as_str()).collect();
    assert_eq!(tags, ["port", "black-sea"], "and not the section");
    let zola =
        "+++\ntitle = \"T\"\ndate = 2024-05-01\n[taxonomies]\ntags = [\"port\"]\nauthors = [\"jane\"]\n+++\nText.\n";
    let paper = Paper::named("taxonomies").file("war/a.md", zola);
    assert_eq!(paper.story_page("war/a").tags[0].slug, "port");
}

#[test]
fn what_is_not_published_elsewhere_is_a_draft() {
    let paper = Paper::named("unpublished")
        .file("war/a.md", yaml("date: 2024-05-01\npublished: false"))
        .file("war/b.md", yaml("date: 2024-05-01\npublish: false"))
        .file("war/c.md", yaml("date: 2024-05-01\npublished: true"));
    assert_eq!(paper.paths(), ["/war/c/"]);
}

#[test]
fn markup_of_another_program_is_not_shown_in_front_matter_either() {
    for (key, value) in
        [("title", "{{< ref >}}"), ("description", "A {{ page.title }}"), ("standfirst", "{% include a %}")]
    {
        let text = format!("---\ntitle: T\nauthors: [jane]\ndate: 2024-05-01\n{key}: \"{value}\"\n---\nText.\n");
        let text = if key == "title" { text.replacen("title: T\n", "", 1) } else { text };
        let mistakes = Paper::named("front-matter-markup").file("war/a.md", text).mistakes();
        assert!(mistakes.contains("which is markup of another program: readers would see it"), "{key}: {mistakes}");
    }
    let escaped = yaml("date: 2024-05-01\ndescription: 'How \\{{< ref >}} works'");
    let paper = Paper::named("escaped-markup").file("war/a.md", escaped);
    assert_eq!(paper.story_page("war/a").summary, "How {{< ref >}} works");
}
