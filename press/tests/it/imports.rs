//! Exports and sites of other programs become stories without errors. `imports/<program>/` contains an export and its
//! pictures, or a `site/`, and the content before the import; its `expected/` contains all files that the import adds,
//! and its report.
//! `UPDATE_EXPECT=1 cargo test -p press --test it imports` rewrites these; review the difference.

mod bylines;
mod desk;
mod ghost;
mod left_out;
mod markdown;
mod markdown_properties;
mod paper;
mod places;
mod properties;
mod raw_markup;
mod texts;
mod wordpress;
mod words_of_labels;
