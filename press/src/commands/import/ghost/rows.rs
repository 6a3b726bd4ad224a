//! The number of rows of a table that press does not import.

use std::fmt;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The number of rows of a table; 0 if it is something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows(pub usize);

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rows, D::Error> {
        struct Counter;
        impl<'de> Visitor<'de> for Counter {
            type Value = Rows;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a table")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Rows, A::Error> {
                let mut count = 0;
                while rows.next_element::<IgnoredAny>()?.is_some() {
                    count += 1;
                }
                Ok(Rows(count))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut entries: A) -> Result<Rows, A::Error> {
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Rows(0))
            }

            fn visit_unit<E>(self) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_i64<E>(self, _: i64) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_u64<E>(self, _: u64) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_f64<E>(self, _: f64) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_str<E>(self, _: &str) -> Result<Rows, E> {
                Ok(Rows(0))
            }
        }
        deserializer.deserialize_any(Counter)
    }
}
