//! Where the headings of all imported stories are now.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

/// The new ids of headings, by the new address of their story and their old id.
#[derive(Debug, Default)]
pub struct HeadingPlaces {
    stories: HashMap<String, HashMap<String, String>>,
}

impl HeadingPlaces {
    /// Adds the new ids of the headings in the story at `page`, by their old ids.
    pub fn add(&mut self, page: String, ids: HashMap<String, String>) {
        if !ids.is_empty() {
            self.stories.insert(page, ids);
        }
    }

    /// The new id of the heading that links called `old`, in the story at `page`.
    pub fn find(&self, page: &str, old: &str) -> Option<String> {
        let ids = self.stories.get(page)?;
        ids.get(old).or_else(|| ids.get(&*percent_decode_str(old).decode_utf8().ok()?)).cloned()
    }
}
