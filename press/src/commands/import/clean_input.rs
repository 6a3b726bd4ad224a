//! Reads an export and replaces what cannot be part of a text, so that one bad byte does not stop an import.

use std::cell::RefCell;
use std::io::{self, BufRead, ErrorKind, Read};
use std::rc::Rc;

/// A file without invalid UTF-8, which becomes U+FFFD, and without control characters, which become spaces.
pub struct CleanInput<R> {
    inner: R,
    /// Bytes as read; those from `kept` on begin a character that is not complete yet.
    raw: Vec<u8>,
    clean: Vec<u8>,
    /// The position in `clean` up to which it has been used.
    used: usize,
    is_at_end: bool,
    line: u64,
    faults: Rc<RefCell<Faults>>,
}

/// What a reader of an export shares with its input.
#[derive(Debug, Default)]
pub struct Faults {
    /// The number of places that were replaced.
    pub count: usize,
    /// The lines of the first ones.
    pub lines: Vec<u64>,
    /// The number of bytes used since this was last set to 0.
    pub length: u64,
}

/// How much is read at once.
const CHUNK: u64 = 1 << 16;

/// Maximum length in bytes of what is read without setting [`Faults::length`] to 0.
pub const LONGEST: u64 = 64_000_000;

/// The maximum number of lines that are named.
const NAMED: usize = 5;

impl<R: Read> CleanInput<R> {
    /// Reads from `inner`.
    pub fn of(inner: R, faults: Rc<RefCell<Faults>>) -> CleanInput<R> {
        CleanInput { inner, raw: Vec::new(), clean: Vec::new(), used: 0, is_at_end: false, line: 1, faults }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.clean.clear();
        self.used = 0;
        while self.clean.is_empty() && !self.is_at_end {
            let read = self.inner.by_ref().take(CHUNK).read_to_end(&mut self.raw)?;
            self.is_at_end = read == 0;
            self.take_over();
        }
        Ok(())
    }

    /// Moves the complete characters from `raw` to `clean`.
    fn take_over(&mut self) {
        let mut raw = std::mem::take(&mut self.raw);
        let mut rest = raw.as_slice();
        loop {
            let (valid, bad) = match str::from_utf8(rest) {
                Ok(_) => (rest.len(), 0),
                Err(error) => {
                    let end = if self.is_at_end { rest.len() - error.valid_up_to() } else { 0 };
                    (error.valid_up_to(), error.error_len().unwrap_or(end))
                }
            };
            let (text, after) = rest.split_at(valid);
            self.text(text);
            rest = after.get(bad..).unwrap_or_default();
            if bad == 0 {
                break;
            }
            self.clean.extend("\u{fffd}".bytes());
            self.fault();
        }
        let kept = raw.len() - rest.len();
        raw.drain(..kept);
        self.raw = raw;
    }

    fn text(&mut self, text: &[u8]) {
        let mut rest = text;
        while let Some(place) = rest.iter().position(|byte| *byte < b' ' && !b"\t\n\r".contains(byte)) {
            let (before, from) = rest.split_at(place);
            self.good(before);
            self.clean.push(b' ');
            self.fault();
            rest = from.get(1..).unwrap_or_default();
        }
        self.good(rest);
    }

    fn good(&mut self, text: &[u8]) {
        self.line += memchr::memchr_iter(b'\n', text).count() as u64;
        self.clean.extend_from_slice(text);
    }

    fn fault(&mut self) {
        let mut faults = self.faults.borrow_mut();
        faults.count += 1;
        if faults.lines.len() < NAMED && faults.lines.last() != Some(&self.line) {
            faults.lines.push(self.line);
        }
    }
}

impl<R: Read> BufRead for CleanInput<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.used >= self.clean.len() {
            self.fill()?;
        }
        Ok(self.clean.get(self.used..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.used += amount;
        self.faults.borrow_mut().length += amount as u64;
    }
}

impl<R: Read> Read for CleanInput<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

/// Input that fails once more than [`LONGEST`] bytes were used without a pause.
pub struct LimitedInput<R>(pub CleanInput<R>);

impl<R: Read> BufRead for LimitedInput<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.0.faults.borrow().length > LONGEST {
            let what = format!("an element is longer than {} MB", LONGEST / 1_000_000);
            return Err(io::Error::new(ErrorKind::InvalidData, what));
        }
        self.0.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

impl<R: Read> Read for LimitedInput<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl Faults {
    /// A note for the report, if something was replaced.
    pub fn note(&self) -> Option<String> {
        let lines: Vec<String> = self.lines.iter().map(u64::to_string).collect();
        let which = if lines.len() == 1 { "line" } else { "lines" };
        let more = if self.count > self.lines.len() { " and more" } else { "" };
        (self.count > 0).then(|| {
            let places = if self.count == 1 { String::from("1 place") } else { format!("{} places", self.count) };
            format!("bytes that are not part of a text were replaced in {places} ({which} {}{more})", lines.join(", "))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::io::Read;
    use std::rc::Rc;

    use super::{CleanInput, Faults};

    /// A reader that gives one byte at a time.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = self.0.len().min(buffer.len()).min(1);
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn clean(bytes: &[u8]) -> (String, Option<String>) {
        let faults = Rc::new(RefCell::new(Faults::default()));
        let mut text = String::new();
        CleanInput::of(Drip(bytes), Rc::clone(&faults)).read_to_string(&mut text).unwrap();
        let note = faults.borrow().note();
        (text, note)
    }

    #[test]
    fn text_is_not_changed() {
        let text = "Маяк\tі\r\nморе 🌊".repeat(10_000);
        assert_eq!(clean(text.as_bytes()), (text, None));
    }

    #[test]
    fn a_bad_byte_is_replaced_and_its_line_is_named() {
        let (text, note) = clean(b"one\ntwo \xff\xd0\nthree \x0b\xe2\x82");
        assert_eq!(text, "one\ntwo \u{fffd}\u{fffd}\nthree  \u{fffd}");
        let expected = "bytes that are not part of a text were replaced in 4 places (lines 2, 3 and more)";
        assert_eq!(note.as_deref(), Some(expected));
    }
}
