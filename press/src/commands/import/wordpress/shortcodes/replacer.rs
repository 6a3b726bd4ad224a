//! Goes through a text from one bracket to the next, in time proportional to its length.

use std::collections::{HashMap, HashSet};

use super::code::Code;
use super::story_files::StoryFiles;
use super::{builders, names, players};
use crate::commands::import::note::Note;
use crate::commands::import::note_list::NoteList;

/// Replaces the shortcodes of one text.
pub struct Replacer<'a> {
    content: &'a str,
    files: &'a StoryFiles<'a>,
    notes: &'a mut NoteList,
    /// The positions of closing shortcodes, by name.
    closers: HashMap<&'a str, Vec<usize>>,
    /// What takes the place of closing shortcodes, by position.
    endings: HashMap<usize, &'static str>,
    out: String,
    /// How many `pre` and `code` elements are open.
    in_code: usize,
    /// Whether this is a block that contains nothing but a shortcode.
    in_block: bool,
    /// How many bytes may still be read in vain for the end of a shortcode.
    patience: usize,
}

/// Maximum length of a shortcode in bytes, and when patience has run out.
const LONGEST: [usize; 2] = [200_000, 200];

impl<'a> Replacer<'a> {
    /// The content with its shortcodes replaced.
    pub fn replaced(content: &'a str, files: &'a StoryFiles<'a>, notes: &'a mut NoteList) -> String {
        let mut replacer = Replacer {
            content,
            files,
            notes,
            closers: closers(content),
            endings: HashMap::new(),
            out: String::with_capacity(content.len()),
            in_code: 0,
            in_block: false,
            patience: content.len().saturating_mul(20) + 1_000_000,
        };
        replacer.run();
        replacer.out
    }

    fn run(&mut self) {
        let (mut place, mut no_more_tags, mut no_more_comments) = (0, false, false);
        while let Some(step) = memchr::memchr2(b'[', b'<', self.content.as_bytes().get(place..).unwrap_or_default()) {
            self.out.push_str(&self.content[place..place + step]);
            place += step;
            let from = &self.content[place..];
            if from.starts_with('[') {
                place += self.bracket(place, from);
                continue;
            }
            let is_comment = from.starts_with("<!--");
            let is_tag = from[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || "/!".contains(letter));
            let (end, gone) = if is_comment { ("-->", &mut no_more_comments) } else { (">", &mut no_more_tags) };
            let length = if is_tag && !*gone { from.find(end) } else { None };
            *gone |= is_tag && length.is_none();
            let length = length.map_or(1, |length| length + end.len());
            self.tag(&from[..length]);
            self.out.push_str(&from[..length]);
            place += length;
        }
        self.out.push_str(self.content.get(place..).unwrap_or_default());
    }

    fn tag(&mut self, tag: &str) {
        let is = |start: &str| {
            let rest =
                tag.get(..start.len()).filter(|own| own.eq_ignore_ascii_case(start)).map(|_| &tag[start.len()..]);
            rest.is_some_and(|rest| rest.starts_with(|letter: char| !letter.is_ascii_alphanumeric()))
        };
        if is("<pre") || is("<code") {
            self.in_code += 1;
        } else if is("</pre") || is("</code") {
            self.in_code = self.in_code.saturating_sub(1);
        } else if let Some(comment) = tag.strip_prefix("<!--") {
            let comment = comment.trim_start();
            self.in_block = (self.in_block || comment.starts_with("wp:shortcode")) && !comment.starts_with("/wp:");
        }
    }

    /// Reads what may be a shortcode; returns the number of bytes used.
    fn bracket(&mut self, place: usize, from: &'a str) -> usize {
        if let Some(length) = self.escaped(place, from) {
            return length;
        }
        let code = self.read(from);
        let Some(code) = code.as_ref().filter(|code| self.is_one(code)) else {
            if let Some(code) = code {
                self.doubtful(place, &code);
            }
            self.out.push('[');
            return 1;
        };
        if code.closes {
            match self.endings.remove(&place) {
                Some(ending) => self.out.push_str(ending),
                None => self.left_out(code),
            }
            self.out.push_str(if names::is_block(code.name) { "\n\n" } else { "" });
            return code.end;
        }
        self.replace(place, code)
    }

