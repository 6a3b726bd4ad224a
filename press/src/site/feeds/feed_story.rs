//! A story as a feed item.

use ammonia::{Builder, UrlRelative};
use journal::components::corrections;
use journal::model::{Article, Image, Moment, Site, Subject};
use journal::route::Route;
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Enclosure, Guid, Item};
use serde_json::{Value, json};
use url::Url;

use super::{FeedItem, written_out};
use crate::diagnostics::failure::Failure;
use crate::site::html::escape;

/// A story in a feed, with its full text.
pub struct FeedStory<'a> {
    article: &'a Article,
    /// See [`whole`].
    html: String,
    picture_size: u64,
}

impl<'a> FeedStory<'a> {
    /// The story with its `text`, which is HTML, and the size in bytes of the largest JPEG of its lead picture.
    pub fn of(article: &'a Article, text: &str, picture_size: u64, site: &Site) -> FeedStory<'a> {
        FeedStory { article, html: whole(article, text, site), picture_size }
    }

    /// The names of the section and the tags, without duplicates: a section may also be a tag.
    fn tags<'b>(&'b self, site: &'b Site) -> impl Iterator<Item = &'b str> {
        let section = site.section_name(&self.article.section);
        let tags = self.article.tags.iter().map(|tag| tag.name.as_str());
        [section].into_iter().chain(tags.filter(move |tag| tag.to_lowercase() != section.to_lowercase()))
    }
}

impl FeedItem for FeedStory<'_> {
    fn rss(&self, site: &Site) -> Result<Item, Failure> {
        let article = self.article;
        let address = site.canonical(&article.route());
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
            description: Some(escape(&article.summary).into_owned()),
            content: Some(self.html.clone()),
            categories: self.tags(site).map(|name| Category { name: name.into(), domain: None }).collect(),
            enclosure,
            pub_date: Some(written_out(&article.published.iso)?),
            extensions: article.changed().map(updated).unwrap_or_default(),
            dublin_core_ext: Some(DublinCoreExtension { creators, ..DublinCoreExtension::default() }),
            ..Item::default()
        })
    }

    fn json(&self, site: &Site) -> Value {
        let article = self.article;
        let address = site.canonical(&article.route());
        let author = |author: &Subject| {
            let route = Route::Author { author: author.slug.clone(), page: 1 };
            json!({ "name": author.name, "url": site.canonical(&route) })
        };
        let mut item = json!({
            "id": address,
            "url": address,
            "title": article.headline,
            "summary": article.summary,
            "content_html": self.html,
            "date_published": article.published.iso,
            "authors": article.authors.iter().map(author).collect::<Vec<_>>(),
            "tags": self.tags(site).collect::<Vec<_>>(),
            "language": article.language.as_ref().unwrap_or(&site.language),
        });
        if let Some(changed) = article.changed() {
            item["date_modified"] = json!(changed.iso);
        }
        if let Some(picture) = &article.picture {
            item["image"] = json!(largest(site, &picture.image));
        }
        item
    }
}

/// The time of a story's last change, as an RSS extension.
fn updated(moment: &Moment) -> ExtensionMap {
    let name = String::from("atom:updated");
    let updated = Extension { name, value: Some(moment.iso.clone()), ..Extension::default() };
    [("atom".into(), [("updated".into(), vec![updated])].into())].into()
}

/// Standfirst, lead picture, text and corrections as self-contained HTML, with absolute URLs and one file per picture.
fn whole(article: &Article, text: &str, site: &Site) -> String {
    let standfirst = article.standfirst.as_ref().map(|text| format!("<p>{}</p>", escape(text)));
    let picture = article.picture.as_ref().map(|picture| {
        let caption = picture.caption.iter().chain(&picture.credit).map(|text| escape(text)).collect::<Vec<_>>();
        let caption = Some(caption.join(" ")).filter(|text| !text.is_empty());
        let caption = caption.map(|text| format!("<figcaption><p>{text}</p></figcaption>")).unwrap_or_default();
        let (address, alt) = (largest(site, &picture.image), escape(&picture.alt));
        format!("<figure><img src=\"{address}\" alt=\"{alt}\">{caption}</figure>")
    });
    let corrections = corrections(site.words_in(article.language.as_deref()), &article.corrections).into_string();
    let whole: String = standfirst.into_iter().chain(picture).chain([String::from(text), corrections]).collect();
    let mut builder = Builder::default();
    builder.link_rel(None);
    if let Ok(address) = Url::parse(&site.canonical(&article.route())) {
        builder.url_relative(UrlRelative::RewriteWithBase(address));
    }
    builder.clean(&whole).to_string()
}

/// The absolute URL of a picture's largest JPEG, a format that every program can read.
fn largest(site: &Site, image: &Image) -> String {
    [site.address.as_str(), &image.largest_address()].concat()
}
