//! The pictures of the stories: looked at once, named by their content, remembered for copying.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use imagesize::{Compression, ImageType};
use journal::model::Image;

use crate::asset::Asset;
use crate::content_folder::ContentFolder;
use crate::content_hash::content_hash;

/// The pictures seen so far. Stories are read on all cores, so it is shared.
#[derive(Debug)]
pub struct Pictures<'a> {
    content: &'a ContentFolder,
    seen: Mutex<BTreeMap<PathBuf, Image>>,
}

/// Why a picture cannot be used: what is wrong, and the remedy.
pub type Unusable = (String, String);

impl<'a> Pictures<'a> {
    /// None seen yet.
    pub fn of(content: &'a ContentFolder) -> Pictures<'a> {
        Pictures { content, seen: Mutex::default() }
    }

    /// The picture that a story in `folder` calls `file`: a name beside the story, or a path of the site such as
    /// `/history/the-funicular/funicular.jpg`.
    pub fn get(&self, folder: &Path, file: &str) -> Result<Image, Unusable> {
        let Some(path) = inside(folder, file) else {
            let what = format!("picture \"{file}\" lies outside the content");
            return Err((what, String::from("put the picture beside the story and name it without a path")));
        };
        if let Some(image) = self.seen().get(&path) {
            return Ok(image.clone());
        }
        let image = self.look(&path, file)?;
        self.seen().insert(path, image.clone());
        Ok(image)
    }

    /// All pictures that were asked for, by address. Two files with one content are one asset.
    pub fn into_assets(self) -> Vec<Asset> {
        let content = self.content;
        let seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let by_address: BTreeMap<String, PathBuf> =
            seen.into_iter().rev().map(|(path, image)| (image.src, content.path(&path))).collect();
        by_address.into_iter().map(|(address, source)| Asset { address, source }).collect()
    }

    fn look(&self, path: &Path, file: &str) -> Result<Image, Unusable> {
        let bytes = std::fs::read(self.content.path(path)).map_err(|error| {
            let name = self.content.name(path).to_string_lossy().replace('\\', "/");
            if error.kind() == std::io::ErrorKind::NotFound {
                (format!("picture \"{file}\" is not there"), format!("put it at {name}, or correct its name"))
            } else {
                (format!("picture \"{file}\" cannot be read: {error}"), format!("see that {name} may be read"))
            }
        })?;
        let kind = imagesize::image_type(&bytes).ok();
        let endings: &[&str] = match kind {
            Some(ImageType::Jpeg) => &["jpg", "jpeg"],
            Some(ImageType::Png) => &["png"],
            Some(ImageType::Webp) => &["webp"],
            Some(ImageType::Gif) => &["gif"],
            Some(ImageType::Heif(Compression::Av1)) => &["avif"],
            _ => {
                let what = format!("picture \"{file}\" is none that browsers show");
                return Err((what, String::from("save it as JPEG, PNG, WebP, AVIF or GIF")));
            }
        };
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if !endings.contains(&ending.as_str()) {
            let what = format!("picture \"{file}\" is {} inside", endings[0].to_ascii_uppercase());
            return Err((what, format!("give it the ending .{}", endings[0])));
        }
        let size = imagesize::blob_size(&bytes)
            .map_err(|error| (format!("picture \"{file}\" is damaged: {error}"), String::from("save it again")))?;
        let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
            return Err((format!("picture \"{file}\" is too large"), String::from("save it smaller")));
        };
        let src = format!("/assets/{}.{}.{}", plain_stem(path), content_hash(&bytes), endings[0]);
        Ok(Image { src, width, height })
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, BTreeMap<PathBuf, Image>> {
        // Nothing panics while it is held, and a half-filled map would still be right.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The path below the content folder; none if it would leave the folder.
fn inside(folder: &Path, file: &str) -> Option<PathBuf> {
    let joined = match file.strip_prefix('/') {
        Some(path) => PathBuf::from(path),
        None => folder.join(file),
    };
    let mut path = PathBuf::new();
    for part in joined.components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !path.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

/// The file's name without its ending, fit for an address: `IMG 20 (1)` becomes `img-20-1`.
fn plain_stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let words: Vec<&str> =
        stem.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { String::from("picture") } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::{inside, plain_stem};
    use std::path::{Path, PathBuf};

    #[test]
    fn a_picture_lies_beside_its_story_or_at_a_path_of_the_site() {
        let folder = Path::new("history/x");
        assert_eq!(inside(folder, "a.jpg"), Some(PathBuf::from("history/x/a.jpg")));
        assert_eq!(inside(folder, "../y/a.jpg"), Some(PathBuf::from("history/y/a.jpg")));
        assert_eq!(inside(folder, "/history/y/a.jpg"), Some(PathBuf::from("history/y/a.jpg")));
    }

    #[test]
    fn a_picture_outside_the_content_is_refused() {
        assert_eq!(inside(Path::new("history/x"), "../../../secret.jpg"), None);
        assert_eq!(inside(Path::new("history/x"), "/../secret.jpg"), None);
        assert_eq!(inside(Path::new("history/x"), "//etc/secret.jpg"), None);
    }

    #[test]
    fn an_asset_has_a_plain_name() {
        assert_eq!(plain_stem(Path::new("IMG 20 (1).JPG")), "img-20-1");
        assert_eq!(plain_stem(Path::new("сходи.jpg")), "picture");
    }
}
