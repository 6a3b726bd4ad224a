//! What one reader, one network, one foreign page or one flood can do to the view counter: tested without a browser.
//!
//! The configuration believes a proxy on this machine, so a test names a reader in `X-Forwarded-For`, as a proxy does.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use crate::counter::Counter;
use crate::front_door::{knock, status};

const STORY: &str = "war:black-sea";

const OTHER: &str = "war:the-lamp";

/// The status of the response to a reading of `story` with these headers, each with its line ending.
fn count(counter: &Counter, story: &str, headers: &str) -> u16 {
    status(&mut knock(counter), &format!("POST /count/{story}"), headers)
}

/// The status of the response to a reading that a proxy forwards for a reader at `address`.
fn forwarded(counter: &Counter, story: &str, address: &str) -> u16 {
    count(counter, story, &format!("X-Forwarded-For: {address}\r\n"))
}

fn counting() -> Counter {
    let counter = Counter::start();
    counter.list(&[STORY, OTHER]);
    counter
}

#[test]
fn a_story_is_counted_once_a_minute_for_each_address() {
    let counter = counting();
    let readings = [
        (STORY, "203.0.113.1", 200),
        (STORY, "203.0.113.1", 429),
        (OTHER, "203.0.113.1", 200),
        (STORY, "203.0.113.2", 200),
        (STORY, "203.0.113.2", 429),
    ];
    for (story, address, expected) in readings {
        assert_eq!(forwarded(&counter, story, address), expected, "{story} from {address}");
    }
    assert_eq!([STORY, OTHER].map(|story| counter.count(story)), [Some(2), Some(1)]);
}

#[test]
fn a_network_of_ipv6_is_one_reader_and_a_mapped_address_is_that_of_ipv4() {
    let counter = counting();
    let readings = [
        ("2001:db8::1", 200),
        ("2001:db8::2", 429),
        ("2001:db8:0:0:ffff:ffff:ffff:ffff", 429),
        ("2001:db8:0:1::1", 200),
        ("2001:db9::1", 200),
        ("::ffff:203.0.113.1", 200),
        ("::ffff:203.0.113.2", 200),
        ("203.0.113.1", 429),
        ("::1:0:0:1", 200),
    ];
    for (address, expected) in readings {
        assert_eq!(forwarded(&counter, STORY, address), expected, "{address}");
    }
    assert_eq!(counter.count(STORY), Some(6));
}

#[test]
fn of_forwarded_addresses_only_the_one_that_the_proxy_has_added_is_believed() {
    let counter = counting();
    assert_eq!(forwarded(&counter, STORY, "198.51.100.1, 203.0.113.1"), 200);
    assert_eq!(forwarded(&counter, STORY, "198.51.100.2, 203.0.113.1"), 429, "the reader has made up the first");
    assert_eq!(forwarded(&counter, STORY, "198.51.100.1, 203.0.113.2"), 200);
}

#[test]
fn a_forwarded_address_is_not_believed_if_it_does_not_come_from_the_proxy() {
    let counter = Counter::with("set_real_ip_from 127.0.0.1;", "set_real_ip_from 192.0.2.1;");
    counter.list(&[STORY]);
    assert_eq!(forwarded(&counter, STORY, "203.0.113.1"), 200);
    assert_eq!(forwarded(&counter, STORY, "203.0.113.2"), 429);
    assert_eq!(counter.count(STORY), Some(1));
}

#[test]
fn readings_on_other_origins_are_refused() {
    let counter =
        Counter::with("\"~^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?$\" 0;", "\"https://paper.example\" 0;");
    counter.list(&[STORY]);
    let origins = [
        ("", 200),
        ("Origin: https://paper.example\r\n", 200),
        // The counter has a host of its own.
        ("Origin: https://paper.example\r\nSec-Fetch-Site: cross-site\r\n", 200),
        ("Sec-Fetch-Site: same-origin\r\n", 200),
        ("Origin: https://evil.example\r\n", 403),
        ("Origin: https://evil.example\r\nSec-Fetch-Site: same-site\r\n", 403),
        ("Origin: https://paper.example.evil.example\r\n", 403),
        ("Origin: http://paper.example\r\n", 403),
        // A page whose policy hides its origin, and a frame in a sandbox.
        ("Origin: null\r\nSec-Fetch-Site: same-origin\r\n", 200),
        ("Origin: null\r\nSec-Fetch-Site: cross-site\r\n", 403),
        ("Sec-Fetch-Site: cross-site\r\n", 403),
    ];
    for (number, (headers, expected)) in origins.into_iter().enumerate() {
        let headers = format!("X-Forwarded-For: 203.0.113.{number}\r\n{headers}");
        assert_eq!(count(&counter, STORY, &headers), expected, "{headers}");
    }
    assert_eq!(counter.count(STORY), Some(5));
    let follow = |headers| status(&mut knock(&counter), &format!("GET /follow/{STORY}"), headers);
    assert_eq!(follow("Origin: https://evil.example\r\n"), 403);
    assert_eq!(follow("Origin: https://paper.example\r\n"), 200);
}

