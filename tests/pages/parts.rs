//! The parts of a page, each in the states that make a difference.

use journal::archive::LoadError;
use journal::components::*;
use journal::model::{Article, Correction, Document, Picture, Site, Teaser};
use journal::navigation::Navigation;
use journal::route::Route;
use leptos::prelude::*;

use crate::documents::{
    NETWORKS, author, full_article, image, listing, moment, picture, plain_article, plain_teaser, site, site_below,
    teaser,
};
use crate::render::{html, parsed, text_of};
use crate::snapshot::expect_cases;

#[test]
fn views() {
    let shown = |count| journal::components::views(count).into_string();
    let cases = [("none", None), ("0", Some(0)), ("1", Some(1)), ("668", Some(668)), ("12345", Some(12_345))];
    expect_cases("views", &cases.map(|(name, count)| (name, shown(count))));
}

#[test]
fn what_a_screen_reader_says_of_views() {
    let said = |count| text_of(&parsed(&journal::components::views(Some(count)).into_string()), ".visually-hidden");
    assert_eq!([said(0), said(1), said(12_345)], ["0 views", "1 view", "12,345 views"]);
}

#[test]
fn age() {
    let notice = |years_old| age_notice(&Article { years_old, ..full_article() }).into_string();
    let cases = [("in its first year", notice(0)), ("one year", notice(1)), ("three years", notice(3))];
    expect_cases("age-notice", &cases);
}

#[test]
fn where_a_page_stands() {
    let cases = [
        ("a story", breadcrumb(&site(), Some("war"), "The headline")),
        ("a section", breadcrumb(&site(), None, "War")),
        ("a section that this edition does not know", breadcrumb(&site(), Some("gone"), "The headline")),
    ];
    expect_cases("breadcrumb", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn who_wrote_a_story() {
    let (jane, desk) = (author("jane-roe", "Jane Roe"), author("city-desk", "City Desk"));
    let cases =
        [("one author", byline(&site(), std::slice::from_ref(&jane))), ("two authors", byline(&site(), &[jane, desk]))];
    expect_cases("byline", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn stories_announced_elsewhere() {
    let (full, plain) = (teaser("war", "full"), plain_teaser("culture", "plain"));
    let foreign = Teaser { language: Some("uk".into()), ..plain.clone() };
    let cases = [
        ("in a list", card(&site(), &full, Place::List)),
        ("in a list, without picture, summary and views", card(&site(), &plain, Place::List)),
        ("in another language", card(&site(), &foreign, Place::List)),
        ("the lead", card(&site(), &full, Place::Lead)),
        ("the lead without a picture", card(&site(), &plain, Place::Lead)),
        ("below a path", card(&site_below("/journal"), &full, Place::List)),
    ];
    expect_cases("card", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn what_was_corrected() {
    let correction = Correction { date: moment("2023-10-13T00:00:00+03:00", "13 October 2023"), text: "192.".into() };
    let cases = [("none", corrections(&[])), ("one", corrections(&[correction]))];
    expect_cases("corrections", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn dates_of_a_story() {
    let cases = [("published", dateline(&plain_article())), ("updated", dateline(&full_article()))];
    expect_cases("dateline", &cases.map(|(name, part)| (name, part.into_string())));
}

#[test]
fn the_picture_at_the_head_of_a_story() {
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
    assert!(cases.iter().all(|(_, html)| html.contains(&image("lead").src)));
    expect_cases("lead-picture", &cases);
}

#[test]
fn the_way_through_a_list() {
    let shown = |page, pages| {
        let route = |page| Route::Section { section: "war".into(), page };
        pagination(&site(), &listing(page, pages), route).into_string()
    };
    let cases =
        [("the only page", shown(1, 1)), ("first", shown(1, 3)), ("middle", shown(2, 3)), ("last", shown(3, 3))];
    expect_cases("pagination", &cases);
}

#[test]
fn the_sections() {
    let shown = |current| section_links(&site(), current).into_string();
    let cases = [("anywhere", shown(None)), ("in one", shown(Some("war"))), ("in another", shown(Some("gone")))];
    expect_cases("section-links", &cases);
}

#[test]
fn the_most_viewed_stories() {
    let shown = |site: &Site| html(|| view! { <Carousel items=carousel_items(site, site.top.iter())/> });
    expect_cases("carousel", &[("three stories", shown(&site()))]);
}

#[test]
fn ways_to_share() {
    let shown = |networks: Vec<_>| {
        html(|| view! { <Share networks address="https://paper.example/war/a/".into() headline="A & B".into()/> })
    };
    expect_cases("share", &[("all networks", shown(NETWORKS.to_vec())), ("none", shown(Vec::new()))]);
}

#[test]
fn what_stands_in_place_of_a_page_that_could_not_be_loaded() {
    let shown = |error| {
        html(|| {
            let navigation = Navigation::new(&site(), Document::Missing);
            view! { <Failure error navigation/> }
        })
    };
    let errors = [
        ("no answer", LoadError::Network),
        ("not found", LoadError::NotFound),
        ("a status", LoadError::Status(503)),
        ("HTML", LoadError::NotJson),
        ("newer", LoadError::Newer),
        ("unreadable", LoadError::Unreadable),
    ];
    expect_cases("failure", &errors.map(|(name, error)| (name, shown(error))));
}
