//! `style/` as few texts: imports put in, minified.
//!
//! What a page needs to be painted stands in the page itself, so that nothing else has to come first. The whole is one
//! file that the end of every page asks for; a page that the app turns to finds it there. See
//! docs/adr/0011-the-first-style-stands-in-the-page.md.

mod sources;

use std::fmt::Write;
use std::path::Path;

use lightningcss::bundler::Bundler;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use serde::{Deserialize, Serialize};

use sources::{Source, Sources};

use super::fonts::Fonts;
use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::fingerprint::Fingerprint;

/// What the file of kept stylesheets begins with, before the key of all that they are made of.
const FORM: &str = "press styles 1";

/// The stylesheets of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stylesheets {
    /// `main.css`: everything.
    pub whole: String,
    /// `first/story.css`: what stands in pages of a long text.
    pub story: String,
    /// `first/list.css`: what stands in all others.
    pub list: String,
}

impl Stylesheets {
    /// What [`Stylesheets::read`] reads, or what it has read before by the same `press` from files that are still the same: that is
    /// kept in `file`.
    ///
    /// # Errors
    /// See there. The file cannot be written.
    pub fn kept(
        file: &Path,
        press: Option<Fingerprint>,
        style: &Path,
        colours: &[(&str, &str)],
        fonts: &Fonts,
        base: &str,
    ) -> Result<Stylesheets, Failure> {
        let named: Vec<&str> = fonts.assets().map(|font| font.address.as_str()).collect();
        let form = format!("{FORM} {}\n", Fingerprint::of_value(&(press, style, colours, named, base)));
        let before = cache_file::read(file, &form).filter(|_| press.is_some());
        if let Some((sources, sheets)) = before.and_then(|bytes| cache_file::unpacked::<(Vec<_>, _)>(&bytes))
            && sources.iter().all(Source::is_the_same)
        {
            return Ok(sheets);
        }
        let files = Sources::default();
        let sheets = Stylesheets::of(&files, style, colours, fonts, base)?;
        cache_file::write(file, &form, &[&cache_file::packed(&(files.into_read(), &sheets))?])?;
        Ok(sheets)
    }

    /// Reads the folder `style`. Each gets a colour for every section (pairs of slug and CSS colour), and its fonts get
    /// their names in a site below the path prefix `base`.
    ///
    /// # Errors
    /// A file is missing, or has an error: with file, line and column. A font is missing.
    pub fn read(style: &Path, colours: &[(&str, &str)], fonts: &Fonts, base: &str) -> Result<Stylesheets, Failure> {
        Stylesheets::of(&Sources::default(), style, colours, fonts, base)
    }

    fn of(
        files: &Sources,
        style: &Path,
        colours: &[(&str, &str)],
        fonts: &Fonts,
        base: &str,
    ) -> Result<Stylesheets, Failure> {
        let read = |name: &str| {
            let main = style.join(name);
            let css = fonts.name_in(&stylesheet(files, &main, colours)?, base)?;
            match css.to_ascii_lowercase().contains("</style") {
                false => Ok(css),
                true => {
                    let what = String::from("it holds \"</style\", which would end it in a page");
                    Err(Failure::Style { place: main.to_string_lossy().into_owned(), what })
                }
            }
        };
        Ok(Stylesheets { whole: read("main.css")?, story: read("first/story.css")?, list: read("first/list.css")? })
    }
}

/// The file `main` with all that it imports.
fn stylesheet(files: &Sources, main: &Path, colours: &[(&str, &str)]) -> Result<String, Failure> {
    let mut bundler = Bundler::new(files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| wrong(&error, main))?;
    // Nesting and custom properties of today's browsers, with what three-year-old ones need.
    let targets = Targets::from(Browsers {
        chrome: Some(110 << 16),
        firefox: Some(110 << 16),
        safari: Some(16 << 16),
        ios_saf: Some(16 << 16),
        ..Browsers::default()
    });
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| wrong(&error, main))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    let mut css = printed.map_err(|error| wrong(&error, main))?.code;
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
