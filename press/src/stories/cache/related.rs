//! Which stories are related, as an edition found it.

use serde::{Deserialize, Serialize};

use crate::store::fingerprint::Fingerprint;

/// The related stories of all stories, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRelated {
    /// Of all that they depend on.
    pub fingerprint: Fingerprint,
    /// For each story.
    pub related: Vec<Related>,
}

/// The stories that are related to one, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related([u32; Related::MOST]);

/// No edition has so many stories.
const NONE: u32 = u32::MAX;

impl Related {
    /// How many there are at most.
    pub const MOST: usize = 4;

    /// The first of these places.
    pub fn of(places: &[usize]) -> Related {
        let mut related = [NONE; Related::MOST];
        for (related, place) in related.iter_mut().zip(places) {
            *related = u32::try_from(*place).unwrap_or(NONE);
        }
        Related(related)
    }

    /// Their places.
    pub fn places(&self) -> impl Iterator<Item = usize> + Clone {
        self.0.iter().filter(|place| **place != NONE).filter_map(|place| usize::try_from(*place).ok())
    }
}
