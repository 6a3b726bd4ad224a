//! Renders every page and every part of a page to HTML on the host, from hand-made documents.
//!
//! The snapshots are in `pages/`. `RENEW_EXPECTED=1 cargo test --test pages` rewrites them; review the difference. What
//! is hard to see in a snapshot (that a share link decodes to the right words, that ids are unique) has its own tests.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "pages/documents.rs"]
mod documents;
#[path = "pages/escaping.rs"]
mod escaping;
#[path = "pages/heads.rs"]
mod heads;
#[path = "pages/kinds.rs"]
mod kinds;
#[path = "pages/parts.rs"]
mod parts;
#[path = "pages/render.rs"]
mod render;
#[path = "pages/sharing.rs"]
mod sharing;
#[path = "pages/snapshot.rs"]
mod snapshot;
#[path = "pages/structure.rs"]
mod structure;
#[path = "pages/ukrainian.rs"]
mod ukrainian;
