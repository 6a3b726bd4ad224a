//! The integration tests of the app that need no browser, in one program. `UPDATE_EXPECT=1` rewrites expected files: review the
//! difference. The end-to-end tests are in `../e2e/`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on panics")]

mod addresses;
mod colours;
mod documents;
mod pages;
mod scripts;
mod shipped;
mod suites;
