//! A static server for `dist/` on a free port of this machine, which behaves like a plain [`host`]. It logs its
//! requests and can be told to misbehave.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::{fs, io};

use http_body_util::channel::{Channel, Sender};
use http_body_util::{BodyExt, Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, EXPIRES, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::sync::{oneshot, watch};

use crate::host;

/// The folder of the site under test.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    assert!(dist.join("index.html").is_file(), "there is no site in dist/: run `make build` first");
    dist
}

/// The path of the app's wasm file.
pub fn program() -> String {
    let assets = fs::read_dir(dist().join("assets")).expect("the assets");
    let names = assets.map(|entry| entry.expect("an asset").file_name().to_string_lossy().into_owned());
    let program = names.into_iter().find(|name| name.ends_with(".wasm")).expect("the program");
    format!("/assets/{program}")
}

/// The paths of all files in `assets/` whose names have this ending.
pub fn assets(ending: &str) -> Vec<String> {
    let files = fs::read_dir(dist().join("assets")).expect("the assets");
    let names = files.map(|file| format!("/assets/{}", file.expect("an asset").file_name().to_string_lossy()));
    names.filter(|name| name.ends_with(ending)).collect()
}

/// What the server does for a path instead of serving the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Answers only once the behaviour is changed.
    Hold,
    /// Closes the connection without an answer.
    Drop,
    /// Answers with this status and a short text.
    Status(u16),
    /// Answers with this text, as HTML.
    Html(String),
    /// Answers with this text, as JSON.
    Json(String),
    /// Answers with this text, as JSON that expires at this time.
    Expiring(String, &'static str),
    /// Answers with this text, as JavaScript.
    Script(&'static str),
    /// Answers with HTML whose second piece is sent once the behaviour is changed.
    Pieces(String, String),
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not yet.
    UnderWay,
    /// With a response of this status.
    Answered(u16),
    /// The server closed the connection, as told.
    Dropped,
    /// The browser closed the connection before there was a response.
    GivenUp,
}

/// A request of the browser.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Path and query.
    pub address: String,
    /// The value of `Sec-Fetch-Dest`: `document` for a page load, `empty` for a fetch.
    pub purpose: String,
    pub outcome: Outcome,
}

impl Asked {
    /// Whether it is for a document, which only the app requests. The browser requests the speculation rules.
    pub fn is_for_a_document(&self) -> bool {
        self.path().ends_with(".json") && self.path() != "/speculation-rules.json"
    }

    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }
}

/// The server. It ends when it is dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    /// Ends the server's thread when it is dropped.
    _closing: oneshot::Sender<()>,
}

struct State {
    dist: PathBuf,
    log: Mutex<Vec<Asked>>,
    /// What the policy has stopped.
    reports: Mutex<Vec<String>>,
    orders: watch::Sender<Orders>,
}

#[derive(Default)]
struct Orders {
    no_network: bool,
    /// The origin of the counter, if it is another site.
    counter: Option<String>,
    behaviours: HashMap<String, Behaviour>,
}

impl Server {
    /// Starts serving `dist/` on a thread of its own: it must also answer while a test's thread waits for a browser to
    /// exit.
    pub fn start() -> Server {
        Server::of(dist())
    }

    /// Starts serving another site.
    pub fn of(dist: PathBuf) -> Server {
        let state = Arc::new(State {
            dist,
            log: Mutex::default(),
            reports: Mutex::default(),
            orders: watch::Sender::default(),
        });
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port on this machine");
        listener.set_nonblocking(true).expect("a listener that does not block");
        let address = listener.local_addr().expect("an address");
        let (closing, closed) = oneshot::channel();
        std::thread::spawn({
            let state = state.clone();
            move || {
                let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(async {
                    tokio::select! {
                        _ = closed => {}
                        () = listen(listener, state) => {}
                    }
                });
            }
        });
        Server { address, state, _closing: closing }
    }

    /// `http://127.0.0.1:<port>`, a secure context to browsers.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on, requests for `path` get this behaviour, including those on hold.
    pub fn treat(&self, path: &str, behaviour: Behaviour) {
        self.state.orders.send_modify(|orders| {
            orders.behaviours.insert(path.into(), behaviour);
        });
    }

    /// From now on, requests for `path` are served normally, including those on hold.
    pub fn mend(&self, path: &str) {
        self.state.orders.send_modify(|orders| {
            orders.behaviours.remove(path);
        });
    }

    /// From now on, the policy is that of a newspaper with its counter at this origin.
    pub fn count_at(&self, origin: &str) {
        self.state.orders.send_modify(|orders| orders.counter = Some(origin.into()));
    }

    /// Cuts the network off, or restores it.
    pub fn cut(&self, no_network: bool) {
        self.state.orders.send_modify(|orders| orders.no_network = no_network);
    }

    /// All requests, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.state.log().clone()
    }

    /// The requests for `path`, with any query.
    pub fn asked_for(&self, path: &str) -> Vec<Asked> {
        self.asked().into_iter().filter(|asked| asked.path() == path).collect()
    }

    /// What the policy of the site has stopped so far, as the browser reports it. A test that provokes something takes it
    /// from here; if there is anything left at the end, the test fails.
    pub fn stopped(&self) -> Vec<String> {
        std::mem::take(&mut *self.state.reports())
    }

    /// Clears the log.
    pub fn forget(&self) {
        self.state.log().clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = self.stopped();
        assert!(stopped.is_empty() || std::thread::panicking(), "the policy has stopped something: {stopped:#?}");
    }
}