#[test]
fn stories_may_have_dots_and_underscores_as_press_allows_them() {
    let counter = Counter::start();
    counter.list(&["dev:1.45.1-prerelease", "dev:a_b", "dev:v1.0"]);
    let keys = [
        ("dev:1.45.1-prerelease", 200),
        ("dev:a_b", 200),
        ("dev:v1%2E0", 200),
        // Webdis would read a format in them.
        ("dev:a.json", 404),
        ("dev:v1.0.txt", 404),
        ("dev:.1", 404),
        ("dev:..", 404),
        ("d_e:a", 404),
        ("d.1:a", 404),
        ("dev:%D0%B0", 404),
    ];
    for (key, expected) in keys {
        assert_eq!(count(&counter, key, ""), expected, "{key}");
    }
    let counts = ["dev:1.45.1-prerelease", "dev:a_b", "dev:v1.0", "dev:v1"].map(|key| counter.count(key));
    assert_eq!(counts, [Some(1), Some(1), Some(1), None]);
    assert_eq!(status(&mut knock(&counter), "GET /counts/dev:1.45.1-prerelease,dev:v1.0,dev:a_b", ""), 200);
    assert_eq!(status(&mut knock(&counter), "GET /counts/dev:a_b,dev:a.json", ""), 404);
}

/// Bytes by which Redis's own memory may vary: for its connections, but not for ten thousand keys.
const SOME: usize = 400_000;

#[test]
fn ten_thousand_stories_that_do_not_exist_leave_nothing_in_redis() {
    let mut counter = counting();
    counter.seed("war:read", 668);
    assert_eq!(count(&counter, STORY, ""), 200);
    let before = counter.fill();
    for reader in 0..100 {
        let (mut stream, mut requests) = (knock(&counter), String::new());
        for number in 0..100 {
            let key = format!("flood:{}-{reader}-{number}", "long-".repeat(20));
            let last = if number == 99 { "Connection: close\r\n" } else { "" };
            let address = format!("X-Forwarded-For: 198.51.100.{reader}\r\n");
            requests += &format!("POST /count/{key} HTTP/1.1\r\nHost: views\r\n{address}{last}\r\n");
        }
        stream.write_all(requests.as_bytes()).expect("nginx");
        let mut answers = String::new();
        stream.read_to_string(&mut answers).expect("its answers");
        assert_eq!(answers.matches("{\"FCALL\":null}").count(), 100, "{}", &answers[..answers.len().min(500)]);
    }
    let after = counter.fill();
    assert_eq!(after.0, before.0, "the number of keys");
    assert!(after.1 < before.1 + SOME, "{} bytes before, {} after", before.1, after.1);

    // Function, stories and counts outlive the power.
    while counter.written(STORY) < 1 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    counter.kill_redis();
    counter.kill_webdis();
    counter.start_redis();
    counter.start_webdis();
    while counter.redis("default", "PING") != "+PONG" {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(forwarded(&counter, STORY, "203.0.113.1"), 200);
    assert_eq!(forwarded(&counter, "flood:again", "203.0.113.1"), 200);
    let counts = [STORY, "war:read", "flood:again"].map(|story| counter.count(story));
    assert_eq!(counts, [Some(2), Some(668), None]);
}

/// Raises the number of files that this process and those it starts may open.
fn allow_files(number: usize) {
    let limit = format!("--nofile={number}:");
    let pid = std::process::id().to_string();
    let raised = Command::new("prlimit").args(["--pid", &pid, &limit]).status().expect("prlimit, of util-linux");
    assert!(raised.success(), "the hard limit of open files (ulimit -Hn) is below {number}");
}

#[test]
fn half_sent_requests_of_one_address_leave_room_for_everybody_else() {
    allow_files(20_000);
    let counter = counting();
    let half = format!("POST /count/{STORY} HTTP/1.1\r\nHost: views\r\n");
    let held: Vec<TcpStream> = (0..9_000)
        .map(|_| {
            let mut stream = knock(&counter);
            stream.write_all(half.as_bytes()).expect("half a request");
            stream
        })
        .collect();
    assert_eq!(forwarded(&counter, STORY, "203.0.113.1"), 200);
    assert_eq!(counter.count(STORY), Some(1));
    drop(held);
    // A body is not waited for.
    assert_eq!(count(&counter, STORY, "Content-Length: 100\r\n"), 413);
    assert_eq!(count(&counter, STORY, "Transfer-Encoding: chunked\r\n"), 413);
}

/// All streams together leave connections of Redis for counting, even to a Webdis that has just started.
#[test]
fn readers_of_all_streams_leave_room_for_counting() {
    allow_files(20_000);
    let counter = counting();
    let follow = |number: usize| {
        let mut stream = knock(&counter);
        let address = format!("X-Forwarded-For: 203.0.113.{}\r\n", number / 90);
        let request = format!("GET /follow/{STORY} HTTP/1.1\r\nHost: views\r\n{address}\r\n");
        stream.write_all(request.as_bytes()).expect("nginx");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).expect("an answer");
        (stream, String::from_utf8_lossy(&answer[9..]).into_owned())
    };
    let streams: Vec<_> = (0..900).map(follow).collect();
    let opened = streams.iter().filter(|(_, status)| status == "200").count();
    let refused = streams.iter().filter(|(_, status)| status == "429").count();
    assert_eq!((opened, refused), (850, 50));
    assert_eq!(forwarded(&counter, STORY, "198.51.100.1"), 200);
    assert_eq!(counter.count(STORY), Some(1));
}
