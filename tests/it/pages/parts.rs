//! The parts of a page, each in every state that makes a difference.

use journal::archive::LoadError;
use journal::components::*;
use journal::model::{Article, Correction, Counter, Heading, Picture, Ranking, Site, Teaser};
use journal::route::Route;
use journal::words::Words;

use super::documents::{
    NETWORKS, author, full_article, image, listing, moment, picture, plain_article, plain_teaser, site, site_below,
    story, teaser,
};
use super::render::{all, body_of, parsed, text_of};
use super::snapshot::expect_cases;

const ENGLISH: Words = Words::English;

#[test]
fn the_views() {
    let live = Site { counter: Some(Counter::Redis(String::new())), ..site() };
    let shown = |site: &Site, count, time| journal::components::views(site, ENGLISH, count, time).into_string();
    let cases = [
        ("none", None, None),
        ("0", Some(0), None),
        ("1", Some(1), None),
        ("668", Some(668), None),
        ("12345", Some(12_345), None),
        ("room for a time", Some(668), Some("")),
        ("12345 at 14:05", Some(12_345), Some("14:05")),
    ];
    let mut cases = cases.map(|(name, count, time)| (name, shown(&site(), count, time))).to_vec();
    cases.push(("none yet", shown(&live, None, None)));
    expect_cases("views", &cases);
}

/// Sighted readers, screen readers and programs that extract text all get the same words.
#[test]
fn a_number_of_views_reads_as_words() {
    let said = |count, time| {
        let html = journal::components::views(&site(), ENGLISH, Some(count), time).into_string();
        text_of(&parsed(&html), ".views")
    };
    assert_eq!(
        [said(0, None), said(1, None), said(2_318, Some("")), said(12_345, Some("14:05"))],
        ["0 views", "1 view", "2,318 views", "12.3K views at 14:05"]
    );
}

/// If the numbers are not live, a story's page has room for the time they are from.
#[test]
fn a_story_has_room_for_the_time_of_its_views_if_they_are_not_live() {
    let room = |counter: Option<Counter>| {
        let html = parsed(&body_of(&Site { counter, ..site() }, &story(full_article())));
        all(&html, ".views-time").len()
    };
    assert_eq!(room(Some(Counter::Goatcounter("https://stats.example".into()))), 1);
    assert_eq!([room(Some(Counter::Redis(String::new()))), room(None)], [0, 0]);
}

#[test]
fn the_age_notice() {
    let notice = |years_old| age_notice(ENGLISH, &Article { years_old, ..full_article() }).into_string();
    let cases = [("in its first year", notice(0)), ("one year", notice(1)), ("three years", notice(3))];
    expect_cases("age-notice", &cases);
}

