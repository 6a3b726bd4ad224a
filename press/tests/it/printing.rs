//! The program `press` turns a content folder and a shell into a whole site. Each test has its own press room:
//! `printing/content`, `printing/style`, and a shell made from the project's `index.html`, `Trunk.toml` and `public/`
//! as Trunk does it. `UPDATE_EXPECT=1 cargo test -p press --test it printing` rewrites the expected list of files.

mod compression;
mod edition_time;
mod environment;
mod failures;
mod feeds;
mod head;
mod many_mistakes;
mod moves;
mod output_folder;
mod pictures_last;
pub mod press_room;
pub mod reader;
mod search;
mod security;
mod shell;
mod site;
mod together;
mod views;
