//! Finds the texts that links between the texts of a site mean.

use std::collections::HashMap;

use super::path_names::{join, resolved, split, stem};
use super::text_file::{Form, TextFile};

/// The texts of a site and their addresses.
#[derive(Debug, Default)]
pub struct Targets {
    texts: Vec<(TextFile, String)>,
    by_path: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Targets {
    /// Adds the next text and the address by which links lead to it.
    pub fn add(&mut self, file: &TextFile, address: String) {
        let index = self.texts.len();
        self.by_path.insert(file.path.clone(), index);
        let key = file.key().to_lowercase();
        let folder = key.strip_suffix("/index").map(String::from);
        for key in [Some(key), folder].into_iter().flatten() {
            self.by_key.entry(key).or_default().push(index);
        }
        self.by_name.entry(file.own_name().to_lowercase()).or_default().push(index);
        self.texts.push((file.clone(), address));
    }

    /// The address that `written` in the text `from` means; none if there is no such text. Understands paths from the
    /// root of the texts and from the text's own folder, with or without an ending, and bare names.
    pub fn address(&self, written: &str, from: &TextFile) -> Option<String> {
        let (path, rest) = written.split_at(written.find(['#', '?']).unwrap_or(written.len()));
        let path = path.trim().strip_prefix("@/").map_or_else(|| String::from(path.trim()), |path| format!("/{path}"));
        if path.is_empty() {
            return Some(String::from(rest)).filter(|rest| !rest.is_empty());
        }
        let index = self.by_file(&path, from).or_else(|| self.by_place(&path, from))?;
        let (_, address) = self.texts.get(index)?;
        Some([address.as_str(), rest].concat())
    }

    /// The address of the text at a path in the site's folder.
    pub fn of_path(&self, path: &str) -> Option<&str> {
        let (_, address) = self.texts.get(*self.by_path.get(path)?)?;
        Some(address)
    }

    /// The address of the text whose own name is this.
    pub fn of_name(&self, name: &str) -> Option<&str> {
        let index = self.by_name.get(&name.to_lowercase())?.first()?;
        Some(&self.texts.get(*index)?.1)
    }

    fn by_file(&self, path: &str, from: &TextFile) -> Option<usize> {
        let path = resolved(split(&from.path).0, path)?;
        self.by_path.get(&path).copied()
    }

    fn by_place(&self, path: &str, from: &TextFile) -> Option<usize> {
        let (folder, name) = split(path.trim_end_matches('/'));
        let (stem, ending) = stem(name);
        let name = if Form::of(ending).is_some() { stem } else { name };
        let plain = name.rsplit_once('.').filter(|(_, tag)| tag.len() == 2).map(|(name, _)| name);
        for name in [Some(name), plain].into_iter().flatten() {
            let whole = join(folder, name).to_lowercase();
            let near = resolved(&from.folder, &path.replace(path.trim_end_matches('/').rsplit('/').next()?, name));
            let near = near.filter(|_| !path.starts_with('/')).map(|near| near.to_lowercase());
            let keys = [near, Some(whole.clone()), whole.strip_prefix("content/").map(String::from)];
            let found = keys.into_iter().flatten().find_map(|key| self.by_key.get(&key));
            let by_name = || self.by_name.get(&name.to_lowercase()).filter(|_| folder.is_empty());
            if let Some(found) = found.or_else(by_name) {
                return self.in_language(found, from);
            }
        }
        None
    }

    /// Of several versions the one in the language of the text `from`.
    fn in_language(&self, found: &[usize], from: &TextFile) -> Option<usize> {
        let is_same = |index: &&usize| self.texts.get(**index).is_some_and(|(file, _)| file.language == from.language);
        found.iter().find(is_same).or(found.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Targets;
    use crate::commands::import::markdown_site::text_file::TextFile;

    fn file(path: &str, folder: &str, name: &str, language: &str) -> TextFile {
        let language = Some(String::from(language));
        TextFile { path: path.into(), folder: folder.into(), name: name.into(), language, ..TextFile::default() }
    }

    #[test]
    fn links_find_texts_by_path_and_by_name_and_in_their_language() {
        let mut targets = Targets::default();
        let lamp = file("content/blog/lamp/index.md", "blog/lamp", "index", "en");
        let uk = file("content/blog/lamp/index.uk.md", "blog/lamp", "index", "uk");
        let mole = file("content/blog/mole.md", "blog", "mole", "en");
        for (file, address) in [(&lamp, "/lamp/"), (&uk, "/uk/lamp/"), (&mole, "/mole/")] {
            targets.add(file, String::from(address));
        }
        let to = |written: &str| targets.address(written, &mole);
        for written in ["@/blog/lamp/index.md", "/blog/lamp", "lamp/index.md", "lamp", "./lamp/", "blog/lamp"] {
            assert_eq!(to(written).as_deref(), Some("/lamp/"), "{written}");
        }
        assert_eq!(targets.address("/blog/lamp", &uk).as_deref(), Some("/uk/lamp/"));
        assert_eq!(targets.address("../mole.md#top", &lamp).as_deref(), Some("/mole/#top"));
        assert_eq!(to("#top").as_deref(), Some("#top"));
        assert_eq!(to("nothing.md"), None);
        assert_eq!(to("../../../etc/passwd"), None);
    }
}
