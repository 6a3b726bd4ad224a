//! The edition: all stories in their order, and the document of every page.

mod archive;
mod assignment;
mod corrections;
mod front_pages;
mod links;
mod lists;
mod material;
mod moves;
mod order;
mod pages;
mod related;
mod top;
mod translations;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use jiff::{Timestamp, ZonedDateTime};
use journal::components::Corrected;
use journal::model::{Document, Site, Subject, Teaser};
use journal::route::Route;

use crate::asset::Asset;
use crate::content_folder::ContentFolder;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::key::Key;
use crate::language::Language;
use crate::mistakes::Mistakes;
use crate::morgue::Morgue;
use crate::pictures::Pictures;
use crate::site_file::{SectionEntry, SiteFile};
use crate::story::{Reading, Story};
use crate::story_file::StoryFile;
use crate::text_page::TextPage;
pub use assignment::Assignment;
use links::Links;
use material::Material;
pub use moves::Moves;
use top::Top;

/// An edition of the newspaper, ready to be printed.
#[derive(Debug)]
pub struct Edition {
    /// What `site.toml` says: for what is not on the pages themselves, such as colours and the publisher's logo.
    pub site_file: SiteFile,
    /// The newspaper, as it travels with every page.
    pub site: Site,
    /// Every page with its address: front pages, sections, stories (newest first), authors, search, about.
    pub pages: Vec<(Route, Document)>,
    /// The slugs of those authors that are desks of the newsroom rather than persons.
    pub desks: BTreeSet<String>,
    /// The pictures that the pages show, by address.
    pub assets: Vec<Asset>,
    /// When the numbers of views were asked for, if there are any.
    pub views: Option<Timestamp>,
    /// When it was made.
    pub time: ZonedDateTime,
    /// What was put right, newest first.
    pub corrections: Vec<Corrected>,
    /// Where former addresses lead.
    pub moves: Moves,
    /// When the stories that wait for their time are due, the next one first.
    pub due: Vec<Timestamp>,
    /// What each story's page is made of, and where its text is if it has not been read for this edition.
    pub sources: HashMap<Route, StorySource>,
    content: ContentFolder,
    authors: BTreeMap<String, Subject>,
    drafts: bool,
}

/// What a story's page is made of.
#[derive(Debug)]
pub struct StorySource {
    /// The key of its text and pictures.
    pub key: Key,
    /// Where its text is, if the document has none.
    pub without_text: Option<StoryFile>,
}

impl Edition {
    /// Those of the `pages` that exist as data only: stories older than so many as `site.toml` wants to have pages.
    pub fn unpressed<'a>(&self, pages: &'a [(Route, Document)]) -> HashSet<&'a Route> {
        let stories = pages.iter().filter(|(_, document)| document.story().is_some());
        stories.skip(self.site_file.pressed_stories.unwrap_or(usize::MAX)).map(|(route, _)| route).collect()
    }

    /// The text of a story whose document has none; `source` is what it is made of.
    ///
    /// # Errors
    /// The file is no longer what it was when this edition was begun.
    pub fn text_of(&self, file: &StoryFile, source: Key, pictures: &Pictures) -> Result<String, Failure> {
        let base = self.site.base.as_str();
        let (content, site, now, authors) = (&self.content, &self.site_file, &self.time, self.authors.clone());
        let desk = Desk { content, site, base, drafts: self.drafts, now, pictures, authors };
        match Story::read(file, &desk) {
            (_, Reading::Story(story), mistakes) if mistakes.is_empty() && story.source == source => {
                Ok(story.article.body)
            }
            _ => Err(Failure::Changed { path: self.content.name(&file.path) }),
        }
    }
}

