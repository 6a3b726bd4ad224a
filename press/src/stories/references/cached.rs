//! The links and anchors of a page in the story cache.

use std::ops::Range;
use std::sync::Arc;

use journal::route::Route;

use super::PageLinks;
use crate::content::keys::lined::Lined;
use crate::diagnostics::failure::Failure;
use crate::markdown::InnerLink;
use crate::store::cache_file::{self, CachedBytes};

/// The links and anchors of a page that was read for an earlier edition, as a range of the cache file.
#[derive(Clone, Debug)]
pub struct CachedLinks {
    /// The cache file.
    pub file: Arc<CachedBytes>,
    /// The range of bytes in the file.
    pub range: Range<usize>,
}

/// The links (line, path, fragment, and how the link was written), then the ids of headings and footnotes.
type StoredLinks = (Vec<(u32, String, Option<String>, String)>, Vec<String>);

impl CachedLinks {
    /// The links of the page and the ids of its headings and footnotes.
    ///
    /// # Errors
    /// The cached bytes are damaged.
    pub fn details(&self) -> Result<(Vec<Lined<InnerLink>>, Vec<String>), Failure> {
        let link = |(line, path, fragment, written): (u32, String, Option<String>, String)| {
            Some(Lined::new(line, InnerLink { route: Route::parse(&path)?, fragment, written }))
        };
        let read = || {
            let (links, anchors): StoredLinks = cache_file::unpacked(&self.file[self.range.clone()])?;
            Some((links.into_iter().map(link).collect::<Option<_>>()?, anchors))
        };
        read().ok_or_else(|| Failure::damaged(&self.file.path))
    }

    /// The serialised links and anchors.
    pub fn bytes(&self) -> &[u8] {
        &self.file[self.range.clone()]
    }

    /// Serialises the links and anchors of a page for the cache.
    pub fn tail(page: &PageLinks) -> Option<Vec<u8>> {
        let link = |link: Lined<InnerLink>| {
            let InnerLink { route, fragment, written } = link.value;
            (link.line, route.path(), fragment, written)
        };
        let links = page.links().ok()?.into_iter().map(link).collect();
        let written: StoredLinks = (links, page.anchors().ok()?);
        cache_file::packed(&written).ok()
    }
}
