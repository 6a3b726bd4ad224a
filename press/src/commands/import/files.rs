//! Writes an import's files: each is put in place complete, and none replaces an existing file.

use std::fs;
use std::path::Path;

use serde::Serialize;
use toml::value::Datetime;

use super::story_pictures::StoryPictures;
use crate::diagnostics::failure::Failure;
use crate::store::new_file::NewFolder;

/// The front matter of a story; the fields are written in this order.
#[derive(Debug, Default, Serialize)]
pub struct StoryKeys {
    /// The headline.
    pub title: String,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Datetime>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Datetime>,
    /// The excerpt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Before when it is not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish: Option<Datetime>,
    /// The time from which on it is not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Datetime>,
    /// Its language, if it is not the newspaper's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The address of the story that it was translated from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<String>,
    /// The slugs of its authors.
    pub authors: Vec<String>,
    /// Its tags, as slugs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether it is held back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Its old addresses, as paths.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The origin of a story without an old address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<String>,
    /// The lead picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureKeys>,
}

/// The lead picture in the front matter.
#[derive(Debug, Serialize)]
pub struct PictureKeys {
    /// Its file name.
    pub file: String,
    /// Its alt text.
    pub alt: String,
    /// Its caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// The front matter of an author.
#[derive(Debug, Serialize)]
pub struct AuthorKeys {
    /// The name.
    pub name: String,
    /// Whether it is a desk of the newsroom.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub desk: bool,
}

/// The contents of a Markdown file with front matter.
///
/// # Errors
/// The keys cannot be written as TOML, which is a bug in press.
pub fn manuscript(keys: &impl Serialize, text: &str) -> Result<String, Failure> {
    let matter = toml::to_string(keys)
        .map_err(|error| Failure::Bug(format!("front matter cannot be written as TOML: {error}")))?;
    Ok(format!("+++\n{matter}+++\n{text}"))
}

/// Writes a story and its pictures to the new folder `bundle`. It is written under a temporary name next to it and
/// renamed at the end, so there is never half a story.
///
/// # Errors
/// It cannot be written.
pub fn write_bundle(bundle: &Path, text: &str, pictures: &StoryPictures) -> Result<(), Failure> {
    let folder = NewFolder::again(bundle)?;
    for (file, name, change) in pictures.files() {
        change.copy(file, &folder.path().join(name)).map_err(Failure::file("copy", file))?;
    }
    let index = folder.path().join("index.md");
    fs::write(&index, text).map_err(Failure::file("write", &index))?;
    folder.move_to(bundle).map_err(Failure::file("write", bundle))
}
