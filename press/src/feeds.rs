//! Feeds: the newest stories of the newspaper, of a section and of an author, with their whole text, for programs that read
//! for readers.
//!
//! Sources: RSS 2.0 (rssboard.org), with `content:encoded` of its content module and `dc:creator` of Dublin Core; JSON Feed 1.1
//! (jsonfeed.org).

use std::collections::BTreeMap;

use ammonia::{Builder, UrlRelative};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use journal::model::{Article, Image, Site};
use journal::route::Route;
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Category, Channel, Enclosure, Guid, Item};
use serde_json::{Value, json};
use url::Url;

use crate::failure::Failure;
use crate::meta::escape;

/// How many stories a feed has at most.
pub const STORIES: usize = 20;

/// The feed that belongs to a list of stories.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Feed {
    /// The page of the list.
    pub page: Route,
    /// The newspaper, and what of it this is.
    pub title: String,
    /// What it is about.
    pub description: String,
}

/// A story with its whole text.
pub struct FeedStory<'a> {
    /// The story.
    pub article: &'a Article,
    /// Its text as HTML.
    pub text: String,
    /// Bytes of the largest file of its lead picture.
    pub picture_size: u64,
}

impl Feed {
    /// The feeds that belong to a page of the newspaper: its own, if it is the first one of a list.
    pub fn of(site: &Site, page: &Route, name: &str) -> Option<Feed> {
        let own = |title: String, description: String| Feed { page: page.clone(), title, description };
        match page {
            Route::Front { page: 1 } => Some(own(site.name.clone(), site.description.clone())),
            Route::Section { page: 1, .. } | Route::Author { page: 1, .. } => {
                let title = format!("{}: {name}", site.name);
                Some(own(title, format!("{name}, {}", site.name)))
            }
            _ => None,
        }
    }

    /// Its addresses on the site: as RSS, and as a JSON Feed.
    pub fn addresses(&self) -> [String; 2] {
        ["feed.xml", "feed.json"].map(|file| self.page.path() + file)
    }

    /// As RSS 2.0.
    ///
    /// # Errors
    /// A date of a story is none, which is a fault of press.
    pub fn rss(&self, site: &Site, stories: &[FeedStory<'_>]) -> Result<String, Failure> {
        let items = stories.iter().map(|story| story.item(site)).collect::<Result<_, _>>()?;
        let channel = Channel {
            title: self.title.clone(),
            link: site.canonical(&self.page),
            description: self.description.clone(),
            language: Some(site.language.clone()),
            items,
            namespaces: BTreeMap::from([("content".into(), "http://purl.org/rss/1.0/modules/content/".into())]),
            ..Channel::default()
        };
        Ok(channel.to_string())
    }

    /// As JSON Feed 1.1.
    ///
    /// # Errors
    /// It cannot be written, which is a fault of press.
    pub fn json(&self, site: &Site, stories: &[FeedStory<'_>]) -> Result<String, Failure> {
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": site.canonical(&self.page),
            "feed_url": format!("{}{}", site.address, self.addresses()[1]),
            "description": self.description,
            "icon": format!("{}/icon-512.png", site.address),
            "language": site.language,
            "items": stories.iter().map(|story| story.json(site)).collect::<Vec<_>>(),
        });
        Ok(serde_json::to_string(&feed)?)
    }
}

impl FeedStory<'_> {
    fn item(&self, site: &Site) -> Result<Item, Failure> {
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
            content: Some(self.html(site)),
            categories: [section].into_iter().chain(article.tags.iter().map(|tag| category(tag))).collect(),
            enclosure,
            pub_date: Some(written_out(&article.published.iso)?),
            dublin_core_ext: Some(DublinCoreExtension { creators, ..DublinCoreExtension::default() }),
            ..Item::default()
        })
    }

    fn json(&self, site: &Site) -> Value {
        let article = self.article;
        let address = site.canonical(&article.route());
        let author = |author: &journal::model::AuthorRef| {
            let route = Route::Author { author: author.slug.clone(), page: 1 };
            json!({ "name": author.name, "url": site.canonical(&route) })
        };
        let section = site.section_name(&article.section);
        let tags: Vec<&str> = [section].into_iter().chain(article.tags.iter().map(String::as_str)).collect();
        let mut item = json!({
            "id": address,
            "url": address,
            "title": article.headline,
            "summary": article.summary,
            "content_html": self.html(site),
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

    /// Standfirst, lead picture and text, in HTML that stands by itself: with full addresses, and one file for each picture.
    fn html(&self, site: &Site) -> String {
        let article = self.article;
        let standfirst = article.standfirst.as_ref().map(|text| format!("<p>{}</p>", escape(text)));
        let picture = article.picture.as_ref().map(|picture| {
            let caption = picture.caption.iter().chain(&picture.credit).map(|text| escape(text)).collect::<Vec<_>>();
            let caption = Some(caption.join(" ")).filter(|text| !text.is_empty());
            let caption = caption.map(|text| format!("<figcaption>{text}</figcaption>")).unwrap_or_default();
            let (address, alt) = (largest(site, &picture.image), escape(&picture.alt));
            format!("<figure><img src=\"{address}\" alt=\"{alt}\">{caption}</figure>")
        });
        let whole = standfirst.into_iter().chain(picture).chain([self.text.clone()]).collect::<String>();
        let mut builder = Builder::default();
        builder.link_rel(None);
        if let Ok(address) = Url::parse(&site.canonical(&article.route())) {
            builder.url_relative(UrlRelative::RewriteWithBase(address));
        }
        builder.clean(&whole).to_string()
    }
}

/// The full address of a picture's largest file that every program can read.
fn largest(site: &Site, image: &Image) -> String {
    [site.address.as_str(), &image.largest_address()].concat()
}

/// A moment as RSS writes it: RFC 822 with a year of four digits, in universal time.
fn written_out(iso: &str) -> Result<String, Failure> {
    let moment: Option<Timestamp> = iso.parse().ok();
    let text = moment.and_then(|moment| DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).ok());
    text.ok_or_else(|| Failure::Json(serde::ser::Error::custom(format!("{iso} is no date"))))
}
