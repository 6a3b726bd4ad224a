//! One page of a list of stories.

use std::hash::Hash;

use journal::model::Listing;

use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::locale::language::Language;
use crate::store::fingerprint::HashEach;
use crate::stories::story::Story;

/// One page of a list of stories. See [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// Indices into the edition's stories, newest first.
    pub stories: Vec<usize>,
    /// The number of the page, from 1.
    pub page: u32,
    /// Whether the page shows the period that it covers.
    pub dated: bool,
    /// The page with newer stories.
    pub newer: Option<u32>,
    /// The page with older stories.
    pub older: Option<u32>,
}

impl ListPage {
    /// Everything that the listing is made from, apart from the newspaper, for a fingerprint. The dates are part of the
    /// teasers.
    pub fn sum<T: Hash>(&self, teaser: impl Fn(&usize) -> T + Clone) -> impl Hash {
        (HashEach(self.stories.iter().map(teaser)), self.page, self.dated, self.newer, self.older)
    }

    /// The listing, with the view counts of the day's first pull.
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

/// The day on which a story was published, in the newspaper's language, not the story's.
fn day(story: &Story, site: &SiteFile) -> String {
    Language::of(&site.language).day(site.calendar.at(story.summary.published()).date())
}
