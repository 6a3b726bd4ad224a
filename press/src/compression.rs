//! Brotli and gzip beside the files that are cached for long: hosts that serve such files need not compress them, and
//! none of them would take the time to do it this well. Pages and documents are left to the host.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::failure::Failure;

/// What is compressed: the app, the stylesheet, icons. Pictures and fonts are compressed already.
const KINDS: [&str; 4] = ["css", "js", "svg", "wasm"];

/// Writes `<file>.br` (level 11) and `<file>.gz` (level 9) beside each such file below `folder`, where that is smaller.
///
/// # Errors
/// A file cannot be read or written.
pub fn compress(folder: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let path = entry.map_err(|error| Failure::file("read", folder)(error.into()))?.into_path();
        if path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| KINDS.contains(&kind)) {
            files.push(path);
        }
    }
    files.par_iter().try_for_each(|path| {
        let content = fs::read(path).map_err(Failure::file("read", path))?;
        for (ending, packed) in [("br", brotli(&content)), ("gz", gzip(&content))] {
            let mut name = path.clone().into_os_string();
            name.push(".");
            name.push(ending);
            let name = PathBuf::from(name);
            let packed = packed.map_err(Failure::file("compress", path))?;
            if packed.len() < content.len() {
                fs::write(&name, packed).map_err(Failure::file("write", &name))?;
            }
        }
        Ok(())
    })
}

fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, size_hint: content.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)?;
    Ok(packed)
}

/// Without a time, which would make every edition another one.
fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(content)?;
    packer.finish()
}
