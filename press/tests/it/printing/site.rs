//! A whole small site: its files, its pages, its documents.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use expect_test::expect_file;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

use journal::components::tone;
use journal::model::{Document, FORMAT, MastheadSheet, Sheet};
use press::site::search::is_of_search;
use press::store::content_hash::content_hash;

use super::press_room::Room;

#[test]
fn a_content_folder_becomes_a_whole_site() {
    let room = Room::with_site("whole-site");
    let mut files: Vec<String> = room.tree("site").into_keys().map(|file| without_hash(&file)).collect();
    files.sort();
    let found = files.join("\n") + "\n";
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/expected/files.txt");
    expect_file![expected].assert_eq(&found);
}

#[test]
fn every_address_has_a_page_and_a_document() {
    let room = Room::with_site("addresses");
    let edition = room.edition("");
    for (route, document) in &edition.documents().unwrap() {
        let page = room.page(&route.path());
        assert_eq!(page.all("h1").len(), 1, "{}", route.path());
        let sheet: Sheet = serde_json::from_str(&room.read(&format!("site{}", route.data_path()))).unwrap();
        assert_eq!(sheet, Sheet { format: FORMAT, document: document.clone() });
    }
    for name in ["index.html", "index.json"] {
        let count = room.tree("site").keys().filter(|file| file.ends_with(name)).count();
        assert_eq!(count, edition.pages.len(), "{name}");
    }
}

#[test]
fn site_json_describes_the_newspaper() {
    let room = Room::with_site("site-json");
    let sheet: MastheadSheet = serde_json::from_str(&room.read("site/site.json")).unwrap();
    assert_eq!(sheet, MastheadSheet { format: FORMAT, site: room.edition("").site });
}

#[test]
fn the_page_for_unknown_addresses_is_pressed_with_its_text() {
    let room = Room::with_site("missing");
    let (_, _, page) = room.pages().pop().unwrap();
    assert_eq!(page.text_of("h1"), "Page not found");
    assert_eq!(page.pressed().document, Document::Missing);
    assert_eq!(page.all("main a[href='/']").len(), 1);
    assert!(!room.path("site/404.json").exists());
}

#[test]
fn the_text_of_a_story_appears_once_in_its_page() {
    let room = Room::with_site("once");
    let texts = [
        ("/harbour/lighthouse/", "climbed the hundred steps"),
        ("/harbour/lighthouse/", "She counted them."),
        ("/about/", "The Small Paper, Odesa."),
    ];
    for (address, text) in texts {
        let page = room.page(address);
        assert_eq!(page.text.matches(text).count(), 1, "{text}");
        assert!(page.text_of("#text").contains(text), "{text}");
    }
    // Without a description the summary is the first sentences, which are then in the head and the data block, too.
    for (address, text) in [("/harbour/pilot/", "A pilot goes aboard"), ("/town/skhody/", "сто дев’яносто дві")]
    {
        assert_eq!(room.page(address).text_of("body > .paper").matches(text).count(), 1, "{text}");
    }
}

#[test]
fn a_data_block_with_text_and_footer_put_back_equals_the_document() {
    let room = Room::with_site("data-block");
    let site = room.edition("").site;
    assert!(!site.footer.is_empty());
    let mut texts = 0;
    for (address, document, page) in room.pages() {
        let mut pressed = page.pressed();
        assert_eq!(pressed.site.footer, [], "{address}");
        pressed.site.footer.clone_from(&site.footer);
        assert_eq!((pressed.format, &pressed.site), (FORMAT, &site), "{address}");
        if let Some(body) = pressed.document.body_mut() {
            assert_eq!(body, "", "{address}");
            texts += 1;
        }
        assert_eq!(page.document(), document, "{address}");
    }
    assert_eq!(texts, 7, "five stories, the about page and the corrections page");
}

