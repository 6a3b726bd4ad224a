//! The press: turns the content of a newspaper into its documents and pages.
//!
//! # Layout
//!
//! The way of a story, from the file to the page:
//!
//! - `content_folder`, `source`, `story_file`: the files of the content and where they are
//! - [`site_file`][]: `site.toml`
//! - `manuscript`, `front_matter`: a Markdown file taken apart, and what its front matter says
//! - `story`, `author`, `about_page`, `views`: the files as they were read; `text_page`: links still to be checked
//! - `value`, `fields`, [`lined`], `spelling`: keys of TOML and YAML, with their lines
//! - `markdown`: the text itself; `pictures`: the files it shows
//! - [`edition`][]: all stories in their order, and the document of every page
//!
//! What all of them use:
//!
//! - `desk`: the newspaper around the text that is being read
//! - [`clock`], [`bad_time`], [`calendar`]: the one clock, and dates in the site's time zone
//! - `language`, `typography`: what the press says and sets itself, by language
//! - [`mistakes`], [`mistake`], `notes`: what an editor has to put right
//! - [`content_hash`], [`asset`]: names that change with the content

mod about_page;
pub mod asset;
mod author;
pub mod bad_time;
pub mod calendar;
pub mod clock;
mod content_folder;
pub mod content_hash;
mod desk;
pub mod edition;
mod fields;
mod front_matter;
mod language;
pub mod lined;
mod manuscript;
mod markdown;
pub mod mistake;
pub mod mistakes;
mod notes;
mod pictures;
pub mod site_file;
mod source;
mod spelling;
mod story;
mod story_file;
mod text_page;
mod typography;
mod value;
mod views;
