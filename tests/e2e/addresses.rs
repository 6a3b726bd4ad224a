//! Every address of the site exists and has its text in its HTML. Tested without a browser.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::fs;

use journal::model::{Document, Teaser};

use crate::host::{Found, find};
use crate::paper::{NOWHERE, Paper};
use crate::server::dist;

/// The values of an attribute, unescaped.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| unescape(rest.split('"').next().unwrap_or_default())).collect()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

/// The HTML of the page at `path`, if there is one.
fn page(path: &str) -> Option<String> {
    match find(&dist(), path) {
        Found::File(file) => fs::read_to_string(file).ok(),
        _ => None,
    }
}

/// The path that a link on `from` leads to, and its fragment; `None` for other sites and other schemes.
fn target(from: &str, href: &str, address: &str) -> Option<(String, Option<String>)> {
    let href = href.strip_prefix(address).unwrap_or(href);
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_string())),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    match path {
        "" if href.starts_with('#') => Some((from.into(), fragment)),
        path if path.starts_with('/') && !path.starts_with("//") => Some((path.into(), fragment)),
        path if path.contains(':') || path.starts_with("//") => None,
        path => panic!("{from} has a relative link: {path}"),
    }
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_linked() {
    let paper = Paper::read();
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut waiting = VecDeque::from([String::from("/")]);
    let mut fragments = BTreeSet::new();
    while let Some(path) = waiting.pop_front() {
        if seen.contains_key(&path) {
            continue;
        }
        let html = page(&path).unwrap_or_else(|| panic!("a page links to {path}, which does not exist"));
        for name in ["href", "src", "action"] {
            for link in attributes(&html, name) {
                let Some((to, fragment)) = target(&path, &link, &paper.site.address) else { continue };
                fragments.extend(fragment.map(|fragment| (path.clone(), to.clone(), fragment)));
                if to.ends_with('/') {
                    waiting.push_back(to);
                } else {
                    assert!(matches!(find(&dist(), &to), Found::File(_)), "{path} needs {to}, which does not exist");
                }
            }
        }
        seen.insert(path, html);
    }
    assert!(!fragments.is_empty(), "the footer links to parts of a page");
    for (from, to, fragment) in fragments {
        let there = seen.get(&to).is_some_and(|html| html.contains(&format!(" id=\"{fragment}\"")));
        assert!(there, "{from} links to {to}#{fragment}, but nothing on that page has this id");
    }
    for (path, _) in &paper.pages {
        assert!(seen.contains_key(path), "no link leads to {path}");
    }
    assert!(seen.len() >= 60, "the newspaper has only {} pages", seen.len());
}

#[test]
fn every_page_has_its_text_in_its_html() {
    let paper = Paper::read();
    let shown = |html: &str, text: &str| unescape(html).contains(text);
    for (path, document) in &paper.pages {
        let html = page(path).unwrap_or_else(|| panic!("{path} has no page"));
        let (before_data, _) =
            html.split_once("<script type=\"application/json\" id=\"document\">").expect("a data block");
        let (teasers, body): (Vec<&Teaser>, &str) = match document {
            Document::Front(front) => {
                let strips = front.strips.iter().flat_map(|strip| &strip.teasers);
                (front.lead.iter().chain(&front.latest.teasers).chain(strips).collect(), "")
            }
            Document::Section(page) => (page.listing.teasers.iter().collect(), ""),
            Document::Author(page) | Document::Tag(page) => (page.listing.teasers.iter().collect(), page.bio.as_str()),
            Document::Search(page) => (page.newest.iter().collect(), ""),
            Document::Story(article) => {
                let headline = format!(" tabindex=\"-1\">{}", article.headline);
                assert!(shown(before_data, &headline), "{path} has no headline");
                assert!(!article.body.is_empty(), "{path} has a text");
                (article.related.iter().collect(), article.body.as_str())
            }
            Document::Archive(page) => (page.stories.iter().collect(), ""),
            Document::Saved => (Vec::new(), ""),
            Document::About(page) | Document::Corrections(page) => (Vec::new(), page.body.as_str()),
            Document::Moved(_) | Document::Missing => panic!("{path} is a redirect or the not-found page"),
        };
        assert!(before_data.contains(body), "{path} does not have its text in its HTML");
        assert!(body.is_empty() || html.matches(body).count() == 1, "{path} has its text twice");
        for teaser in teasers {
            assert!(shown(before_data, &teaser.headline), "{path} does not show {:?}", teaser.headline);
        }
    }
}

#[test]
fn a_missing_page_is_a_404_with_its_own_page() {
    assert!(matches!(find(&dist(), NOWHERE), Found::Nothing));
    assert!(matches!(find(&dist(), "/about"), Found::Folder(to) if to == "/about/"));
    let html = fs::read_to_string(dist().join("404.html")).expect("404.html");
    assert!(html.contains(">Page not found</h1>"));
}
