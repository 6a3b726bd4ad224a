//! `press views`: pulling view counts from the service that counts them, seeding it, and its failures.

#[path = "../../../tests/e2e/counter.rs"]
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
mod counter;
mod newsroom;
mod service;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use counter::Counter;
use newsroom::Newsroom;
use service::{Reply, Service};

/// A `views.json` with two pulls.
const KNOWN: &str = r#"{
  "pulls": ["2026-11-23T12:00:00Z","2026-11-22T12:00:00Z"],
  "views": {
    "/war/gone/": [9,9],
    "/war/s0/": [668,660],
    "/war/s1/": [7,null]
  }
}
"#;

#[test]
fn seeding_continues_from_the_snapshot_and_keeps_existing_counts() {
    let counter = Counter::start();
    let newsroom = Newsroom::counted("seed", 2, "redis", &counter.origin());
    newsroom.write("views.json", KNOWN);
    let redis = format!("redis://seeder:change-me-seeder@127.0.0.1:{}", counter.redis_port());
    let seeded = newsroom.press(&["seed", "--redis", &redis]);
    assert_eq!((seeded.code, seeded.said.as_str()), (Some(0), ""));
    let told = "press: loaded the counts of 3 stories, 0 already had one\npress: readings of 2 stories are counted\n";
    assert_eq!(seeded.told, told);
    assert_eq!(["war:s0", "war:s1", "war:gone"].map(|key| counter.count(key)), [Some(668), Some(7), Some(9)]);

    assert_eq!(counter.redis("default", "INCR views:war:s0"), ":669");
    let again = newsroom.press(&["seed", "--redis", &redis]);
    assert!(again.told.starts_with("press: loaded the counts of 0 stories, 3 already had one\n"), "{}", again.told);
    assert_eq!(counter.count("war:s0"), Some(669));
}

#[test]
fn only_stories_of_the_last_seed_are_counted() {
    let counter = Counter::start();
    let newsroom = Newsroom::counted("listed", 2, "redis", &counter.origin());
    newsroom.write("views.json", KNOWN);
    let redis = format!("redis://seeder:change-me-seeder@127.0.0.1:{}", counter.redis_port());
    let read = |key: &str| counter.redis("default", &format!("FCALL count 1 views:{key}"));
    newsroom.press(&["seed", "--redis", &redis]);
    assert_eq!(["war:s0", "war:s1", "war:s2", "war:gone"].map(read), [":669", ":8", "$-1", "$-1"]);
    assert_eq!(counter.count("war:gone"), Some(9), "its count is kept");

    newsroom
        .write("war/1.0-and_more.md", "+++\ntitle = \"New\"\ndate = 2020-01-01\nslug = \"v1.0_more\"\n+++\nText.\n");
    newsroom.remove("war/s1.md");
    assert_eq!(read("war:v1.0_more"), "$-1", "not before it is seeded");
    let again = newsroom.press(&["seed", "--redis", &redis]);
    assert!(again.told.ends_with("press: readings of 2 stories are counted\n"), "{}", again.told);
    assert_eq!(["war:s0", "war:s1", "war:v1.0_more"].map(read), [":670", "$-1", ":1"]);
}

#[test]
fn a_redis_that_is_down_or_refuses_is_reported_with_a_remedy() {
    let counter = Counter::start();
    let newsroom = Newsroom::counted("refused", 1, "redis", &counter.origin());
    newsroom.write("views.json", KNOWN);
    let port = counter.redis_port();
    // A wrong password; a user who may count but not set; then no server at all.
    let users = ["seeder:wrong", "default:change-me-counter"].map(|user| format!("redis://{user}@127.0.0.1:{port}"));
    let mut refusals: Vec<_> = users.iter().map(|redis| newsroom.press(&["seed", "--redis", redis])).collect();
    assert_eq!(counter.count("war:s0"), None);
    drop(counter);
    let nobody = format!("redis://seeder:change-me-seeder@127.0.0.1:{port}");
    refusals.push(newsroom.press(&["seed", "--timeout", "1", "--redis", &nobody]));
    for refused in refusals {
        assert_eq!(refused.code, Some(1));
        assert!(refused.said.starts_with("Redis does not accept the counts: "), "{}", refused.said);
        let remedy = "\n  remedy: check that it is running, in version 7 or later with deploy/views/users.acl, and name it \
                      and its user with --redis redis://seeder:password@host:port\n";
        assert!(refused.said.ends_with(remedy), "{}", refused.said);
    }
}

