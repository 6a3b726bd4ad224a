//! Links and places of a page, as they were kept for later editions.

use std::ops::Range;
use std::sync::Arc;

use journal::route::Route;

use super::PageLinks;
use crate::content::keys::lined::Lined;
use crate::diagnostics::failure::Failure;
use crate::markdown::InnerLink;
use crate::store::cache_file::{self, Content};

/// Where the links and places of a page are kept that was read for an edition before.
#[derive(Clone, Debug)]
pub struct CachedLinks {
    /// The file that it is a part of.
    pub file: Arc<Content>,
    /// The part of it.
    pub range: Range<usize>,
}

/// Links: line, address, place, as it was written. Then the places.
type Written = (Vec<(u32, String, Option<String>, String)>, Vec<String>);

impl CachedLinks {
    /// The links of the page and the ids of its headings and footnotes.
    ///
    /// # Errors
    /// The cached bytes are not valid references.
    pub fn details(&self) -> Result<(Vec<Lined<InnerLink>>, Vec<String>), Failure> {
        let link = |(line, path, fragment, written): (u32, String, Option<String>, String)| {
            Some(Lined::new(line, InnerLink { route: Route::parse(&path)?, fragment, written }))
        };
        let read = || {
            let (links, anchors): Written = cache_file::unpacked(&self.file[self.range.clone()])?;
            Some((links.into_iter().map(link).collect::<Option<_>>()?, anchors))
        };
        read().ok_or_else(|| Failure::damaged(&self.file.path))
    }

    /// The same as it is kept.
    pub fn bytes(&self) -> &[u8] {
        &self.file[self.range.clone()]
    }

    /// What is kept of a page that was read.
    pub fn tail(page: &PageLinks) -> Option<Vec<u8>> {
        let link = |link: Lined<InnerLink>| {
            let InnerLink { route, fragment, written } = link.value;
            (link.line, route.path(), fragment, written)
        };
        let links = page.links().ok()?.into_iter().map(link).collect();
        let written: Written = (links, page.anchors().ok()?);
        cache_file::packed(&written).ok()
    }
}
