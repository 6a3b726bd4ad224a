//! Whole small sites: reads `sites/<case>/content` and compares the result with the file in `sites/<case>/expected`:
//! `mistakes.txt` with the errors exactly as `--all` prints them, or `edition.json` with everything that the pages are
//! made of. `UPDATE_EXPECT=1 cargo test -p press --test it sites` rewrites these files; review the difference.

use expect_test::expect_file;
use std::fs;
use std::path::{Path, PathBuf};

use press::content::inventory::Inventory;
use press::edition::{Edition, EditionOptions, Page, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use serde_json::{Value, json};

#[test]
fn a_small_newspaper_becomes_an_edition() {
    expect("newspaper", "edition.json");
}

#[test]
fn a_ukrainian_newspaper_has_ukrainian_days_and_labels_and_an_english_story_its_own() {
    expect("ukrainian-newspaper", "edition.json");
}

#[test]
fn errors_in_front_matter_are_reported_with_line_and_remedy() {
    expect("mistakes-in-front-matter", "mistakes.txt");
}

#[test]
fn errors_in_texts_are_reported_with_line_and_remedy() {
    expect("mistakes-in-texts", "mistakes.txt");
}

#[test]
fn errors_in_the_site_file_are_reported_with_line_and_remedy() {
    expect("mistakes-in-site-file", "mistakes.txt");
}

#[test]
fn a_site_file_that_is_not_toml_is_reported_with_line_and_remedy() {
    expect("site-file-is-no-toml", "mistakes.txt");
}

#[test]
fn files_in_the_wrong_place_are_reported_with_remedy() {
    expect("files-in-the-wrong-place", "mistakes.txt");
}

#[test]
fn two_stories_with_one_address_are_reported_together() {
    expect("two-stories-with-one-address", "mistakes.txt");
}

#[test]
fn errors_in_other_pages_are_reported_with_line_and_remedy() {
    expect("mistakes-in-other-pages", "mistakes.txt");
}

#[test]
fn moved_translated_corrected_and_held_back_stories_become_an_edition() {
    expect("moved-translated-and-corrected", "edition.json");
}

#[test]
fn errors_in_former_addresses_translations_and_tags_are_reported_with_line_and_remedy() {
    expect("mistakes-in-moves-and-translations", "mistakes.txt");
}

#[test]
fn keys_and_files_of_other_programs_that_matter_are_reported_with_remedy() {
    expect("keys-and-files-of-other-programs", "mistakes.txt");
}

#[test]
fn addresses_in_raw_html_are_reported_with_line_and_remedy() {
    expect("addresses-in-raw-html", "mistakes.txt");
}

#[test]
fn syntax_of_other_programs_is_reported_with_line_and_remedy() {
    expect("marks-of-other-programs", "mistakes.txt");
}

#[test]
fn every_site_folder_is_tested() {
    let tests = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/sites.rs")).unwrap();
    for entry in fs::read_dir(sites()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(tests.contains(&format!("expect(\"{name}\"")), "no test reads sites/{name}");
    }
}

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

/// Reads a site and compares the outcome with one of its expected files.
fn expect(case: &str, file: &str) {
    let folder = sites().join(case);
    let clock = Clock::read(Some("2026-11-24T12:00:00+02:00")).unwrap();
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let inventory = Inventory::take(&folder.join("content"));
    let pictures = Pictures::develop(&inventory, &folder.join("content"), &cache).unwrap();
    let content = folder.join("content");
    let options = EditionOptions { content: &content, base: "/journal", clock: &clock, drafts: false };
    let (found, outcome) = match read_edition(&inventory, &options, &pictures, &mut StoryCache::default()) {
        Ok(edition) => ("edition.json", written(&edition)),
        Err(mistakes) => ("mistakes.txt", format!("{mistakes}\n")),
    };
    assert_eq!(found, file, "{case} has another kind of result:\n{outcome}");
    let expected = folder.join("expected").join(file);
    expect_file![expected].assert_eq(&outcome);
}

/// An edition as JSON, with pictures named without their hash, which differs between versions of the encoders.
fn written(edition: &Edition) -> String {
    let pages: serde_json::Map<String, Value> =
        edition.documents().unwrap().into_iter().map(|(route, document)| (route.path(), json!(document))).collect();
    let assets: Vec<&String> = edition.assets.iter().map(|asset| &asset.address).collect();
    let mut whole = json!({ "site": edition.site, "assets": assets, "pages": pages });
    if !edition.former_addresses.is_empty() {
        let former_addresses: serde_json::Map<String, Value> =
            edition.former_addresses.iter().map(|(former, route)| (former.clone(), json!(route.path()))).collect();
        whole["moves"] = json!(former_addresses);
    }
    if !edition.due.is_empty() {
        whole["due"] = edition.due.iter().map(ToString::to_string).collect();
    }
    let unpressed = |page: &&Page| page.story.is_some_and(|story| edition.is_unpressed(story));
    let unpressed: Vec<String> = edition.pages.iter().filter(unpressed).map(|page| page.route.path()).collect();
    if !unpressed.is_empty() {
        whole["without a page"] = json!(unpressed);
    }
    let mut text = serde_json::to_string_pretty(&whole).unwrap() + "\n";
    for asset in &edition.assets {
        let name = asset.address.rsplit_once('-').unwrap().0;
        let (stem, _) = name.rsplit_once('.').unwrap();
        text = text.replace(name, &[stem, ".hash"].concat());
    }
    text
}
