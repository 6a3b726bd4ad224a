//! Redirects from former addresses of stories, and those of `site.toml`: a page that redirects, a document for the app,
//! and a line for the host.
//!
//! Sources: the `_redirects` file of Netlify and Cloudflare Pages; `http-equiv="refresh"` of the HTML standard.

use std::collections::HashMap;

use journal::model::{Article, Document, FORMAT, Sheet, Site};
use journal::route::Route;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::head::HeadWriter;
use super::host_file::write_part;
use super::html::escape;
use crate::content::alias::{file_of, story_at};
use crate::diagnostics::failure::Failure;
use crate::edition::Edition;
use crate::output::Output;
use crate::stories::story::Story;

/// The file with redirects for hosts.
const FILE: &str = "_redirects";

/// The line above our part of that file; what comes before it belongs to the publisher.
const MARK: &str = "# Stories that have moved, by press.\n";

/// Writes to `output` the redirects from former addresses to the stories. If the publisher has a file at a former
/// address, that file is kept.
///
/// # Errors
/// A file cannot be read or written.
pub fn press_redirects(edition: &Edition, head_writer: &HeadWriter<'_>, output: &Output) -> Result<(), Failure> {
    let Edition { site, former_addresses, .. } = edition;
    let moved = edition.stories.iter().filter(|story| !story.summary.aliases.is_empty());
    let stories: HashMap<&Route, &Story> = moved.map(|story| (&story.route, story)).collect();
    let mut lines = String::new();
    for (former, route) in former_addresses {
        let file = file_of(former);
        if output.has(&file) {
            continue;
        }
        let Some(story) = stories.get(route) else { continue };
        output.write(&file, page(site, head_writer, story.article.get()?))?;
        if let Some(former) = story_at(former) {
            let document = Document::Moved(route.path());
            output.write(&former.data_path(), serde_json::to_string(&Sheet { format: FORMAT, document })?)?;
        }
        lines += &format!("{}{} {} 301\n", site.base, encoded(former), site.href(route));
    }
    for (from, to) in &edition.site_file.redirects {
        let file = file_of(from);
        if output.has(&file) {
            continue;
        }
        let is_ours = to.value.starts_with('/');
        let href = if is_ours { [&site.base, &*to.value].concat() } else { to.value.clone() };
        let canonical = if is_ours { [&site.address, &*to.value].concat() } else { to.value.clone() };
        output.write(&file, list_page(site, &href, &canonical))?;
        lines += &format!("{}{} {} 301\n", site.base, encoded(from), encoded(&href));
    }
    write_part(output, FILE, MARK, &lines)
}

/// The policy of these pages, which need nothing.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";

/// The page at a former address of a story. For programs that do not follow redirects, it contains the headline,
/// description, picture and canonical URL of the story.
fn page(site: &Site, head_writer: &HeadWriter<'_>, article: &Article) -> String {
    let href = site.href(&article.route());
    let head = head_writer.of_former(article);
    let language = escape(article.language.as_ref().unwrap_or(&site.language));
    let (href, headline) = (escape(&href), escape(&article.headline));
    format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">{POLICY}{head}</head>\
         <body><p><a href=\"{href}\">{headline}</a></p></body></html>\n"
    )
}

/// The page at the former address of a list.
fn list_page(site: &Site, href: &str, canonical: &str) -> String {
    let (language, href, name) = (escape(&site.language), escape(href), escape(&site.name));
    let canonical = escape(canonical);
    format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">{POLICY}<title>{name}</title>\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\"><link rel=\"canonical\" href=\"{canonical}\"></head>\
         <body><p><a href=\"{href}\">{name}</a></p></body></html>\n"
    )
}

/// Percent-encodes a path as in a request.
fn encoded(path: &str) -> String {
    const KEPT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');
    utf8_percent_encode(path, KEPT).to_string()
}
