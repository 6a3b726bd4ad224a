//! Malformed and hostile content: damaged, deep, huge or harmful. Press survives all of it and lets nothing harmful
//! through to readers. docs/fuzzing.md describes longer runs.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "fuzz/bombs.rs"]
mod bombs;
#[path = "fuzz/corpus.rs"]
mod corpus;
#[path = "fuzz/damage.rs"]
mod damage;
#[path = "fuzz/files.rs"]
mod files;
#[path = "fuzz/judge.rs"]
mod judge;
#[path = "fuzz/newsroom.rs"]
mod newsroom;
#[path = "fuzz/pictures.rs"]
mod pictures;
#[path = "fuzz/seeds.rs"]
mod seeds;
#[path = "fuzz/stories.rs"]
mod stories;
