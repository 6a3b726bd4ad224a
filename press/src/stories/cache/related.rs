//! The related stories of every story in the cache.

use serde::{Deserialize, Serialize};

use crate::store::fingerprint::Fingerprint;

/// The related stories of all stories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRelated {
    /// The fingerprint of everything that they depend on.
    pub fingerprint: Fingerprint,
    /// The related stories of each story.
    pub related: Vec<Related>,
}

/// The stories that are related to a story, nearest first, as indices into the edition's stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related([u32; Related::MOST]);

/// An index that no edition reaches.
const NONE: u32 = u32::MAX;

impl Related {
    /// The maximum number of related stories.
    pub const MOST: usize = 4;

    /// The first [`Related::MOST`] of these indices.
    pub fn of(places: &[usize]) -> Related {
        let mut related = [NONE; Related::MOST];
        for (related, place) in related.iter_mut().zip(places) {
            *related = u32::try_from(*place).unwrap_or(NONE);
        }
        Related(related)
    }

    /// The indices.
    pub fn places(&self) -> impl Iterator<Item = usize> + Clone {
        self.0.iter().filter(|place| **place != NONE).filter_map(|place| usize::try_from(*place).ok())
    }
}
