//! A text of a Markdown site, known by its path alone.

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    #[default]
    Markdown,
    /// Markdown with components.
    Mdx,
    /// HTML.
    Html,
    /// A form that press cannot read.
    Other,
}

impl Form {
    /// The form of a file by its ending; none if it is not a text.
    pub fn of(ending: &str) -> Option<Form> {
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mmark" => Some(Form::Markdown),
            "mdx" => Some(Form::Mdx),
            "html" | "htm" => Some(Form::Html),
            "adoc" | "asciidoc" | "ad" | "rst" | "org" | "textile" | "pandoc" | "pdc" => Some(Form::Other),
            _ => None,
        }
    }
}

/// What a text is by its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// A story.
    #[default]
    Story,
    /// A story that is held back.
    Draft,
    /// A story if it has a date, else a page.
    StoryIfDated,
    /// A page beside the stories.
    Page,
    /// The text of a list, such as Hugo's `_index.md`.
    List,
}

/// A text of a Markdown site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFile {
    /// Its path in the site's folder.
    pub path: String,
    /// Its folder below the root of the texts, without a folder that stands for its language.
    pub folder: String,
    /// Its name without the ending and the language.
    pub name: String,
    /// How it is written.
    pub form: Form,
    /// What it is by its place.
    pub standing: Standing,
    /// Its language; none if the site does not say so.
    pub language: Option<String>,
    /// Whether a folder in its address stands for its language.
    pub language_in_address: bool,
    /// Jekyll's collection that it belongs to: `posts`.
    pub collection: String,
}

impl TextFile {
    /// The folders that stand for sections: all of them, without that of a text with files of its own.
    pub fn sections(&self) -> &str {
        if self.is_index() { self.folder.rsplit_once('/').map_or("", |(above, _)| above) } else { &self.folder }
    }

    /// The last part of its path that names it: its file's name, or that of its folder.
    pub fn own_name(&self) -> &str {
        if self.is_index() && !self.folder.is_empty() {
            self.folder.rsplit('/').next().unwrap_or_default()
        } else {
            &self.name
        }
    }

    /// Whether it is the text of a folder with files of its own.
    pub fn is_index(&self) -> bool {
        self.name == "index"
    }

    /// Its path without the ending and the language, by which its versions in other languages are found.
    pub fn key(&self) -> String {
        if self.folder.is_empty() { self.name.clone() } else { format!("{}/{}", self.folder, self.name) }
    }
}
