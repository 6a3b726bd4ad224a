//! The files of the test newspaper.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use super::newsroom::{Newsroom, SECTIONS};

impl Newsroom {
    /// Brings the content folder in line with the newsroom. Files that are already right are not touched.
    pub fn write_all(&self) {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let name = |slug: &str| if slug == "town" { self.section_name.clone() } else { slug.to_uppercase() };
        let sections = SECTIONS
            .map(|slug| format!("[[sections]]\nslug = \"{slug}\"\nname = \"{}\"\ncolour = \"#123456\"\n", name(slug)));
        let site = format!(
            "base_url = \"https://paper.example/\"\nname = \"The Paper\"\ntagline = \"Of the tests\"\n\
             description = \"A paper.\"\nlanguage = \"en\"\ntime_zone = \"Europe/Kyiv\"\npage_size = {}\n{}\n{}",
            self.page_size,
            self.pressed.map(|number| format!("pressed_stories = {number}\n")).unwrap_or_default(),
            sections.join("\n")
        );
        files.insert("site.toml".into(), site.into());
        files.insert("about.md".into(), format!("+++\ntitle = \"About\"\n+++\n{}\n", self.about).into());
        for (slug, name) in &self.authors {
            files.insert(format!("authors/{slug}.md"), format!("+++\nname = \"{name}\"\n+++\n").into());
        }
        for story in &self.stories {
            let folder = format!("{}/{}", story.section, story.slug);
            files.insert(format!("{folder}/index.md"), story.file().into());
            if let Some(picture) = story.picture {
                files.insert(format!("{folder}/picture.png"), picture_of(self.pictures[picture]));
            }
        }
        if !self.views.is_empty() {
            let now = self.now();
            let pulls: Vec<String> = (0..self.views.len())
                .map(|ago| (now - jiff::SignedDuration::from_hours(9 * ago as i64)).to_string())
                .collect();
            let addresses: Vec<&String> = self.views[0].keys().collect();
            let rows: BTreeMap<&String, Vec<Option<u64>>> = addresses
                .into_iter()
                .map(|address| (address, self.views.iter().map(|pull| pull.get(address).copied()).collect()))
                .collect();
            files.insert(
                "views.json".into(),
                serde_json::to_vec(&serde_json::json!({ "pulls": pulls, "views": rows })).unwrap(),
            );
        }
        let content = self.folder.join("content");
        let there = tree(&content);
        for name in there.keys().filter(|name| !files.contains_key(*name)) {
            fs::remove_file(content.join(name)).unwrap();
            fs::remove_dir(content.join(name).parent().unwrap()).ok();
        }
        for (name, file) in files.iter().filter(|(name, file)| there.get(*name) != Some(*file)) {
            fs::create_dir_all(content.join(name).parent().unwrap()).unwrap();
            fs::write(content.join(name), file).unwrap();
        }
        for section in SECTIONS {
            fs::create_dir_all(content.join(section)).unwrap();
        }
    }
}

/// A picture of one colour.
pub fn picture_of(colour: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(24, 16, image::Rgb([colour, 90, 120]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// All files below a folder, by path (with slashes).
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries =
        WalkDir::new(folder).follow_links(true).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}
