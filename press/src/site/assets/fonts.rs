//! The fonts of the stylesheets. Their names contain a content hash, since they are cached for ever.

use std::fs;
use std::path::Path;

use super::style_failure::style_failure;
use crate::diagnostics::failure::Failure;
use crate::store::asset::Asset;
use crate::store::content_hash::content_hash;
use crate::store::plain_file;

/// The folder in a stylesheet's references to fonts, such as `url("fonts/literata-latin.woff2")`.
const FOLDER: &str = "fonts/";

/// The fonts of a folder of stylesheets.
pub struct Fonts(Vec<(String, Asset)>);

impl Fonts {
    /// Finds the `.woff2` files in `fonts/` below the folder `style`, in alphabetical order. The folder may be missing.
    ///
    /// # Errors
    /// The folder or a file in it cannot be read.
    pub fn read(style: &Path) -> Result<Fonts, Failure> {
        let folder = style.join(FOLDER);
        if !folder.exists() {
            return Ok(Fonts(Vec::new()));
        }
        let mut fonts = Vec::new();
        for entry in fs::read_dir(&folder).map_err(Failure::file("read", &folder))? {
            let source = entry.map_err(Failure::file("read", &folder))?.path();
            let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if let Some(stem) = name.strip_suffix(".woff2") {
                let content = plain_file::read(&source).map_err(Failure::file("read", &source))?;
                let address = format!("/assets/{stem}.{}.woff2", content_hash(&content));
                fonts.push((name, Asset { address, source }));
            }
        }
        fonts.sort();
        Ok(Fonts(fonts))
    }

    /// The files to copy into the site.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.0.iter().map(|(_, asset)| asset)
    }

    /// Replaces the references to fonts in a stylesheet with their published URLs; `base` is the path prefix of the
    /// site.
    ///
    /// # Errors
    /// The stylesheet refers to a font that does not exist.
    pub fn name_in(&self, css: &str, base: &str) -> Result<String, Failure> {
        let mut css = String::from(css);
        for (name, asset) in &self.0 {
            css = css.replace(&[FOLDER, name].concat(), &[base, &asset.address].concat());
        }
        match css.split_once(FOLDER) {
            None => Ok(css),
            Some((_, rest)) => {
                let name = rest.split(['"', '\'', ')']).next().unwrap_or_default();
                let what = format!("the stylesheet refers to the font {FOLDER}{name}, which does not exist");
                Err(style_failure(&[FOLDER, name].concat(), what))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::Fonts;
    use crate::store::asset::Asset;

    fn fonts() -> Fonts {
        let asset = Asset { address: "/assets/book.1f0c.woff2".into(), source: PathBuf::from("book.woff2") };
        Fonts(vec![("book.woff2".into(), asset)])
    }

    #[test]
    fn a_stylesheet_refers_to_the_published_font() {
        let css = fonts().name_in("@font-face{src:url(fonts/book.woff2)}", "/journal").unwrap();
        assert_eq!(css, "@font-face{src:url(/journal/assets/book.1f0c.woff2)}");
    }

    #[test]
    fn a_missing_font_is_an_error_in_the_stylesheet() {
        let failure = fonts().name_in("src:url(fonts/other.woff2)", "").unwrap_err().to_string();
        assert!(failure.starts_with("fonts/other.woff2: the stylesheet refers to the font"), "{failure}");
    }
}
