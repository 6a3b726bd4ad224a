//! A correction as a feed item.

use journal::components::Corrected;
use journal::model::Site;
use journal::route::Route;
use rss::{Guid, Item};
use serde_json::{Value, json};

use super::{FeedItem, written_out};
use crate::diagnostics::failure::Failure;
use crate::site::html::escape;
use crate::store::content_hash::content_hash;

/// A correction in the feed of corrections.
pub struct FeedCorrection<'a>(pub &'a Corrected);

impl FeedCorrection<'_> {
    fn address(&self, site: &Site) -> String {
        site.canonical(&Route::Story { section: self.0.section.clone(), slug: self.0.slug.clone() })
    }

    /// The item's permanent id. Two corrections of one story are two items. Feed readers remember ids for years, so
    /// the id is not a fingerprint, which the next version of press may compute differently.
    fn id(&self, site: &Site) -> String {
        let correction = &self.0.correction;
        let content = [correction.date.iso.as_str(), &correction.text].join("\n");
        format!("{}#{}", self.address(site), content_hash(content.as_bytes()))
    }
}

impl FeedItem for FeedCorrection<'_> {
    fn rss(&self, site: &Site) -> Result<Item, Failure> {
        let correction = &self.0.correction;
        Ok(Item {
            title: Some(self.0.headline.clone()),
            link: Some(self.address(site)),
            guid: Some(Guid { value: self.id(site), permalink: false }),
            description: Some(escape(&correction.text).into_owned()),
            pub_date: Some(written_out(&correction.date.iso)?),
            ..Item::default()
        })
    }

    fn json(&self, site: &Site) -> Value {
        let correction = &self.0.correction;
        json!({
            "id": self.id(site),
            "url": self.address(site),
            "title": self.0.headline,
            "content_text": correction.text,
            "date_published": correction.date.iso,
            "language": self.0.language.as_ref().unwrap_or(&site.language),
        })
    }
}
