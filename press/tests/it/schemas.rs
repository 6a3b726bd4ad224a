//! The JSON Schemas in `docs/schema/` are those of the code, and what press writes conforms to them. `UPDATE_EXPECT=1
//! cargo test -p press --test it schemas` rewrites them; review the difference.

use crate::outcome::{press, run};
use expect_test::expect_file;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use journal::model::{FORMAT, MastheadSheet, Sheet};
use press::commands::schemas::schemas;
use press::content::inventory::Inventory;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use serde_json::{Value, json};

use crate::printing::press_room::{NOW, Room};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Validates documents against one of the schemas in `docs/schema/`.
struct Judge {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Judge {
    fn of(name: &str) -> Judge {
        let text = fs::read_to_string(root().join("docs/schema").join(format!("{name}.schema.json"))).unwrap();
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        let place = format!("file:///{name}.schema.json");
        compiler.add_resource(&place, serde_json::from_str(&text).unwrap()).unwrap();
        let schema = compiler.compile(&place, &mut schemas).unwrap();
        Judge { schemas, schema }
    }

    fn refuses(&self, document: &Value) -> bool {
        self.schemas.validate(document, self.schema).is_err()
    }

    fn accepts(&self, document: &Value) {
        if let Err(error) = self.schemas.validate(document, self.schema) {
            panic!("{error:#}\n{document:#}");
        }
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The edition of a small site; none if it has errors.
fn edition(content: &Path) -> Option<Edition> {
    let clock = Clock::read(Some(NOW)).unwrap();
    let inventory = Inventory::take(content);
    let (pictures, _) = Pictures::measure_all(&inventory, content, false);
    let options = EditionOptions { content, base: "/journal", clock: &clock, drafts: false };
    read_edition(&inventory, &options, &pictures, &mut StoryCache::default()).ok()
}

/// The report of `press check --json` on a folder that contains `content/`.
fn checked(folder: &Path) -> Value {
    serde_json::from_str(&run(press(folder).args(["check", "--json", "--now", NOW])).told).unwrap()
}

#[test]
fn the_schemas_in_the_documentation_are_those_of_the_code() {
    let folder = root().join("docs/schema");
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    let mut names = vec![String::from("README.md")];
    for (name, schema) in schemas() {
        let found = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = folder.join(name);
        expect_file![path].assert_eq(&found);
        assert!(readme.contains(&format!("]({name})")), "docs/schema/README.md does not name {name}");
        names.push(String::from(name));
    }
    let mut there: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    assert_eq!(there, names);
}

#[test]
fn every_document_of_the_small_sites_conforms_to_its_schema() {
    let (index, site) = (Judge::of("index"), Judge::of("site"));
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(root().join("press/tests/sites")).unwrap() {
        let Some(edition) = edition(&entry.unwrap().path().join("content")) else { continue };
        for (_, document) in edition.documents().unwrap() {
            let sheet = json!(Sheet { format: FORMAT, document });
            index.accepts(&sheet);
            kinds.insert(sheet["document"].as_object().map(|kind| kind.keys().next().cloned()));
        }
        site.accepts(&json!(MastheadSheet { format: FORMAT, site: edition.site }));
    }
    assert!(kinds.len() > 8, "{kinds:?}");
}

#[test]
fn all_json_of_a_pressed_site_conforms_to_its_schemas() {
    let room = Room::with_site("schemas");
    let judges = ["index", "pressed", "site", "edition"].map(Judge::of);
    let mut seen = [0; 4];
    for (name, bytes) in room.tree("site") {
        let file = name.rsplit('/').next().unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (judge, text) = match file {
            "index.json" => (0, text.as_ref()),
            "index.html" if !text.contains("id=\"document\"") => continue,
            "index.html" | "404.html" => {
                let block = text.split_once("id=\"document\">").unwrap().1;
                (1, block.split_once("</script>").unwrap().0)
            }
            "site.json" => (2, text.as_ref()),
            "edition.json" => (3, text.as_ref()),
            _ => continue,
        };
        judges[judge].accepts(&serde_json::from_str(text).unwrap());
        seen[judge] += 1;
    }
    assert!(seen[0] > 10 && seen[1] > 10, "{seen:?}");
    assert_eq!(&seen[2..], [1, 1]);
}

#[test]
fn views_files_and_check_reports_conform_to_their_schemas() {
    let views = Judge::of("views");
    for content in ["content", "press/tests/printing/content"] {
        views.accepts(&read(&root().join(content).join("views.json")));
    }
    let check = Judge::of("check");
    for case in ["checks/errors", "checks/warnings", "checks/nothing-to-mend", "sites/mistakes-in-texts"] {
        check.accepts(&checked(&root().join("press/tests").join(case)));
    }
}

#[test]
fn a_broken_document_is_refused() {
    let story = edition(&root().join("press/tests/sites/newspaper/content")).unwrap();
    let mut documents = story.documents().unwrap().into_iter();
    let document = documents.find_map(|(_, document)| document.story().is_some().then_some(document)).unwrap();
    let sheet = json!(Sheet { format: FORMAT, document });
    let index = Judge::of("index");
    index.accepts(&sheet);
    let broken = |pointer: &str, value: Value| {
        let mut sheet = sheet.clone();
        *sheet.pointer_mut(pointer).unwrap() = value;
        sheet
    };
    assert!(index.refuses(&broken("/format", json!(FORMAT + 1))));
    assert!(index.refuses(&broken("/document", json!("gone"))));
    assert!(index.refuses(&broken("/document/story/headline", json!(1))));
    assert!(index.refuses(&broken("/document/story/reading_minutes", json!(-1))));
    assert!(index.refuses(&broken("/document/story/published/iso", json!("noon"))));
    let mut headless = sheet.clone();
    headless["document"]["story"].as_object_mut().unwrap().shift_remove("headline").unwrap();
    assert!(index.refuses(&headless));
    let views = Judge::of("views");
    assert!(views.refuses(&json!({ "/war/a-story/": 668 })));
    assert!(views.refuses(&json!({ "pulls": ["noon"], "views": {} })));
    assert!(views.refuses(&json!({ "pulls": [], "views": { "/war/a-story/": [-1] } })));
    let check = Judge::of("check");
    let mut report = checked(&root().join("press/tests/checks/errors"));
    report["findings"][0]["rule"] = json!("taste");
    assert!(check.refuses(&report));
    assert!(Judge::of("edition").refuses(&json!({ "time": "2026-11-24T12:00:00+02:00" })));
    assert!(Judge::of("site").refuses(&json!({ "format": FORMAT })));
}
