//! Malformed and hostile content: damaged, deep, huge or harmful. Press survives all of it and lets nothing harmful
//! through to readers. docs/fuzzing.md describes longer runs.

mod bombs;
mod corpus;
mod damage;
mod files;
mod judge;
mod limits;
mod newsroom;
mod pictures;
mod seeds;
mod stories;
