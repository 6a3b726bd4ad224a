//! The rules of the edition, each with its own newspaper: which story comes first, leads, is related, or is in Top
//! article. Also checks that the examples in the authors' manual work, what becomes of a text, and how files of other
//! programs are read.

mod other_programs;
mod paper;
mod text;

use journal::model::Document;
use journal::model::Ranking;
use journal::route::Route;

use paper::Paper;

#[test]
fn the_newest_story_comes_first_and_the_address_decides_between_equals() {
    let paper = Paper::named("order")
        .story("war/b", "date = 2024-05-01")
        .story("war/a", "date = 2024-05-01")
        .story("culture/z", "date = 2024-05-01T00:00:00")
        .story("war/new", "date = 2024-06-01T10:00:00")
        .story("war/newer", "date = 2024-06-01T08:30:00Z")
        .story("war/old", "date = 2023-01-01");
    assert_eq!(paper.search(), ["newer", "new", "z", "a", "b", "old"]);
}

#[test]
fn a_story_with_an_empty_headline_is_called_by_its_first_words() {
    let matter = "+++\ntitle = \"\"\nauthors = [\"jane\"]\ndate = 2024-05-01\n+++\n";
    let text = "The \"lamp\" turns once in thirty-six seconds, in all weathers, as it has since it was lit.\n";
    let paper = Paper::named("no-headline").file("war/lamp/index.md", [matter, text].concat());
    assert_eq!(paper.story_page("war/lamp").headline, "The “lamp” turns once in thirty-six seconds, in all…");
}

#[test]
fn the_newest_of_the_stories_that_want_to_lead_leads() {
    let paper = Paper::named("lead")
        .story("war/newest", "date = 2024-05-04")
        .story("war/wants", "date = 2024-05-03\nlead = true")
        .story("war/wanted", "date = 2024-05-02\nlead = true");
    let front = paper.front();
    assert_eq!(front.lead.map(|lead| lead.slug).as_deref(), Some("wants"));
    assert_eq!(paper::slugs(&front.latest.teasers), ["newest", "wanted"]);
}

#[test]
fn the_newest_story_leads_if_none_wants_to() {
    let paper = Paper::named("no-lead").story("war/old", "date = 2024-05-03").story("war/new", "date = 2024-05-04");
    assert_eq!(paper.front().lead.map(|lead| lead.slug).as_deref(), Some("new"));
}

#[test]
fn a_newspaper_without_stories_has_its_pages() {
    let paper = Paper::named("empty");
    let front = paper.front();
    assert_eq!((front.lead, front.latest.older, front.strips.len()), (None, None, 0));
    assert_eq!(paper.search(), Vec::<String>::new());
}

#[test]
fn a_section_strip_has_stories_that_do_not_appear_above() {
    let mut paper = Paper::named("strips").story("war/lead", "date = 2024-06-09\nlead = true");
    for day in 1..=9 {
        paper = paper.story(&format!("culture/c{day}"), &format!("date = 2024-05-0{day}"));
    }
    // Page size 3: above are the lead, c9, c8 and c7, and in Top article the lead and c9 to c3.
    let strips = paper.front().strips;
    let found: Vec<(&str, Vec<String>)> =
        strips.iter().map(|strip| (strip.section.as_str(), paper::slugs(&strip.teasers))).collect();
    let expected = [("culture", vec!["c2", "c1"])];
    assert_eq!(found, expected.map(|(section, slugs)| (section, slugs.into_iter().map(String::from).collect())));
}

#[test]
fn only_the_first_front_page_has_a_lead_and_strips() {
    let mut paper = Paper::named("front-pages");
    for day in 1..=8 {
        paper = paper.story(&format!("war/w{day}"), &format!("date = 2024-05-0{day}"));
    }
    // Seven stories without the lead, three per page; the pages after the first are filled from the oldest story on.
    for (page, stories, newer, older) in [(3, vec!["w4"], 1, Some(2)), (2, vec!["w3", "w2", "w1"], 3, None)] {
        let Some(Document::Front(front)) = paper.page(&Route::Front { page }) else { panic!("no page {page}") };
        assert_eq!((front.lead, front.latest.page, front.strips.len()), (None, page, 0));
        assert_eq!(paper::slugs(&front.latest.teasers), stories);
        assert_eq!((front.latest.newer, front.latest.older), (Some(newer), older));
    }
    assert_eq!(paper.page(&Route::Front { page: 4 }), None);
}

