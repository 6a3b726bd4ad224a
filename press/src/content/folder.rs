//! The content folder.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::unreadable::Unreadable;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::Message;
use crate::locale::letters::composed;
use crate::store::fingerprint::Fingerprint;
use crate::store::plain_file;

/// The maximum size of a text file in bytes: a thick book.
pub const LARGEST: u64 = 1_000_000;

/// The content folder. Its files are identified by their paths relative to it. What leads out of it is not read:
/// `docs/adr/0024-press-reads-only-its-content.md`.
#[derive(Clone, Debug, Default)]
pub struct ContentFolder {
    path: PathBuf,
    name: PathBuf,
    /// The open folder, on Linux; none if there is no such folder.
    root: Option<Arc<File>>,
}

impl ContentFolder {
    /// The folder at `path`.
    pub fn at(path: &Path) -> ContentFolder {
        let last = |path: &Path| path.file_name().map(PathBuf::from);
        // `.` and `..` have no name of their own.
        let name = last(path).or_else(|| last(&path.canonicalize().ok()?));
        let name = name.unwrap_or_else(|| PathBuf::from("content"));
        let root = if cfg!(target_os = "linux") { File::open(path).ok().map(Arc::new) } else { None };
        ContentFolder { path: path.to_path_buf(), name, root }
    }

    /// The path of a file in the folder.
    pub fn path(&self, file: &Path) -> PathBuf {
        self.path.join(file)
    }

    /// The path of a file as shown to an editor: `content/war/x/index.md`.
    pub fn name(&self, file: &Path) -> PathBuf {
        self.name.join(file)
    }

    /// The content of a file of the folder, which may have `largest` bytes.
    ///
    /// # Errors
    /// The file cannot be read, is larger, is not a regular file, or is not in the folder.
    pub fn read(&self, largest: u64, file: &Path) -> Result<Vec<u8>, Unreadable> {
        let (file, size) = plain_file::checked(self.open(file)?)?;
        if size > largest {
            return Err(Unreadable::TooLarge(largest));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        // It may have grown meanwhile.
        file.take(largest + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > largest { Err(Unreadable::TooLarge(largest)) } else { Ok(bytes) }
    }

    /// The first bytes of a file of the folder.
    ///
    /// # Errors
    /// As [`ContentFolder::read`].
    pub fn begin(&self, file: &Path, length: u64) -> Result<Vec<u8>, Unreadable> {
        let (file, _) = plain_file::checked(self.open(file)?)?;
        let mut bytes = Vec::new();
        file.take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Opens what is at the path of a file, if that is in the folder.
    ///
    /// Linux itself sees to it that the path does not lead out of the folder, whatever is changed meanwhile. It does
    /// not know where absolute links lead; then, and on other systems, the path is resolved first.
    fn open(&self, file: &Path) -> Result<io::Result<File>, Unreadable> {
        Ok(match self.open_below(file) {
            Err(error) if is_unresolved(&error) => {
                let (whole, root) = (fs::canonicalize(self.path(file))?, fs::canonicalize(&self.path)?);
                let below = whole.strip_prefix(&root).map_err(|_| Unreadable::Outside)?;
                match self.open_below(below) {
                    Err(error) if is_unresolved(&error) => plain_file::open(&whole),
                    opened => opened,
                }
            }
            opened => opened,
        })
    }

    #[cfg(target_os = "linux")]
    fn open_below(&self, file: &Path) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
        let root = self.root.as_ref().ok_or(io::ErrorKind::Unsupported)?;
        let flags = plain_file::flags() | OFlags::RDONLY;
        Ok(openat2(root, file, flags, Mode::empty(), ResolveFlags::BENEATH)?.into())
    }

    #[cfg(not(target_os = "linux"))]
    fn open_below(&self, _file: &Path) -> io::Result<File> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// The path of a folder in which something is to be written.
    ///
    /// # Errors
    /// It is a link that leads out of the content folder.
    pub fn folder_to_write_in(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = self.path(folder);
        let is_outside = match (fs::canonicalize(&path), fs::canonicalize(&self.path)) {
            (Ok(whole), Ok(root)) => !whole.starts_with(root),
            // It does not exist yet.
            _ => false,
        };
        if is_outside {
            let fault = Unreadable::Outside;
            let what = format_args!("{} {}", self.name(folder).display(), fault.what()).to_string();
            return Err(Failure::message(what, fault.remedy()));
        }
        Ok(path)
    }

    /// Reads a text file of the folder: without a byte order mark, with every line ending as a line feed, and with
    /// every letter composed. Also returns the fingerprint of the file.
    pub fn text(&self, file: &Path) -> Result<(String, Fingerprint), Diagnostic> {
        self.text_within(LARGEST, file)
    }

    /// Like [`ContentFolder::text`], for a file that may have so many bytes.
    pub fn text_within(&self, largest: u64, file: &Path) -> Result<(String, Fingerprint), Diagnostic> {
        let mistake = |message: Message, remedy: &str| Diagnostic::mistake(self.name(file), None, message, remedy);
        let bytes = self.read(largest, file).map_err(|fault| match fault {
            missing if missing.is_missing() => mistake("the file is missing".into(), "write it, or put it back"),
            fault => mistake(Message::from("the file").then(&fault.what()), fault.remedy()),
        })?;
        let fingerprint = Fingerprint::of(&bytes);
        let text = String::from_utf8(bytes)
            .map_err(|_| mistake("the file is not valid UTF-8".into(), "save it with the encoding UTF-8"))?;
        let text = text.strip_prefix('\u{feff}').map(String::from).unwrap_or(text);
        let text = match composed(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(composed) => composed,
        };
        Ok((with_line_feeds(text), fingerprint))
    }
}

/// Whether the path has to be resolved before the file can be opened: it may lead out of the folder, or was changed
/// meanwhile, or the system, or a sandbox, does not know the call.
fn is_unresolved(error: &io::Error) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::io::Errno;
        let unresolved = [Errno::XDEV, Errno::AGAIN, Errno::NOSYS, Errno::PERM];
        if unresolved.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error())) {
            return true;
        }
    }
    error.kind() == io::ErrorKind::Unsupported
}

