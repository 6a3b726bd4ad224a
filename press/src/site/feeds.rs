//! Feeds: the newest stories of the newspaper and of each section, author and tag, with their full text, and the latest
//! corrections.

mod feed_correction;
mod feed_story;
mod json_feed;
mod rss_feed;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use journal::model::Site;
use journal::route::Route;
use rss::Item;
use serde_json::Value;

pub use feed_correction::FeedCorrection;
pub use feed_story::FeedStory;

use crate::diagnostics::failure::Failure;

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
    /// The formats of every feed. A page links to all of them, in this order.
    pub const FORMATS: [FeedFormat; 2] = [
        FeedFormat { file: "feed.xml", media_type: "application/rss+xml", write: rss_feed::write },
        FeedFormat { file: json_feed::FILE, media_type: "application/feed+json", write: json_feed::write },
    ];

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

    /// The address of the feed in a format.
    pub fn address(&self, format: &FeedFormat) -> String {
        self.page.path() + format.file
    }
}

/// Writes a feed with these items, newest first.
pub type WriteFeed = fn(&Feed, &Site, &[&dyn FeedItem]) -> Result<String, Failure>;

/// A format of feeds.
#[derive(Clone, Copy, Debug)]
pub struct FeedFormat {
    /// The name of the file, in the folder of the list's page.
    pub file: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its writer.
    pub write: WriteFeed,
}

/// Something that a feed lists.
pub trait FeedItem {
    /// The item of an RSS feed.
    ///
    /// # Errors
    /// Its date is not valid, which is a bug in press.
    fn rss(&self, site: &Site) -> Result<Item, Failure>;

    /// The item of a JSON Feed.
    fn json(&self, site: &Site) -> Value;
}

/// A time in RSS's format: RFC 822 with a four-digit year, in UTC.
fn written_out(iso: &str) -> Result<String, Failure> {
    let moment: Option<Timestamp> = iso.parse().ok();
    let text = moment.and_then(|moment| DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).ok());
    text.ok_or_else(|| Failure::Bug(format!("a story has the date {iso}, which is not RFC 3339")))
}
