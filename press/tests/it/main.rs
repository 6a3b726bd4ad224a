//! The integration tests of the press, in one program. Each module tests one command or one part; the data of its cases is in
//! the folder of the same name next to `it/`. `UPDATE_EXPECT=1` rewrites expected files: review the difference.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on panics")]

mod check;
mod editions;
mod folder;
mod fuzz;
mod imports;
mod new;
mod outcome;
mod outside;
mod pictures;
mod printing;
mod rules;
mod schemas;
mod search;
mod sites;
mod views;
