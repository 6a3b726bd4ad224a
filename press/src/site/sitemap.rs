//! Sitemaps for search engines, and `robots.txt`, which points to them.
//!
//! Sources: the sitemaps protocol (sitemaps.org), Google's extensions for images and news, the Robots Exclusion
//! Protocol (RFC 9309).

use jiff::SignedDuration;
use journal::model::Site;
use journal::route::Route;
use quick_xml::escape::escape;
use rayon::prelude::*;

use crate::diagnostics::failure::Failure;
use crate::edition::{Edition, Page};
use crate::output::Output;
use crate::stories::story::Story;

/// The maximum number of URLs in a sitemap, from the protocol.
pub const MOST: usize = 50_000;

/// The maximum age of a story in the news sitemap, from Google's rules.
const NEWS: SignedDuration = SignedDuration::from_hours(48);

/// The approximate size of an entry in bytes.
const ENTRY: usize = 160;

/// How many entries a core writes at once.
const AT_ONCE: usize = 1000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const URLS: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n";

/// The address of the sitemap index.
pub const INDEX: &str = "/sitemap.xml";

/// The sitemaps of all pages except the search page and saved stories, with at most `most` URLs each, as pairs of
/// address and content. The first is the sitemap index.
///
/// # Errors
/// The cache entry of a story cannot be read.
pub fn sitemaps(edition: &Edition, most: usize) -> Result<Vec<(String, String)>, Failure> {
    let site = &edition.site;
    let is_public = |page: &&Page| {
        let is_made = page.story.is_none_or(|story| !edition.is_unpressed(story));
        is_made && !matches!(page.route, Route::Search | Route::Saved)
    };
    let address = escape(site.address.as_str());
    let public: Vec<&Page> = edition.pages.iter().filter(is_public).collect();
    // Divided from the end, where the oldest stories are, so that a new story leaves most sitemaps unchanged.
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
    // Search engines report an empty sitemap as an error.
    files.extend(news(edition)?.map(|map| (String::from("/sitemap-news.xml"), map)));
    let entry = |(address, _): &(String, String)| format!("<sitemap><loc>{}</loc></sitemap>\n", full(site, address));
    let list = files.iter().map(entry).collect::<String>();
    let index =
        format!("{XML}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</sitemapindex>\n");
    files.insert(0, (String::from(INDEX), index));
    Ok(files)
}

/// Adds the sitemaps and, unless the shell has one, `robots.txt`.
///
/// # Errors
/// A file cannot be written, or the cache entry of a story cannot be read.
pub fn press_maps(edition: &Edition, output: &Output) -> Result<(), Failure> {
    for (address, map) in sitemaps(edition, MOST)? {
        output.write(&address, map)?;
    }
    if output.has("robots.txt") { Ok(()) } else { output.write("robots.txt", robots(&edition.site)) }
}

/// The `robots.txt`: robots may read everything, and find the sitemap index.
fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{INDEX}\n", site.address)
}

/// Appends the entry of a page to `text`; `address` is the address of the site, escaped.
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

/// The news sitemap, with the stories of the last two days, if there are any.
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

/// The language code that the news sitemap requires: ISO 639 without a region, such as `en` for `en-GB`, except for
/// Chinese.
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
