//! Languages, typography, slugs, dates, the clock, and what the environment says. Everything else may use it; it uses nothing.

pub mod bad_time;
pub mod calendar;
pub mod clock;
pub mod environment;
pub mod language;
pub mod printable;
pub mod slug;
pub mod typography;
