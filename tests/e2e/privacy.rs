//! Whatever happens, the view counter's servers log neither who reads nor what is read.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use tokio::net::TcpSocket;

use crate::counter::Counter;

/// The address of a reader, which nothing else on this machine uses.
const READER: &str = "127.0.0.77";

const STORY: &str = "war:black-sea";

async fn connect(counter: &Counter) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(format!("{READER}:0").parse().expect("an address")).expect("an address of this machine");
    let door: SocketAddr = counter.origin().trim_start_matches("http://").parse().expect("an address");
    let stream = socket.connect(door).await.and_then(tokio::net::TcpStream::into_std).expect("nginx");
    stream.set_nonblocking(false).expect("a stream that waits");
    stream
}

/// Sends `text` over a new connection. Returns the status of the response, or 0 if there is none.
async fn send(counter: &Counter, text: &str) -> u16 {
    status(&mut connect(counter).await, text)
}

fn status(stream: &mut TcpStream, text: &str) -> u16 {
    stream.write_all(text.as_bytes()).ok();
    let mut answer = [0; 12];
    let read = stream.read_exact(&mut answer);
    read.ok().and_then(|()| String::from_utf8_lossy(&answer[9..]).parse().ok()).unwrap_or_default()
}

fn request(line: &str) -> String {
    format!("{line} HTTP/1.1\r\nHost: views\r\n\r\n")
}

/// Sends requests until one is refused: hundreds at once, so that the result does not depend on speed.
async fn until_refused(counter: &Counter, line: &str) {
    let last = format!("{line} HTTP/1.1\r\nHost: views\r\nConnection: close\r\n\r\n");
    let requests = request(line).repeat(300) + last.as_str();
    for _ in 0..100 {
        let (mut stream, mut answers) = (connect(counter).await, Vec::new());
        stream.write_all(requests.as_bytes()).expect("nginx");
        stream.read_to_end(&mut answers).ok();
        if String::from_utf8_lossy(&answers).contains("HTTP/1.1 429 ") {
            return;
        }
    }
    panic!("{line} is never refused");
}

/// Provokes everything that can go wrong at nginx.
async fn go_wrong(counter: &mut Counter) {
    // Too many readings, too many queries, too many streams.
    until_refused(counter, &format!("POST /count/{STORY}")).await;
    until_refused(counter, &format!("GET /counts/{STORY}")).await;
    let follow = request(&format!("GET /follow/{STORY}"));
    let mut streams = Vec::new();
    for number in 0..=100 {
        let mut stream = connect(counter).await;
        assert_eq!(status(&mut stream, &follow), if number < 100 { 200 } else { 429 }, "stream {number}");
        streams.push(stream);
    }
    // Requests that are too large, not allowed, not HTTP, or aborted half-way.
    let long = "a".repeat(100_000);
    let count = format!("POST /count/{STORY} HTTP/1.1\r\nHost: views\r\n");
    let wrong = [
        (format!("{count}Content-Length: 10485760\r\n\r\n"), 413),
        (format!("{count}Transfer-Encoding: chunked\r\n\r\nffffff\r\n{}", "a".repeat(4000)), 413),
        (request(&format!("POST /count/{STORY}/{long}")), 414),
        (format!("{count}X-Long: {long}\r\n\r\n"), 400),
        (format!("{count}Content-Length: nonsense\r\n\r\n"), 400),
        (format!("{count}X\0X: 1\r\n\r\n"), 400),
        (request(&format!("DELETE /count/{STORY}")), 403),
        (request(&format!("GET /elsewhere/{STORY}")), 404),
        (request(&format!("GET /%zz/{STORY}")), 400),
    ];
    for (text, expected) in wrong {
        assert_eq!(send(counter, &text).await, expected, "{}", &text[..text.len().min(120)]);
    }
    for half in [count.clone(), format!("{count}Content-Length: 100\r\n\r\nhalf")] {
        connect(counter).await.write_all(half.as_bytes()).expect("half a request");
    }
    // A silent client times out, and so does Webdis.
    counter.suspend_webdis();
    drop(streams);
    let mut silent = connect(counter).await;
    silent.write_all(count.as_bytes()).expect("half a request");
    assert_eq!(send(counter, &request(&format!("GET /counts/{STORY}"))).await, 504);
    // nginx closes the silent connection after some seconds.
    silent.read_to_end(&mut Vec::new()).ok();
    // Neither Redis nor Webdis is running.
    counter.kill_redis();
    counter.kill_webdis();
    assert_eq!(send(counter, &request(&format!("GET /counts/{STORY}"))).await, 502);
    assert_eq!(send(counter, &request(&format!("POST /count/{STORY}-2"))).await, 502);
    counter.start_webdis();
    assert_eq!(send(counter, &request(&format!("GET /counts/{STORY}"))).await, 503);
}

/// The lines of the logs that name a reader or a story.
fn named(counter: &Counter) -> Vec<String> {
    let logs = counter.logs();
    let lines = logs.iter().flat_map(|(name, text)| text.lines().map(move |line| format!("{name}: {line}")));
    lines.filter(|line| line.contains(READER) || line.contains(STORY) || line.contains("client:")).collect()
}

#[tokio::test]
async fn whatever_goes_wrong_no_server_logs_who_reads_what() {
    let mut counter = Counter::start();
    go_wrong(&mut counter).await;
    let names: Vec<String> = counter.logs().into_keys().collect();
    assert_eq!(names, ["nginx.out", "redis-server.out", "webdis.log", "webdis.out"], "the log files of the three");
    assert_eq!(named(&counter), [""; 0]);
}

/// The check works: with its usual logging nginx does log it.
#[tokio::test]
async fn nginx_with_its_usual_logging_would_be_detected() {
    let counter = Counter::with("error_log /dev/null emerg;", "error_log stderr error;");
    until_refused(&counter, &format!("POST /count/{STORY}")).await;
    let found = named(&counter);
    assert!(!found.is_empty() && found.iter().all(|line| line.contains(READER) && line.contains(STORY)), "{found:#?}");
}
