//! The search of a site: an edition has the index of exactly its own stories or none, and the worker that reads it.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use press::store::content_hash::content_hash;
use search::Catalogue;
use serde_json::Value;

use super::press_room::{NOW, PLAIN, Room, WASM, assert_same};

/// The search files of a site in the room.
fn files(room: &Room, site: &str) -> BTreeSet<String> {
    room.tree(site).into_keys().filter(|file| press::site::search::is_of_search(file)).collect()
}

fn catalogue(room: &Room, site: &str) -> Catalogue {
    Catalogue::read(&fs::read(room.path(&format!("{site}/search/catalogue.bin"))).unwrap()).unwrap()
}

/// Asserts that the site has the index of all its stories, and no other search files.
fn assert_whole(room: &Room, site: &str) {
    let catalogue = catalogue(room, site);
    let shards = catalogue.shards.iter().map(|(_, name)| name);
    let mut expected: BTreeSet<String> = shards
        .chain(&catalogue.blocks)
        .chain([&catalogue.facets])
        .map(|name| format!("assets/search/{name}.bin"))
        .collect();
    let stories: Vec<String> = room
        .tree(site)
        .into_iter()
        .filter(|(file, content)| {
            file.ends_with("/index.json")
                && serde_json::from_slice::<Value>(content).unwrap()["document"]["story"].is_object()
        })
        .map(|(file, _)| file.replace("index.json", "text.json"))
        .collect();
    assert_eq!(stories.len(), catalogue.stories as usize);
    expected.extend(stories);
    expected.extend(["worker.js", "catalogue.bin"].map(|file| format!("search/{file}")));
    let worker = room.read(&format!("{site}/search/worker.js"));
    let named = worker.split('"').filter(|part| part.contains("assets/search/worker."));
    expected.extend(named.map(|address| String::from(&address[address.find("assets").unwrap()..])));
    assert_eq!(files(room, site), expected);
}

#[test]
fn an_edition_has_the_index_of_its_own_stories() {
    let room = Room::with_site("search");
    assert_whole(&room, "site");
    let text: Value = serde_json::from_str(&room.read("site/town/plain/text.json")).unwrap();
    assert_eq!(text["teaser"]["headline"], "A plain story");
    let before = catalogue(&room, "site");
    // Change a story, then remove it.
    room.change("content/town/plain/index.md", "A plain story", "A lighthouse keeper");
    room.press(&PLAIN).succeeds();
    assert_whole(&room, "site");
    assert!(room.read("site/town/plain/text.json").contains("A lighthouse keeper"));
    let changed = catalogue(&room, "site");
    assert!(changed.shards != before.shards && changed.stories == before.stories);
    fs::remove_dir_all(room.path("content/town/plain")).unwrap();
    room.press(&PLAIN).succeeds();
    assert_whole(&room, "site");
    assert_eq!(catalogue(&room, "site").stories, before.stories - 1);
}

#[test]
fn without_search_the_index_is_removed_and_later_comes_back() {
    let room = Room::with_site("no-search");
    let before = room.tree("site");
    let without = ["--shell", "site/shell.html", "--out", "site", "--now", NOW, "--no-search"];
    for _ in 0..3 {
        room.press(&without).succeeds();
        let rest: Vec<String> = files(&room, "site").into_iter().filter(|file| !file.contains("worker.")).collect();
        assert_eq!(rest, Vec::<String>::new());
    }
    // The worker is a file of the shell.
    room.press(&without[..6]).succeeds();
    assert_same(&before, &room.tree("site"));
}

#[test]
fn a_site_without_a_worker_is_refused_unless_the_search_is_left_out() {
    let room = Room::with_site("no-worker");
    let before = room.tree("site");
    room.press(&["--shell", "staging/index.html", "--out", "bare", "--now", NOW, "--no-search"]).succeeds();
    let outcome = room.press(&["--shell", "bare/shell.html", "--out", "site", "--now", NOW]);
    let said = "the search worker is missing, and the site would have no search\n  remedy: build it with scripts/search and \
                name its folder with --worker target/search/built, or leave the search out with --no-search\n";
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(1), said));
    assert_same(&before, &room.tree("site"));
    let outcome = room.press(&[&PLAIN[..], &["--worker", "nowhere"]].concat());
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.said.starts_with("cannot read nowhere/search_bg.wasm: "), "{}", outcome.said);
    assert_same(&before, &room.tree("site"));
}

#[test]
fn the_worker_is_named_by_its_content_and_kept_with_the_shell_until_replaced() {
    let room = Room::with_site("worker");
    let program = room.asset("site", "search/worker", "wasm");
    assert!(program.contains(&content_hash(WASM)));
    room.bring_worker("another");
    room.write("another/search_bg.wasm", b"\0asm\x01\0\0\0\0\x02\x01a");
    let again = ["--shell", "site/shell.html", "--out", "site", "--now", NOW];
    room.press(&[&again[..], &["--worker", "another"]].concat()).succeeds();
    let other = room.asset("site", "search/worker", "wasm");
    assert_ne!(program, other);
    room.press(&again).succeeds();
    assert_eq!(room.asset("site", "search/worker", "wasm"), other);
    assert_whole(&room, "site");
}

