//! A test newspaper: its intended state, and random edits to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::copy::Copy;

pub const SECTIONS: [&str; 3] = ["war", "culture", "town"];
const AUTHORS: [&str; 3] = ["anna", "borys", "desk"];
const TAGS: [&str; 6] = ["port", "ships", "art", "light", "sea", "bread"];
const WORDS: [&str; 12] =
    ["harbour", "ship", "grain", "lamp", "stairs", "street", "water", "stone", "paper", "market", "train", "bridge"];

/// A newspaper to be edited at random.
pub struct Newsroom {
    pub folder: PathBuf,
    pub stories: Vec<Copy>,
    pub authors: BTreeMap<&'static str, String>,
    pub pictures: [u8; 2],
    pub page_size: usize,
    pub pressed: Option<usize>,
    pub section_name: String,
    pub about: String,
    pub views: Vec<BTreeMap<String, u64>>,
    /// Minutes since the first edition.
    minutes: i64,
    chance: u64,
    numbers: usize,
    /// Whether Trunk runs press. Trunk provides an empty folder each time and moves it into place itself.
    pub by_trunk: bool,
}

impl Newsroom {
    /// The number of kinds of edits.
    pub const EDITS: usize = 22;

    /// A newspaper with that many stories, in a folder of that name.
    pub fn named(name: &str, stories: usize) -> Newsroom {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editions").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let mut room = Newsroom {
            folder,
            stories: Vec::new(),
            authors: AUTHORS.map(|slug| (slug, slug.to_uppercase())).into(),
            pictures: [10, 200],
            page_size: 4,
            pressed: None,
            section_name: String::from("Town"),
            about: String::from("About it."),
            views: Vec::new(),
            minutes: 0,
            chance: 7,
            numbers: 0,
            by_trunk: false,
        };
        for _ in 0..stories {
            let story = room.new_story();
            room.stories.push(story);
        }
        room.write_all();
        room
    }

    /// The same newspaper, with Trunk running press.
    pub fn by_trunk(self) -> Newsroom {
        Newsroom { by_trunk: true, ..self }
    }

    /// A pseudo-random number below `end` (SplitMix64); the sequence is the same in every run.
    fn number(&mut self, end: usize) -> usize {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| WORDS[self.number(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn new_story(&mut self) -> Copy {
        self.numbers += 1;
        let tags =
            (0..self.number(3)).map(|_| TAGS[self.number(TAGS.len())]).collect::<std::collections::BTreeSet<_>>();
        Copy {
            section: SECTIONS[self.number(3)],
            slug: format!("s{}", self.numbers),
            headline: format!("Of {}", self.words(3)),
            text: self.words(60),
            author: AUTHORS[self.number(3)],
            tags: tags.into_iter().collect(),
            age: self.number(700) as i64,
            draft: false,
            picture: (self.number(3) == 0).then_some(self.number(2)),
            link: None,
            aliases: Vec::new(),
            original: None,
            correction: None,
        }
    }

    /// Makes a random edit and returns its kind.
    pub fn edit(&mut self) -> &'static str {
        let story = self.number(self.stories.len());
        let kind = match self.number(Newsroom::EDITS) {
            0 => {
                self.stories[story].text = self.words(70);
                "another text"
            }
            1 => {
                self.stories[story].headline = format!("About {}", self.words(2));
                "another headline"
            }
            2 => {
                let new = self.new_story();
                self.stories.push(Copy { age: 0, ..new });
                "a new story"
            }
            3 if self.stories.len() > 8 => {
                self.stories.remove(story);
                "a story removed"
            }
            4 => {
                self.numbers += 1;
                self.stories[story].slug = format!("renamed-{}", self.numbers);
                "a story renamed"
            }
            5 => {
                self.stories[story].section = SECTIONS[self.number(3)];
                "a story in another section"
            }
            6 => {
                self.stories[story].tags = vec![TAGS[self.number(TAGS.len())]];
                "other tags"
            }
            7 => {
                // Some are in the future.
                self.stories[story].age = if self.number(4) == 0 { -1 } else { self.number(900) as i64 };
                "another date"
            }
            8 => {
                let author = AUTHORS[self.number(3)];
                let name = format!("{} the {}", author.to_uppercase(), self.number(100));
                self.authors.insert(author, name);
                "an author renamed"
            }
            9 => {
                self.stories[story].author = AUTHORS[self.number(3)];
                "another author"
            }
            10 => {
                let colour = self.number(4);
                self.pictures[colour % 2] = 10 + 60 * u8::try_from(colour).unwrap();
                "another picture"
            }
            11 => {
                self.stories[story].picture = (self.number(2) == 0).then_some(self.number(2));
                "a picture added or removed"
            }
            12 => {
                self.stories[story].draft = !self.stories[story].draft;
                "a draft switched on or off"
            }
            13 => {
                let mut numbers = self.views.first().cloned().unwrap_or_default();
                for story in &self.stories.clone() {
                    *numbers.entry(format!("/{}/{}/", story.section, story.slug)).or_default() += self.number(3) as u64;
                }
                self.minutes += 1;
                self.views.insert(0, numbers);
                self.views.truncate(2);
                "a pull of views"
            }
            14 => {
                self.minutes += [7, 300, 1500, 12_000][self.number(4)];
                "a later time"
            }
            15 => {
                self.page_size = 3 + self.number(3);
                self.section_name = format!("Town {}", self.number(3));
                "another page size"
            }
            16 => {
                self.about = self.words(5);
                "another about page"
            }
            17 => {
                let to = self.number(self.stories.len());
                let address = format!("/{}/{}/", self.stories[to].section, self.stories[to].slug);
                self.stories[story].link = Some(address).filter(|_| self.stories[story].link.is_none());
                "a link added or removed"
            }
            18 => {
                self.numbers += 1;
                let (new, copy) = (format!("moved-{}", self.numbers), &mut self.stories[story]);
                copy.aliases.push(format!("/{}/{}/", copy.section, std::mem::replace(&mut copy.slug, new)));
                "a story moved, with an alias"
            }
            19 => {
                let original = self.number(self.stories.len());
                let address = format!("/{}/{}/", self.stories[original].section, self.stories[original].slug);
                let is_free = self.stories[story].original.is_none() && original != story;
                self.stories[story].original = Some(address).filter(|_| is_free);
                "a translation added or removed"
            }
            20 => {
                let words = self.words(4);
                let copy = &mut self.stories[story];
                copy.correction = if copy.correction.is_some() { None } else { Some(words) };
                "a correction added or removed"
            }
            21 => {
                self.pressed = if self.pressed.is_some() { None } else { Some(5 + self.number(30)) };
                "another number of pressed stories"
            }
            _ => {
                self.stories[story].text += " again";
                "one more word"
            }
        };
        self.write_all();
        kind
    }

    /// Removes dead links, translations and former addresses, so that the content has no errors.
    pub fn mend(&mut self) {
        let there: Vec<String> = self
            .stories
            .iter()
            .filter(|story| !story.draft && story.date().timestamp() <= self.now())
            .map(|story| format!("/{}/{}/", story.section, story.slug))
            .collect();
        for story in &mut self.stories {
            story.link = story.link.take().filter(|link| there.contains(link));
            story.original = None;
            story.aliases.clear();
        }
        self.write_all();
    }

    /// Adds a sentence to a story, after the part of its text that cards show. Returns the story's address.
    pub fn add_to_text(&mut self, story: usize) -> String {
        self.stories[story].text += "\n\nOne sentence more.";
        self.write_all();
        self.place_of(story)
    }

    /// The folder of a story in the content, and of its page in the site.
    pub fn place_of(&self, story: usize) -> String {
        format!("{}/{}/", self.stories[story].section, self.stories[story].slug)
    }

    /// The number of tags of a story.
    pub fn tags_of(&self, story: usize) -> usize {
        self.stories[story].tags.len()
    }

    /// Gives a story another headline. Returns the story's address.
    pub fn change_headline(&mut self, story: usize) -> String {
        self.change_headline_to(story, "Another headline")
    }

    /// Gives a story this headline. Returns the story's address.
    pub fn change_headline_to(&mut self, story: usize, headline: &str) -> String {
        self.stories[story].headline = String::from(headline);
        self.write_all();
        self.place_of(story)
    }

    /// Sets the time of the next edition, in minutes after the first one.
    pub fn set_clock(&mut self, minutes: i64) {
        self.minutes = minutes;
    }

    /// The time of the next edition.
    pub fn now(&self) -> jiff::Timestamp {
        let first: jiff::Timestamp = "2026-11-24T20:00:00Z".parse().unwrap();
        first + jiff::SignedDuration::from_mins(self.minutes)
    }
}
