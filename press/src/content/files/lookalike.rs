//! Files that are stories or look like some, judged by their names.

use std::path::Path;

use crate::content::folder::ContentFolder;
use crate::diagnostics::message::Message;
use crate::locale::language::Language;

/// Extensions of Markdown files, in lower case.
const MARKDOWN: [&str; 8] = ["markdown", "md", "mdown", "mdtext", "mdtxt", "mdwn", "mkd", "mkdown"];

/// Extensions of other files that other programs turn into pages, in lower case.
const OTHERS: [&str; 12] =
    ["ad", "adoc", "asciidoc", "htm", "html", "mdx", "org", "pandoc", "pdc", "rst", "textile", "xhtml"];

/// A file that is a story or may look like one, judged by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike<'a> {
    /// Markdown, such as `part-two.md` or `lamp.markdown`: the name without its extension.
    Text(&'a str),
    /// A translation marked by its file name, such as `index.uk.md`: the name of the story and the language tag.
    Translation(&'a str, &'a str),
    /// Another kind of text: the name without its extension.
    Other(&'a str),
}

impl<'a> Lookalike<'a> {
    /// What the file called `name` looks like; none if it is not a text or is a README.
    pub fn of(name: &'a str) -> Option<Lookalike<'a>> {
        let (stem, ending) = name.rsplit_once('.')?;
        let lower = ending.to_ascii_lowercase();
        let is_markdown = MARKDOWN.contains(&lower.as_str());
        if stem == "README" || !is_markdown && !OTHERS.contains(&lower.as_str()) {
            return None;
        }
        if !is_markdown {
            return Some(Lookalike::Other(stem));
        }
        Some(match stem.rsplit_once('.') {
            Some((story, tag)) if !story.is_empty() && Language::has_known_code(tag) => {
                Lookalike::Translation(story, tag)
            }
            _ => Lookalike::Text(stem),
        })
    }

    /// Its name without extension and language.
    pub fn stem(self) -> &'a str {
        match self {
            Lookalike::Translation(stem, _) | Lookalike::Other(stem) | Lookalike::Text(stem) => stem,
        }
    }

    /// Whether its name is that of the text in a story's folder.
    pub fn is_index(self) -> bool {
        self.stem().eq_ignore_ascii_case("index")
    }

    /// Message and remedy for it, where it is not built.
    pub fn fault(self) -> (Message, String) {
        match self {
            Lookalike::Other(stem) => {
                let remedy = format!("write it in Markdown, as {stem}.md, or move it out of the content");
                ("it is not built: stories are written in Markdown and end in .md".into(), remedy)
            }
            Lookalike::Text(_) | Lookalike::Translation(..) => {
                let remedy = "give it a folder of its own, with index.md, or remove its front matter if it is a note";
                (
                    "a text with front matter: it is not built, since the story of this folder is index.md".into(),
                    remedy.into(),
                )
            }
        }
    }
}

/// Whether a file begins like front matter.
pub fn has_front_matter(content: &ContentFolder, file: &Path) -> bool {
    let begin = content.begin(file, 6).unwrap_or_default();
    let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&begin);
    begin.starts_with(b"---") || begin.starts_with(b"+++")
}

#[cfg(test)]
mod tests {
    use super::Lookalike;

    #[test]
    fn texts_are_recognised_by_their_names() {
        for (name, looks_like) in [
            ("index.uk.md", Some(Lookalike::Translation("index", "uk"))),
            ("lamp.en-GB.markdown", Some(Lookalike::Translation("lamp", "en-GB"))),
            ("index.old.md", Some(Lookalike::Text("index.old"))),
            ("node.js.md", Some(Lookalike::Text("node.js"))),
            ("rust-1.45.md", Some(Lookalike::Text("rust-1.45"))),
            ("two.markdown", Some(Lookalike::Text("two"))),
            ("three.MD", Some(Lookalike::Text("three"))),
            ("four.html", Some(Lookalike::Other("four"))),
            ("five.mdx", Some(Lookalike::Other("five"))),
            ("six.uk.html", Some(Lookalike::Other("six.uk"))),
            ("notes.md", Some(Lookalike::Text("notes"))),
            ("README.md", None),
            ("readme.txt", None),
            ("lamp.jpg", None),
            ("md", None),
        ] {
            assert_eq!(Lookalike::of(name), looks_like, "{name}");
        }
    }
}