#[test]
fn a_rare_tag_counts_more_than_common_ones_together() {
    let paper = Paper::named("rare-tag")
        .with_a_full_top()
        .story("war/this", "date = 2020-01-09\ntags = [\"rare\", \"common\", \"usual\"]")
        .story("culture/by-rare", "date = 2020-01-01\ntags = [\"rare\"]")
        .story("war/by-two", "date = 2020-01-02\ntags = [\"common\", \"usual\"]")
        .story("war/by-one", "date = 2020-01-03\ntags = [\"common\"]")
        .story("culture/usual-1", "date = 2020-01-04\ntags = [\"common\", \"usual\"]")
        .story("culture/usual-2", "date = 2020-01-05\ntags = [\"common\", \"usual\"]");
    // The rare tag counts 1/2, the others 1/5 and 1/4.
    assert_eq!(paper.related("war/this"), ["by-rare", "by-two", "usual-2", "usual-1"]);
}

#[test]
fn without_shared_tags_the_section_and_then_the_date_decide() {
    let paper = Paper::named("no-tags")
        .with_a_full_top()
        .story("culture/this", "date = 2020-01-09")
        .story("culture/one", "date = 2020-01-01")
        .story("culture/two", "date = 2020-01-02")
        .story("war/three", "date = 2020-01-03")
        .story("war/four", "date = 2020-01-04")
        .story("war/five", "date = 2020-01-05");
    assert_eq!(paper.related("culture/this"), ["two", "one", "five", "four"]);
}

#[test]
fn no_story_is_related_to_itself_or_to_one_in_top_article() {
    let paper = Paper::named("not-on-top")
        .with_a_full_top()
        .story("war/this", "date = 2020-01-09\ntags = [\"port\"]")
        .story("war/viewed", "date = 2020-01-08\ntags = [\"port\"]")
        .story("war/other", "date = 2020-01-07\ntags = [\"port\"]")
        .views("war/viewed", 9_999);
    assert_eq!(paper.related("war/this"), ["other"]);
}

#[test]
fn the_seventh_of_top_article_is_related_unless_the_story_itself_is_in_it() {
    let mut paper = Paper::named("seventh");
    for number in 10..=18 {
        let date = format!("date = 2020-01-{number}");
        paper = paper.story(&format!("war/s{number}"), &date).views(&format!("war/s{number}"), number);
    }
    paper = paper.story("war/this", "date = 2020-02-01");
    // Beside a story, Top article shows six: s18 to s13. The seventh, s12, appears only on the pages of those six.
    assert_eq!(paper.related("war/this"), ["s12", "s11", "s10"]);
    assert_eq!(paper.related("war/s15"), ["s11", "s10", "this"]);
}

#[test]
fn the_most_viewed_stories_are_in_top_article_and_the_newer_of_equals_comes_first() {
    let mut paper = Paper::named("top");
    for number in 10..=29 {
        let slug = format!("war/s{number}");
        paper =
            paper.story(&slug, &format!("date = 2020-01-{number}")).views(&slug, if number > 15 { 5 } else { number });
    }
    let top: Vec<String> = paper.top();
    let expected = ["s15", "s14", "s13", "s12", "s11", "s10", "s29", "s28"];
    assert_eq!(top, expected);
}

#[test]
fn the_newest_stories_fill_up_a_top_article_with_too_few_views() {
    let mut paper = Paper::named("few-views").views("war/s10", 3).views("war/s11", 0);
    for number in 10..=29 {
        paper = paper.story(&format!("war/s{number}"), &format!("date = 2020-01-{number}"));
    }
    assert_eq!(paper.top(), ["s10", "s29", "s28", "s27", "s26", "s25", "s24", "s23"]);
}

#[test]
fn the_most_read_of_this_week_come_before_the_most_read_ever() {
    let mut paper = Paper::named("week");
    for number in 10..=20 {
        let slug = format!("war/s{number}");
        // The older a story, the more views in all; the newer, the more this week.
        let (ever, this_week) = (9_000 - 100 * number, number);
        paper = paper.story(&slug, &format!("date = 2020-01-{number}"));
        paper = paper.views_in_a_week(&slug, ever, Some(ever - this_week));
    }
    // One was published this week: all its views count. The other is older, but its views of a week ago are not known.
    paper = paper.story("war/new", "date = 2026-11-20").views_in_a_week("war/new", 17, None);
    paper = paper.story("war/imported", "date = 2019-01-01").views_in_a_week("war/imported", 99_000, None);
    let (ranking, top) = paper.ranking();
    assert_eq!(top, ["s20", "s19", "s18", "new", "s17", "s16", "s15", "s14"]);
    assert_eq!(ranking, Ranking::Week);
}

