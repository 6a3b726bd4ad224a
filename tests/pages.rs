//! Every page and every part of a page as HTML, rendered on the host from documents made by hand.
//!
//! The snapshots lie beside the tests, in `pages/`. `RENEW_EXPECTED=1 cargo test --test pages` writes them anew; look at
//! the difference. What a snapshot says badly (a share link that decodes to the right words, ids that are used once) is
//! asserted by itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

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
