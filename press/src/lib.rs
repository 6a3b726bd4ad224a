//! The press: turns the content of a newspaper into its documents and pages.
//!
//! Each folder is a step of a story's way, read from below. A file may use its own folder and those below it, never one above:
//!
//! - [`commands`]: a file, and where needed a folder, per subcommand
//! - [`site`]: an edition becomes files: pages, heads, feeds, maps, redirects, search, assets
//! - [`edition`]: which stories, in which order, on which pages, and the links between them
//! - [`stories`]: a content file, read and rendered; the cache of what earlier runs read
//! - [`markdown`]: Markdown to safe HTML
//! - [`pictures`]: originals to renditions
//! - [`content`]: what lies in the content folder, and what its files say
//! - [`output`]: the folder of the site: written, compared, swapped
//! - [`store`]: fingerprints, file stamps, cache files
//! - [`diagnostics`]: mistakes, rules, failures, progress, and the console
//! - [`locale`]: languages, typography, slugs, dates, the clock and the environment
//!
//! `tests/layering.rs` enforces the order. ARCHITECTURE.md has the whole map.

pub mod commands;
pub mod content;
pub mod diagnostics;
pub mod edition;
pub mod locale;
pub mod markdown;
pub mod output;
pub mod pictures;
pub mod site;
pub mod store;
pub mod stories;
