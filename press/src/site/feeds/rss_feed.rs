//! Feeds as RSS 2.0.
//!
//! Feed readers treat the `description` of an item as HTML, so plain text is escaped as HTML before it is escaped as XML.
//! A `title` is plain text.
//!
//! Sources: RSS 2.0 (rssboard.org), with `atom:updated` (RFC 4287) for the time of a change, `content:encoded` from the
//! content module and `dc:creator` from Dublin Core.

use journal::model::Site;
use rss::Channel;

use super::{Feed, FeedItem};
use crate::diagnostics::failure::Failure;
use crate::site::html::escape;

/// The XML namespaces that a feed uses besides RSS itself.
const NAMESPACES: [(&str, &str); 2] =
    [("atom", "http://www.w3.org/2005/Atom"), ("content", "http://purl.org/rss/1.0/modules/content/")];

/// The feed with these items, newest first.
///
/// # Errors
/// The date of an item is not valid, which is a bug in press.
pub fn write(feed: &Feed, site: &Site, items: &[&dyn FeedItem]) -> Result<String, Failure> {
    let channel = Channel {
        title: feed.title.clone(),
        link: site.canonical(&feed.page),
        description: escape(&feed.description).into_owned(),
        language: Some(site.language.clone()),
        items: items.iter().map(|item| item.rss(site)).collect::<Result<_, _>>()?,
        namespaces: NAMESPACES.map(|(name, address)| (name.into(), address.into())).into(),
        ..Channel::default()
    };
    Ok(channel.to_string())
}