    /// Notes a single word in brackets, alone in its line: it is kept, but may have been a shortcode.
    fn doubtful(&mut self, place: usize, code: &Code<'_>) {
        let before = self.content[..place].trim_end_matches([' ', '\t']);
        let after = self.content[place + code.end..].trim_start_matches([' ', '\t', '\r']);
        let is_alone = (before.is_empty() || before.ends_with(['\n', '>']))
            && (after.is_empty() || after.starts_with(['\n', '<']));
        if is_alone && code.attributes.is_empty() && code.name.bytes().all(|byte| !byte.is_ascii_uppercase()) {
            self.notes.add(Note::to_do(format!("[{}] may have been a shortcode; it was kept as text", code.name)));
        }
    }

    fn read(&mut self, from: &'a str) -> Option<Code<'a>> {
        match Code::read(from, LONGEST[usize::from(self.patience == 0)]) {
            Ok(code) => Some(code),
            Err(read) => {
                self.patience = self.patience.saturating_sub(read);
                None
            }
        }
    }

    /// Double brackets escape a shortcode: `[[gallery]]`, `[[caption]a[/caption]]`.
    fn escaped(&mut self, place: usize, from: &'a str) -> Option<usize> {
        let inner = from.strip_prefix('[').filter(|inner| inner.starts_with('['))?;
        let code = self.read(inner)?;
        let end = match inner[code.end..].starts_with(']') {
            true => code.end,
            false => {
                let closer = self.closer(code.name, place + 1 + code.end)? - place - 1;
                let length = inner[closer..].find(']')? + 1;
                inner[closer + length..].starts_with(']').then_some(closer + length)?
            }
        };
        self.out.push_str(&inner[..end]);
        Some(end + 2)
    }

    fn is_one(&self, code: &Code<'_>) -> bool {
        if self.in_code > 0 && !self.in_block {
            return names::is_sure(code.name) && (code.closes || !code.attributes.is_empty());
        }
        let is_known = names::is_known(code.name);
        let has_closer = code.closes || self.closers.contains_key(code.name);
        // In `[see https://x.example]`, the address belongs to the sentence.
        is_known || self.in_block || has_closer || code.is_empty || code.has_keys()
    }

    /// The position of the next closing shortcode of this name.
    fn closer(&self, name: &str, from: usize) -> Option<usize> {
        let places = self.closers.get(name)?;
        places.get(places.partition_point(|place| *place < from)).copied()
    }

    /// Writes the replacement of a shortcode at `place`; returns the number of bytes used.
    fn replace(&mut self, place: usize, code: &Code<'a>) -> usize {
        let closer = self.closer(code.name, place + code.end);
        let inner = closer.map(|closer| &self.content[place + code.end..closer]);
        let after = |inner: &str| code.end + inner.len() + code.name.len() + "[/]".len();
        self.out.push_str(if names::is_block(code.name) { "\n\n" } else { "" });
        match code.name.to_ascii_lowercase().as_str() {
            "caption" | "wp_caption" => self.caption(code, closer),
            "gallery" | "nggallery" => self.gallery(code),
            name if builders::is_packed(name) => {
                match builders::unpacked(code, inner) {
                    Some(html) => self.out.push_str(&format!("\n\n<div>{html}</div>\n\n")),
                    None => self.left_out(code),
                }
                return inner.map_or(code.end, after);
            }
            "playlist" => self.playlist(code),
            name if players::is_player(name) => return self.player(code, inner).map_or(code.end, after),
            _ => return self.other(code, inner, closer).map_or(code.end, after),
        }
        code.end
    }

    /// A caption becomes a figure.
    fn caption(&mut self, code: &Code<'_>, closer: Option<usize>) {
        let Some(closer) = closer.filter(|closer| !self.endings.contains_key(closer)) else { return };
        self.out.push_str("\n\n<figure class=\"press-caption\">");
        if let Some(line) = code.first(&["caption"]) {
            self.out.push_str(&format!("<figcaption>{line}</figcaption>"));
        }
        self.endings.insert(closer, "</figure>\n\n");
    }

    fn gallery(&mut self, code: &Code<'_>) {
        let named = code.first(&["ids", "include", "images"]);
        let left_out: HashSet<&str> = code.first(&["exclude"]).unwrap_or_default().split(',').map(str::trim).collect();
        let numbers: Vec<&str> = match named {
            Some(numbers) => numbers.split(',').map(str::trim).collect(),
            None => self.files.pictures.iter().map(String::as_str).collect(),
        };
        let is_number = |number: &&str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        for number in numbers.into_iter().filter(is_number).filter(|number| !left_out.contains(number)) {
            self.out.push_str(&format!("\n\n<img class=\"wp-image-{number}\">\n\n"));
        }
    }

    fn playlist(&mut self, code: &Code<'_>) {
        let numbers = code.first(&["ids", "include"]).unwrap_or_default().split(',').map(str::trim);
        let addresses = numbers.filter_map(|number| self.files.others?.get(number));
        let players: Vec<String> = addresses.map(|address| frame(address)).collect();
        match players.is_empty() {
            true => self.left_out(code),
            false => self.out.push_str(&players.concat()),
        }
    }

    /// Writes a player and returns what it encloses, if that is of no more use.
    fn player(&mut self, code: &Code<'a>, inner: Option<&'a str>) -> Option<&'a str> {
        if names::is_builder(code.name) {
            self.out.push_str(&builders::words(code, None));
        }
        match players::address(code, inner) {
            Some(address) => self.out.push_str(&frame(&address)),
            // Some enclose the HTML of a player.
            None if inner.is_some_and(|inner| inner.contains(['<', '['])) => {}
            None => {
                self.out.push_str(&builders::pictures(code));
                self.left_out(code);
            }
        }
        inner.filter(|inner| players::is_address(inner.trim()) || inner.trim().is_empty())
    }

