//! Bundles and minifies the stylesheets in `style/`.
//!
//! The CSS that a page needs for its first paint is inlined in the page, so that painting does not wait for a
//! request. The complete stylesheet is one file that the end of every page requests; pages that the app turns to use
//! it, too. See docs/adr/0011-the-first-style-stands-in-the-page.md.

mod sources;

use std::fmt::{Display, Write};
use std::path::Path;

use lightningcss::bundler::Bundler;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use serde::{Deserialize, Serialize};

use sources::{StyleSource, StyleSources};

use super::fonts::Fonts;
use super::style_failure::style_failure;
use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::fingerprint::Fingerprint;

/// What the cache file of the stylesheets begins with, followed by the fingerprint of their inputs.
const FORM: &str = "press styles 1";

/// The stylesheets of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stylesheets {
    /// `main.css`: everything.
    pub whole: String,
    /// `first/story.css`: inlined in pages with a long text.
    pub story: String,
    /// `first/list.css`: inlined in all other pages.
    pub list: String,
}

impl Stylesheets {
    /// Like [`Stylesheets::read`], but uses the cache `file` if the same `press` has written it and the stylesheets
    /// have not changed since.
    ///
    /// # Errors
    /// As [`Stylesheets::read`], or the cache file cannot be written.
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
            && sources.iter().all(StyleSource::is_the_same)
        {
            return Ok(sheets);
        }
        let files = StyleSources::default();
        let sheets = Stylesheets::of(&files, style, colours, fonts, base)?;
        cache_file::write(file, &form, &[&cache_file::packed(&(files.into_read(), &sheets))?])?;
        Ok(sheets)
    }

    /// Reads the folder `style`. A rule with the colour of each section (`colours` has pairs of slug and CSS colour) is
    /// added to each stylesheet, and references to fonts become URLs in a site with the path prefix `base`.
    ///
    /// # Errors
    /// A file or a font is missing, or a file has an error, which is reported with file, line and column.
    pub fn read(style: &Path, colours: &[(&str, &str)], fonts: &Fonts, base: &str) -> Result<Stylesheets, Failure> {
        Stylesheets::of(&StyleSources::default(), style, colours, fonts, base)
    }

    fn of(
        files: &StyleSources,
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
                    let what = String::from("it contains \"</style\", which would close the style element in a page");
                    Err(style_failure(&main.to_string_lossy(), what))
                }
            }
        };
        Ok(Stylesheets { whole: read("main.css")?, story: read("first/story.css")?, list: read("first/list.css")? })
    }
}

/// Bundles the file `main` with everything that it imports, and minifies it.
fn stylesheet(files: &StyleSources, main: &Path, colours: &[(&str, &str)]) -> Result<String, Failure> {
    let mut bundler = Bundler::new(files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| wrong(&error, main))?;
    // Browsers that are three years old.
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

fn wrong<Kind: Display>(error: &lightningcss::error::Error<Kind>, main: &Path) -> Failure {
    let place = match &error.loc {
        // lightningcss counts lines from 0.
        Some(loc) => format!("{}:{}:{}", loc.filename, loc.line + 1, loc.column),
        None => main.to_string_lossy().into_owned(),
    };
    style_failure(&place, &error.kind)
}