#[test]
fn a_week_in_which_few_stories_were_read_has_no_ranking() {
    let mut paper = Paper::named("quiet-week");
    for number in 10..=20 {
        let slug = format!("war/s{number}");
        let before = if number < 14 { 400 } else { 500 - number };
        paper = paper.story(&slug, &format!("date = 2020-01-{number}"));
        paper = paper.views_in_a_week(&slug, 500 - number, Some(before.min(500 - number)));
    }
    let (ranking, top) = paper.ranking();
    assert_eq!(top, ["s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17"]);
    assert_eq!(ranking, Ranking::Ever);
}

#[test]
fn without_views_top_article_has_the_latest_stories_and_says_so() {
    let mut paper = Paper::named("no-views");
    for number in 10..=20 {
        paper = paper.story(&format!("war/s{number}"), &format!("date = 2020-01-{number}"));
    }
    let (ranking, top) = paper.ranking();
    assert_eq!(top, ["s20", "s19", "s18", "s17", "s16", "s15", "s14", "s13"]);
    assert_eq!(ranking, Ranking::Latest);
}

#[test]
fn the_age_of_a_story_is_in_whole_years() {
    // Now is 24 November 2026, noon.
    let paper = Paper::named("age")
        .story("war/a", "date = 2025-11-24T12:00:00")
        .story("war/b", "date = 2025-11-24T12:00:01")
        .story("war/c", "date = 2016-02-29");
    assert_eq!(["a", "b", "c"].map(|slug| paper.story_page(&format!("war/{slug}")).years_old), [1, 0, 10]);
}

#[test]
fn a_description_takes_precedence_over_the_first_sentences() {
    let paper = Paper::named("summary")
        .story("war/own", "date = 2024-01-01\ndescription = \"It's mine.\"")
        .story("war/none", "date = 2024-01-01");
    assert_eq!(paper.story_page("war/own").summary, "It’s mine.");
    assert_eq!(paper.story_page("war/none").summary, "The text of war/none.");
}

#[test]
fn a_summary_has_no_addresses() {
    let matter = "+++\ntitle = \"A\"\ndate = 2024-01-01\nauthors = [\"jane\"]\n+++\n";
    let text = "https://example.org/a_long/address\n\nSee (www.example.org/b) or HTTPS://example.org/c. Wwwell, https: is none.\n";
    let paper = Paper::named("summary-addresses").file("war/a/index.md", format!("{matter}{text}"));
    assert_eq!(paper.story_page("war/a").summary, "See or. Wwwell, https: is none.");
}

#[test]
fn reading_the_same_content_twice_has_the_same_result() {
    let mut paper = Paper::named("twice");
    for number in 10..=29 {
        paper = paper.story(&format!("war/s{number}"), &format!("date = 2020-01-{number}\ntags = [\"a\", \"b\"]"));
    }
    assert_eq!(paper.written(), paper.written());
}

#[test]
fn the_examples_in_the_manual_make_a_newspaper() {
    let manual = include_str!("../../../docs/content.md");
    let examples = |language: &str| -> Vec<&str> {
        let fence = format!("```{language}\n");
        let starts = manual.split(fence.as_str()).skip(1);
        starts.map(|rest| rest.split("```").next().unwrap()).collect()
    };
    let [story, in_yaml, author] = examples("markdown").try_into().unwrap();
    let [site] = examples("toml").try_into().unwrap();
    let paper = Paper::named("manual")
        .file("site.toml", site)
        .file("about.md", "+++\ntitle = \"About\"\n+++\n## Imprint\n")
        .file("authors/city-desk.md", author)
        .file("authors/history-desk.md", author)
        .file("history/potemkin-stairs/index.md", story_with_heading())
        .file("history/the-lamp/index.md", story)
        .file("history/the-lamp/lamp.jpg", small_jpeg())
        .file("history/the-lamp/lens.jpg", small_jpeg())
        .file("history/in-yaml/index.md", in_yaml)
        .file("history/in-yaml/lamp.jpg", small_jpeg());
    let (lamp, yaml) = (paper.story_page("history/the-lamp"), paper.story_page("history/in-yaml"));
    assert_eq!(lamp.picture.as_ref().map(|picture| (picture.image.width, picture.image.height)), Some((3, 2)));
    assert_eq!((yaml.headline, yaml.published, yaml.authors), (lamp.headline, lamp.published, lamp.authors));
    assert_eq!(yaml.picture.map(|picture| picture.alt), lamp.picture.map(|picture| picture.alt));
    for part in [
        "<h2 id=\"the-lamp\"",
        "<figcaption><p><span class=\"caption\">The lens, seen from below",
        "class=\"right\"",
        "id=\"fn-1\"",
    ] {
        assert!(lamp.body.contains(part), "{part} is not in {}", lamp.body);
    }
}

