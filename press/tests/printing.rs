//! The program `press` turns a content folder and a shell into a whole site. Each test has its own press room:
//! `printing/content`, `printing/style`, and a shell made from the project's `index.html`, `Trunk.toml` and `public/`
//! as Trunk does it. `RENEW_EXPECTED=1 cargo test -p press --test printing` rewrites the expected list of files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "printing/compression.rs"]
mod compression;
#[path = "printing/edition_time.rs"]
mod edition_time;
#[path = "printing/environment.rs"]
mod environment;
#[path = "printing/failures.rs"]
mod failures;
#[path = "printing/feeds.rs"]
mod feeds;
#[path = "printing/head.rs"]
mod head;
#[path = "printing/many_mistakes.rs"]
mod many_mistakes;
#[path = "printing/moves.rs"]
mod moves;
#[path = "printing/output_folder.rs"]
mod output_folder;
#[path = "printing/pictures_last.rs"]
mod pictures_last;
#[path = "printing/press_room.rs"]
mod press_room;
#[path = "printing/reader.rs"]
mod reader;
#[path = "printing/search.rs"]
mod search;
#[path = "printing/shell.rs"]
mod shell;
#[path = "printing/site.rs"]
mod site;
#[path = "printing/together.rs"]
mod together;
#[path = "printing/views.rs"]
mod views;
