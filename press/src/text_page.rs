//! A page that was read from the content: what it says, and what is still to be checked.

use std::path::PathBuf;

use journal::route::Route;

use crate::lined::Lined;
use crate::markdown::{InnerLink, Prose};
use crate::pictures::Album;

/// The links of a page, to be checked once all pages are known, and the places on it that others may link to.
#[derive(Debug)]
pub struct TextPage {
    /// The page's address.
    pub route: Route,
    /// Its file, as an editor would name it.
    pub file: PathBuf,
    /// Links to pages of the newspaper.
    pub links: Vec<Lined<InnerLink>>,
    /// Ids of headings and footnotes.
    pub anchors: Vec<String>,
    /// Its pictures, below the content folder.
    pub pictures: Vec<PathBuf>,
}

impl TextPage {
    /// Takes the links and places out of a text.
    pub fn of(route: Route, file: PathBuf, prose: &mut Prose, album: Album<'_>) -> TextPage {
        let (links, anchors) = (std::mem::take(&mut prose.links), std::mem::take(&mut prose.anchors));
        TextPage { route, file, links, anchors, pictures: album.paths() }
    }

    /// Takes all but the address away.
    pub fn take(&mut self) -> TextPage {
        let nothing = TextPage {
            route: self.route.clone(),
            file: PathBuf::new(),
            links: Vec::new(),
            anchors: Vec::new(),
            pictures: Vec::new(),
        };
        std::mem::replace(self, nothing)
    }
}
