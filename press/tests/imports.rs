//! Exports of other programs become stories without errors. `imports/<program>/` contains an export, its pictures, and
//! the content before the import; its `expected/` contains all files that the import adds, and its report.
//! `RENEW_EXPECTED=1 cargo test -p press --test imports` rewrites these; review the difference.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "imports/desk.rs"]
mod desk;
#[path = "imports/ghost.rs"]
mod ghost;
#[path = "imports/properties.rs"]
mod properties;
#[path = "imports/wordpress.rs"]
mod wordpress;