fn story_with_heading() -> &'static str {
    "+++\ntitle = \"Stairs\"\ndate = 2026-01-01\nauthors = \"city-desk\"\n+++\n## Two illusions\n"
}

/// A JPEG of 3 by 2 pixels.
fn small_jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 80).encode(&[90; 18], 3, 2, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

/// Thirty stories, some with views and some with the same tags.
fn thirty(name: &str) -> Paper {
    let mut paper = Paper::named(name);
    for number in 0..30 {
        let address = format!("{}/s{number}", ["war", "culture"][number % 2]);
        let matter =
            format!("date = 2026-{:02}-{:02}\ntags = [\"tag-{}\"]", 1 + number / 3, 1 + number % 28, number % 4);
        paper = paper.story(&address, &matter);
        if number % 3 == 0 {
            paper = paper.views(&address, 40 + number as u64);
        }
    }
    paper
}

/// The pages that are new or different in the second paper, and those that are gone.
fn changed(before: &Paper, after: &Paper) -> (Vec<String>, Vec<String>) {
    let (before, after) = (before.edition(), after.edition());
    assert_eq!(before.site, after.site, "what all pages share is unchanged");
    for (page, old) in
        after.pages.iter().filter_map(|page| Some((page, before.pages.iter().find(|it| it.route == page.route)?)))
    {
        // A fingerprint covers a text by its source; the document contains the text itself.
        let document = |page: &press::edition::Page, edition: &press::edition::Edition| {
            page.document(&edition.stories, &edition.site_file).unwrap()
        };
        let is_same = document(page, &after) == document(old, &before);
        assert_eq!(
            page.fingerprint == old.fingerprint,
            is_same,
            "the fingerprint of {:?} says whether it is the same",
            page.route
        );
    }
    let (before, after) = (before.documents().unwrap(), after.documents().unwrap());
    let is_in = |page: &(Route, Document), pages: &[(Route, Document)]| pages.contains(page);
    let new = after.iter().filter(|page| !is_in(page, &before)).map(|(route, _)| route.path());
    let gone = |page: &&(Route, Document)| !after.iter().any(|(route, _)| *route == page.0);
    let gone = before.iter().filter(gone).map(|(route, _)| route.path());
    (new.collect(), gone.collect())
}

#[test]
fn a_pull_in_the_course_of_a_day_changes_only_the_front_page() {
    let (before, after) = (thirty("before-a-pull"), thirty("after-a-pull").read_again(3));
    assert_eq!(changed(&before, &after), (vec![String::from("/")], vec![]));
    assert_eq!(after.story_page("war/s0").views, Some(40), "morning count");
    assert_eq!(after.front().lead.and_then(|lead| lead.views), Some(201), "newest count");
    let Some(Document::Section(section)) = after.page(&Route::Section { section: "culture".into(), page: 1 }) else {
        panic!("no section")
    };
    assert_eq!(section.listing.teasers.iter().find(|it| it.slug == "s27").unwrap().views, Some(67), "morning count");
}

#[test]
fn a_new_story_changes_the_ends_of_lists_and_the_stories_that_it_is_related_to() {
    let (before, after) = (thirty("before-a-story"), thirty("after-a-story"));
    let after = after.story("war/new", "date = 2026-11-24T11:00:00\ntags = [\"tag-1\"]");
    let (mut new, gone) = changed(&before, &after);
    assert_eq!(gone, Vec::<String>::new());
    let stories: Vec<String> = new.extract_if(.., |path| path.contains("/s")).collect();
    assert!(stories.len() <= 4, "{stories:?}");
    // Three stories per page. The newest of the older pages of a list gets a story, too.
    new.sort();
    let expected = [
        "/",
        "/archive/",
        "/archive/2026/",
        "/archive/2026/01/",
        "/archive/2026/02/",
        "/archive/2026/03/",
        "/archive/2026/04/",
        "/archive/2026/05/",
        "/archive/2026/06/",
        "/archive/2026/07/",
        "/archive/2026/08/",
        "/archive/2026/09/",
        "/archive/2026/10/",
        "/archive/2026/11/",
    ];
    let archive: Vec<&str> =
        new.iter().map(String::as_str).filter(|path| path.starts_with("/archive/") || *path == "/").collect();
    assert_eq!(archive, expected);
    let lists = new.iter().filter(|path| !expected.contains(&path.as_str())).count();
    assert!(lists <= 12, "{new:?}");
    assert!(!new.iter().any(|path| path.ends_with("/page/2/")), "the oldest page of a list is unchanged: {new:?}");
}
