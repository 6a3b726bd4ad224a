//! Files that look like stories, to other programs or to authors, but are not built.

use std::path::Path;

use crate::diagnostics::message::Message;
use crate::locale::language::Language;

/// Extensions of Markdown files, in lower case. press reads only files that end in `.md`, in lower case.
const MARKDOWN: [&str; 9] = ["markdown", "md", "mdown", "mdtext", "mdtxt", "mdwn", "mdx", "mkd", "mkdown"];

/// Extensions of other files that other programs turn into pages, in lower case.
const OTHERS: [&str; 11] = ["ad", "adoc", "asciidoc", "htm", "html", "org", "pandoc", "pdc", "rst", "textile", "xhtml"];

/// A file that may look like a story, judged by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike<'a> {
    /// A translation marked by its file name, such as `index.uk.md`: the name of the story and the language tag.
    Translation(&'a str, &'a str),
    /// Markdown with an extension other than `.md`: the name without it.
    Markdown(&'a str),
    /// Another kind of text: the name without its extension.
    Other(&'a str),
    /// A file that ends in `.md`, such as `part-two.md`: the name without it.
    Text(&'a str),
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
        let is_language =
            |tag: &str| Language::is_tag(tag) && tag.split('-').next().is_some_and(|first| first.len() == 2);
        if let Some((story, tag)) = stem.rsplit_once('.')
            && is_language(tag)
        {
            return Some(Lookalike::Translation(story, tag));
        }
        Some(match (is_markdown, ending) {
            (true, "md") => Lookalike::Text(stem),
            (true, _) => Lookalike::Markdown(stem),
            (false, _) => Lookalike::Other(stem),
        })
    }

    /// Its name without extension and language.
    pub fn stem(self) -> &'a str {
        match self {
            Lookalike::Translation(stem, _)
            | Lookalike::Markdown(stem)
            | Lookalike::Other(stem)
            | Lookalike::Text(stem) => stem,
        }
    }

    /// Message and remedy for it. A translation would be one of the story called `story` in `section`.
    pub fn fault(self, section: &str, story: &str) -> (Message, String) {
        match self {
            Lookalike::Translation(_, tag) => {
                let remedy = format!(
                    "give it a folder of its own, such as {section}/{story}-{tag}/, as index.md, with \
                     language = \"{tag}\" and translation_of = \"/{section}/{story}/\""
                );
                ("a translation marked by its file name: it is not built".into(), remedy)
            }
            Lookalike::Markdown(stem) => {
                ("it is not built: stories end in .md".into(), format!("rename it to {stem}.md"))
            }
            Lookalike::Other(stem) => {
                let remedy = format!("write it in Markdown, as {stem}.md, or move it out of the content");
                ("it is not built: stories are written in Markdown and end in .md".into(), remedy)
            }
            Lookalike::Text(stem) if stem.eq_ignore_ascii_case("index") => (
                "it is not built: a story's file is called index.md, in lower case".into(),
                String::from("rename it to index.md"),
            ),
            Lookalike::Text(_) => {
                let remedy = "give it a folder of its own, with index.md, or remove its front matter if it is a note";
                (
                    "a text with front matter: it is not built, since the story of this folder is index.md".into(),
                    remedy.into(),
                )
            }
        }
    }
}

/// Whether the file at `path` begins like front matter.
pub fn has_front_matter(path: &Path) -> bool {
    use std::io::Read;
    let mut begin = [0; 6];
    let read = std::fs::File::open(path).and_then(|mut file| file.read(&mut begin)).unwrap_or_default();
    let begin = &begin[..read];
    let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begin);
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
            ("two.markdown", Some(Lookalike::Markdown("two"))),
            ("three.MD", Some(Lookalike::Markdown("three"))),
            ("four.html", Some(Lookalike::Other("four"))),
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