#[test]
fn a_site_below_a_path_has_its_worker_there() {
    let room = Room::named("worker-below");
    room.stage("staging", "/journal/", "0a1b2c3d4e5f6071");
    room.press_with(&PLAIN, &[("TRUNK_PUBLIC_URL", "/journal/")]).succeeds();
    let (script, program) = (room.asset("site", "search/worker", "js"), room.asset("site", "search/worker", "wasm"));
    let start = format!("import it from\"/journal/{script}\";it({{module_or_path:\"/journal/{program}\"}})");
    assert_eq!(room.read("site/search/worker.js"), start);
}

/// A room in which Trunk runs press as in `make serve`, with a separate cache.
struct Serving {
    room: Room,
    folders: [String; 2],
}

impl Serving {
    fn named(name: &str) -> Serving {
        let room = Room::named(name);
        let folders = ["staging", ""].map(|folder| room.path(folder).to_string_lossy().into_owned());
        Serving { room, folders }
    }

    /// Does what Trunk does in a build, including running press. Returns what press wrote to stdout.
    fn build(&self) -> String {
        let [staging, source] = &self.folders;
        fs::remove_dir_all(self.room.path("staging")).unwrap();
        self.room.stage("staging", "/", "0a1b2c3d4e5f6071");
        let variables =
            [("TRUNK_STAGING_DIR", staging.as_str()), ("TRUNK_SOURCE_DIR", source), ("TRUNK_PROFILE", "debug")];
        let outcome = self.room.press_with(&["--now", NOW, "--cache", "cache"], &variables);
        outcome.succeeds();
        outcome.told
    }

    /// Waits until the search is up to date.
    fn until(&self, what: &str, is_so: impl Fn(&Room) -> bool) {
        for _ in 0..3000 {
            if is_so(&self.room) && !self.room.path("cache/.served.lock").exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the search has not {what} within a minute");
    }
}

/// Trunk waits for press and then reloads the page. It serves the files behind the symlinks that press has given it.
#[cfg(unix)]
#[test]
fn while_serving_the_pages_come_first_and_the_search_follows_on_its_own() {
    let serving = Serving::named("search-follows");
    let room = &serving.room;
    room.bring_worker("target/search/served");
    serving.build();
    assert!(room.path("staging/index.html").exists());
    serving.until("appeared", |room| room.path("staging/search/catalogue.bin").exists());
    assert_whole(room, "staging");
    // The previous search remains until the new one is ready.
    room.change("content/town/plain/index.md", "A plain story", "A lighthouse keeper");
    serving.build();
    assert!(room.read("staging/town/plain/index.html").contains("A lighthouse keeper"));
    assert_eq!(catalogue(room, "staging").stories, 5);
    serving.until("been updated", |room| room.read("staging/town/plain/text.json").contains("A lighthouse keeper"));
    assert_whole(room, "staging");
    // The result is the same as that of one complete build.
    room.stage("release", "/", "0a1b2c3d4e5f6071");
    room.press(&["--shell", "release/index.html", "--out", "site", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("staging"));
}

#[test]
fn while_serving_a_missing_worker_leaves_the_search_out_with_a_message() {
    let serving = Serving::named("search-left-out");
    let told = serving.build();
    assert!(
        told.contains(
            "press: leaving out the search because its worker is missing; build it with scripts/search served"
        ),
        "{told}"
    );
    assert_eq!(files(&serving.room, "staging"), BTreeSet::new());
    assert!(serving.room.path("staging/index.html").exists());
}

#[test]
fn a_trunk_release_without_a_worker_is_refused() {
    let room = Room::named("release-without-worker");
    let folders = ["staging", ""].map(|folder| room.path(folder).to_string_lossy().into_owned());
    let [staging, source] = &folders;
    let variables =
        [("TRUNK_STAGING_DIR", staging.as_str()), ("TRUNK_SOURCE_DIR", source), ("TRUNK_PROFILE", "release")];
    let arguments = ["--now", NOW, "--cache", "cache"];
    let outcome = room.press_with(&arguments, &variables);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.said.starts_with("the search worker is missing"), "{}", outcome.said);
    room.bring_worker("target/search/built");
    room.press_with(&arguments, &variables).succeeds();
    assert_whole_release(&room);
}

/// Asserts that the release has an index, and compressed copies of the worker's script.
fn assert_whole_release(room: &Room) {
    let packed: Vec<String> = files(room, "staging").into_iter().filter(|file| file.ends_with(".br")).collect();
    assert!(packed.iter().any(|file| file.starts_with("assets/search/worker.")), "{packed:?}");
    assert!(catalogue(room, "staging").stories > 0);
}
