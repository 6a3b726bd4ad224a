//! How a plain static host handles a path: a folder is served as its `index.html`, or redirected if the trailing
//! slash is missing; an unknown path is a 404 with `404.html`.

use std::io;
use std::path::{Path, PathBuf};

use http_body_util::Full;
use hyper::Response;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
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
    // Files with a content hash are cached for ever, everything else is revalidated.
    let cache = if path.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let response = Response::builder().status(status).header(CONTENT_TYPE, kind(&file)).header(CACHE_CONTROL, cache);
    response.body(Full::from(std::fs::read(file)?)).map_err(io::Error::other)
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