#[test]
fn all_stories_are_pulled_from_the_running_service() {
    let counter = Counter::start();
    // Enough for more than one request.
    let newsroom = Newsroom::counted("pull", 130, "redis", &counter.origin());
    newsroom.write("views.json", KNOWN);
    for number in 0..130 {
        counter.seed(&format!("war:s{number}"), 1000 + number);
    }
    let pulled = newsroom.press(&["pull"]);
    assert_eq!((pulled.code, pulled.said.as_str()), (Some(0), ""));
    assert_eq!(pulled.told, "press: fetched the views of 130 stories\n");
    let numbers = newsroom.numbers();
    assert!(numbers.contains("    \"/war/s0/\": [1000,668,660],\n"), "{numbers}");
    assert!(numbers.contains("    \"/war/s129/\": [1129,null,null],\n"), "{numbers}");
    assert!(numbers.contains("    \"/war/gone/\": [9,9,9],\n"), "{numbers}");
    assert_eq!(newsroom.files(), ["about.md", "site.toml", "views.json", "war"]);
}

#[test]
fn counts_that_are_smaller_unknown_or_unanswered_keep_their_old_values() {
    // The second request is for the stories that come last by name.
    let right = Service::numbers(|key| match key {
        "war:s0" => Some(3),
        "war:s1" => Some(8),
        "war:s10" => Some(99_999_999_999_999),
        "war:s11" => None,
        _ => Some(1),
    });
    let service = Service::that(
        move |path, _| {
            if path.contains("war:s9,") { Reply::Says(500, "", "{}".into()) } else { right(path) }
        },
    );
    let newsroom = Newsroom::counted("partly", 100, "redis", &service.origin());
    newsroom.write("views.json", &KNOWN.replace("s1/\"", "s99/\""));
    let pulled = newsroom.pull(24);
    assert_eq!(pulled.code, Some(0));
    assert_eq!(pulled.told, "press: fetched the views of 64 stories\n");
    let numbers = newsroom.numbers();
    assert!(
        numbers.starts_with(
            "{\n  \"pulls\": [\"2026-11-24T12:00:00Z\",\"2026-11-23T12:00:00Z\",\"2026-11-22T12:00:00Z\"]"
        )
    );
    let lines = [
        ("/war/s0/", "[668,668,660]"),
        ("/war/s1/", "[8,null,null]"),
        ("/war/s99/", "[7,7,null]"),
        ("/war/s12/", "[1,null,null]"),
    ];
    for (address, row) in lines {
        assert!(numbers.contains(&format!("    \"{address}\": {row}")), "{address} {numbers}");
    }
    for unknown in ["/war/s10/", "/war/s11/", "/war/s98/"] {
        assert!(!numbers.contains(unknown), "{unknown} {numbers}");
    }
    let warning = format!("press: 36 stories keep their previous counts: {}/counts/war:s67,", service.origin());
    assert!(pulled.said.starts_with(&warning), "{}", pulled.said);
    assert!(pulled.said.ends_with(" answered 500\n"), "{}", pulled.said);
}