/// Replaces all line endings with line feeds, because the parsers of Markdown, YAML and TOML disagree on whether a
/// carriage return ends a line, and so on line numbers.
fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::{ContentFolder, LARGEST, with_line_feeds};
    use crate::content::unreadable::Unreadable;

    #[cfg(unix)]
    #[test]
    fn only_what_is_in_the_folder_is_read() {
        use std::fs;
        use std::os::unix::fs::symlink;
        use std::path::Path;
        let room = tempfile::tempdir().unwrap();
        let content = room.path().join("content");
        fs::create_dir_all(content.join("town")).unwrap();
        fs::write(content.join("town/story.md"), "a story").unwrap();
        fs::write(room.path().join("diary.md"), "a diary").unwrap();
        symlink("..", content.join("town/above")).unwrap();
        symlink("../..", content.join("town/out")).unwrap();
        symlink("../diary.md", content.join("relative.md")).unwrap();
        symlink(room.path().join("diary.md"), content.join("absolute.md")).unwrap();
        symlink(content.join("town/story.md"), content.join("within.md")).unwrap();
        let folder = ContentFolder::at(&content);
        for inside in ["town/story.md", "town/above/town/story.md", "within.md", "town/../town/story.md"] {
            assert_eq!(folder.read(LARGEST, Path::new(inside)).unwrap(), b"a story", "{inside}");
        }
        for outside in
            ["relative.md", "absolute.md", "town/out/diary.md", "../diary.md", "town/out/content/relative.md"]
        {
            let read = folder.read(LARGEST, Path::new(outside));
            assert!(matches!(read, Err(Unreadable::Outside)), "{outside}: {read:?}");
        }
        assert!(folder.read(LARGEST, Path::new("nowhere.md")).unwrap_err().is_missing());
        assert_eq!(folder.begin(Path::new("within.md"), 3).unwrap(), b"a s");
        // As on systems that cannot do it themselves.
        let folder = ContentFolder { root: None, ..folder };
        assert_eq!(folder.read(LARGEST, Path::new("within.md")).unwrap(), b"a story");
        assert!(matches!(folder.read(LARGEST, Path::new("relative.md")), Err(Unreadable::Outside)));
    }

    #[test]
    fn a_line_may_end_in_any_of_three_ways() {
        assert_eq!(with_line_feeds(String::from("a\rb\r\nc\nd\r\re")), "a\nb\nc\nd\n\ne");
    }
}
