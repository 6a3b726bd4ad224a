//! `style/` as one file: imports put in, minified, named by content.

use std::fmt::Write;
use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::failure::Failure;

/// The stylesheet of the site: `style/main.css` below `folder` with all that it imports, and a colour for each section
/// (pairs of slug and CSS colour).
///
/// # Errors
/// A file is missing, or has an error: with file, line and column.
pub fn stylesheet<'a>(folder: &Path, colours: impl Iterator<Item = (&'a str, &'a str)>) -> Result<String, Failure> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let main = folder.join("main.css");
    let mut sheet = bundler.bundle(&main).map_err(|error| wrong(&error, &main))?;
    // Nesting and custom properties of today's browsers, with what three-year-old ones need.
    let targets = Targets::from(Browsers {
        chrome: Some(110 << 16),
        firefox: Some(110 << 16),
        safari: Some(16 << 16),
        ios_saf: Some(16 << 16),
        ..Browsers::default()
    });
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| wrong(&error, &main))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    let mut css = printed.map_err(|error| wrong(&error, &main))?.code;
    for (slug, colour) in colours {
        // Writing to a string does not fail.
        write!(css, ".section-{slug}{{--section:{colour}}}").ok();
    }
    Ok(css)
}

fn wrong<Kind: std::fmt::Display>(error: &lightningcss::error::Error<Kind>, main: &Path) -> Failure {
    let place = match &error.loc {
        // Lines are counted from 0 here.
        Some(loc) => format!("{}:{}:{}", loc.filename, loc.line + 1, loc.column),
        None => main.to_string_lossy().into_owned(),
    };
    Failure::Style { place, what: error.kind.to_string() }
}
