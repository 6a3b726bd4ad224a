//! Hashes of link targets, so that links can be checked without their addresses.

use journal::route::Route;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// The hash of a page or of an id on a page. Among a million, the chance of a collision is one in tens of millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LinkTarget(u64);

impl LinkTarget {
    /// The target for the page with this path.
    pub fn page(path: &str) -> LinkTarget {
        LinkTarget(xxh3_64(path.as_bytes()))
    }

    /// The target for the percent-encoded `fragment` on a page, or for the page itself without one.
    pub fn of(route: &Route, fragment: Option<&str>) -> LinkTarget {
        let path = route.path();
        fragment.map_or_else(
            || LinkTarget::page(&path),
            |fragment| LinkTarget::page(&[path.as_str(), "#", fragment].concat()),
        )
    }
}
