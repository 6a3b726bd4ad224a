//! Exports of other programs become stories that the press has nothing to say against. `imports/<program>/` holds an export,
//! its pictures, and the content as it was before; `expected/` all files that an import adds, and what it says.
//! `RENEW_EXPECTED=1 cargo test -p press --test imports` writes them anew; look at the difference.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "imports/desk.rs"]
mod desk;
#[path = "imports/ghost.rs"]
mod ghost;
#[path = "imports/properties.rs"]
mod properties;
#[path = "imports/wordpress.rs"]
mod wordpress;
