//! Bundles and minifies the stylesheets in `style/`.
//!
//! The CSS that a page needs for its first paint is inlined in the page, so that painting does not wait for a
//! request. The rest is a file that the end of the page requests. A page has both when the app turns to others, of
//! either kind. See docs/adr/0011-the-first-style-stands-in-the-page.md.

mod sources;

use std::fmt::{Display, Write};
use std::path::Path;

use journal::components::tone;
use journal::model::Document;
use lightningcss::bundler::Bundler;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use serde::{Deserialize, Serialize};

use sources::{StyleSource, StyleSources};

use super::fonts::Fonts;
use super::style_failure::style_failure;
use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::content_hash::content_hash;
use crate::store::fingerprint::Fingerprint;

/// What the cache file of the stylesheets begins with, followed by the fingerprint of their inputs.
const FORM: &str = "press styles 3";

/// The stylesheets of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stylesheets {
    /// For pages with a long text.
    pub story: Style,
    /// For all other pages.
    pub list: Style,
}

/// The complete style of a page, in two parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Style {
    /// `first/story.css` or `first/list.css`: inlined in the page.
    pub first: String,
    /// `main.css` without the files that `first` has imported.
    pub rest: String,
    /// The address of the file with `rest`, below the site's base.
    pub address: String,
}

impl Stylesheets {
    /// The style of a document's page.
    pub fn of(&self, document: &Document) -> &Style {
        match document {
            Document::Story(_) | Document::About(_) | Document::Corrections(_) => &self.story,
            _ => &self.list,
        }
    }

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
        let (sources, sheets) = Stylesheets::bundle(style, colours, fonts, base)?;
        cache_file::write(file, &form, &[&cache_file::packed(&(sources, &sheets))?])?;
        Ok(sheets)
    }

    /// Reads the folder `style`. A rule with the colour of each section (`colours` has pairs of slug and CSS colour) is
    /// added to each stylesheet, and references to fonts become URLs in a site with the path prefix `base`.
    ///
    /// # Errors
    /// A file or a font is missing, or a file has an error, which is reported with file, line and column.
    pub fn read(style: &Path, colours: &[(&str, &str)], fonts: &Fonts, base: &str) -> Result<Stylesheets, Failure> {
        Ok(Stylesheets::bundle(style, colours, fonts, base)?.1)
    }

    /// The stylesheets and all files that went into them.
    fn bundle(
        style: &Path,
        colours: &[(&str, &str)],
        fonts: &Fonts,
        base: &str,
    ) -> Result<(Vec<StyleSource>, Stylesheets), Failure> {
        let checked = |main: &Path, css: &str| {
            let css = fonts.name_in(css, base)?;
            match css.to_ascii_lowercase().contains("</style") {
                false => Ok(css),
                true => {
                    let what = String::from("it contains \"</style\", which would close the style element in a page");
                    Err(style_failure(&main.to_string_lossy(), what))
                }
            }
        };
        let both = |name: &str| {
            let (first, main) = (style.join("first").join(name).with_extension("css"), style.join("main.css"));
            let (mut sources, mut css) = bundled(&[], &first)?;
            for (slug, colour) in colours {
                // Writing to a string does not fail.
                write!(css, ".section-{slug}{{--section:{colour}}}").ok();
            }
            let (others, mut rest) = bundled(&sources, &main)?;
            for (class, colour) in tone::palette() {
                write!(rest, ".{class}{{background:{colour}}}").ok();
            }
            sources.extend(others);
            let (first, rest) = (checked(&first, &css)?, checked(&main, &rest)?);
            let address = format!("/assets/{name}.{}.css", content_hash(rest.as_bytes()));
            Ok::<_, Failure>((sources, Style { first, rest, address }))
        };
        let ((mut sources, story), (others, list)) = (both("story")?, both("list")?);
        sources.extend(others);
        Ok((sources, Stylesheets { story, list }))
    }
}

/// Bundles the file `main` with everything that it imports `except` for some files, and minifies it. Also returns the
/// files that were read.
fn bundled(except: &[StyleSource], main: &Path) -> Result<(Vec<StyleSource>, String), Failure> {
    let files = StyleSources::without(except).map_err(|error| style_failure(&main.to_string_lossy(), error))?;
    let css = minified(&files, main)?;
    Ok((files.into_read(), css))
}

fn minified(files: &StyleSources, main: &Path) -> Result<String, Failure> {
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
    Ok(printed.map_err(|error| wrong(&error, main))?.code)
}

fn wrong<Kind: Display>(error: &lightningcss::error::Error<Kind>, main: &Path) -> Failure {
    let place = match &error.loc {
        // lightningcss counts lines from 0.
        Some(loc) => format!("{}:{}:{}", loc.filename, loc.line + 1, loc.column),
        None => main.to_string_lossy().into_owned(),
    };
    style_failure(&place, &error.kind)
}
