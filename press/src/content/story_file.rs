//! The location of a story.

use std::path::PathBuf;

use journal::route::Route;

use crate::store::file_stamp::FileStamp;

/// The location of a story; paths are relative to the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFile {
    /// The slug of its section.
    pub section: String,
    /// What its file or folder is called: the last part of its address, unless its front matter has another.
    pub name: String,
    /// What the name of the file says about its language, if anything.
    pub translation: Option<FileTranslation>,
    /// Its file: `war/x/index.md`.
    pub path: PathBuf,
    /// The folder of its pictures: `war/x`.
    pub folder: PathBuf,
    /// The stamp of its file.
    pub stamp: FileStamp,
}

/// A translation that is marked by its file name, as in Hugo and Zola: `index.uk.md`, `lamp.uk.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTranslation {
    /// The tag of its language.
    pub language: String,
    /// What the file of the original is called; `None` if this is the original.
    pub original: Option<String>,
}

impl StoryFile {
    /// The file name of a story that has a folder of its own.
    pub const TEXT: &str = "index.md";

    /// The address of the story called `slug` in its section.
    pub fn route(&self, slug: &str) -> Route {
        Route::Story { section: self.section.clone(), slug: String::from(slug) }
    }

    /// The date that its name begins with, and the rest of the name: `2024-10-11` and `lamp` of `2024-10-11-lamp`, as in
    /// Jekyll. It is the story's date if the front matter has none.
    pub fn dated_name(&self) -> Option<(&str, &str)> {
        let (date, rest) = self.name.split_at_checked(10)?;
        let is_date = date.parse::<jiff::civil::Date>().is_ok();
        let rest = rest.strip_prefix(['-', '_'])?;
        (is_date && !rest.is_empty()).then_some((date, rest))
    }

    /// Whether it has a folder of its own.
    pub fn has_folder(&self) -> bool {
        self.folder.components().count() > 1
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::StoryFile;
    use crate::store::file_stamp::FileStamp;

    #[test]
    fn a_name_may_begin_with_a_date() {
        let file = |name: &str| StoryFile {
            section: "war".into(),
            name: name.into(),
            translation: None,
            path: PathBuf::new(),
            folder: PathBuf::new(),
            stamp: FileStamp::default(),
        };
        assert_eq!(file("2024-10-11-the-lamp").dated_name(), Some(("2024-10-11", "the-lamp")));
        assert_eq!(file("2024-10-11_lamp").dated_name(), Some(("2024-10-11", "lamp")));
        for name in ["2024-10-11", "2024-10-11-", "2024-13-11-lamp", "2024-lamp", "lamp", "лампа-порт"] {
            assert_eq!(file(name).dated_name(), None, "{name}");
        }
    }
}
