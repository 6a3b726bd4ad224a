//! Maps of the site for search engines, and where robots find them.
//!
//! Sources: the sitemaps protocol (sitemaps.org), Google's extensions for pictures and for news, the robots exclusion protocol
//! (RFC 9309).

use jiff::SignedDuration;
use journal::model::Site;
use journal::route::Route;
use quick_xml::escape::escape;
use rayon::prelude::*;

use crate::diagnostics::failure::Failure;
use crate::edition::{Edition, Page};
use crate::stories::story::Story;

/// How many addresses one map may have, by the protocol.
pub const MOST: usize = 50_000;

/// How old news are at most, by the rules of the map of news.
const NEWS: SignedDuration = SignedDuration::from_hours(48);

/// About how many bytes an entry has.
const ENTRY: usize = 160;

/// How many addresses one core puts into words at once.
const AT_ONCE: usize = 1000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const URLS: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n";

/// Where the maps are listed.
pub const INDEX: &str = "/sitemap.xml";

/// The maps of all pages that are for readers who come from elsewhere, with at most `most` addresses each: address and content.
/// The first is the list of the others.
///
/// # Errors
/// What was kept of a story is none, which is a fault of press.
pub fn sitemaps(edition: &Edition, most: usize) -> Result<Vec<(String, String)>, Failure> {
    let site = &edition.site;
    let is_public = |page: &&Page| {
        let is_made = page.story.is_none_or(|story| !edition.is_unpressed(story));
        is_made && !matches!(page.route, Route::Search | Route::Saved)
    };
    let address = escape(site.address.as_str());
    let public: Vec<&Page> = edition.pages.iter().filter(is_public).collect();
    // From the end: the oldest stories stand there, so most maps stay as they are when one comes.
    let maps = public.rchunks(most).map(|pages| {
        let urls = |pages: &[&Page]| {
            let text = String::with_capacity(pages.len() * ENTRY);
            pages.iter().fold(text, |text, page| url(edition, &address, page, text))
        };
        let urls: Vec<String> = pages.par_chunks(AT_ONCE).map(urls).collect();
        let parts = [XML, URLS].into_iter().chain(urls.iter().map(String::as_str)).chain(["</urlset>\n"]);
        parts.collect::<Vec<_>>().concat()
    });
    let mut files: Vec<(String, String)> =
        (1..).zip(maps).map(|(number, map)| (format!("/sitemap-{number}.xml"), map)).collect();
    // Search engines take an empty one for a mistake.
    files.extend(news(edition)?.map(|map| (String::from("/sitemap-news.xml"), map)));
    let entry = |(address, _): &(String, String)| format!("<sitemap><loc>{}</loc></sitemap>\n", full(site, address));
    let list = files.iter().map(entry).collect::<String>();
    let index =
        format!("{XML}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</sitemapindex>\n");
    files.insert(0, (String::from(INDEX), index));
    Ok(files)
}

/// What robots are told: they may read all, and where the maps are.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{INDEX}\n", site.address)
}

/// Puts the entry of a page behind `text`; `address` is that of the site, escaped.
fn url(edition: &Edition, address: &str, page: &Page, mut text: String) -> String {
    let mut put = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
    put(&["<url><loc>", address, &escape(page.path.as_str()), "</loc>"]);
    if let Some(story) = page.story {
        let summary = &edition.stories[story].summary;
        put(&["<lastmod>", &summary.changed, "</lastmod>"]);
        if let Some(picture) = &summary.picture {
            put(&["<image:image><image:loc>", address, &escape(picture.as_str()), "</image:loc></image:image>"]);
        }
    }
    put(&["</url>\n"]);
    text
}

/// The stories of the last two days, if there are any.
fn news(edition: &Edition) -> Result<Option<String>, Failure> {
    let (site, now) = (&edition.site, edition.time.timestamp());
    let is_news = |story: &&Story| {
        let published = story.summary.published();
        published <= now && now.duration_since(published) < NEWS
    };
    let mut urls = String::new();
    for story in edition.stories.iter().filter(is_news) {
        let article = story.article.get()?;
        urls += &format!(
            "<url><loc>{}</loc><news:news><news:publication><news:name>{}</news:name><news:language>{}</news:language>\
             </news:publication><news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>\n",
            full(site, &story.path),
            escape(&site.name),
            escape(language_code(article.language.as_ref().unwrap_or(&site.language))),
            article.published.iso,
            escape(&article.headline)
        );
    }
    let map = format!(
        "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n{urls}</urlset>\n"
    );
    Ok((!urls.is_empty()).then_some(map))
}

/// The ISO 639 code of a language, which is all that the map of news takes: `en` of `en-GB`. Chinese alone is told by country.
fn language_code(tag: &str) -> &str {
    match tag.to_ascii_lowercase().as_str() {
        "zh-cn" | "zh-hans" | "zh-hans-cn" | "zh-sg" => "zh-cn",
        "zh-tw" | "zh-hant" | "zh-hant-tw" | "zh-hk" => "zh-tw",
        _ => tag.split('-').next().unwrap_or(tag),
    }
}

fn full(site: &Site, address: &str) -> String {
    escape([site.address.as_str(), address].concat()).into_owned()
}