impl State {
    fn reports(&self) -> MutexGuard<'_, Vec<String>> {
        // Nothing panics while it holds the reports.
        self.reports.lock().expect("the reports")
    }

    fn log(&self) -> MutexGuard<'_, Vec<Asked>> {
        // Nothing panics while it holds the log.
        self.log.lock().expect("the log")
    }
}

/// The log entry of a request that has not ended yet.
struct Line<'a> {
    state: &'a State,
    number: usize,
    /// Identifies the entry: after the log has been cleared, its number may belong to another request.
    address: String,
}

impl Line<'_> {
    fn end(&self, outcome: Outcome) {
        let mut log = self.state.log();
        let line = log.get_mut(self.number).filter(|line| line.address == self.address);
        if let Some(line) = line.filter(|line| line.outcome == Outcome::UnderWay) {
            line.outcome = outcome;
        }
    }
}

impl Drop for Line<'_> {
    /// hyper drops a request whose connection was closed by the browser.
    fn drop(&mut self) {
        self.end(Outcome::GivenUp);
    }
}

async fn listen(listener: std::net::TcpListener, state: Arc<State>) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    while let Ok((stream, _)) = listener.accept().await {
        let state = state.clone();
        let service = service_fn(move |request| answer(state.clone(), request));
        // If a connection ends early, that is the browser's decision and is in the log.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

type Body = Either<Full<Bytes>, Channel<Bytes>>;

async fn answer(state: Arc<State>, request: Request<Incoming>) -> io::Result<Response<Body>> {
    if request.uri().path() == host::REPORTS {
        let report = request.into_body().collect().await.map_err(io::Error::other)?.to_bytes();
        state.reports().push(String::from_utf8_lossy(&report).into_owned());
        return Ok(text(200, "text/plain", String::new()).map(Either::Left));
    }
    let path = String::from(request.uri().path());
    let mut response = answer_as_told(&state, request).await?;
    let counter = state.orders.borrow().counter.clone();
    host::add_headers(&state.dist, &path, counter.as_deref(), response.headers_mut())?;
    Ok(response)
}

async fn answer_as_told(state: &Arc<State>, request: Request<Incoming>) -> io::Result<Response<Body>> {
    let path = request.uri().path();
    let address = request.uri().path_and_query().map_or(path, |whole| whole.as_str());
    let purpose = request.headers().get("sec-fetch-dest").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let line = {
        let mut log = state.log();
        log.push(Asked { address: address.into(), purpose: purpose.into(), outcome: Outcome::UnderWay });
        Line { state, number: log.len() - 1, address: address.into() }
    };
    let behaviour = {
        let mut orders = state.orders.subscribe();
        let held = |orders: &Orders| !orders.no_network && orders.behaviours.get(path) == Some(&Behaviour::Hold);
        let orders = orders.wait_for(|orders| !held(orders)).await.map_err(io::Error::other)?;
        if orders.no_network { Some(Behaviour::Drop) } else { orders.behaviours.get(path).cloned() }
    };
    let response = match behaviour {
        Some(Behaviour::Drop) => {
            line.end(Outcome::Dropped);
            return Err(io::Error::other("dropped, as the test requires"));
        }
        Some(Behaviour::Status(status)) => text(status, "text/plain; charset=utf-8", "The test requires this.".into()),
        Some(Behaviour::Html(html)) => text(200, "text/html; charset=utf-8", html),
        Some(Behaviour::Script(script)) => text(200, "text/javascript", script.into()),
        Some(Behaviour::Json(json)) => text(200, "application/json", json),
        Some(Behaviour::Expiring(json, until)) => {
            let mut response = text(200, "application/json", json);
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public"));
            response.headers_mut().insert(EXPIRES, HeaderValue::from_static(until));
            response
        }
        Some(Behaviour::Pieces(first, rest)) => {
            let (sender, body) = Channel::new(2);
            let (first, rest) = (host::allowing_tests(&first), host::allowing_tests(&rest));
            tokio::spawn(send_pieces(state.clone(), path.into(), sender, first, rest));
            line.end(Outcome::Answered(200));
            return Ok(text(200, "text/html; charset=utf-8", String::new()).map(|_| Either::Right(body)));
        }
        Some(Behaviour::Hold) | None => host::serve(&state.dist, path)?,
    };
    line.end(Outcome::Answered(response.status().as_u16()));
    Ok(response.map(Either::Left))
}

/// Sends the second piece once the behaviour is changed. A browser that no longer wants it is not an error.
async fn send_pieces(state: Arc<State>, path: String, mut sender: Sender<Bytes>, first: String, rest: String) {
    sender.send_data(first.into()).await.ok();
    let mut orders = state.orders.subscribe();
    let held = |orders: &Orders| matches!(orders.behaviours.get(&path), Some(Behaviour::Pieces(..)));
    orders.wait_for(|orders| !held(orders)).await.ok();
    sender.send_data(rest.into()).await.ok();
}

fn text(status: u16, kind: &str, text: String) -> Response<Full<Bytes>> {
    let text = if kind.starts_with("text/html") { host::allowing_tests(&text) } else { text };
    let response = Response::builder().status(status).header(CONTENT_TYPE, kind).header(CACHE_CONTROL, "no-cache");
    response.body(Full::from(text)).expect("a status and a content type that HTTP knows")
}
