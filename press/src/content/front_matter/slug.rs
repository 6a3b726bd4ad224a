//! The last part of a story's address.

use crate::content::folder::ContentFolder;
use crate::content::keys::fields::Fields;
use crate::content::peek::peek;
use crate::content::story_file::StoryFile;
use crate::diagnostics::notes::Notes;
use journal::route::Route;

/// The last part of a story's address: its `slug`, or else the name of its file, without a date if that is the story's
/// only one. Must be called before the date is taken.
pub fn slug(fields: &mut Fields, file: &StoryFile, notes: &mut Notes) -> String {
    let own = fields.text("slug", notes).map(|slug| slug.value);
    let named = || match file.dated_name().filter(|_| !fields.has("date")) {
        Some((_, rest)) => rest,
        None => file.name.as_str(),
    };
    own.unwrap_or_else(|| String::from(named()))
}

/// The address of a story, for commands that do not read the whole edition. If its file cannot be read, the one that
/// the name of the file gives.
pub fn peek_route(content: &ContentFolder, file: &StoryFile) -> Route {
    let slug = peek(content, &file.path, |fields, notes| slug(fields, file, notes));
    file.route(&slug.unwrap_or_else(|| file.name.clone()))
}
