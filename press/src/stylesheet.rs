//! `style/` as few texts: imports put in, minified.
//!
//! What a page needs to be painted stands in the page itself, so that nothing else has to come first. The whole is one
//! file that the end of every page asks for; a page that the app turns to finds it there. See
//! docs/adr/0011-the-first-style-stands-in-the-page.md.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::failure::Failure;
use crate::fonts::Fonts;
use crate::kept;
use crate::key::Key;

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
    /// What [`Stylesheets::read`] reads, or what it has read before from the same files with the same `press`: that is kept in `file`.
    ///
    /// # Errors
    /// See there. The file cannot be written.
    pub fn kept(
        file: &Path,
        press: Option<Key>,
        style: &Path,
        colours: &[(&str, &str)],
        fonts: &Fonts,
        base: &str,
    ) -> Result<Stylesheets, Failure> {
        let mut files = Vec::new();
        for entry in WalkDir::new(style).sort_by_file_name() {
            let path = entry.map_err(|error| Failure::file("read", style)(error.into()))?.into_path();
            if path.extension().is_some_and(|ending| ending == "css") {
                let text = fs::read(&path).map_err(Failure::file("read", &path))?;
                files.push((path, text));
            }
        }
        let fonts_there: Vec<&str> = fonts.assets().map(|font| font.address.as_str()).collect();
        let form = format!("{FORM} {}\n", Key::of_value(&(press, files, colours, fonts_there, base)));
        let before = kept::read(file, &form).and_then(|bytes| kept::unpacked(&bytes));
        if let Some(sheets) = before.filter(|_| press.is_some()) {
            return Ok(sheets);
        }
        let sheets = Stylesheets::read(style, colours, fonts, base)?;
        kept::write(file, &form, &[&kept::packed(&sheets)?])?;
        Ok(sheets)
    }

    /// Reads the folder `style`. Each gets a colour for every section (pairs of slug and CSS colour), and its fonts get
    /// their names in a site below the path prefix `base`.
    ///
    /// # Errors
    /// A file is missing, or has an error: with file, line and column. A font is missing.
    pub fn read(style: &Path, colours: &[(&str, &str)], fonts: &Fonts, base: &str) -> Result<Stylesheets, Failure> {
        let read = |name: &str| {
            let main = style.join(name);
            let css = fonts.name_in(&stylesheet(&main, colours)?, base)?;
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
fn stylesheet(main: &Path, colours: &[(&str, &str)]) -> Result<String, Failure> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
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
