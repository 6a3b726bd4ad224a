//! Reads the export one element at a time, whatever its size.

use std::cell::RefCell;
use std::fs::File;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};

use super::element::XmlElement;
use crate::commands::import::clean_input::{CleanInput, Faults, LimitedInput};
use crate::diagnostics::failure::Failure;
use crate::store::plain_file;

/// A reader of the elements of the channel.
pub struct Wxr {
    path: PathBuf,
    reader: Reader<LimitedInput<File>>,
    buffer: Vec<u8>,
    wanted: Wanted,
    /// What was replaced in the file, and how long the current element is.
    faults: Rc<RefCell<Faults>>,
    /// The names of the enclosing elements, `rss` and `channel`.
    around: Vec<String>,
    /// The elements that have started and not ended, outermost first.
    open: Vec<XmlElement>,
    /// The depth within an element that is being skipped; 0 if none is.
    passed_over: usize,
    /// The number of comments so far.
    pub comments: usize,
}

/// Which of the large elements are wanted; the others are skipped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The texts of stories.
    pub texts: bool,
    /// Comments.
    pub comments: bool,
}

/// Maximum depth of elements that are read. An export needs four: `item`, `wp:comment`, `wp:commentmeta`,
/// `wp:meta_key`.
const DEEPEST: usize = 6;

/// Maximum number of elements in an element, or of attributes.
const WIDEST: usize = 100_000;

/// What follows an event.
enum Step {
    Next,
    Element(XmlElement),
    End,
}

