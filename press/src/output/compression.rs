//! Precompressed copies (Brotli and gzip) next to the files of the site, for hosts that can serve them: no host takes
//! the time to compress this well on request. Pages and documents are usually left to the host.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use super::Output;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::progress::Progress;
use crate::store::fingerprint::Fingerprint;
use crate::store::new_file::replace_shared;
use crate::store::tool_versions::tool_versions;

/// How files of certain kinds are compressed.
struct Packing {
    /// Their file extensions. Pictures and fonts are compressed already.
    kinds: &'static [&'static str],
    brotli: u32,
    gzip: u32,
}

/// The app, its styles and icons: the highest levels, since these files are compressed once and fetched often.
const LONG_LIVED: Packing = Packing { kinds: &["css", "js", "svg", "wasm"], brotli: 11, gzip: 9 };

/// Pages and documents, which change with every edition: the publisher decides how much time to spend on them.
fn pages(level: u32) -> Packing {
    Packing { kinds: &["html", "json", "webmanifest"], brotli: level, gzip: level.min(9) }
}

/// Which files get precompressed copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compress {
    /// None.
    Nothing,
    /// The app, its styles and icons.
    LongLived,
    /// Pages and documents, too.
    Everything {
        /// Brotli's level for these, from 1 to 11; gzip uses the same level, but at most 9.
        level: u32,
    },
}

/// Puts `<file>.br` and `<file>.gz` next to each file of `output` that `what` includes, if they are smaller than the
/// file. Compressed files are cached in the folder `cache` until no file of the edition uses them.
///
/// # Errors
/// A file cannot be read or written.
pub fn compress(what: Compress, output: &Output, cache: &Path) -> Result<(), Failure> {
    let packings = match what {
        Compress::Nothing => return Ok(()),
        Compress::LongLived => vec![LONG_LIVED],
        Compress::Everything { level } => vec![LONG_LIVED, pages(level)],
    };
    let packing = |address: &str| {
        let kind = address.rsplit_once('.').map(|(_, kind)| kind).unwrap_or_default();
        // The template of press is not a page.
        packings.iter().find(|packing| packing.kinds.contains(&kind) && address != "shell.html")
    };
    let files = output.files().into_iter();
    let files: Vec<_> =
        files.filter_map(|(address, fingerprint)| Some((packing(&address)?, address, fingerprint))).collect();
    fs::create_dir_all(cache).map_err(Failure::file("make", cache))?;
    let progress = Progress::of(files.len(), "files compressed");
    let versions = tool_versions(&["brotli", "flate2", "miniz_oxide"]);
    let used = files.par_iter().map(|(packing, address, fingerprint)| {
        let used = packing.pack(address, *fingerprint, output, (cache, &versions))?;
        progress.step();
        Ok(used)
    });
    let used = used.collect::<Result<Vec<_>, Failure>>()?;
    tidy(cache, &used.into_iter().flatten().collect())
}

impl Packing {
    /// Compresses a file in both formats. Returns the names of the two files in the cache.
    fn pack(
        &self,
        address: &str,
        fingerprint: Fingerprint,
        output: &Output,
        (cache, versions): (&Path, &str),
    ) -> Result<[OsString; 2], Failure> {
        let pack =
            |ending: &str, level: u32, pack: fn(&[u8], u32) -> std::io::Result<Vec<u8>>| -> Result<OsString, Failure> {
                let fingerprint = Fingerprint::of_value(&(fingerprint, ending, level, versions));
                let (name, beside) = (format!("{fingerprint}.{ending}"), format!("{address}.{ending}"));
                if !output.lies(&beside, fingerprint) {
                    let (path, kept) = (output.folder().join(address), cache.join(&name));
                    // A power cut leaves an empty file.
                    if !fs::metadata(&kept).is_ok_and(|file| file.is_file() && file.len() > 0) {
                        let content = fs::read(&path).map_err(Failure::file("read", &path))?;
                        let packed = pack(&content, level).map_err(Failure::file("compress", &path))?;
                        replace_shared(&kept, &packed)?;
                    }
                    let size =
                        |path: &Path| fs::metadata(path).map(|file| file.len()).map_err(Failure::file("read", path));
                    if size(&kept)? >= size(&path)? {
                        return Ok(OsString::from(name));
                    }
                }
                output.link(&beside, fingerprint, || Ok(cache.join(&name)))?;
                Ok(OsString::from(name))
            };
        Ok([pack("br", self.brotli, brotli)?, pack("gz", self.gzip, gzip)?])
    }
}

/// Removes from the cache what no file of this edition has used. Another press may be using the same cache.
fn tidy(cache: &Path, used: &BTreeSet<OsString>) -> Result<(), Failure> {
    for entry in fs::read_dir(cache).map_err(Failure::file("read", cache))? {
        let path = entry.map_err(Failure::file("read", cache))?.path();
        let is_packed = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        if is_packed && path.file_name().is_some_and(|name| !used.contains(name)) {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failure::file("remove", &path)(error)),
                _ => {}
            }
        }
    }
    Ok(())
}

fn brotli(content: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let quality = i32::try_from(level).unwrap_or(i32::MAX);
    let parameters = BrotliEncoderParams { quality, size_hint: content.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)?;
    Ok(packed)
}

/// Without a timestamp, which would make every edition different.
fn gzip(content: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(level));
    packer.write_all(content)?;
    packer.finish()
}
