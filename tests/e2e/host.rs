//! How a plain static host handles a path: a folder is served as its `index.html`, or redirected if the trailing
//! slash is missing; an unknown path is a 404 with `404.html`. All responses have the headers of the site's `_headers`.

use std::io;
use std::path::{Path, PathBuf};

use http_body_util::Full;
use hyper::Response;
use hyper::body::Bytes;
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION,
};
use percent_encoding::percent_decode_str;

/// What is at a path.
pub enum Found {
    File(PathBuf),
    /// A folder requested without its trailing slash: the address to redirect to.
    Folder(String),
    Nothing,
}

/// Finds what a static host serves for `path`, which is percent-encoded.
pub fn find(dist: &Path, path: &str) -> Found {
    let decoded = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
    if decoded.split('/').any(|part| part == "..") {
        return Found::Nothing;
    }
    let place = dist.join(decoded.as_ref());
    match (place.is_dir(), path.ends_with('/')) {
        (false, false) if place.is_file() => Found::File(place),
        (true, true) if place.join("index.html").is_file() => Found::File(place.join("index.html")),
        (true, false) if place.join("index.html").is_file() => Found::Folder(format!("{path}/")),
        _ => Found::Nothing,
    }
}

/// The response of a static host.
pub fn serve(dist: &Path, path: &str) -> io::Result<Response<Full<Bytes>>> {
    let (status, file) = match find(dist, path) {
        Found::File(file) => (200, file),
        Found::Folder(address) => {
            let response = Response::builder().status(301).header(LOCATION, address).body(Full::default());
            return response.map_err(io::Error::other);
        }
        Found::Nothing => (404, dist.join("404.html")),
    };
    let response = Response::builder().status(status).header(CONTENT_TYPE, kind(&file));
    let mut content = std::fs::read(&file)?;
    if kind(&file).starts_with("text/html") {
        content = allowing_tests(&String::from_utf8_lossy(&content)).into_bytes();
    }
    response.body(Full::from(content)).map_err(io::Error::other)
}

/// The policy in a page or a header, which also allows what only tests do: scripts and styles with their nonce, and HTML
/// by a Trusted Types policy of their own.
pub fn allowing_tests(text: &str) -> String {
    let sources = ["script-src 'self'", "style-src 'self'"];
    let text = sources
        .into_iter()
        .fold(String::from(text), |text, source| text.replace(source, &[source, " 'nonce-tests'"].concat()));
    text.replace("trusted-types press", "trusted-types press tests")
}

/// The policy of a newspaper whose counter is at this origin.
pub fn counted_at(counter: Option<&str>, policy: &str) -> String {
    policy.replace("connect-src 'self'", &["connect-src 'self' ", counter.unwrap_or_default()].concat())
}

/// Where browsers report what the policy has stopped.
pub const REPORTS: &str = "/reports-of-the-policy";

/// Adds the headers that the site asks for, and has the browser report what its policy stops.
pub fn add_headers(dist: &Path, path: &str, counter: Option<&str>, headers: &mut HeaderMap) -> io::Result<()> {
    let text = std::fs::read_to_string(dist.join("_headers"))?;
    let mut counts = false;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
            Some((name, value)) if counts => {
                let name: HeaderName = name.parse().map_err(io::Error::other)?;
                let value = match name == CONTENT_SECURITY_POLICY {
                    true => format!("{};report-uri {REPORTS}", counted_at(counter, &allowing_tests(value))),
                    false => value.into(),
                };
                // A test may have answered itself.
                if name != CACHE_CONTROL || !headers.contains_key(CACHE_CONTROL) {
                    headers.insert(name, value.parse().map_err(io::Error::other)?);
                }
            }
            Some(_) => {}
            None => counts = line.strip_suffix('*').map_or(line == path, |below| path.starts_with(below)),
        }
    }
    // What has no content hash is revalidated.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    Ok(())
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
