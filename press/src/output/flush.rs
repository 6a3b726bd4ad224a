//! Puts an edition on the disk before it goes live. A file that was only written is in memory for some seconds; after a
//! power cut it is often there, and empty.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::diagnostics::failure::Failure;

/// Puts the files of an edition on the disk. `written` lists the ones that are new in `folder`.
///
/// Linux can do it for a whole file system at once. That takes as long as the disk needs for what is new; an `fsync`
/// takes 2 ms for each file.
///
/// # Errors
/// The system could not write everything: only now may it find that the disk is full.
#[cfg(target_os = "linux")]
pub fn files(folder: &Path, _written: impl Fn() -> Vec<String>) -> Result<(), Failure> {
    let all = || -> io::Result<()> { Ok(rustix::fs::syncfs(File::open(folder)?)?) };
    all().map_err(Failure::file("write to disk", folder))
}

/// Puts the files of an edition on the disk. `written` lists the ones that are new in `folder`.
///
/// # Errors
/// The system could not write everything: only now may it find that the disk is full.
#[cfg(all(unix, not(target_os = "linux")))]
pub fn files(folder: &Path, written: impl Fn() -> Vec<String>) -> Result<(), Failure> {
    use rayon::prelude::*;
    use std::collections::BTreeSet;
    let sync = |path: &Path| File::open(path)?.sync_all();
    let files = written();
    let paths = files.iter().map(|address| folder.join(address));
    let folders: BTreeSet<_> =
        paths.clone().flat_map(|path| path.ancestors().map(Path::to_path_buf).collect::<Vec<_>>()).collect();
    let paths: Vec<_> = paths.chain(folders.into_iter().filter(|path| path.starts_with(folder))).collect();
    paths.par_iter().try_for_each(|path| sync(path).map_err(Failure::file("write to disk", path)))
}

/// Other systems cannot do it for a file that is no longer open to be written.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn files(_folder: &Path, _written: impl Fn() -> Vec<String>) -> Result<(), Failure> {
    Ok(())
}

/// Puts the name of a folder, and those beside it, on the disk.
pub fn names_beside(folder: &Path) {
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) {
        // The edition is live already. Some file systems cannot do this; after a power cut, the previous edition may
        // be back.
        _ = File::open(above).and_then(|above| above.sync_all());
    }
}
