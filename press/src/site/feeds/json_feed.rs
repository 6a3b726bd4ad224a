//! Feeds as JSON Feed 1.1 (jsonfeed.org).

use journal::model::Site;
use serde_json::{Value, json};

use super::{Feed, FeedItem};
use crate::diagnostics::failure::Failure;

/// The name of the file.
pub const FILE: &str = "feed.json";

/// The feed with these items, newest first.
///
/// # Errors
/// It cannot be serialised, which is a bug in press.
pub fn write(feed: &Feed, site: &Site, items: &[&dyn FeedItem]) -> Result<String, Failure> {
    let items: Vec<Value> = items.iter().map(|item| item.json(site)).collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.canonical(&feed.page),
        "feed_url": format!("{}{}{FILE}", site.address, feed.page.path()),
        "description": feed.description,
        "icon": format!("{}/icon-512.png", site.address),
        "language": site.language,
        "items": items,
    });
    Ok(serde_json::to_string(&feed)?)
}
