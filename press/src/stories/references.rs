//! A page that was read from the content: what it says, and what is still to be checked.

pub mod cached;

use std::path::PathBuf;

use journal::route::Route;

pub use cached::CachedLinks;

use crate::content::keys::lined::Lined;
use crate::diagnostics::failure::Failure;
use crate::markdown::link_target::LinkTarget;
use crate::markdown::{InnerLink, Prose, encoded_anchor};
use crate::pictures::TextPictures;

/// The links of a page, to be checked once all pages are known, and the places on it that others may link to.
#[derive(Debug)]
pub struct PageLinks {
    /// Its file, as an editor would name it.
    pub file: PathBuf,
    /// Where its links to pages of the newspaper lead.
    pub targets: Vec<LinkTarget>,
    /// The places on it.
    pub places: Vec<LinkTarget>,
    /// Its pictures, below the content folder.
    pub pictures: Vec<PathBuf>,
    /// The same links and places in words.
    pub details: LinkDetails,
}

/// The links of a page and the places on it, in words.
#[derive(Debug)]
pub enum LinkDetails {
    /// As they were read from its file.
    Read(Vec<Lined<InnerLink>>, Vec<String>),
    /// As they were kept for an edition before.
    Kept(CachedLinks),
}

impl PageLinks {
    /// Takes the links and places out of the text of the page at `route`.
    pub fn of(route: &Route, file: PathBuf, prose: &mut Prose, pictures: TextPictures<'_>) -> PageLinks {
        let (links, anchors) = (std::mem::take(&mut prose.links), std::mem::take(&mut prose.anchors));
        PageLinks {
            file,
            targets: links.iter().map(|link| link.value.target()).collect(),
            places: anchors.iter().map(|anchor| LinkTarget::of(route, Some(&encoded_anchor(anchor)))).collect(),
            pictures: pictures.paths(),
            details: LinkDetails::Read(links, anchors),
        }
    }

    /// Takes all of it away.
    pub fn take(&mut self) -> PageLinks {
        let details = LinkDetails::Read(Vec::new(), Vec::new());
        let nothing =
            PageLinks { file: PathBuf::new(), targets: Vec::new(), places: Vec::new(), pictures: Vec::new(), details };
        std::mem::replace(self, nothing)
    }

    /// Its links to pages of the newspaper.
    ///
    /// # Errors
    /// What was kept of them cannot be read.
    pub fn links(&self) -> Result<Vec<Lined<InnerLink>>, Failure> {
        match &self.details {
            LinkDetails::Read(links, _) => Ok(links.clone()),
            LinkDetails::Kept(cached_links) => Ok(cached_links.details()?.0),
        }
    }

    /// The ids of its headings and footnotes.
    ///
    /// # Errors
    /// What was kept of them cannot be read.
    pub fn anchors(&self) -> Result<Vec<String>, Failure> {
        match &self.details {
            LinkDetails::Read(_, anchors) => Ok(anchors.clone()),
            LinkDetails::Kept(cached_links) => Ok(cached_links.details()?.1),
        }
    }
}
