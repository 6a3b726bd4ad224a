//! A newspaper whose views are counted, in a separate folder, and `press views` in it.

use crate::outcome::{Outcome, press, run};
use std::fs;
use std::path::PathBuf;

/// A newspaper whose views are counted.
pub struct Newsroom {
    folder: PathBuf,
}

impl Newsroom {
    /// A newspaper with that many stories (`/war/s0/` and so on) and the lines `views` in its `site.toml`.
    pub fn with(name: &str, stories: usize, base_url: &str, views: &str) -> Newsroom {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("views").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let newsroom = Newsroom { folder };
        newsroom.write(
            "site.toml",
            &format!(
                "base_url = \"{base_url}\"\nname = \"The Small Paper\"\ntagline = \"All that fits\"\n\
                 description = \"A newspaper for tests.\"\nlanguage = \"en\"\ntime_zone = \"Europe/Kyiv\"\n\
                 [[sections]]\nslug = \"war\"\nname = \"War\"\ncolour = \"#9b2226\"\n{views}\n"
            ),
        );
        newsroom.write("about.md", "+++\ntitle = \"About\"\n+++\n");
        for number in 0..stories {
            newsroom.write(&format!("war/s{number}.md"), "+++\ntitle = \"A story\"\ndate = 2020-01-01\n+++\nText.\n");
        }
        newsroom
    }

    /// A newspaper with that many stories, whose views the service at `address` counts.
    pub fn counted(name: &str, stories: usize, service: &str, address: &str) -> Newsroom {
        let views = format!("[views]\nservice = \"{service}\"\naddress = \"{address}\"");
        Newsroom::with(name, stories, "https://paper.example/", &views)
    }

    /// Writes a file of the content.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a file of the content.
    pub fn remove(&self, name: &str) {
        fs::remove_file(self.folder.join("content").join(name)).unwrap();
    }

    /// The content of `views.json`; empty if there is no such file.
    pub fn numbers(&self) -> String {
        fs::read_to_string(self.folder.join("content/views.json")).unwrap_or_default()
    }

    /// The names of the files and folders in the content folder.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join("content")).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs `press views` here.
    pub fn press(&self, arguments: &[&str]) -> Outcome {
        run(press(&self.folder).arg("views").args(arguments))
    }

    /// Pulls at noon UTC on that day in November 2026, with a long timeout, since the machine may be busy.
    pub fn pull(&self, day: u32) -> Outcome {
        self.pull_within("60", day)
    }

    /// Pulls at noon UTC on that day in November 2026, and waits that many seconds for an answer.
    pub fn pull_within(&self, seconds: &str, day: u32) -> Outcome {
        self.press(&["pull", "--timeout", seconds, "--now", &format!("2026-11-{day}T12:00:00Z")])
    }
}
