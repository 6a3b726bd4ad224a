//! A point in time, with its day already put into words by press.

use serde::{Deserialize, Serialize};

/// A point in time in the newspaper's time zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moment {
    /// RFC 3339 with seconds and offset: `2024-10-11T14:05:00+03:00`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub iso: String,
    /// The day in words: `11 October 2024`.
    pub date: String,
}

impl Moment {
    /// Hour and minute (`14:05`), cut out of [`Moment::iso`].
    pub fn time(&self) -> &str {
        self.iso.get(11..16).unwrap_or_default()
    }
}
