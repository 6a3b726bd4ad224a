//! Places that can be linked to, as numbers: whether a link leads anywhere is found out without its address.

use journal::route::Route;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// A page, or a place on one. Two of one number out of a million would be a chance of one in tens of millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LinkTarget(u64);

impl LinkTarget {
    /// The page with this path.
    pub fn page(path: &str) -> LinkTarget {
        LinkTarget(xxh3_64(path.as_bytes()))
    }

    /// The place on a page that a link names by `fragment`, percent-encoded; the page itself without one.
    pub fn of(route: &Route, fragment: Option<&str>) -> LinkTarget {
        let path = route.path();
        fragment.map_or_else(
            || LinkTarget::page(&path),
            |fragment| LinkTarget::page(&[path.as_str(), "#", fragment].concat()),
        )
    }
}
