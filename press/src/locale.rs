//! Languages, typography, slugs, dates, the clock and environment variables. The lowest layer: it uses no other.

pub mod bad_time;
pub mod calendar;
pub mod clock;
pub mod direction;
pub mod environment;
pub mod language;
pub mod language_name;
pub mod letters;
pub mod printable;
pub mod sentences;
pub mod slug;
pub mod typography;
