//! A story as feeds have it.

use ammonia::{Builder, UrlRelative};
use journal::model::{Article, Image, Site, Subject};
use journal::route::Route;
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Category, Enclosure, Guid, Item};
use serde_json::{Value, json};
use url::Url;

use super::written_out;
use crate::failure::Failure;
use crate::meta::escape;

/// A story with its whole text.
pub struct FeedStory<'a> {
    article: &'a Article,
    /// See [`whole`].
    html: String,
    picture_size: u64,
}

impl<'a> FeedStory<'a> {
    /// A story with its `text` as HTML, and the bytes of the largest file of its lead picture.
    pub fn of(article: &'a Article, text: &str, picture_size: u64, site: &Site) -> FeedStory<'a> {
        FeedStory { article, html: whole(article, text, site), picture_size }
    }

    /// As an item of an RSS feed.
    ///
    /// # Errors
    /// Its date is none, which is a fault of press.
    pub fn item(&self, site: &Site) -> Result<Item, Failure> {
        let article = self.article;
        let address = site.canonical(&article.route());
        let category = |name: &str| Category { name: String::from(name), domain: None };
        let section = category(site.section_name(&article.section));
        let enclosure = self.article.picture.as_ref().map(|picture| Enclosure {
            url: largest(site, &picture.image),
            length: self.picture_size.to_string(),
            mime_type: String::from("image/jpeg"),
        });
        let creators = article.authors.iter().map(|author| author.name.clone()).collect();
        Ok(Item {
            title: Some(article.headline.clone()),
            link: Some(address.clone()),
            guid: Some(Guid { value: address, permalink: true }),
            description: Some(article.summary.clone()),
            content: Some(self.html.clone()),
            categories: [section].into_iter().chain(article.tags.iter().map(|tag| category(&tag.name))).collect(),
            enclosure,
            pub_date: Some(written_out(&article.published.iso)?),
            dublin_core_ext: Some(DublinCoreExtension { creators, ..DublinCoreExtension::default() }),
            ..Item::default()
        })
    }

    /// As an item of a JSON Feed.
    pub fn json(&self, site: &Site) -> Value {
        let article = self.article;
        let address = site.canonical(&article.route());
        let author = |author: &Subject| {
            let route = Route::Author { author: author.slug.clone(), page: 1 };
            json!({ "name": author.name, "url": site.canonical(&route) })
        };
        let section = site.section_name(&article.section);
        let tags: Vec<&str> = [section].into_iter().chain(article.tags.iter().map(|tag| tag.name.as_str())).collect();
        let mut item = json!({
            "id": address,
            "url": address,
            "title": article.headline,
            "summary": article.summary,
            "content_html": self.html,
            "date_published": article.published.iso,
            "authors": article.authors.iter().map(author).collect::<Vec<_>>(),
            "tags": tags,
            "language": article.language.as_ref().unwrap_or(&site.language),
        });
        if let Some(updated) = &article.updated {
            item["date_modified"] = json!(updated.iso);
        }
        if let Some(picture) = &article.picture {
            item["image"] = json!(largest(site, &picture.image));
        }
        item
    }
}

/// Standfirst, lead picture and text, in HTML that stands by itself: with full addresses, and one file for each picture.
fn whole(article: &Article, text: &str, site: &Site) -> String {
    let standfirst = article.standfirst.as_ref().map(|text| format!("<p>{}</p>", escape(text)));
    let picture = article.picture.as_ref().map(|picture| {
        let caption = picture.caption.iter().chain(&picture.credit).map(|text| escape(text)).collect::<Vec<_>>();
        let caption = Some(caption.join(" ")).filter(|text| !text.is_empty());
        let caption = caption.map(|text| format!("<figcaption>{text}</figcaption>")).unwrap_or_default();
        let (address, alt) = (largest(site, &picture.image), escape(&picture.alt));
        format!("<figure><img src=\"{address}\" alt=\"{alt}\">{caption}</figure>")
    });
    let whole = standfirst.into_iter().chain(picture).chain([String::from(text)]).collect::<String>();
    let mut builder = Builder::default();
    builder.link_rel(None);
    if let Ok(address) = Url::parse(&site.canonical(&article.route())) {
        builder.url_relative(UrlRelative::RewriteWithBase(address));
    }
    builder.clean(&whole).to_string()
}

/// The full address of a picture's largest file that every program can read.
fn largest(site: &Site, image: &Image) -> String {
    [site.address.as_str(), &image.largest_address()].concat()
}