#[test]
fn a_count_that_cannot_be_true_is_refused_and_can_be_accepted_or_corrected() {
    let number = Arc::new(AtomicU64::new(10_000_000_000));
    let answer = number.clone();
    let right = Service::numbers(move |key| Some(if key == "war:s0" { answer.load(Ordering::Relaxed) } else { 8 }));
    let service = Service::that(move |path, _| right(path));
    let newsroom = Newsroom::counted("absurd", 2, "redis", &service.origin());
    newsroom.write("views.json", KNOWN);
    let row = || newsroom.numbers().lines().find(|line| line.contains("/war/s0/")).unwrap().trim().to_string();

    let refused = newsroom.pull(24);
    let warning = "press: /war/s0/ keeps its previous count: 10000000000 is more than 1,000,000,000; \
                   if it is right, add --accept /war/s0/\n";
    assert_eq!((refused.code, refused.said.as_str()), (Some(0), warning));
    assert_eq!(row(), "\"/war/s0/\": [668,668,660],");
    assert!(newsroom.numbers().contains("\"/war/s1/\": [8,7,null]"), "the others are taken");

    number.store(50_000_000, Ordering::Relaxed);
    let refused = newsroom.pull(25);
    assert!(
        refused.said.contains(": 50000000 is more than 10,000,000 a day since the last pull; "),
        "{}",
        refused.said
    );
    assert_eq!(row(), "\"/war/s0/\": [668,668,668,660],");

    let accept = |day: &str, address: &str| newsroom.press(&["pull", "--now", day, "--accept", address]);
    assert_eq!(accept("2026-11-26", "/war/s0/").said, "");
    assert_eq!(row(), "\"/war/s0/\": [50000000,668,668,668,660],");

    // It was wrong after all.
    number.store(667, Ordering::Relaxed);
    assert_eq!(newsroom.pull(27).said, "");
    assert_eq!(row(), "\"/war/s0/\": [50000000,50000000,668,668,668,660],");
    assert_eq!(accept("2026-11-28", "/war/s0/").said, "");
    assert_eq!(row(), "\"/war/s0/\": [667,667,667,667,667,667,660],");

    let before = newsroom.numbers();
    let nowhere = accept("2026-11-29", "/war/s9/");
    let expected = "there is no story at /war/s9/\n  \
                    remedy: give --accept the address of a story, as in --accept /war/a-story/\n";
    assert_eq!((nowhere.code, nowhere.said.as_str()), (Some(1), expected));
    assert_eq!(newsroom.numbers(), before);
}

#[test]
fn a_service_of_absurd_counts_is_reported_in_a_few_lines() {
    let right = Service::numbers(|_| Some(5_000_000_000));
    let service = Service::that(move |path, _| right(path));
    let newsroom = Newsroom::counted("absurdities", 30, "redis", &service.origin());
    let pulled = newsroom.pull(24);
    assert_eq!((pulled.code, pulled.said.lines().count()), (Some(0), 11));
    assert!(pulled.said.ends_with("press: 20 more stories keep their previous counts for the same reason\n"));
}

#[test]
fn without_a_valid_answer_the_file_is_left_alone() {
    let says = |status, text: &str| Reply::Says(status, "", text.into());
    let nonsense = "answered 200 with something other than numbers";
    let bad = [
        ("drops", Reply::Drops, "did not answer: "),
        ("hangs", Reply::Hangs, "did not answer in time"),
        ("fails", says(500, "{}"), "answered 500"),
        ("forbids", says(403, "{}"), "answered 403"),
        ("html", says(200, "<h1>Sign in</h1>"), nonsense),
        ("missing", says(404, "Not Found"), "answered 404 with something other than numbers"),
        ("half", says(200, "{\"MGET\":[\"1\","), nonsense),
        ("few", says(200, "{\"MGET\":[\"1\"]}"), "answered something other than numbers"),
        ("refused", says(200, "{\"MGET\":[false,\"NOPERM\"]}"), "answered something other than numbers"),
        ("other", says(200, "[1,2,3]"), "answered something other than numbers"),
    ];
    for (name, reply, why) in bad {
        let service = Service::that(move |_, _| reply.clone());
        let newsroom = Newsroom::counted(name, 3, "redis", &service.origin());
        newsroom.write("views.json", KNOWN);
        // Only the service that hangs gets a short timeout.
        let pulled = if name == "hangs" { newsroom.pull_within("0.5", 24) } else { newsroom.pull(24) };
        assert_eq!((pulled.code, pulled.told.as_str()), (Some(1), ""), "{name}");
        let start = format!("{}/counts/war:s0,war:s1,war:s2 {why}", service.origin());
        assert!(pulled.said.starts_with(&start), "{name}: {}", pulled.said);
        let remedy = "\n  remedy: check that the service is running and that [views] in site.toml has its address; \
                      views.json is unchanged\n";
        assert!(pulled.said.ends_with(remedy), "{name}: {}", pulled.said);
        assert_eq!(newsroom.numbers(), KNOWN, "{name}");
    }
}

#[test]
fn a_service_that_asks_to_wait_is_asked_again_afterwards() {
    let right = Service::numbers(|_| Some(5));
    let service = Service::that(move |path, before| match before {
        0..3 => Reply::Says(429, "Retry-After: 0\r\n", String::new()),
        _ => right(path),
    });
    let newsroom = Newsroom::counted("busy", 100, "redis", &service.origin());
    let pulled = newsroom.pull(24);
    assert_eq!((pulled.code, pulled.said.as_str()), (Some(0), ""));
    assert_eq!(pulled.told, "press: fetched the views of 100 stories\n");
    assert_eq!(service.asked().len(), 5);
}

