//! Maps of the site for search engines, and where robots find them.
//!
//! Sources: the sitemaps protocol (sitemaps.org), Google's extensions for pictures and for news, the robots exclusion protocol
//! (RFC 9309).

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use journal::model::{Article, Document, Site};
use journal::route::Route;
use quick_xml::escape::escape;

/// How many addresses one map may have, by the protocol.
pub const MOST: usize = 50_000;

/// How old news are at most, by the rules of the map of news.
const NEWS: SignedDuration = SignedDuration::from_hours(48);

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Where the maps are listed.
pub const INDEX: &str = "/sitemap.xml";

/// The maps of all pages that are for readers who come from elsewhere, but for `unpressed` ones, with at most `most` addresses each: address and content.
/// The first is the list of the others.
pub fn sitemaps(
    site: &Site,
    pages: &[(Route, Document)],
    unpressed: &HashSet<&Route>,
    now: Timestamp,
    most: usize,
) -> Vec<(String, String)> {
    let is_public =
        |document: &Document| !matches!(document, Document::Search(_) | Document::Saved | Document::Missing);
    let public: Vec<_> =
        pages.iter().filter(|(route, document)| is_public(document) && !unpressed.contains(route)).collect();
    // From the end: the oldest stories stand there, so most maps stay as they are when one comes.
    let maps = public.rchunks(most).map(|pages| {
        let urls = pages.iter().map(|(route, document)| url(site, route, document)).collect::<String>();
        format!(
            "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n{urls}</urlset>\n"
        )
    });
    let mut files: Vec<(String, String)> =
        (1..).zip(maps).map(|(number, map)| (format!("/sitemap-{number}.xml"), map)).collect();
    files.push((String::from("/sitemap-news.xml"), news(site, pages, now)));
    let entry = |(address, _): &(String, String)| format!("<sitemap><loc>{}</loc></sitemap>\n", full(site, address));
    let list = files.iter().map(entry).collect::<String>();
    let index =
        format!("{XML}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</sitemapindex>\n");
    files.insert(0, (String::from(INDEX), index));
    files
}

/// What robots are told: they may read all, and where the maps are.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{INDEX}\n", site.address)
}

fn url(site: &Site, route: &Route, document: &Document) -> String {
    let more = match document {
        Document::Story(article) => {
            let changed = &article.updated.as_ref().unwrap_or(&article.published).iso;
            let picture = article.picture.as_ref().map(|picture| {
                let address = full(site, &picture.image.largest_address());
                format!("<image:image><image:loc>{address}</image:loc></image:image>")
            });
            format!("<lastmod>{changed}</lastmod>{}", picture.unwrap_or_default())
        }
        _ => String::new(),
    };
    format!("<url><loc>{}</loc>{more}</url>\n", full(site, &route.path()))
}

/// The stories of the last two days.
fn news(site: &Site, pages: &[(Route, Document)], now: Timestamp) -> String {
    let stories = pages.iter().filter_map(|(_, document)| match document {
        Document::Story(article) => Some(&**article),
        _ => None,
    });
    let is_news = |article: &&Article| {
        let published: Option<Timestamp> = article.published.iso.parse().ok();
        published.is_some_and(|published| published <= now && now.duration_since(published) < NEWS)
    };
    let urls = stories.filter(is_news).map(|article| {
        format!(
            "<url><loc>{}</loc><news:news><news:publication><news:name>{}</news:name><news:language>{}</news:language>\
             </news:publication><news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>\n",
            full(site, &article.route().path()),
            escape(&site.name),
            escape(article.language.as_ref().unwrap_or(&site.language)),
            article.published.iso,
            escape(&article.headline)
        )
    });
    format!(
        "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n{}</urlset>\n",
        urls.collect::<String>()
    )
}

fn full(site: &Site, address: &str) -> String {
    escape([site.address.as_str(), address].concat()).into_owned()
}
