//! Runs the program `press new` in a newspaper made for each test.

use crate::folder::Folder;
use crate::outcome::{Outcome, press, run};
use std::collections::BTreeSet;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use journal::model::{Article, Document};
use press::content::inventory::Inventory;
use press::edition::{EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;

const NOW: &str = "2026-11-24T12:00:00+02:00";

const SITE: &str = r##"base_url = "https://harbour.example/"
name = "The Harbour Paper"
tagline = "Small, but complete"
description = "A small newspaper for tests."
language = "en"
time_zone = "Europe/Kyiv"
publisher_logo = "/icon-512.png"

[[sections]]
slug = "town"
name = "Town"
colour = "#1d4e89"

[[sections]]
slug = "harbour"
name = "Harbour"
colour = "#9b2226"
"##;

#[test]
fn a_new_story_has_all_the_front_matter_that_press_needs() {
    let room = Room::named("whole", &["jane"]);
    let begun = room.begin(&["The lamp at the end of the mole", "--section", "town"]);
    assert_eq!((begun.code, begun.told.as_str()), (Some(0), "content/town/the-lamp-at-the-end-of-the-mole/index.md\n"));
    let next = "press: write the text below the second +++, then remove draft = true and run press check\n";
    assert_eq!(begun.said, next);
    let text = "+++
title = \"The lamp at the end of the mole\"
date = 2026-11-24T12:00:00
authors = [\"jane\"]
# draft = true holds the story back: remove the line to publish it.
draft = true
# description = \"What the story is about, in one or two sentences of 50 to 200 characters.\"
# tags = [\"port\", \"black-sea\"]

# [picture]
# file = \"lead.jpg\"
# alt = \"What the picture shows, as you would describe it on the phone.\"
# credit = \"Photograph: who made it\"
+++

";
    assert_eq!(room.read("content/town/the-lamp-at-the-end-of-the-mole/index.md"), text);
}

#[test]
fn a_new_story_passes_check_as_a_draft_and_once_it_is_written() {
    let room = Room::named("publish", &["jane"]);
    let headline = "\"Quotes\", \\backslashes\\, it's # no comment = {x} \u{7f}";
    let file = String::from(room.begin(&[headline, "--section", "harbour"]).told.trim());
    assert_eq!(file, "content/harbour/quotes-backslashes-its-no-comment-x/index.md");
    assert_eq!(room.run("check", &["--strict"]).told, "0 stories, no problems\n");
    // Go on as an author would: remove the hint and `draft`, uncomment the description and the tags.
    let draft = room.read(&file);
    let is_kept = |line: &&str| !line.starts_with("draft") && !line.starts_with("# draft");
    let text: String = draft.split_inclusive('\n').filter(is_kept).collect();
    let text = text.replace("# description", "description").replace("# tags", "tags");
    room.write(&file, &(text.clone() + "The lamp is small. Its lens is not.\n"));
    let checked = room.run("check", &["--strict"]);
    assert_eq!((checked.code, checked.told.as_str()), (Some(0), "1 story, no problems\n"));
    let clock = Clock::read(Some(NOW)).unwrap();
    let content = room.path("content");
    let inventory = Inventory::take(&content);
    let pictures = Pictures::develop(&inventory, &content, &room.path("pictures")).unwrap();
    let options = EditionOptions { content: &content, base: "", clock: &clock, drafts: false };
    let edition = read_edition(&inventory, &options, &pictures, &mut StoryCache::default()).unwrap();
    let stories = edition.documents().unwrap().into_iter().filter_map(|(_, document)| match document {
        Document::Story(article) => Some(*article),
        _ => None,
    });
    let stories: Vec<Article> = stories.collect();
    assert_eq!(stories.len(), 1);
    assert_eq!(stories[0].headline, "“Quotes”, \\backslashes\\, it’s # no comment = {x} \u{7f}");
    assert_eq!(stories[0].published.iso, NOW);
    // The example of a picture is valid, too: only the picture itself is missing.
    room.write(&file, &(text.replace("\n# ", "\n") + "The lamp is small.\n"));
    let told = room.run("check", &[]).told;
    assert!(told.contains("picture \"lead.jpg\" is not there [picture]"), "{told}");
    assert!(told.ends_with("1 error, 0 warnings in 1 story\n"), "{told}");
}

#[test]
fn the_headline_is_written_as_given() {
    let room = Room::named("headline", &["jane"]);
    for (headline, title) in [
        ("Він сказав: \"Привіт\"", r#""Він сказав: \"Привіт\"""#),
        ("C:\\new and 'old'", r#""C:\\new and 'old'""#),
        ("  Two\n lines\tand a tab ", r#""Two lines and a tab""#),
        ("+++", ""),
    ] {
        let begun = room.begin(&[headline, "--section", "town"]);
        if title.is_empty() {
            let said = "cannot make an address from the headline \"+++\"\n  remedy: write one with letters or digits\n";
            assert_eq!((begun.code, begun.said.as_str()), (Some(1), said));
            continue;
        }
        let text = room.read(begun.told.trim());
        assert!(text.starts_with(&format!("+++\ntitle = {title}\n")), "{text}");
        assert_eq!(room.run("check", &[]).code, Some(0));
    }
}

#[test]
fn the_address_differs_from_stories_drafts_folders_aliases_and_reserved_words() {
    let room = Room::named("addresses", &["jane"]);
    let begun = |headline: &str| {
        let told = room.begin(&[headline, "--section", "town"]).told;
        String::from(told.trim().trim_start_matches("content/town/").trim_end_matches("/index.md"))
    };
    // Taken by a story without a folder, by drafts that this test has created, and by a folder without a story.
    room.write(
        "content/town/clock.md",
        "+++\ntitle = \"The clock\"\ndate = 2026-01-01\nauthors = \"jane\"\n+++\nText.\n",
    );
    assert_eq!([begun("Clock"), begun("CLOCK!"), begun("Clock")], ["clock-2", "clock-3", "clock-4"]);
    fs::create_dir_all(room.path("content/town/Market")).unwrap();
    assert_eq!(begun("Market"), "market-2");
    fs::remove_dir_all(room.path("content/town/Market")).unwrap();
    // Aliases in all sections, absolute or relative, of drafts as well.
    let aliases = "aliases = [\"/town/stairs/\", \"/harbour/pier\", \"/about/\"]";
    room.write("content/harbour/a.md", format!("+++\ntitle = \"A\"\n{aliases}\ndraft = true\n+++\n"));
    room.write("content/town/b.md", "---\ntitle: B\ndraft: true\naliases: [bridge]\n---\n");
    assert_eq!([begun("Stairs"), begun("Bridge"), begun("Pier")], ["stairs-2", "bridge-2", "pier"]);
    for word in ["Page", "index", "Search", "About"] {
        assert_eq!(begun(word), format!("{}-2", word.to_lowercase()));
    }
    let long = begun("At the summit, the president urges the world to stand together against arms dealings");
    assert_eq!(long, "at-the-summit-the-president-urges-the-world-to-stand");
    assert_eq!(begun("Як збудували Потьомкінські сходи"), "yak-zbuduvaly-potomkinski-skhody");
    assert_eq!(room.run("check", &[]).code, Some(0), "{}", room.run("check", &[]).told);
}

#[test]
fn concurrent_runs_get_different_addresses() {
    let room = Room::named("at-once", &["jane"]);
    let begin = |_| {
        room.command("new", &["The lamp", "--section", "town"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let running: Vec<_> = (0..12).map(begin).collect();
    let outputs: Vec<Output> = running.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    assert!(outputs.iter().all(|output| output.status.success()));
    let files: BTreeSet<String> = outputs.into_iter().map(|output| String::from_utf8(output.stdout).unwrap()).collect();
    assert_eq!(files.len(), 12, "{files:?}");
    // Nothing is left over, and each story has its file.
    let entries: BTreeSet<PathBuf> =
        fs::read_dir(room.path("content/town")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(entries.len(), 12, "{entries:?}");
    assert!(entries.iter().all(|folder| folder.join("index.md").is_file()));
}

#[test]
fn authors_are_those_named_or_the_only_one_or_left_to_fill_in() {
    let room = Room::named("authors", &["jane", "city-desk"]);
    let authors = |options: &[&str]| {
        let begun = room.begin(&[&["The lamp", "--section", "town"], options].concat());
        let text = room.read(begun.told.trim());
        let start = text.find("date").unwrap();
        (text[start..text.find("# draft").unwrap()].lines().skip(1).collect::<Vec<_>>().join("\n"), begun.said)
    };
    let (named, _) = authors(&["--author", "jane", "--author", "city-desk", "--author", "jane"]);
    assert_eq!(named, "authors = [\"jane\", \"city-desk\"]");
    let (open, said) = authors(&[]);
    assert_eq!(open, "# At least one of: city-desk, jane.\nauthors = []");
    assert!(said.starts_with("press: add its authors, write the text"), "{said}");
    let room = Room::named("no-authors", &[]);
    let begun = room.begin(&["The lamp", "--section", "town"]);
    let hint = "# At least one name of a file in authors/, without .md; there are none yet.\nauthors = []\n";
    assert!(room.read(begun.told.trim()).contains(hint));
}

#[test]
fn an_unknown_section_or_author_is_reported_with_a_suggestion() {
    let room = Room::named("unknown", &["jane", "city-desk"]);
    let fails = |options: &[&str], said: &str| {
        let outcome = room.begin(&[&["The lamp"], options].concat());
        assert_eq!((outcome.code, outcome.told.as_str(), outcome.said.as_str()), (Some(1), "", said));
    };
    fails(&["--section", "twon"], "unknown section \"twon\"\n  remedy: did you mean \"town\"?\n");
    fails(&["--section", "sport"], "unknown section \"sport\"\n  remedy: use one of town, harbour\n");
    let with = |author: &'static str| ["--section", "town", "--author", author];
    fails(&with("jan"), "unknown author \"jan\"\n  remedy: did you mean \"jane\"?\n");
    // Her name as readers see it.
    fails(&with("The author jane"), "unknown author \"The author jane\"\n  remedy: did you mean \"jane\"?\n");
    fails(&with("nobody"), "unknown author \"nobody\"\n  remedy: use one of city-desk, jane\n");
    fails(
        &["--section", "town", "--now", "noon"],
        "--now \"noon\" is not a time\n  remedy: write it like 2024-10-11, 2024-10-11T14:05:00 or 2024-10-11T14:05:00+03:00\n",
    );
    room.write("content/site.toml", SITE.replace("Europe/Kyiv", "Europe/Kiew"));
    let said = "content/site.toml:6: there is no time zone \"Europe/Kiew\"\n  \
                remedy: write a name from the IANA time zone database, such as Europe/Kyiv\n";
    fails(&["--section", "town"], said);
    assert!(!room.path("content/town").exists(), "something was written");
}

#[test]
fn the_date_is_in_the_time_zone_of_the_newspaper() {
    let room = Room::named("date", &["jane"]);
    let begun = room.run("new", &["Night", "--section", "town", "--now", "2026-07-01T22:30:00Z"]);
    assert!(room.read(begun.told.trim()).contains("\ndate = 2026-07-02T01:30:00\n"));
    // When the clocks go back, in the second of the two equal hours.
    let begun = room.run("new", &["Night", "--section", "town", "--now", "2026-10-25T01:30:00Z"]);
    assert!(room.read(begun.told.trim()).contains("\ndate = 2026-10-25T03:30:00+02:00\n"));
}

/// The folder of a newspaper without stories.
struct Room(Folder);

impl Room {
    fn named(name: &str, authors: &[&str]) -> Room {
        let room = Room(Folder::empty(Path::new("new").join(name)));
        room.write("content/site.toml", SITE);
        room.write("content/about.md", "+++\ntitle = \"About the paper\"\n+++\nText.\n");
        for author in authors {
            room.write(&format!("content/authors/{author}.md"), format!("+++\nname = \"The author {author}\"\n+++\n"));
        }
        room
    }

    fn begin(&self, options: &[&str]) -> Outcome {
        self.run("new", options)
    }

    fn run(&self, command: &str, options: &[&str]) -> Outcome {
        run(&mut self.command(command, options))
    }

    fn command(&self, name: &str, options: &[&str]) -> Command {
        let mut command = press(&self.path(""));
        command.arg(name).args(options);
        if !options.contains(&"--now") {
            command.args(["--now", NOW]);
        }
        command
    }
}

impl Deref for Room {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}
