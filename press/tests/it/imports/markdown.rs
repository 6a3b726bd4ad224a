//! Sites for Hugo, Zola, Jekyll and Eleventy, and a folder of Markdown files.

use super::desk::Desk;

const KINDS: [&str; 5] = ["markdown-hugo", "markdown-zola", "markdown-jekyll", "markdown-eleventy", "markdown-folder"];

/// The usual arguments.
const PLAIN: [&str; 7] = ["site", "--section", "post=harbour", "--section", "blog=town", "--default-section", "town"];

#[test]
fn a_hugo_site_becomes_stories_authors_pictures_and_a_report() {
    becomes("markdown-hugo");
}

#[test]
fn a_zola_site_becomes_stories_authors_pictures_and_a_report() {
    becomes("markdown-zola");
}

#[test]
fn a_jekyll_site_becomes_stories_authors_pictures_and_a_report() {
    becomes("markdown-jekyll");
}

#[test]
fn an_eleventy_site_becomes_stories_authors_pictures_and_a_report() {
    becomes("markdown-eleventy");
}

#[test]
fn a_folder_of_texts_becomes_stories_authors_pictures_and_a_report() {
    becomes("markdown-folder");
}

fn becomes(kind: &'static str) {
    let desk = Desk::of_site(kind, "whole");
    let outcome = desk.import(&PLAIN);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(0), ""));
    desk.expect(&outcome);
}

#[test]
fn imported_sites_build_without_errors_and_show_no_markup_of_other_programs() {
    for kind in KINDS {
        let desk = Desk::of_site(kind, "pressed");
        desk.import(&PLAIN);
        let edition = desk.edition().unwrap_or_else(|mistakes| panic!("{kind}: {mistakes}"));
        assert!(edition.pages.len() > 3, "{kind}");
        for (file, text) in desk.content().into_iter().filter(|(file, _)| file.ends_with("/index.md")) {
            let text = String::from_utf8(text).unwrap();
            let raw = text.lines().find(|line| {
                let is_escaped = line.contains("\\{") || line.contains('`') || line.contains("fmt.Print");
                !is_escaped && (line.contains("{{") || line.contains("{%") || line.contains("{:"))
            });
            assert!(raw.is_none() || text.contains("```"), "{kind}: {file}: {raw:?}");
            assert!(!text.contains('@'), "{kind}: {file} has an address of a person");
        }
    }
}

#[test]
fn a_second_run_changes_nothing() {
    for kind in KINDS {
        let desk = Desk::of_site(kind, "twice");
        desk.import(&PLAIN);
        let first = desk.content();
        let again = desk.import(&PLAIN);
        assert!(first == desk.content(), "{kind}: a file was changed or added");
        let begin = "press: written: 0 stories, 0 authors, 0 pictures";
        assert_eq!(again.told.lines().next(), Some(begin), "{kind}");
        assert!(again.told.contains(" unchanged, 0 stories changed"), "{kind}: {}", again.told);
    }
}