#[test]
fn the_breadcrumb() {
    let cases = [
        ("a story", breadcrumb(&site(), Some("war"), "The headline", None)),
        ("a section", breadcrumb(&site(), None, "War", None)),
        ("a section that this edition does not know", breadcrumb(&site(), Some("gone"), "The headline", None)),
    ];
    expect_cases("breadcrumb", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_byline() {
    let (jane, desk) = (author("jane-roe", "Jane Roe"), author("city-desk", "City Desk"));
    let cases = [
        ("one author", byline(&site(), ENGLISH, std::slice::from_ref(&jane))),
        ("two authors", byline(&site(), ENGLISH, &[jane, desk])),
    ];
    expect_cases("byline", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_card() {
    let (full, plain) = (teaser("war", "full"), plain_teaser("culture", "plain"));
    let foreign = Teaser { language: Some("uk".into()), ..plain.clone() };
    let cases = [
        ("in a list", card(&site(), &full, Place::List)),
        ("in a list, without picture, summary and views", card(&site(), &plain, Place::List)),
        ("in another language", card(&site(), &foreign, Place::List)),
        ("in a list of its section", card(&site(), &full, Place::Section)),
        ("beside the lead", card(&site(), &full, Place::Second)),
        ("the lead", card(&site(), &full, Place::Lead)),
        ("the lead without a picture", card(&site(), &plain, Place::Lead)),
        ("below a path", card(&site_below("/journal"), &full, Place::List)),
    ];
    expect_cases("card", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_corrections() {
    let correction = Correction { date: moment("2023-10-13T00:00:00+03:00", "13 October 2023"), text: "192.".into() };
    let cases = [("none", corrections(ENGLISH, &[])), ("one", corrections(ENGLISH, &[correction]))];
    expect_cases("corrections", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_dateline() {
    let cases = [("published", dateline(ENGLISH, &plain_article())), ("updated", dateline(ENGLISH, &full_article()))];
    expect_cases("dateline", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_lead_picture() {
    let shown = |caption: Option<&str>, credit: Option<&str>| {
        let picture = Picture { caption: caption.map(Into::into), credit: credit.map(Into::into), ..picture() };
        lead_picture(&site(), &picture).into_string()
    };
    let cases = [
        ("with caption and credit", shown(Some("The harbour"), Some("Photo: Jane"))),
        ("with a caption", shown(Some("The harbour"), None)),
        ("with a credit", shown(None, Some("Photo: Jane"))),
        ("with neither", shown(None, None)),
        ("below a path", lead_picture(&site_below("/journal"), &picture()).into_string()),
    ];
    assert!(cases.iter().all(|(_, html)| html.contains(&image("lead").name)));
    expect_cases("lead-picture", &cases);
}

#[test]
fn the_pagination() {
    let shown = |page, pages| {
        let route = |page| Route::Section { section: "war".into(), page };
        pagination(&site(), &listing(page, pages), route).into_string()
    };
    let cases =
        [("the only page", shown(1, 1)), ("first", shown(1, 3)), ("middle", shown(3, 3)), ("last", shown(2, 3))];
    expect_cases("pagination", &cases);
}

#[test]
fn the_section_links() {
    let shown = |current| section_links(&site(), current).into_string();
    let cases = [("anywhere", shown(None)), ("in one", shown(Some("war"))), ("in another", shown(Some("gone")))];
    expect_cases("section-links", &cases);
}

#[test]
fn the_carousel() {
    let shown = |site: &Site| carousel(site, site.top.iter(), "").into_string();
    let ranked = |ranking: Ranking| shown(&Site { ranking, top: site().top[..1].to_vec(), ..site() });
    let cases = [
        ("three stories", shown(&site())),
        ("read most this week", ranked(Ranking::Week)),
        ("nobody knows how often they were read", ranked(Ranking::Latest)),
        ("none", shown(&Site { top: vec![], ..site() })),
    ];
    expect_cases("carousel", &cases);
}

#[test]
fn the_contents() {
    let heading = |id: &str, text: &str| Heading { id: id.into(), text: text.into() };
    let headings = [heading("steps", "Steps"), heading("rise-fall", "Rise & fall")];
    let cases = [("two parts", contents(ENGLISH, &headings)), ("short", contents(ENGLISH, &[]))];
    expect_cases("contents", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_share_panel() {
    let article = Article { headline: "A & B".into(), ..plain_article() };
    let shown = |networks: Vec<_>| {
        let site = Site { share: networks, ..site() };
        (share_row(&site, &article).into_string(), share_panel(&site, &article).into_string())
    };
    let (row, panel) = shown(NETWORKS.to_vec());
    let (bare_row, bare_panel) = shown(Vec::new());
    let cases =
        [("row", row), ("panel", panel), ("row without networks", bare_row), ("panel without networks", bare_panel)];
    expect_cases("share", &cases);
}

#[test]
fn the_failure() {
    let errors = [
        ("no answer", LoadError::Network),
        ("not found", LoadError::NotFound),
        ("a status", LoadError::Status(503)),
        ("HTML", LoadError::NotJson),
        ("newer", LoadError::Newer),
        ("unreadable", LoadError::Unreadable),
    ];
    let cases = errors.map(|(name, error)| (name, failure(&site(), error, "The year 1794", true).into_string()));
    expect_cases("failure", &cases);
}
