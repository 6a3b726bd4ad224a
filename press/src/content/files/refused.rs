//! What press does not read in the content folder: links that lead out of it, special files, folders nested too deeply,
//! and names that would show as something else.

use std::path::{Path, PathBuf};

use crate::content::folder::ContentFolder;
use crate::content::inventory::{DEEPEST, FolderEntry, Kind, Refusal};
use crate::content::unreadable::Unreadable;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::{Message, message};
use crate::locale::printable::is_hidden;

/// A file that macOS makes for a folder with an icon of its own.
const ICON_OF_MAC: &str = "Icon\r";

/// The errors in one top-level entry of the content folder and everything in it.
pub fn find(entry: &FolderEntry, content: &ContentFolder) -> Vec<Diagnostic> {
    let mut mistakes = Vec::new();
    look(&[], entry, content, &mut mistakes);
    mistakes
}

/// Looks at the entry in the folder with the path `above`, which is joined only for an error.
fn look(above: &[&str], entry: &FolderEntry, content: &ContentFolder, mistakes: &mut Vec<Diagnostic>) {
    let FolderEntry { name, kind, .. } = entry;
    let mut note = |what: Message, remedy: &str| {
        let path: PathBuf = above.iter().copied().chain([name.as_str()]).collect();
        mistakes.push(Diagnostic::mistake(content.name(Path::new(&path)), None, what, remedy));
    };
    if is_misleading(name) {
        let what = "its name has a character that is not shown, such as a line end or a control character";
        note(what.into(), "rename it");
    }
    match kind {
        Kind::File(_) => {}
        Kind::Folder(folder) => {
            let above = [above, &[name]].concat();
            folder.entries.iter().for_each(|entry| look(&above, entry, content, mistakes));
        }
        Kind::Refused(Refusal::Outside) => note_unreadable(note, &Unreadable::Outside),
        Kind::Refused(Refusal::Special) => note_unreadable(note, &Unreadable::Special),
        Kind::Refused(Refusal::TooDeep) => {
            note(message!("the folder is in more than {DEEPEST} others"), "move it up, or move it out of the content");
        }
        Kind::Refused(Refusal::TooMany) => {
            note("this link and others lead to more than 100,000 files".into(), "replace some of them by folders");
        }
    }
}

fn note_unreadable(note: impl FnOnce(Message, &str), fault: &Unreadable) {
    note(Message::from("the file").then(&fault.what()), fault.remedy());
}

/// Whether a name has characters that do not show as themselves, or is not valid UTF-8.
fn is_misleading(name: &str) -> bool {
    // Nearly all names have none of these bytes.
    let is_rare = |byte: u8| !(b' '..0x7f).contains(&byte);
    name.bytes().any(is_rare)
        && name.chars().any(|sign| is_hidden(sign) || sign == char::REPLACEMENT_CHARACTER)
        && name != ICON_OF_MAC
}