#[test]
fn what_cannot_be_read_does_not_stop_the_rest_and_is_named_with_its_line() {
    let desk = Desk::of_site("markdown-hugo", "unreadable");
    let outcome = desk.import(&PLAIN);
    assert!(outcome.told.contains("content/post/broken.md:4: invalid YAML: "), "{}", outcome.told);
    assert!(outcome.told.contains("form.textile is written in a form that press cannot read"), "{}", outcome.told);
    let desk = Desk::of_site("markdown-folder", "bytes");
    let outcome = desk.import(&PLAIN);
    let line = "harbour/bytes.md:1: the file is not valid UTF-8; save it with the encoding UTF-8";
    assert!(outcome.told.contains(line), "{}", outcome.told);
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    let desk = Desk::of_site("markdown-hugo", "outside");
    desk.write("secret/secret.md", "---\ntitle: Secret\ndate: 2020-01-01\n---\nSecret words\n");
    std::fs::copy(desk.path("site/static/images/mole.png"), desk.path("secret/secret.png")).unwrap();
    std::os::unix::fs::symlink(desk.path("secret"), desk.path("site/content/post/linked")).unwrap();
    std::os::unix::fs::symlink(desk.path("secret/secret.png"), desk.path("site/static/linked.png")).unwrap();
    let absolute = desk.path("secret/secret.png").display().to_string();
    let text = format!(
        "---\ntitle: Bad\ndate: 2020-01-01\nimage: ../../../../secret/secret.png\n---\n![a](../../../secret/secret.png) \
         ![b]({absolute}) ![c](/linked.png) ![d](/../secret/secret.png) ![e](%2e%2e/%2e%2e/%2e%2e/secret/secret.png)\n\n\
         [f](../../../secret/secret.md)\n"
    );
    desk.write("site/content/post/bad.md", text);
    desk.change("site/hugo.toml", "[languages.uk]", "[languages.de]\ncontentDir = \"../secret\"\n[languages.uk]");
    let outcome = desk.import(&PLAIN);
    assert_eq!(outcome.code, Some(0), "{}", outcome.said);
    let files = desk.content();
    assert!(files.contains_key("harbour/bad/index.md"), "{:?}", files.keys());
    assert!(!files.keys().any(|file| file.contains("secret") || file.contains("linked")), "{:?}", files.keys());
    assert!(!files.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("Secret words")));
    assert!(outcome.told.contains("symbolic links: 2"), "{}", outcome.told);
    assert!(outcome.told.contains("names the folder ../secret, which is outside the site"), "{}", outcome.told);
}

#[test]
fn a_folder_without_texts_is_a_mistake_with_a_remedy() {
    let desk = Desk::of_site("markdown-hugo", "empty");
    std::fs::create_dir_all(desk.path("nothing")).unwrap();
    let outcome = desk.import(&["nothing"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.said.contains("has no texts") && outcome.said.contains("remedy: "), "{}", outcome.said);
    let outcome = desk.import(&["missing"]);
    assert!(outcome.said.starts_with("cannot read missing: "), "{}", outcome.said);
}

#[test]
fn a_story_that_was_moved_here_by_an_editor_is_recognised() {
    let desk = Desk::of_site("markdown-zola", "moved");
    desk.import(&PLAIN);
    std::fs::rename(desk.path("content/town/mole"), desk.path("content/harbour/pier")).unwrap_or_else(|error| {
        std::fs::create_dir_all(desk.path("content/harbour")).unwrap();
        std::fs::rename(desk.path("content/town/mole"), desk.path("content/harbour/pier"))
            .unwrap_or_else(|_| panic!("{error}"));
    });
    let before = desk.content();
    desk.import(&PLAIN);
    assert_eq!(before.keys().collect::<Vec<_>>(), desk.content().keys().collect::<Vec<_>>());
}

#[test]
fn dates_of_publication_and_expiry_become_keys() {
    let desk = Desk::of_site("markdown-hugo", "dates");
    let dates = "date = 2023-01-02\npublishDate = 2023-02-01T10:00:00Z\nexpiryDate = 2090-01-01\n";
    desk.change("site/content/post/mole.md", "date = 2023-01-02\n", dates);
    desk.import(&PLAIN);
    let story = desk.read("content/harbour/the-mole/index.md");
    let keys = "\npublish = 2023-02-01T12:00:00+02:00\nexpires = 2090-01-01T00:00:00+02:00\n";
    assert!(story.contains(keys), "{story}");
}

#[test]
fn drawings_become_pictures_and_what_is_elsewhere_becomes_a_link() {
    let desk = Desk::of_site("markdown-hugo", "drawings");
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"><rect width=\"8\" height=\"4\"/></svg>";
    desk.write("site/static/images/plan.svg", svg);
    let text = "![The plan](/images/plan.svg)\n\n![A map](https://maps.example/a.png)\n";
    desk.write("site/content/post/plan.md", format!("---\ntitle: Plan\ndate: 2020-01-01\n---\n{text}"));
    let outcome = desk.import(&PLAIN);
    let story = desk.read("content/harbour/plan/index.md");
    assert!(story.ends_with("\n![The plan](plan.png)\n\n[A map](https://maps.example/a.png)\n"), "{story}");
    assert!(desk.path("content/harbour/plan/plan.png").is_file());
    for note in ["the picture plan.png was drawn from an SVG", "https://maps.example/a.png is on another site; a link"]
    {
        assert!(outcome.told.contains(note), "{note}: {}", outcome.told);
    }
}
