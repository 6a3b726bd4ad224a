//! One page's part of a list of stories.

use std::hash::Hash;

use journal::model::Listing;

use crate::failure::Failure;
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
    /// All that the listing is made of.
    pub fn sum<T: Hash>(&self, teaser: impl Fn(&usize) -> T) -> impl Hash {
        let teasers: Vec<T> = self.stories.iter().map(teaser).collect();
        (teasers, self.page, self.span.clone(), self.newer, self.older)
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
