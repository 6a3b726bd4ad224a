//! Reads a site for Hugo, Zola, Jekyll or Eleventy, or a folder of Markdown files.
//!
//! `settings` says by its configuration files which program a folder is for, `texts` finds its texts, and `story` reads
//! what their front matter and their paths say. A text becomes HTML in three steps: `hugo_tags`, `zola_tags` or
//! `liquid_tags` replace what the program would compute, `kramdown` what only Jekyll's Markdown has, and `html` renders
//! the rest. From then on it is imported like any other program's text: docs/adr/0023-a-markdown-site-is-read-as-html.md.

mod address;
mod arguments;
mod bylines;
mod code_parts;
mod dates;
mod html;
mod hugo_tags;
mod inherited;
mod keys;
mod known_authors;
mod kramdown;
mod liquid_tags;
mod liquid_values;
mod markup;
mod old_matter;
mod page_context;
mod path_names;
mod permalink;
mod players;
mod reader;
mod settings;
mod site_files;
mod site_folder;
mod story;
mod tags;
mod targets;
mod text_file;
mod texts;
mod written;
mod zola_tags;

use std::path::Path;

use reader::SiteReader;

use super::source::site::{OldSite, OldTexts};
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;

/// Reads the site in `folder`, for `newspaper`; `address` is more reliable than what its configuration says. The
/// newspaper's own folder `content` does not belong to it.
///
/// # Errors
/// The folder cannot be read, or has no texts.
pub fn read(
    folder: &Path,
    content: &Path,
    newspaper: &SiteFile,
    address: Option<&str>,
) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
    SiteReader::of(folder, content)?.read(newspaper, address)
}