#[test]
fn a_service_that_is_down_is_not_asked_for_every_story() {
    let service = Service::that(|_, _| Reply::Drops);
    let newsroom = Newsroom::counted("gone", 60, "goatcounter", &service.origin());
    assert_eq!(newsroom.pull(24).code, Some(1));
    assert_eq!(newsroom.numbers(), "");
    // Each request was sent twice, and some were already under way.
    assert!((16..=24).contains(&service.asked().len()), "{:?}", service.asked());
}

/// GoatCounter as documented: digits in groups, and 404 for a page without views.
#[test]
fn goatcounter_is_asked_for_each_story() {
    let service = Service::that(|path, _| match path {
        "/counter/%2Fwar%2Fs0%2F.json" => {
            Reply::Says(200, "", "{\"count\":\"1\u{202f}234\",\"count_unique\":\"9\"}".into())
        }
        "/counter/%2Fwar%2Fs1%2F.json" => Reply::Says(404, "", "{\"count\":\"0\",\"count_unique\":\"0\"}".into()),
        _ => Reply::Says(403, "", "{}".into()),
    });
    let newsroom = Newsroom::counted("goatcounter", 3, "goatcounter", &service.origin());
    let pulled = newsroom.pull(24);
    assert_eq!((pulled.code, pulled.told.as_str()), (Some(0), "press: fetched the views of 2 stories\n"));
    assert!(pulled.said.ends_with("/counter/%2Fwar%2Fs2%2F.json answered 403\n"), "{}", pulled.said);
    let expected = "{\n  \"pulls\": [\"2026-11-24T12:00:00Z\"],\n  \"views\": {\n    \"/war/s0/\": [1234],\n    \"/war/s1/\": [0]\n  }\n}\n";
    assert_eq!(newsroom.numbers(), expected);
}

#[test]
fn the_newspapers_own_host_is_asked_unless_another_is_named() {
    let right = Service::numbers(|_| Some(5));
    let service = Service::that(move |path, _| right(path));
    let base_url = format!("{}/journal/", service.origin());
    let own = Newsroom::with("own", 2, &base_url, "[views]\nservice = \"redis\"");
    assert_eq!(own.pull(24).code, Some(0));
    let elsewhere = Newsroom::counted("elsewhere", 2, "redis", "https://views.example");
    let origin = format!("{}/", service.origin());
    assert_eq!(elsewhere.press(&["pull", "--address", &origin]).code, Some(0));
    assert_eq!(service.asked(), ["/counts/war:s0,war:s1", "/counts/war:s0,war:s1"]);
}

#[test]
fn a_failed_pull_is_reported_and_nothing_is_lost() {
    let service = Service::that(|_, _| Reply::Drops);
    let newsroom = Newsroom::counted("mistakes", 1, "redis", &service.origin());
    newsroom.write("views.json", KNOWN);
    let early = newsroom.pull(23);
    let expected = "the last pull, at 2026-11-23T12:00:00Z, is not earlier than 2026-11-23T12:00:00Z\n  \
                    remedy: correct the clock, or give the time with --now\n";
    assert_eq!((early.code, early.said.as_str()), (Some(1), expected));
    assert_eq!(newsroom.numbers(), KNOWN);

    newsroom.write("views.json", "{\n\"pulls\": [],\n\"views\": {\n\"/war/s0/\": [668]\n}}");
    let damaged = newsroom.pull(24);
    let expected = "content/views.json:4: \"/war/s0/\" has 1 numbers for 0 pulls\n  remedy: give one number, or null, for each pull\n";
    assert_eq!((damaged.code, damaged.said.as_str()), (Some(1), expected));
    assert!(service.asked().is_empty());

    let nobody = Newsroom::with("nobody", 1, "https://paper.example/", "").pull(24);
    let expected = "site.toml names no counter service\n  \
                    remedy: add [views] with service and address: see docs/views.md\n";
    assert_eq!((nobody.code, nobody.said.as_str()), (Some(1), expected));
    let never = newsroom.press(&["pull", "--timeout", "0"]);
    assert!(never.said.contains("write a number of seconds above 0 and up to 3600"), "{}", never.said);
}
