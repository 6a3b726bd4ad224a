//! Reads regular files only. A named pipe would make press wait for ever for somebody to write to it, and a device may do
//! anything.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;

/// Opens the file at `path` to read it, and never waits for it.
///
/// # Errors
/// The file cannot be opened; [`ErrorKind::InvalidInput`] if it is a named pipe, a socket or a device.
pub fn open(path: &Path) -> Result<File> {
    checked(opened(path)).map(|(file, _)| file)
}

/// The content of the file at `path`.
///
/// # Errors
/// As [`open`], or the file cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    content(opened(path))
}

/// The text of the file at `path`.
///
/// # Errors
/// As [`read`], or the file is not valid UTF-8.
pub fn read_to_string(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|_| Error::new(ErrorKind::InvalidData, "it is not valid UTF-8"))
}

/// Whether the error says that a file is a named pipe, a socket or a device.
pub fn is_special(error: &Error) -> bool {
    // The system has errors of this kind, too.
    error.kind() == ErrorKind::InvalidInput && error.raw_os_error().is_none()
}

/// The content of a file that was opened with [`flags`].
///
/// # Errors
/// As [`read`].
pub fn content(opened: Result<File>) -> Result<Vec<u8>> {
    let (file, size) = checked(opened)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // `File::read_to_end` would ask for the size once more.
    file.take(u64::MAX).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The flags with which files are opened: a named pipe is not waited for, and a terminal does not become that of press.
#[cfg(unix)]
pub fn flags() -> rustix::fs::OFlags {
    use rustix::fs::OFlags;
    OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC
}

fn opened(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(flags().bits().cast_signed());
    }
    options.open(path)
}

/// The file and its size, if it is one. A folder is left to whoever reads it.
///
/// # Errors
/// As [`open`].
pub fn checked(opened: Result<File>) -> Result<(File, u64)> {
    let special = || Error::new(ErrorKind::InvalidInput, "it is a named pipe, a socket or a device");
    #[cfg(unix)]
    let opened = opened.map_err(|error| {
        // A socket cannot be opened.
        let is_socket = error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error());
        if is_socket { special() } else { error }
    });
    let file = opened?;
    let found = file.metadata()?;
    if found.is_file() || found.is_dir() { Ok((file, found.len())) } else { Err(special()) }
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::ErrorKind;
    use std::os::unix::net::UnixListener;

    #[test]
    fn a_special_file_is_refused_at_once() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let [pipe, socket] = ["pipe", "socket"].map(|name| folder.path().join(name));
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RWXU, 0).unwrap();
        let _listener = UnixListener::bind(&socket).unwrap();
        for path in [&pipe, &socket, &std::path::PathBuf::from("/dev/null")] {
            assert_eq!(super::read(path).unwrap_err().kind(), ErrorKind::InvalidInput, "{}", path.display());
            assert_eq!(super::open(path).unwrap_err().kind(), ErrorKind::InvalidInput, "{}", path.display());
        }
        std::fs::write(folder.path().join("file"), "words").unwrap();
        assert_eq!(super::read_to_string(&folder.path().join("file")).unwrap(), "words");
    }
}
