//! The headers that a host should send, in the file `_headers`.
//!
//! Sources: the `_headers` file of Netlify and Cloudflare Pages; RFC 6797 (HSTS); the Fetch and HTML standards (speculation
//! rules among them); Referrer Policy and Permissions Policy (W3C). docs/security.md says what each of them is for.

use serde_json::json;

use super::host_file::write_part;
use crate::diagnostics::failure::Failure;
use crate::output::Output;

/// The file with headers for hosts.
pub const FILE: &str = "_headers";

/// The line above our part of that file; what comes before it belongs to the publisher.
pub const MARK: &str = "# Headers of the newspaper, by press.\n";

/// Headers of all files, after their policy.
const ALL: [(&str, &str); 5] = [
    ("Strict-Transport-Security", "max-age=63072000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Headers of the files whose names contain a hash of their content. Readers of feeds show the pictures among them.
const ASSETS: [(&str, &str); 2] =
    [("Cache-Control", "public, max-age=31536000, immutable"), ("Cross-Origin-Resource-Policy", "cross-origin")];

/// The file with the speculation rules. A header names it, so that no page needs an inline script for them.
const RULES: &str = "/speculation-rules.json";

/// Writes the headers of a site with this policy, and the speculation rules; `base` is its path prefix.
///
/// # Errors
/// The file cannot be read or written.
pub fn press_headers(base: &str, policy: &str, output: &Output) -> Result<(), Failure> {
    output.write(RULES.trim_start_matches('/'), rules(base))?;
    let address = ["\"", base, RULES, "\""].concat();
    let all = [("Content-Security-Policy", policy), ("Speculation-Rules", &*address)].into_iter().chain(ALL);
    let part = [
        rule(&[base, "/*"].concat(), all),
        rule(&[base, "/assets/*"].concat(), ASSETS),
        rule(&[base, RULES].concat(), [("Content-Type", "application/speculationrules+json")]),
    ];
    write_part(output, FILE, MARK, &part.concat())
}

/// Until the app prefetches documents, the browser may prefetch the page of a link that the reader points at, unless the
/// reader saves data.
fn rules(base: &str) -> String {
    let pages = json!({ "href_matches": [format!("{base}/"), format!("{base}/*/")] });
    let links = json!({ "selector_matches": "html:not(.app, .saves) a" });
    json!({ "prefetch": [{ "where": { "and": [pages, links] }, "eagerness": "moderate" }] }).to_string()
}

fn rule<'a>(path: &str, headers: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let lines = headers.into_iter().map(|(name, value)| ["  ", name, ": ", value, "\n"].concat());
    [path, "\n"].into_iter().map(String::from).chain(lines).collect()
}
