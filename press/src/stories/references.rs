//! The links of a page, which are checked once all pages are known.

pub mod cached;

use std::path::PathBuf;

use journal::route::Route;

pub use cached::CachedLinks;

use crate::content::keys::lined::Lined;
use crate::diagnostics::failure::Failure;
use crate::markdown::link_target::LinkTarget;
use crate::markdown::{InnerLink, Prose, encoded_anchor};
use crate::pictures::TextPictures;

/// The links of a page, which are checked once all pages are known, and the anchors on it that others may link to.
#[derive(Debug)]
pub struct PageLinks {
    /// The page's file, as an editor would name it.
    pub file: PathBuf,
    /// The targets of its links to pages of the newspaper.
    pub targets: Vec<LinkTarget>,
    /// Its anchors, as targets of links.
    pub places: Vec<LinkTarget>,
    /// Its pictures, below the content folder.
    pub pictures: Vec<PathBuf>,
    /// The same links and anchors as text.
    pub details: LinkDetails,
}

/// The links and anchors of a page as text.
#[derive(Debug)]
pub enum LinkDetails {
    /// As read from the page's file.
    Read(Vec<Lined<InnerLink>>, Vec<String>),
    /// As cached by an earlier edition.
    Kept(CachedLinks),
}

impl PageLinks {
    /// Takes the links and anchors out of the text of the page at `route`.
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

    /// The links to pages of the newspaper.
    ///
    /// # Errors
    /// The cached links are damaged.
    pub fn links(&self) -> Result<Vec<Lined<InnerLink>>, Failure> {
        match &self.details {
            LinkDetails::Read(links, _) => Ok(links.clone()),
            LinkDetails::Kept(cached_links) => Ok(cached_links.details()?.0),
        }
    }

    /// The ids of headings and footnotes.
    ///
    /// # Errors
    /// The cached ids are damaged.
    pub fn anchors(&self) -> Result<Vec<String>, Failure> {
        match &self.details {
            LinkDetails::Read(_, anchors) => Ok(anchors.clone()),
            LinkDetails::Kept(cached_links) => Ok(cached_links.details()?.1),
        }
    }
}
