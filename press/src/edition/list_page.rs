//! One page's part of a list of stories.

use std::hash::Hash;

use journal::model::Listing;

use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::locale::language::Language;
use crate::store::fingerprint::HashEach;
use crate::stories::story::Story;

/// One page's part of a list of stories, by their places in the edition. See [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// Newest first.
    pub stories: Vec<usize>,
    /// From 1.
    pub page: u32,
    /// Whether it says from when to when they are.
    pub dated: bool,
    /// The page with newer stories.
    pub newer: Option<u32>,
    /// The page with older stories.
    pub older: Option<u32>,
}

impl ListPage {
    /// All that the listing is made of, but for the newspaper. The dates are those of the teasers.
    pub fn sum<T: Hash>(&self, teaser: impl Fn(&usize) -> T + Clone) -> impl Hash {
        (HashEach(self.stories.iter().map(teaser)), self.page, self.dated, self.newer, self.older)
    }

    /// The listing, with the numbers of the day.
    ///
    /// # Errors
    /// See [`Story::teaser`].
    pub fn listing(&self, stories: &[Story], site: &SiteFile) -> Result<Listing, Failure> {
        Ok(Listing {
            teasers: self.stories.iter().map(|story| stories[*story].teaser()).collect::<Result<_, _>>()?,
            page: self.page,
            span: if self.dated { self.span(stories, site) } else { String::new() },
            newer: self.newer,
            older: self.older,
        })
    }

    fn span(&self, stories: &[Story], site: &SiteFile) -> String {
        let day = |story: &usize| day(&stories[*story], site);
        match self.stories.as_slice() {
            [newest, .., oldest] => {
                let (first, last) = (day(oldest), day(newest));
                if first == last { first } else { format!("{first} – {last}") }
            }
            [only] => day(only),
            [] => String::new(),
        }
    }
}

/// The day on which a story was published, in the newspaper's words, whatever language the story is in.
fn day(story: &Story, site: &SiteFile) -> String {
    Language::of(&site.language).day(site.calendar.at(story.summary.published()).date())
}
