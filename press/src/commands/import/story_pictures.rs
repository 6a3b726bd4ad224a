//! The pictures that are copied next to a story.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::picture_change::PictureChange;
use super::slug::slug;

/// The pictures of one story: their source files and their new names.
#[derive(Debug, Default)]
pub struct StoryPictures {
    names: BTreeMap<PathBuf, (String, PictureChange)>,
    taken: HashSet<String>,
    /// The last number that was tried for a name.
    numbers: HashMap<String, usize>,
}

impl StoryPictures {
    /// The new name of the picture in `file`, which gets the extension `ending` and is changed on the way. The same file always gets the same name.
    pub fn name(&mut self, file: &Path, ending: &str, change: PictureChange) -> String {
        if let Some((name, _)) = self.names.get(file) {
            return name.clone();
        }
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let stem = slug(&stem).unwrap_or_else(|| String::from("picture"));
        let mut name = format!("{stem}.{ending}");
        while !self.taken.insert(name.clone()) {
            let number = self.numbers.entry(format!("{stem}.{ending}")).or_insert(1);
            *number += 1;
            name = format!("{stem}-{number}.{ending}");
        }
        self.names.insert(file.to_path_buf(), (name.clone(), change));
        name
    }

    /// The source file and the new name of each picture, and how it is changed.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &str, PictureChange)> {
        self.names.iter().map(|(file, (name, change))| (file.as_path(), name.as_str(), *change))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{PictureChange, StoryPictures};

    #[test]
    fn picture_names_are_safe_and_unique() {
        let mut pictures = StoryPictures::default();
        assert_eq!(pictures.name(Path::new("2024/Маяк №2.JPG"), "jpg", PictureChange::None), "maiak-no2.jpg");
        assert_eq!(pictures.name(Path::new("2024/Lamp.jpg"), "png", PictureChange::None), "lamp.png");
        assert_eq!(pictures.name(Path::new("2023/lamp.png"), "png", PictureChange::None), "lamp-2.png");
        assert_eq!(pictures.name(Path::new("2024/Lamp.jpg"), "png", PictureChange::None), "lamp.png");
        assert_eq!(pictures.name(Path::new("…"), "gif", PictureChange::None), "picture.gif");
    }
}