impl Wxr {
    /// Opens the export at `path`.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(path: &Path, wanted: Wanted) -> Result<Wxr, Failure> {
        let file = plain_file::open(path).map_err(Failure::file("read", path))?;
        let faults = Rc::new(RefCell::new(Faults::default()));
        let mut reader = Reader::from_reader(LimitedInput(CleanInput::of(file, Rc::clone(&faults))));
        // Plug-ins write addresses such as ?a=1&b=2 as they are.
        reader.config_mut().allow_dangling_amp = true;
        let (buffer, around, open) = (Vec::new(), Vec::new(), Vec::new());
        let path = path.to_path_buf();
        Ok(Wxr { path, reader, buffer, wanted, faults, around, open, passed_over: 0, comments: 0 })
    }

    /// A note about what was replaced in the file so far.
    pub fn faults(&self) -> Option<String> {
        self.faults.borrow().note()
    }

    /// Reads the next element of the channel; none at the end.
    ///
    /// # Errors
    /// The file is damaged or is not an export.
    pub fn next(&mut self) -> Result<Option<XmlElement>, Failure> {
        self.faults.borrow_mut().length = 0;
        let mut buffer = std::mem::take(&mut self.buffer);
        let found = loop {
            buffer.clear();
            if self.open.is_empty() {
                self.faults.borrow_mut().length = 0;
            }
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(quick_xml::Error::Io(error)) => return Err(self.too_much(&error.to_string())),
                Err(error) => return Err(self.damaged(self.reader.error_position(), &error.to_string())),
            };
            match self.step(event)? {
                Step::Next => {}
                Step::Element(element) => break Some(element),
                Step::End => break None,
            }
        };
        self.buffer = buffer;
        Ok(found)
    }

    fn step(&mut self, event: Event<'_>) -> Result<Step, Failure> {
        let ended = match event {
            Event::Start(start) => return self.start(&start).map(|()| Step::Next),
            Event::Empty(start) => {
                self.start(&start)?;
                self.end()
            }
            Event::End(_) => self.end(),
            // The text of an element that is skipped need not be decoded.
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if self.passed_over > 0 => None,
            Event::Text(text) => {
                let text = text.xml10_content().map_err(|error| error.to_string());
                return self.text(text.as_deref()).map(|()| Step::Next);
            }
            Event::CData(text) => {
                let text = text.xml10_content().map_err(|error| error.to_string());
                return self.text(text.as_deref()).map(|()| Step::Next);
            }
            Event::GeneralRef(reference) => {
                let text = referred(&reference);
                return self.text(text.as_deref()).map(|()| Step::Next);
            }
            Event::Decl(declaration) => return self.encoding(&declaration).map(|()| Step::Next),
            Event::Eof => return self.end_of_file().map(|()| Step::End),
            _ => None,
        };
        Ok(ended.map_or(Step::Next, Step::Element))
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
        self.comments += usize::from(name == "wp:comment" && self.passed_over == 0);
        let is_unwanted = self.open.len() >= DEEPEST
            || (!self.wanted.texts && name == "content:encoded")
            || (!self.wanted.comments && name == "wp:comment")
            || name == "wp:commentmeta";
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
        if attributes.len() > WIDEST || self.open.last().is_some_and(|parent| parent.children.len() >= WIDEST) {
            return Err(self.too_much("an element has more than 100,000 parts"));
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

    fn text(&mut self, text: Result<&str, &String>) -> Result<(), Failure> {
        let text = text.map_err(|error| self.damaged(self.reader.buffer_position(), error))?;
        if self.passed_over == 0
            && let Some(element) = self.open.last_mut()
        {
            element.text.push_str(text);
        } else if self.around.is_empty() && text.chars().any(|letter| !letter.is_whitespace() && letter != '\u{feff}') {
            return Err(self.stranger("text"));
        }
        Ok(())
    }

    fn encoding(&self, declaration: &BytesDecl<'_>) -> Result<(), Failure> {
        let Some(Ok(encoding)) = declaration.encoding() else { return Ok(()) };
        let encoding = String::from_utf8_lossy(&encoding).into_owned();
        if ["utf-8", "utf8", "us-ascii"].contains(&encoding.to_lowercase().as_str()) {
            return Ok(());
        }
        Err(Failure::message(
            format!("{} is written in {encoding}, not in UTF-8", self.path.display()),
            format!("convert it: iconv -f {encoding} -t UTF-8, and write encoding=\"UTF-8\" in its first line"),
        ))
    }

    fn end_of_file(&self) -> Result<(), Failure> {
        if !self.around.is_empty() || !self.open.is_empty() {
            return Err(self.damaged(self.reader.buffer_position(), "unexpected end of file"));
        }
        if self.reader.buffer_position() == 0 {
            return Err(self.stranger("nothing"));
        }
        Ok(())
    }

    fn stranger(&self, found: &str) -> Failure {
        Failure::message(
            format!("{} is not a WordPress export: it begins with {found}", self.path.display()),
            "export the stories in WordPress under Tools, Export, All content",
        )
    }

    fn damaged(&self, position: u64, error: &str) -> Failure {
        Failure::message(
            format!("{}: the export is damaged: {error} (byte {position})", self.place(position)),
            "export again; if the new file is damaged too, repair it there",
        )
    }

    fn too_much(&self, what: &str) -> Failure {
        Failure::message(
            format!("{}: {what}", self.place(self.reader.buffer_position())),
            "find out what it is, and remove it from the export",
        )
    }

    /// The file and the line of a byte position.
    fn place(&self, position: u64) -> String {
        let line = self.line(position).map_or(String::new(), |line| format!(":{line}"));
        format!("{}{line}", self.path.display())
    }

    /// The line, from 1, of a byte position in the input.
    fn line(&self, position: u64) -> Option<u64> {
        let input = CleanInput::of(plain_file::open(&self.path).ok()?, Rc::default());
        let mut input = input.take(position);
        let mut line = 1;
        loop {
            let bytes = input.fill_buf().ok()?;
            if bytes.is_empty() {
                return Some(line);
            }
            line += memchr::memchr_iter(b'\n', bytes).count() as u64;
            let length = bytes.len();
            input.consume(length);
        }
    }
}

/// Resolves an entity reference. An unknown one is kept as written, since it may be an HTML entity.
fn referred(reference: &BytesRef<'_>) -> Result<String, String> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        // XML has no way to write most control characters.
        return Ok(String::from(if letter.is_control() && !"\t\n\r".contains(letter) { ' ' } else { letter }));
    }
    let name = reference.decode().map_err(|error| error.to_string())?;
    Ok(resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), String::from))
}