#[test]
fn a_page_has_what_the_app_needs_to_hydrate_it() {
    let room = Room::with_site("frame");
    for (address, _, page) in room.pages() {
        assert_eq!(page.complaints(), &[] as &[&str], "{address}");
        for part in ["main#main", ".section-nav", "#live[role=status]", "script#document"] {
            assert_eq!(page.all(part).len(), 1, "{address}: {part}");
        }
        assert_eq!(page.attribute("meta[charset]", "charset"), "utf-8");
        let place = page.text.find("<meta charset").unwrap();
        assert!(place < 1024, "browsers look for the charset in the first 1024 bytes");
        for note in ["<!--POLICY-->", "<!--HEAD-->", "<!--SHELL", "<!>", "data-trunk"] {
            assert!(!page.text.contains(note), "{address} contains {note}");
        }
    }
}

#[test]
fn the_only_script_is_that_of_settings_and_loader_and_the_policy_allows_no_other() {
    let room = Room::with_site("scripts");
    for (address, _, page) in room.pages() {
        let run = page.all("script:not([type='application/json'], [type='application/ld+json'])");
        assert_eq!(run.len(), 1, "{address}");
        // The reader's settings, before anything is painted, and then the app.
        let script: String = run[0].text().collect();
        assert!(run[0].attr("type").is_none() && script.starts_with("try{"), "{address}");
        assert!(script.contains("localStorage.reading") && script.contains("if(typeof WebAssembly"), "{address}");
        let handlers =
            page.all("[onclick], [onload], [onerror], [onsubmit], [href^='javascript:'], body style, [style]");
        assert_eq!(handlers.len(), 0, "{address}");

        let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
        let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        let style: String = page.all("style")[0].text().collect();
        let scripts = format!("script-src 'self' 'wasm-unsafe-eval' {};", hash(&script));
        let styles = format!("style-src 'self' {};", hash(&style));
        assert!(policy.contains(&scripts) && policy.contains(&styles), "{address}: {policy}");
        let place = page.text.find("<meta http-equiv").unwrap();
        assert!(place < page.text.find("<script").unwrap(), "it only applies to what comes after it");
        let headers = room.read("site/_headers");
        assert!(headers.contains(&hash(&script)) && headers.contains(&hash(&style)), "{address}: {headers}");
    }
}

#[test]
fn every_reference_has_a_file_and_every_asset_is_referenced() {
    let room = Room::with_site("references");
    let files: BTreeSet<String> = room.tree("site").into_keys().collect();
    let mut named = BTreeSet::new();
    for (address, _, page) in room.pages() {
        let ids: BTreeSet<&str> = page.all("[id]").iter().map(|element| element.attr("id").unwrap()).collect();
        for picture in page.all("meta[property='og:image']") {
            let file = picture.attr("content").unwrap().strip_prefix("https://paper.example/").unwrap();
            named.insert(String::from(file));
        }
        for reference in page.references() {
            let (path, fragment) = reference.split_once('#').unwrap_or((&reference, ""));
            if path.is_empty() {
                assert!(ids.contains(fragment), "{address} links to {reference}");
                continue;
            }
            let Some(path) = path.strip_prefix('/') else {
                assert!(path.starts_with("https://") || path.starts_with("mailto:"), "{address} refers to {reference}");
                continue;
            };
            let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
            assert!(files.contains(&file), "{address} refers to {reference}");
            named.insert(file);
        }
    }
    // No page refers to the files that only the search worker fetches.
    let is_asset = |file: &String| file.starts_with("assets/") && !is_of_search(file);
    let assets: BTreeSet<String> = files.into_iter().filter(is_asset).collect();
    let named: BTreeSet<String> = named.into_iter().filter(|file| file.starts_with("assets/")).collect();
    let unnamed = BTreeSet::from([room.picture("lens") + "-social.jpg"]);
    assert_eq!(&assets - &named, unnamed, "only the preview rendition of a picture in a text is unreferenced");
    assert_eq!(&named - &assets, BTreeSet::new());
    assert_eq!(assets.len(), 16, "the app's two files, two stylesheets, four files of each of three pictures");
}

