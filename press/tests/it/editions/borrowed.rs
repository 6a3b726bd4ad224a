//! Changes to the folder of a story that its `Copy` does not record.

use std::fs;

use super::filing::picture_of;
use super::newsroom::Newsroom;

impl Newsroom {
    /// Puts a picture into the folder of the story `owner`, which does not show it, and shows it in another story.
    pub fn borrow_picture(&self, story: usize, owner: usize) {
        let content = self.folder.join("content");
        let picture = self.place_of(owner) + "borrowed.png";
        fs::write(content.join(&picture), picture_of(200)).unwrap();
        let file = content.join(self.place_of(story)).join("index.md");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, format!("{text}\n![A wall](/{picture})\n")).unwrap();
    }

    /// Writes a file into the folder of a story.
    pub fn write_beside(&self, story: usize, name: &str, content: &str) {
        fs::write(self.folder.join("content").join(self.place_of(story)).join(name), content).unwrap();
    }

    /// Adds a line to the front matter of a story.
    pub fn add_key(&self, story: usize, line: &str) {
        let file = self.folder.join("content").join(self.place_of(story)).join("index.md");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, text.replacen("+++\n", &format!("+++\n{line}\n"), 1)).unwrap();
    }
}
