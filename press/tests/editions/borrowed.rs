//! A picture that one story has of another.

use std::fs;

use crate::filing::picture_of;
use crate::newsroom::Newsroom;

impl Newsroom {
    /// Puts a picture into the folder of the story `owner`, whose text says nothing of it, and into the text of another story.
    pub fn borrow_picture(&self, story: usize, owner: usize) {
        let content = self.folder.join("content");
        let picture = self.place_of(owner) + "borrowed.png";
        fs::write(content.join(&picture), picture_of(200)).unwrap();
        let file = content.join(self.place_of(story)).join("index.md");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, format!("{text}\n![A wall](/{picture})\n")).unwrap();
    }
}
