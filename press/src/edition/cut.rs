//! One page's part of a list of stories.

use journal::model::Listing;

use crate::failure::Failure;
use crate::key::Key;
use crate::story::Story;

/// One page's part of a list of stories, by their places in the edition. See [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Newest first.
    pub stories: Vec<usize>,
    /// From 1.
    pub page: u32,
    /// From when to when they are.
    pub span: String,
    /// The page with newer stories.
    pub newer: Option<u32>,
    /// The page with older stories.
    pub older: Option<u32>,
}

impl Cut {
    /// The key of the listing.
    pub fn key(&self, teaser: impl Fn(&usize) -> Key) -> Key {
        let teasers: Vec<Key> = self.stories.iter().map(teaser).collect();
        Key::of_value(&(teasers, self.page, &self.span, self.newer, self.older))
    }

    /// The listing, with the numbers of the day.
    ///
    /// # Errors
    /// See [`Story::teaser`].
    pub fn listing(&self, stories: &[Story]) -> Result<Listing, Failure> {
        Ok(Listing {
            teasers: self.stories.iter().map(|story| stories[*story].teaser()).collect::<Result<_, _>>()?,
            page: self.page,
            span: self.span.clone(),
            newer: self.newer,
            older: self.older,
        })
    }
}
