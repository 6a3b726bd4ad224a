//! A story of the test newspaper, before it is written to a file.

/// A story.
#[derive(Clone)]
pub struct Copy {
    pub section: &'static str,
    pub slug: String,
    pub headline: String,
    pub text: String,
    pub author: &'static str,
    pub tags: Vec<&'static str>,
    /// Days before the first edition.
    pub age: i64,
    pub draft: bool,
    pub picture: Option<usize>,
    pub link: Option<String>,
    /// Its former addresses.
    pub aliases: Vec<String>,
    /// The address of the story it is a translation of.
    pub original: Option<String>,
    pub correction: Option<String>,
}

impl Copy {
    /// When it was published.
    pub fn date(&self) -> jiff::ZonedDateTime {
        let day = jiff::civil::date(2026, 11, 24).checked_sub(jiff::Span::new().days(self.age)).unwrap();
        day.at(8, 0, 0, 0).in_tz("Europe/Kyiv").unwrap()
    }

    /// The content of its file.
    pub fn file(&self) -> String {
        let date = self.date().date();
        let mut matter = format!(
            "title = \"{}\"\ndate = {date}T08:00:00\nauthors = [\"{}\"]\ntags = {:?}\n",
            self.headline, self.author, self.tags
        );
        if self.draft {
            matter += "draft = true\n";
        }
        if !self.aliases.is_empty() {
            matter += &format!("aliases = {:?}\n", self.aliases);
        }
        if let Some(original) = &self.original {
            matter += &format!("translation_of = \"{original}\"\nlanguage = \"uk\"\n");
        }
        if self.picture.is_some() {
            matter += "\n[picture]\nfile = \"picture.png\"\nalt = \"A picture\"\n";
        }
        if let Some(correction) = &self.correction {
            matter += &format!("\n[[corrections]]\ndate = 2026-11-24\ntext = \"{correction}\"\n");
        }
        let link = self.link.as_ref().map(|link| format!("\n\nSee [there]({link}).")).unwrap_or_default();
        format!("+++\n{matter}+++\n\n{}{link}\n", self.text)
    }
}
