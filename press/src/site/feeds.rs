//! Feeds: the newest stories of the newspaper and of each section, author and tag, with their full text, and the latest
//! corrections.
//!
//! Feed readers treat the `description` of an RSS item as HTML, so plain text is escaped as HTML before it is escaped
//! as XML. A `title` is plain text.
//!
//! Sources: RSS 2.0 (rssboard.org), with `atom:updated` (RFC 4287) for the time of a change, `content:encoded` from the
//! content module and `dc:creator` from Dublin Core; JSON Feed 1.1 (jsonfeed.org).

mod feed_correction;
mod feed_story;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use journal::model::Site;
use journal::route::Route;
use rss::{Channel, Item};
use serde_json::{Value, json};

pub use feed_correction::FeedCorrection;
pub use feed_story::FeedStory;

use super::html::escape;
use crate::diagnostics::failure::Failure;

/// The XML namespaces that a feed uses besides RSS itself.
const NAMESPACES: [(&str, &str); 2] =
    [("atom", "http://www.w3.org/2005/Atom"), ("content", "http://purl.org/rss/1.0/modules/content/")];

/// The feed of a list of stories or of corrections.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Feed {
    /// The page of the list.
    pub page: Route,
    /// The name of the newspaper, followed by that of the list unless it is the front page.
    pub title: String,
    /// What the feed is about.
    pub description: String,
}

impl Feed {
    /// The feed of a page, if the page is the first of a list that has one. `name` is the name of the list.
    pub fn of(site: &Site, page: &Route, name: &str) -> Option<Feed> {
        let own = |title: String, description: String| Feed { page: page.clone(), title, description };
        match page {
            Route::Front { page: 1 } => Some(own(site.name.clone(), site.description.clone())),
            Route::Section { page: 1, .. } | Route::Author { page: 1, .. } | Route::Tag { page: 1, .. } => {
                let title = format!("{}: {name}", site.name);
                Some(own(title, format!("{name}, {}", site.name)))
            }
            Route::Corrections => Some(own(format!("{}: {name}", site.name), site.words().corrections_note().into())),
            _ => None,
        }
    }

    /// The addresses of the feed on the site: as RSS, and as JSON Feed.
    pub fn addresses(&self) -> [String; 2] {
        ["feed.xml", "feed.json"].map(|file| self.page.path() + file)
    }

    /// The feed as RSS 2.0.
    pub fn rss(&self, site: &Site, items: Vec<Item>) -> String {
        let channel = Channel {
            title: self.title.clone(),
            link: site.canonical(&self.page),
            description: escape(&self.description).into_owned(),
            language: Some(site.language.clone()),
            items,
            namespaces: NAMESPACES.map(|(name, address)| (name.into(), address.into())).into(),
            ..Channel::default()
        };
        channel.to_string()
    }

    /// The feed as JSON Feed 1.1.
    ///
    /// # Errors
    /// It cannot be serialised, which is a bug in press.
    pub fn json(&self, site: &Site, items: &[Value]) -> Result<String, Failure> {
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": site.canonical(&self.page),
            "feed_url": format!("{}{}", site.address, self.addresses()[1]),
            "description": self.description,
            "icon": format!("{}/icon-512.png", site.address),
            "language": site.language,
            "items": items,
        });
        Ok(serde_json::to_string(&feed)?)
    }
}

/// A time in RSS's format: RFC 822 with a four-digit year, in UTC.
fn written_out(iso: &str) -> Result<String, Failure> {
    let moment: Option<Timestamp> = iso.parse().ok();
    let text = moment.and_then(|moment| DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).ok());
    text.ok_or_else(|| Failure::Bug(format!("a story has the date {iso}, which is not RFC 3339")))
}
