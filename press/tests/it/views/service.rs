//! A service that counts views, as well or as badly as a test needs.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// An answer of the service.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A status, headers (each with its line ending), and a body.
    Says(u16, &'static str, String),
    /// Closes the connection without an answer.
    Drops,
    /// Does not answer for longer than any client waits.
    Hangs,
}

/// A service on a free port of this machine, until the end of the test.
pub struct Service {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Service {
    /// Answers requests depending on their path and on the number of requests before.
    pub fn that(reply: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Service {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, reply) = (asked.clone(), Arc::new(reply));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (log, reply) = (log.clone(), reply.clone());
                thread::spawn(move || answer(stream.unwrap(), &log, &*reply));
            }
        });
        Service { port, asked }
    }

    /// Answers with counts as the Redis service does: a list of strings or null.
    pub fn numbers(of: impl Fn(&str) -> Option<u64>) -> impl Fn(&str) -> Reply {
        move |path| {
            let keys = path.trim_start_matches("/counts/").split(',');
            let numbers: Vec<_> = keys.map(|key| of(key).map(|number| number.to_string())).collect();
            Reply::Says(200, "", serde_json::json!({ "MGET": numbers }).to_string())
        }
    }

    /// Its address.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The paths of all requests so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, log: &Mutex<Vec<String>>, reply: &dyn Fn(&str, usize) -> Reply) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    lines.find(String::is_empty);
    let path = first.split(' ').nth(1).unwrap().to_string();
    let before = {
        let mut log = log.lock().unwrap();
        log.push(path.clone());
        log.len() - 1
    };
    match reply(&path, before) {
        Reply::Says(status, headers, text) => {
            let length = text.len();
            let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n");
            // The client may have gone.
            stream.write_all((head + &text).as_bytes()).ok();
        }
        Reply::Drops => {}
        Reply::Hangs => thread::sleep(Duration::from_secs(60)),
    }
}
