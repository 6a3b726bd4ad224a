//! A newspaper that is edited: what is meant, and what happens to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::copy::Copy;

pub const SECTIONS: [&str; 3] = ["war", "culture", "town"];
const AUTHORS: [&str; 3] = ["anna", "borys", "desk"];
const TAGS: [&str; 6] = ["port", "ships", "art", "light", "sea", "bread"];
const WORDS: [&str; 12] =
    ["harbour", "ship", "grain", "lamp", "stairs", "street", "water", "stone", "paper", "market", "train", "bridge"];

/// A newspaper that is edited.
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
    /// Whether Trunk calls the press, which has a fresh folder for it each time and puts that in place itself.
    pub by_trunk: bool,
}

impl Newsroom {
    /// How many kinds of edits there are.
    pub const EDITS: usize = 22;

    /// A newspaper of so many stories.
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

    /// The same, called by Trunk.
    pub fn by_trunk(self) -> Newsroom {
        Newsroom { by_trunk: true, ..self }
    }

    /// A number below `end`, by chance that can be repeated (SplitMix64).
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

    /// Makes an edit by chance, and says what kind.
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
                // Of a few the time has not come.
                self.stories[story].age = if self.number(4) == 0 { -1 } else { self.number(900) as i64 };
                "another date"
            }
            8 => {
                let author = AUTHORS[self.number(3)];
                let name = format!("{} the {}", author.to_uppercase(), self.number(100));
                self.authors.insert(author, name);
                "an author of another name"
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
                "a picture more or less"
            }
            12 => {
                self.stories[story].draft = !self.stories[story].draft;
                "a draft, or none any more"
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
                "a later hour"
            }
            15 => {
                self.page_size = 3 + self.number(3);
                self.section_name = format!("Town {}", self.number(3));
                "another size of pages"
            }
            16 => {
                self.about = self.words(5);
                "another page about the newspaper"
            }
            17 => {
                let to = self.number(self.stories.len());
                let address = format!("/{}/{}/", self.stories[to].section, self.stories[to].slug);
                self.stories[story].link = Some(address).filter(|_| self.stories[story].link.is_none());
                "a link more or less"
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
                "a translation more or less"
            }
            20 => {
                let words = self.words(4);
                let copy = &mut self.stories[story];
                copy.correction = if copy.correction.is_some() { None } else { Some(words) };
                "a correction more or less"
            }
            21 => {
                self.pressed = if self.pressed.is_some() { None } else { Some(5 + self.number(30)) };
                "another number of pressed stories"
            }
            _ => {
                self.stories[story].text += " again";
                "a word more"
            }
        };
        self.write_all();
        kind
    }

    /// Takes the links away that lead nowhere.
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

    /// Adds a sentence to the text of a story, behind what cards show. Returns its address.
    pub fn add_to_text(&mut self, story: usize) -> String {
        self.stories[story].text += "\n\nOne sentence more.";
        self.write_all();
        self.place_of(story)
    }

    /// Where a story lies in the content, and where its page in the site.
    pub fn place_of(&self, story: usize) -> String {
        format!("{}/{}/", self.stories[story].section, self.stories[story].slug)
    }

    /// How many tags a story has.
    pub fn tags_of(&self, story: usize) -> usize {
        self.stories[story].tags.len()
    }

    /// Gives a story another headline. Returns its address.
    pub fn change_headline(&mut self, story: usize) -> String {
        self.change_headline_to(story, "Another headline")
    }

    /// Gives a story this headline. Returns its address.
    pub fn change_headline_to(&mut self, story: usize, headline: &str) -> String {
        self.stories[story].headline = String::from(headline);
        self.write_all();
        self.place_of(story)
    }

    /// The next edition is made so many minutes after the first one.
    pub fn set_clock(&mut self, minutes: i64) {
        self.minutes = minutes;
    }

    /// The time of the next edition.
    pub fn now(&self) -> jiff::Timestamp {
        let first: jiff::Timestamp = "2026-11-24T20:00:00Z".parse().unwrap();
        first + jiff::SignedDuration::from_mins(self.minutes)
    }
}
