//! The public side of the view counter, tested without a browser: only three endpoints are let through.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Instant;

use crate::browser::DEADLINE;
use crate::counter::Counter;

const STORY: &str = "war:black-sea";

/// The status of the response to `request` (method and address); 0 if the connection is closed without one.
pub fn status(stream: &mut TcpStream, request: &str, headers: &str) -> u16 {
    let (method, address) = request.split_once(' ').expect("a method and an address");
    let head = format!("{method} {address} HTTP/1.1\r\nHost: views\r\n{headers}\r\n");
    stream.write_all(head.as_bytes()).ok();
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    // All responses are short and have a Content-Length.
    while let Ok(read @ 1..) = stream.read(&mut piece) {
        answer.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&answer);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")?.parse::<usize>().ok());
            if length.is_none_or(|length| body.len() >= length) {
                return head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
            }
        }
    }
    0
}

/// A connection to nginx.
pub fn knock(counter: &Counter) -> TcpStream {
    let stream = TcpStream::connect(counter.origin().trim_start_matches("http://")).expect("nginx");
    stream.set_read_timeout(Some(DEADLINE)).expect("a time-out");
    stream
}

#[test]
fn requests_outside_the_three_endpoints_are_refused_and_change_nothing() {
    let counter = Counter::start();
    counter.seed(STORY, 668);
    let long = "a".repeat(200);
    let many = vec![STORY; 65].join(",");
    let endless = "a".repeat(100_000);
    let refused = [
        (format!("GET /SET/views:{STORY}/5"), 404),
        ("GET /FLUSHALL".into(), 404),
        ("POST /".into(), 404),
        ("PUT /".into(), 404),
        (format!("GET /INCR/views:{STORY}"), 404),
        ("GET //FLUSHALL".into(), 404),
        ("POST /count/../FLUSHALL".into(), 404),
        ("POST /count/%2e%2e/FLUSHALL".into(), 404),
        (format!("POST /count/{STORY}/../../SET/views:{STORY}/5"), 404),
        (format!("POST /count/{STORY}%2f..%2f..%2fFLUSHALL"), 404),
        (format!("POST /count/{STORY}%0d%0aFLUSHALL"), 404),
        (format!("POST /count/{STORY}%20extra"), 404),
        (format!("POST /count/{STORY}/"), 404),
        ("POST /count/WAR:BLACK-SEA".into(), 404),
        ("POST /count/war".into(), 404),
        ("POST /count/war:black:sea".into(), 404),
        ("POST /count/other-key".into(), 404),
        ("POST /count/".into(), 404),
        (format!("POST /count/war:{long}"), 404),
        (format!("POST /count/{endless}"), 414),
        ("POST /count/war:%00".into(), 400),
        (format!("GET /count/{STORY}"), 403),
        (format!("DELETE /count/{STORY}"), 403),
        ("GET /counts/".into(), 404),
        (format!("GET /counts/{STORY},"), 404),
        (format!("GET /counts/{STORY},*"), 404),
        (format!("GET /counts/{many}"), 404),
        (format!("POST /counts/{STORY}"), 403),
        ("GET /follow/*".into(), 404),
        ("GET /follow/war:*".into(), 404),
        (format!("GET /follow/{STORY},{STORY}"), 404),
    ];
    for (request, expected) in refused {
        let shown = &request[..request.len().min(80)];
        assert_eq!(status(&mut knock(&counter), &request, ""), expected, "{shown}");
    }
    let large = format!("POST /count/{STORY}");
    assert_eq!(status(&mut knock(&counter), &large, "Content-Length: 10485760\r\n"), 413, "a body of 10 MB");
    assert_eq!(counter.count(STORY), Some(668));

    // Redis itself does not allow more than that either.
    for command in [
        "FLUSHALL",
        "SET views:war:black-sea 5",
        "GET views:war:black-sea",
        "INCR other",
        "CONFIG GET dir",
        "SADD stories x:y",
        "FUNCTION FLUSH",
    ] {
        let answer = counter.redis("default", command);
        assert!(answer.starts_with("-NOPERM"), "{command}: {answer}");
    }
    assert!(counter.redis("seeder", "SET other 5").starts_with("-NOPERM"));
    assert_eq!(status(&mut knock(&counter), &large, ""), 200);
    assert_eq!(counter.count(STORY), Some(669));
}

/// Up to the limit every reading is counted. Above it requests are refused, and every accepted reading is counted.
#[test]
fn requests_above_the_limit_are_refused_and_no_accepted_reading_is_lost() {
    let counter = Counter::start();
    let stories: Vec<String> = (0..50).map(|number| format!("war:s{number}")).collect();
    counter.list(&stories);
    let count = |story: &String| status(&mut knock(&counter), &format!("POST /count/{story}"), "");
    assert_eq!(stories.iter().map(count).collect::<Vec<u16>>(), [200; 50]);
    let counts: Vec<Option<u64>> = stories.iter().map(|story| counter.count(story)).collect();
    assert_eq!(counts, [Some(1); 50]);

    let kept = (0..10).flat_map(|number| (0..200).map(move |time| format!("flood:{number}-{time}")));
    let kept: Vec<String> = kept.collect();
    counter.list(&kept);

    let begin = Instant::now();
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let flood = |number: usize| {
            let mut stream = knock(&counter);
            let ask = |time: usize| status(&mut stream, &format!("POST /count/flood:{number}-{time}"), "");
            (0..200).map(ask).collect::<Vec<u16>>()
        };
        let floods: Vec<_> = (0..10).map(|number| scope.spawn(move || flood(number))).collect();
        floods.into_iter().flat_map(|flood| flood.join().expect("answers")).collect()
    });
    let counted = answers.iter().filter(|status| **status == 200).count();
    let refused = answers.iter().filter(|status| **status == 429).count();
    assert_eq!(counted + refused, 2000, "{answers:?}");
    // The limit is a burst of a hundred and twenty a second, so it depends on the time taken.
    let allowed = 101.0 + 20.0 * begin.elapsed().as_secs_f64();
    assert!(refused > 0 && counted as f64 <= allowed, "{counted} were let through, at most {allowed} may be");
    let keys: Vec<String> = kept.iter().map(|key| format!("views:{key}")).collect();
    let there = counter.all("seeder", &format!("MGET {}", keys.join(" ")));
    assert_eq!(there.iter().filter(|line| *line == "1").count(), counted, "every accepted reading is stored");
}

/// If the memory is full, nothing is evicted and known numbers are still served.
#[test]
fn a_full_memory_evicts_nothing() {
    let counter = Counter::small();
    counter.seed(STORY, 668);
    let mut number = 0;
    let full = loop {
        let keys: Vec<String> = (0..1000).map(|of| format!("SET views:flood:{} 1", number + of)).collect();
        number += keys.len();
        let answers = counter.all("seeder", &keys.join("\r\n"));
        if let Some(refused) = answers.into_iter().find(|answer| answer.starts_with('-')) {
            break refused;
        }
        assert!(number < 1_000_000, "the memory is limited");
    };
    assert!(full.starts_with("-OOM"), "{full}");
    assert!(counter.memory() < 64 * 1024 * 1024, "{} bytes", counter.memory());
    assert_eq!(status(&mut knock(&counter), &format!("GET /counts/{STORY}"), ""), 200);
    assert_eq!(counter.count(STORY), Some(668));
    assert_eq!(counter.count("flood:0"), Some(1));
}
