//! The edition: all stories in their order, and the document of every page.

mod archive;
mod corrections;
mod former_addresses;
mod front_pages;
mod input;
mod links;
mod list_page;
mod lists;
mod options;
mod order;
mod page;
mod pages;
mod related;
mod top;
mod translations;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::{Timestamp, ZonedDateTime};
use journal::components::Corrected;
use journal::model::{Document, Site, Subject, Teaser};
use journal::route::Route;
use rayon::prelude::*;

use crate::content::folder::ContentFolder;
use crate::content::site_file::{SectionEntry, SiteFile};
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::locale::language::Language;
use crate::markdown::link_target::LinkTarget;
use crate::pictures::Pictures;
use crate::store::asset::Asset;
use crate::stories::cache::StoryCache;
use crate::stories::context::ReadContext;
use crate::stories::references::PageLinks;
use crate::stories::story::{Reading, Story};
pub use former_addresses::FormerAddresses;
use input::EditionInput;
use links::Links;
pub use options::EditionOptions;
pub use page::{NEWEST, Newest, Page};
use pages::Sources;
use top::Top;

/// An edition of the newspaper, ready to be printed.
#[derive(Debug)]
pub struct Edition {
    /// What `site.toml` says: for what is not on the pages themselves, such as colours and the publisher's logo.
    pub site_file: SiteFile,
    /// The newspaper, as it travels with every page.
    pub site: Site,
    /// The stories, newest first.
    pub stories: Vec<Story>,
    /// Every page: front pages, sections, stories (in their order), authors, tags, archive, and those that there is one of.
    pub pages: Vec<Page>,
    /// The slugs of those authors that are desks of the newsroom rather than persons.
    pub desks: BTreeSet<String>,
    /// The pictures that the pages show, by address.
    pub assets: Vec<Asset>,
    /// Pictures that the pages show, or will show once a story is due, and that are still to be developed. An edition with any of
    /// these cannot be printed: it does not know their names.
    pub undeveloped: Vec<PathBuf>,
    /// When the numbers of views were asked for, if there are any.
    pub views: Option<Timestamp>,
    /// When it was made.
    pub time: ZonedDateTime,
    /// What was put right, newest first.
    pub corrections: Vec<Corrected>,
    /// Where former addresses lead.
    pub former_addresses: FormerAddresses,
    /// When the stories that wait for their time are due, the next one first.
    pub due: Vec<Timestamp>,
    content: ContentFolder,
    authors: BTreeMap<String, Subject>,
    drafts: bool,
}

impl Edition {
    /// The documents of all pages, with their addresses. The text of a story that was not read for this edition is missing.
    ///
    /// # Errors
    /// See [`Page::document`].
    pub fn documents(&self) -> Result<Vec<(Route, Document)>, Failure> {
        self.pages.iter().map(|page| Ok((page.route.clone(), page.document(&self.stories, &self.site_file)?))).collect()
    }

    /// Whether a story exists as data only: it is older than so many as `site.toml` wants to have pages.
    pub fn is_unpressed(&self, story: usize) -> bool {
        self.site_file.pressed_stories.is_some_and(|most| story >= most)
    }

    /// The text of a story.
    ///
    /// # Errors
    /// It was not read for this edition, and its file is no longer what it was when this edition was begun.
    pub fn text_of(&self, story: &Story, pictures: &Pictures) -> Result<String, Failure> {
        let Some(file) = &story.without_text else { return Ok(story.article.get()?.body.clone()) };
        let base = self.site.base.as_str();
        let (content, site, now, authors) = (&self.content, &self.site_file, &self.time, self.authors.clone());
        let context = ReadContext { content, site, base, drafts: self.drafts, now, pictures, authors };
        match Story::read(file, &context) {
            (_, Reading::Story(read), mistakes) if mistakes.is_empty() && read.source == story.source => {
                Ok(read.article.get()?.body.clone())
            }
            _ => Err(Failure::changed(&self.content.name(&file.path))),
        }
    }
}

