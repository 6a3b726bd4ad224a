//! The names of the files of an index, cached so that only new files have to be compressed.

use std::path::Path;

use hashbrown::HashMap;
use rayon::prelude::*;
use search::{Catalogue, Sheets, packed};
use serde::{Deserialize, Serialize};

use super::FOLDER;
use crate::diagnostics::failure::Failure;
use crate::output::Output;
use crate::store::cache_file;
use crate::store::content_hash::content_hash;
use crate::store::fingerprint::Fingerprint;

/// What the file begins with. The number goes up when the format changes.
const FORM: &str = "press search 1";

/// The names of the files of an index.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The fingerprint of everything that the index is made from.
    pub index: Fingerprint,
    /// For each file the fingerprint of its uncompressed content, and its name.
    names: Vec<(Fingerprint, String)>,
    /// The catalogue.
    catalogue: Vec<u8>,
}

impl Names {
    /// Reads the cache file. If it is missing, not valid, or another press's, there are no names.
    pub fn read(file: &Path, press: Fingerprint) -> Names {
        let content = cache_file::read(file, &form(press));
        content.and_then(|content| cache_file::unpacked(&content)).unwrap_or_default()
    }

    /// Writes the names to `file`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, file: &Path, press: Fingerprint) -> Result<(), Failure> {
        cache_file::write(file, &form(press), &[&cache_file::packed(self)?])
    }

    /// Whether the site already has all files of the index.
    pub fn are_known(&self, output: &Output) -> bool {
        let mut files = self.names.iter().map(|(_, name)| name);
        !self.catalogue.is_empty() && files.all(|name| output.is_known(&address(name), fingerprint_of(name)))
    }

    /// Adds an index to the new edition that the site already has.
    ///
    /// # Errors
    /// A file has disappeared.
    pub fn put_again(&self, output: &Output) -> Result<(), Failure> {
        for (_, name) in &self.names {
            let lost = || Failure::damaged(output.folder().join(address(name)));
            output.make(&address(name), fingerprint_of(name), || Err::<[u8; 0], _>(lost()))?;
        }
        output.write(CATALOGUE, &self.catalogue)
    }

    /// Adds the files of an index and their catalogue to the site. Files that the site already has are not compressed
    /// again if their names are known.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn put(&self, index: Fingerprint, sheets: Sheets, output: &Output) -> Result<Names, Failure> {
        let known: HashMap<Fingerprint, &String> =
            self.names.iter().map(|(fingerprint, name)| (*fingerprint, name)).collect();
        let put = |file: &Vec<u8>| -> Result<(Fingerprint, String), Failure> {
            let fingerprint = Fingerprint::of(file);
            let (name, content) = match known.get(&fingerprint) {
                Some(name) => (String::clone(name), None),
                None => {
                    let content = packed(file);
                    (content_hash(&content), Some(content))
                }
            };
            output.make(&address(&name), fingerprint_of(&name), || Ok(content.unwrap_or_else(|| packed(file))))?;
            Ok((fingerprint, name))
        };
        let names: Vec<(Fingerprint, String)> = sheets.files.par_iter().map(put).collect::<Result<_, _>>()?;
        let catalogue: Catalogue = sheets.named(names.iter().map(|(_, name)| name.clone()).collect());
        let catalogue = catalogue.write();
        output.write(CATALOGUE, &catalogue)?;
        Ok(Names { index, names, catalogue })
    }
}

fn form(press: Fingerprint) -> String {
    format!("{FORM} {press}\n")
}

/// The address of the catalogue.
const CATALOGUE: &str = "search/catalogue.bin";

fn address(name: &str) -> String {
    [FOLDER, "/", name, ".bin"].concat()
}

/// The name contains the content hash, so its fingerprint identifies the content.
fn fingerprint_of(name: &str) -> Fingerprint {
    Fingerprint::of(name.as_bytes())
}
