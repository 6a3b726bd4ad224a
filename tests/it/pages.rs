//! Renders every page and every part of a page to HTML on the host, from hand-made documents.
//!
//! The snapshots are in `pages/`. `UPDATE_EXPECT=1 cargo test --test it pages` rewrites them; review the difference. What
//! is hard to see in a snapshot (that a share link decodes to the right words, that ids are unique) has its own tests.

mod documents;
mod escaping;
mod heads;
mod kinds;
mod parts;
mod render;
mod sharing;
mod snapshot;
mod structure;
mod ukrainian;
