//! The content folder.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::{Message, message};
use crate::locale::letters::composed;
use crate::store::fingerprint::Fingerprint;

/// The maximum size of a text file in bytes: a thick book.
pub const LARGEST: u64 = 1_000_000;

/// The content folder. Its files are identified by their paths relative to it.
#[derive(Clone, Debug)]
pub struct ContentFolder {
    path: PathBuf,
    name: PathBuf,
}

impl ContentFolder {
    /// The folder at `path`.
    pub fn at(path: &Path) -> ContentFolder {
        let last = |path: &Path| path.file_name().map(PathBuf::from);
        // `.` and `..` have no name of their own.
        let name = last(path).or_else(|| last(&path.canonicalize().ok()?));
        ContentFolder { path: path.to_path_buf(), name: name.unwrap_or_else(|| PathBuf::from("content")) }
    }

    /// The path of a file in the folder.
    pub fn path(&self, file: &Path) -> PathBuf {
        self.path.join(file)
    }

    /// The path of a file as shown to an editor: `content/war/x/index.md`.
    pub fn name(&self, file: &Path) -> PathBuf {
        self.name.join(file)
    }

    /// Reads a text file of the folder: without a byte order mark, with every line ending as a line feed, and with
    /// every letter composed. Also returns the fingerprint of the file.
    pub fn text(&self, file: &Path) -> Result<(String, Fingerprint), Diagnostic> {
        self.text_within(LARGEST, file)
    }

    /// Like [`ContentFolder::text`], for a file that may have so many bytes.
    pub fn text_within(&self, largest: u64, file: &Path) -> Result<(String, Fingerprint), Diagnostic> {
        let mistake = |message: Message, remedy: &str| Diagnostic::mistake(self.name(file), None, message, remedy);
        let bytes = read_within(largest, &self.path(file)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => mistake("the file is missing".into(), "write it, or put it back"),
            ErrorKind::FileTooLarge => {
                let what = message!("the file is larger than {} MB", largest / 1_000_000);
                mistake(what, "divide it, or leave out what readers do not need")
            }
            _ => mistake(message!("the file cannot be read: {error}"), "check its permissions"),
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

/// Reads a file, but no more of it than is allowed: [`ErrorKind::FileTooLarge`].
pub fn read_within(largest: u64, path: &Path) -> io::Result<Vec<u8>> {
    let (file, mut bytes) = (File::open(path)?, Vec::new());
    if file.metadata()?.len() > largest {
        return Err(ErrorKind::FileTooLarge.into());
    }
    // It may grow meanwhile, and not all that can be read has a length.
    file.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
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
    use super::with_line_feeds;

    #[test]
    fn a_line_may_end_in_any_of_three_ways() {
        assert_eq!(with_line_feeds(String::from("a\rb\r\nc\nd\r\re")), "a\nb\nc\nd\n\ne");
    }
}