/// Reads the content folder and makes an edition of it, with the pictures of the same folder. All mistakes of the content are
/// found in one go; then there is no edition.
/// Only those stories are read that are not in the `cache` as they are; it has them then.
///
/// # Errors
/// [`Failure::Mistakes`], or a fault of press.
pub fn read_edition(
    options: &EditionOptions<'_>,
    pictures: &Pictures,
    cache: &mut StoryCache,
) -> Result<Edition, Failure> {
    let EditionOptions { content, base, clock, drafts } = *options;
    let base = base.trim_end_matches('/');
    let content = ContentFolder::at(content);
    let (site_file, mut mistakes) = match SiteFile::read(&content) {
        Ok(read) => read,
        // Without sections and time zone nothing else can be judged.
        Err(mistakes) => return Err(Mistakes::of(mistakes).into()),
    };
    // The address below which it is served stands in the texts, and site.toml decides how they are read.
    let newspaper = content.text(SiteFile::NAME.as_ref()).map(|(text, _)| format!("{base}\n{drafts}\n{text}"));
    *cache = std::mem::take(cache).for_edition(&newspaper.unwrap_or_default());
    let now = clock.now(&site_file.calendar);
    let authors = BTreeMap::new();
    let mut context = ReadContext { content: &content, site: &site_file, base, drafts, now: &now, pictures, authors };
    let mut input = EditionInput::read(&mut context, cache);
    mistakes.append(&mut input.mistakes);
    let morning = site_file.calendar.at(context.morning());
    let top = top::top(&input.stories, input.views.of_day(morning.timestamp()), morning.timestamp());
    let site = site(&site_file, base, &morning, &top, &input.stories)?;
    let views = input.views.time();
    let (held, due) = (std::mem::take(&mut input.held), std::mem::take(&mut input.due));
    mistakes.extend(translations::translations(&mut input.stories, &site_file, &held)?);
    let corrections = corrections::corrections(&input.stories)?;
    let aliases = former_addresses::Aliases::of(&input.stories);
    let others = input.take_links();
    let unreadable = std::mem::take(&mut input.unreadable);
    let authors = std::mem::take(&mut context.authors);
    let desks = input.authors.iter().filter(|author| author.desk).map(|author| author.author.slug.clone()).collect();
    let stories = std::mem::take(&mut input.stories);
    let sources = Sources {
        site: &site_file,
        top: &top,
        authors: input.authors,
        about: input.about,
        corrections: corrections::corrections_page(&site, &corrections),
    };
    let pages = pages::pages(&stories, sources, &mut cache.related);
    let places = pages.iter().map(|page| LinkTarget::page(&page.path)).collect();
    let (former_addresses, wrong) = former_addresses::former_addresses(&aliases, &places);
    mistakes.extend(wrong);
    let of_stories = stories.iter().map(|story| (&story.route, &story.links));
    let texts: Vec<(&Route, &PageLinks)> = of_stories.chain(others.iter().map(|(route, text)| (route, text))).collect();
    let links = Links::among(places, &former_addresses, &texts, &unreadable, &held);
    let dead: Vec<Vec<Diagnostic>> = texts.par_iter().map(|(_, text)| links.check(text)).collect::<Result<_, _>>()?;
    mistakes.extend(dead.into_iter().flatten());
    mistakes.extend(links.check_footer(&site_file, &content)?);
    drop(links);
    if !mistakes.is_empty() {
        return Err(Mistakes::of(mistakes).into());
    }
    let shown = texts.iter().flat_map(|(_, text)| &text.pictures);
    let undeveloped = pictures.undeveloped(shown.clone().chain(&input.pictures_of_due));
    let assets = pictures.assets(shown.map(PathBuf::as_path));
    Ok(Edition {
        site_file,
        site,
        stories,
        pages,
        desks,
        assets,
        undeveloped,
        views,
        time: now,
        corrections,
        former_addresses,
        due,
        content,
        authors,
        drafts,
    })
}

fn site(file: &SiteFile, base: &str, morning: &ZonedDateTime, top: &Top, stories: &[Story]) -> Result<Site, Failure> {
    let teaser = |story: &usize| Ok(Teaser { summary: String::new(), ..stories[*story].teaser()? });
    let section = |section: &SectionEntry| Subject { slug: section.slug.clone(), name: section.name.clone() };
    Ok(Site {
        name: file.name.clone(),
        tagline: file.tagline.clone(),
        description: file.description.clone(),
        language: file.language.clone(),
        address: file.address.clone(),
        base: String::from(base),
        sections: file.sections.iter().map(section).collect(),
        share: file.share.clone(),
        footer: file.footer.iter().map(|link| link.value.clone()).collect(),
        top: top.stories.iter().map(teaser).collect::<Result<_, Failure>>()?,
        ranking: top.ranking,
        counter: file.counter.clone(),
        edition: file.calendar.moment(morning, Language::of(&file.language)),
        unpressed_stories: file.pressed_stories.is_some_and(|most| stories.len() > most),
    })
}
