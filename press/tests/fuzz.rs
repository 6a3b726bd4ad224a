//! Content that nobody has written yet: damaged, deep, huge, or made to do harm. None of it stops the press, and nothing in it
//! reaches a reader that should not. docs/fuzzing.md says how to look longer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

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