#[test]
fn no_heading_has_the_same_id_as_another_element_of_the_page() {
    let room = Room::with_site("ids");
    let mut taken: BTreeSet<String> = ["related", "live", "theme"].map(String::from).into();
    for (_, _, page) in room.pages() {
        let ids = |selector: &str| -> BTreeSet<String> {
            page.all(selector).iter().map(|element| String::from(element.attr("id").unwrap())).collect()
        };
        taken.extend(&ids("[id]") - &ids("#text > :not(.beside)[id], #text > :not(.beside) [id]"));
    }
    assert!(taken.contains("top-article") && taken.contains("document"), "{taken:?}");
    let headings: String = taken.iter().map(|id| format!("\n## {}\n", id.replace('-', " "))).collect();
    for text in ["content/harbour/lighthouse/index.md", "content/about.md"] {
        room.write(text, room.read(text) + &headings);
    }
    room.press(&super::press_room::PLAIN).succeeds();
    for address in ["/harbour/lighthouse/", "/about/"] {
        let page = room.page(address);
        let ids: Vec<&str> = page.all("[id]").iter().map(|element| element.attr("id").unwrap()).collect();
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(different.len(), ids.len(), "{ids:?}");
        assert!(different.contains("text-top-article"), "{ids:?}");
    }
}

#[test]
fn an_asset_is_named_by_its_content() {
    let room = Room::with_site("assets");
    for (file, content) in room.tree("site") {
        if file.starts_with("assets/") && !file.contains('-') {
            let hash = content_hash(&content);
            assert!([".", "/"].iter().any(|before| file.contains(&[before, hash.as_str(), "."].concat())), "{file}");
        }
    }
    // All files of a picture share one name.
    let lamp = room.picture("lamp");
    let prints: Vec<u8> = room
        .tree("site")
        .into_iter()
        .filter(|(file, _)| file.starts_with(&lamp))
        .flat_map(|(_, content)| content)
        .collect();
    assert!(lamp.ends_with(&content_hash(&prints)), "{lamp}");
}

#[test]
fn critical_styles_are_inline_and_the_rest_is_linked_at_the_end() {
    let room = Room::with_site("stylesheet");
    let colours = ".section-harbour{--section:#1d4e89}.section-town{--section:#9b2226}";
    let card =
        ".card h3{margin:0}.card .card-meta,.card .card-summary,.card .card-kicker,.card .card-label{margin:1px}";
    let body = "body{color:#111}";
    let rest = |kind: &str| room.asset("site", kind, "css");
    // Each file of main.css is in one of the two parts.
    let tones: String = tone::palette().map(|(class, colour)| format!(".{class}{{background:{colour}}}")).collect();
    assert_eq!(room.read(&["site/", &rest("list")].concat()), [body, &tones].concat());
    assert_eq!(room.read(&["site/", &rest("story")].concat()), [card, &tones].concat());
    for (address, document, page) in room.pages() {
        let (first, kind) = if matches!(document, Document::Story(_) | Document::About(_) | Document::Corrections(_)) {
            (body, "story")
        } else {
            (card, "list")
        };
        let styles: Vec<String> = page.all("style").iter().map(|style| style.text().collect()).collect();
        assert_eq!(styles, [[first, colours].concat()], "{address}");
        let [link] = &*page.all("link[rel=stylesheet]") else { panic!("{address} has one stylesheet") };
        assert_eq!(link.attr("href"), Some(&*format!("/{}", rest(kind))), "{address}");
        assert_eq!(page.all("body > link[rel=stylesheet]:last-child").len(), 1, "{address}: nothing comes after it");
    }
    let before = [rest("list"), rest("story")];
    room.change("style/parts/card.css", "margin: 1px", "margin: 2px");
    room.press(&super::press_room::PLAIN).succeeds();
    assert_eq!(
        before.map(|file| room.path(&["site/", &file].concat()).exists()),
        [true, false],
        "only one has changed"
    );
}

/// The name of a file with its hash replaced: `assets/lamp.<hash>.png`.
fn without_hash(file: &str) -> String {
    let parts = file.split_inclusive(['.', '/']).map(|part| {
        let (hash, rest) = part.split_at_checked(16).unwrap_or((part, ""));
        let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hash { ["<hash>", rest].concat() } else { String::from(part) }
    });
    parts.collect()
}