    /// A shortcode that press does not know: its words, pictures and links are kept. Returns what it encloses, if that
    /// is of no more use.
    fn other(&mut self, code: &Code<'a>, inner: Option<&'a str>, closer: Option<usize>) -> Option<&'a str> {
        let closer = closer.filter(|closer| !code.is_empty && !self.endings.contains_key(closer));
        let link = builders::link(code);
        if let (Some(link), Some(closer)) = (&link, closer)
            && inner.is_some_and(|inner| inner.contains(char::is_alphanumeric))
        {
            self.out.push_str(&format!("<a href=\"{}\">", builders::escaped(link)));
            self.endings.insert(closer, "</a>");
            return None;
        }
        let mut html = builders::pictures(code);
        // Avada encloses the address of a picture.
        let file = inner.map(str::trim).filter(|inner| players::is_address(inner) && !inner.contains(['<', '[', ' ']));
        let file = file.filter(|_| ["image", "img"].iter().any(|part| code.name.contains(part)));
        if let Some(file) = file.filter(|_| html.is_empty()) {
            html.push_str(&format!("\n\n<img src=\"{}\">\n\n", builders::escaped(file)));
        }
        let is_picture = !html.is_empty();
        if names::is_builder(code.name) || closer.is_some() {
            html.push_str(&builders::words(code, link));
        }
        let has_words = !html.is_empty() || inner.is_some_and(|inner| inner.contains(char::is_alphanumeric));
        let is_whole = is_picture || names::is_layout(code.name) || names::is_content(code.name) && has_words;
        self.out.push_str(&html);
        if let Some(closer) = closer.filter(|_| is_whole) {
            // What is lost is only how it looked.
            self.endings.insert(closer, "");
        }
        if !is_whole {
            self.left_out(code);
        }
        inner.filter(|_| file.is_some())
    }

    fn left_out(&mut self, code: &Code<'_>) {
        let is_rest = code.closes
            && (["caption", "wp_caption", "gallery", "embed"].contains(&code.name) || names::is_layout(code.name));
        if !is_rest {
            self.notes.add(Note::left_out(format!("the shortcode [{}] was left out", code.name)));
        }
    }
}

/// The positions of closing shortcodes, by name.
fn closers(content: &str) -> HashMap<&str, Vec<usize>> {
    let mut closers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, start) in content.match_indices("[/") {
        let rest = &content[place + start.len()..];
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        if length > 0 && rest[length..].starts_with(']') {
            closers.entry(&rest[..length]).or_default().push(place);
        }
    }
    closers
}

/// The HTML of a player.
fn frame(address: &str) -> String {
    format!("\n\n<iframe src=\"{}\"></iframe>\n\n", builders::escaped(address))
}