/// Reads the content folder and makes an edition of it, with the pictures of the same folder. All mistakes of the content are
/// found in one go; then there is no edition.
/// Only those stories are read that are not in the `morgue` as they are; it has them then.
pub fn read_edition(
    assignment: &Assignment<'_>,
    pictures: &Pictures,
    morgue: &mut Morgue,
) -> Result<Edition, Mistakes> {
    let Assignment { content, base, clock, drafts } = *assignment;
    let base = base.trim_end_matches('/');
    let content = ContentFolder::at(content);
    let (site_file, mut mistakes) = match SiteFile::read(&content) {
        Ok(read) => read,
        // Without sections and time zone nothing else can be judged.
        Err(mistakes) => return Err(Mistakes::of(mistakes)),
    };
    // The address below which it is served stands in the texts, and site.toml decides how they are read.
    let newspaper = content.text(SiteFile::NAME.as_ref()).map(|(text, _)| format!("{base}\n{drafts}\n{text}"));
    *morgue = std::mem::take(morgue).for_edition(&newspaper.unwrap_or_default());
    let now = clock.now(&site_file.calendar);
    let authors = BTreeMap::new();
    let mut desk = Desk { content: &content, site: &site_file, base, drafts, now: &now, pictures, authors };
    let mut material = Material::read(&mut desk, morgue);
    mistakes.append(&mut material.mistakes);
    let morning = site_file.calendar.at(desk.morning());
    let top = top::top(&material.stories, &material.of_day, morning.timestamp());
    let mut site = site(&site_file, base, &morning, &top, &material.stories);
    for teaser in &mut site.top {
        teaser.views = material.of_day.of(&teaser.route().path());
    }
    let views = material.views.time();
    let (held, due) = (std::mem::take(&mut material.held), std::mem::take(&mut material.due));
    mistakes.extend(translations::translations(&mut material.stories, &site_file, &held));
    let corrections = corrections::corrections(&material.stories);
    let aliases = moves::Aliases::of(&material.stories);
    let texts: Vec<TextPage> = material.take_text_pages();
    let unreadable = std::mem::take(&mut material.unreadable);
    let source = |story: &mut Story| {
        let source = StorySource { key: story.source, without_text: story.without_text.take() };
        (story.article.route(), source)
    };
    let sources = material.stories.iter_mut().map(source).collect();
    let authors = std::mem::take(&mut desk.authors);
    let desks = material.authors.iter().filter(|author| author.desk).map(|author| author.author.slug.clone()).collect();
    let pages = pages::pages(material, &site_file, &top, corrections::corrections_page(&site, &corrections));
    let routes: HashSet<&Route> = pages.iter().map(|(route, _)| route).collect();
    let (moves, wrong) = moves::moves(&aliases, &routes);
    mistakes.extend(wrong);
    let links = Links::among(&routes, &moves, &texts, &unreadable, &held);
    mistakes.extend(texts.iter().flat_map(|text| links.check(text)));
    mistakes.extend(links.check_footer(&site_file, &content));
    if !mistakes.is_empty() {
        return Err(Mistakes::of(mistakes));
    }
    let assets = pictures.assets(texts.iter().flat_map(|text| &text.pictures).map(PathBuf::as_path));
    Ok(Edition {
        site_file,
        site,
        pages,
        desks,
        assets,
        views,
        time: now,
        corrections,
        moves,
        due,
        sources,
        content,
        authors,
        drafts,
    })
}

fn site(file: &SiteFile, base: &str, morning: &ZonedDateTime, top: &Top, stories: &[Story]) -> Site {
    let teaser = |story: &usize| Teaser { summary: String::new(), ..stories[*story].teaser() };
    let section = |section: &SectionEntry| Subject { slug: section.slug.clone(), name: section.name.clone() };
    Site {
        name: file.name.clone(),
        tagline: file.tagline.clone(),
        description: file.description.clone(),
        language: file.language.clone(),
        address: file.address.clone(),
        base: String::from(base),
        sections: file.sections.iter().map(section).collect(),
        share: file.share.clone(),
        footer: file.footer.iter().map(|link| link.value.clone()).collect(),
        top: top.stories.iter().map(teaser).collect(),
        ranking: top.ranking,
        counter: file.counter.clone(),
        edition: file.calendar.moment(morning, Language::of(&file.language)),
        unpressed_stories: file.pressed_stories.is_some_and(|most| stories.len() > most),
    }
}
