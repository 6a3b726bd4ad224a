//! Reads the export one element at a time, whatever its size.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::element::XmlElement;
use crate::diagnostics::failure::Failure;

/// A reader of the elements of the channel.
pub struct Wxr {
    path: PathBuf,
    reader: Reader<BufReader<File>>,
    buffer: Vec<u8>,
    with_texts: bool,
    /// The names of the enclosing elements, `rss` and `channel`.
    around: Vec<String>,
    /// The elements that have started and not ended, outermost first.
    open: Vec<XmlElement>,
    /// The depth within an element that is being skipped; 0 if none is.
    passed_over: usize,
}

/// Maximum depth of elements that are read. An export needs four: `item`, `wp:comment`, `wp:commentmeta`,
/// `wp:meta_key`.
const DEEPEST: usize = 6;

impl Wxr {
    /// Opens the export at `path`; without `with_texts`, the texts of stories are skipped.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(path: &Path, with_texts: bool) -> Result<Wxr, Failure> {
        let file = File::open(path).map_err(Failure::file("read", path))?;
        let reader = Reader::from_reader(BufReader::with_capacity(1 << 16, file));
        let (buffer, around, open) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Wxr { path: path.to_path_buf(), reader, buffer, with_texts, around, open, passed_over: 0 })
    }

    /// Reads the next element of the channel; none at the end.
    ///
    /// # Errors
    /// The file is damaged or is not an export.
    pub fn next(&mut self) -> Result<Option<XmlElement>, Failure> {
        loop {
            self.buffer.clear();
            let mut buffer = std::mem::take(&mut self.buffer);
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event.into_owned(),
                Err(error) => return Err(self.damaged(self.reader.error_position(), &error.to_string())),
            };
            self.buffer = buffer;
            match event {
                Event::Start(start) => self.start(&start)?,
                Event::Empty(start) => {
                    self.start(&start)?;
                    if let Some(element) = self.end() {
                        return Ok(Some(element));
                    }
                }
                Event::End(_) => {
                    if let Some(element) = self.end() {
                        return Ok(Some(element));
                    }
                }
                Event::Text(text) => {
                    let text = text.xml10_content().map(String::from);
                    self.text(text.map_err(|error| error.to_string()))?;
                }
                Event::CData(text) => {
                    let text = text.xml10_content().map(String::from);
                    self.text(text.map_err(|error| error.to_string()))?;
                }
                Event::GeneralRef(reference) => self.text(referred(&reference))?,
                Event::Eof => return self.end_of_file(),
                _ => {}
            }
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Failure> {
        let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
        let outer = self.around.len();
        if (outer == 0 && name != "rss") || (outer == 1 && name != "channel") {
            return Err(self.stranger(&name));
        }
        if outer < 2 {
            self.around.push(name);
            return Ok(());
        }
        let is_unwanted = self.open.len() >= DEEPEST
            || (!self.with_texts && name == "content:encoded")
            || (self.open.len() > 1 && self.open.last().is_some_and(|last| last.name == "wp:comment"));
        if self.passed_over > 0 || is_unwanted {
            self.passed_over += 1;
            return Ok(());
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            let value = String::from_utf8_lossy(&attribute.value).into_owned();
            let value = quick_xml::escape::unescape(&value).map(String::from).unwrap_or(value);
            attributes.push((key, value));
        }
        self.open.push(XmlElement { name, attributes, ..XmlElement::default() });
        Ok(())
    }

    /// Ends the innermost element and returns it if it is a child of the channel.
    fn end(&mut self) -> Option<XmlElement> {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return None;
        }
        let Some(element) = self.open.pop() else {
            self.around.pop();
            return None;
        };
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(element);
                None
            }
            None => Some(element),
        }
    }

    fn text(&mut self, text: Result<String, String>) -> Result<(), Failure> {
        let text = text.map_err(|error| self.damaged(self.reader.buffer_position(), &error))?;
        if self.passed_over == 0
            && let Some(element) = self.open.last_mut()
        {
            element.text.push_str(&text);
        } else if self.around.is_empty() && text.chars().any(|letter| !letter.is_whitespace() && letter != '\u{feff}') {
            return Err(self.stranger("text"));
        }
        Ok(())
    }

    fn end_of_file(&self) -> Result<Option<XmlElement>, Failure> {
        if !self.around.is_empty() || !self.open.is_empty() {
            return Err(self.damaged(self.reader.buffer_position(), "unexpected end of file"));
        }
        if self.reader.buffer_position() == 0 {
            return Err(self.stranger("nothing"));
        }
        Ok(None)
    }

    fn stranger(&self, found: &str) -> Failure {
        Failure::message(
            format!("{} is not a WordPress export: it begins with {found}", self.path.display()),
            "export the stories in WordPress under Tools, Export, All content",
        )
    }

    fn damaged(&self, position: u64, error: &str) -> Failure {
        let line = self.line(position).map_or(String::new(), |line| format!(":{line}"));
        Failure::message(
            format!("{}{line}: the export is damaged: {error} (byte {position})", self.path.display()),
            "export again; if the new file is damaged too, repair it there",
        )
    }

    /// The line, from 1, of a byte position in the file.
    fn line(&self, position: u64) -> Option<u64> {
        let mut file = BufReader::new(File::open(&self.path).ok()?.take(position));
        let mut line = 1;
        loop {
            let bytes = file.fill_buf().ok()?;
            if bytes.is_empty() {
                return Some(line);
            }
            line += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
            let length = bytes.len();
            file.consume(length);
        }
    }
}

/// Resolves an entity reference. An unknown one is kept as written, since it may be an HTML entity.
fn referred(reference: &BytesRef<'_>) -> Result<String, String> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Ok(String::from(letter));
    }
    let name = reference.decode().map_err(|error| error.to_string())?;
    Ok(resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), String::from))
}
