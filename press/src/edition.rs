//! The edition: all stories in order, and the document of every page.

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
mod redirects;
mod related;
mod security;
mod top;
mod translations;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::{Timestamp, ZonedDateTime};
use journal::components::Corrected;
use journal::model::{Document, Site, Subject, Teaser};
use journal::route::Route;

use crate::content::folder::ContentFolder;
use crate::content::inventory::Inventory;
use crate::content::site_file::{SectionEntry, SiteFile};
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::severity::Severity;
use crate::locale::language::Language;
use crate::markdown::link_target::LinkTarget;
use crate::pictures::Pictures;
use crate::store::asset::Asset;
use crate::stories::about_page::AboutPage;
use crate::stories::author::Author;
use crate::stories::cache::StoryCache;
use crate::stories::context::ReadContext;
use crate::stories::references::PageLinks;
use crate::stories::story::{Reading, Story};
pub use former_addresses::FormerAddresses;
use input::EditionInput;
use links::LinkChecker;
pub use options::EditionOptions;
pub use page::{NEWEST, Newest, Page};
use pages::PageSources;
use top::Top;

/// An edition of the newspaper, ready to be pressed.
#[derive(Debug)]
pub struct Edition {
    /// `site.toml`, for what is not on the pages themselves, such as colours and the publisher's logo.
    pub site_file: SiteFile,
    /// The newspaper, as it travels with every page.
    pub site: Site,
    /// The stories, newest first.
    pub stories: Vec<Story>,
    /// Every page: front pages, sections, stories (in order), authors, tags, archive, then the single pages.
    pub pages: Vec<Page>,
    /// The slugs of the authors that are desks of the newsroom, not people.
    pub desks: BTreeSet<String>,
    /// The pictures that the pages show, by address.
    pub assets: Vec<Asset>,
    /// Pictures without renditions, which the pages show or will show once a story is due. An edition that has any cannot be
    /// pressed: it does not know the names of their files.
    pub undeveloped: Vec<PathBuf>,
    /// When the view counts were pulled, if there are any.
    pub views: Option<Timestamp>,
    /// The time of the edition.
    pub time: ZonedDateTime,
    /// Corrections, newest first.
    pub corrections: Vec<Corrected>,
    /// Where former addresses lead.
    pub former_addresses: FormerAddresses,
    /// When the scheduled stories are due, the next one first.
    pub due: Vec<Timestamp>,
    /// When the first of the stories expires.
    pub next_expiry: Option<Timestamp>,
    /// What does not stop the edition.
    pub warnings: Vec<Diagnostic>,
    content: ContentFolder,
    authors: BTreeMap<String, Subject>,
    drafts: bool,
}

impl Edition {
    /// The documents of all pages, with their routes. Stories that were not read for this edition have no text.
    ///
    /// # Errors
    /// See [`Page::document`].
    pub fn documents(&self) -> Result<Vec<(Route, Document)>, Failure> {
        self.pages.iter().map(|page| Ok((page.route.clone(), page.document(&self.stories, &self.site_file)?))).collect()
    }

    /// Whether a story has a document but no page, because `site.toml` limits how many stories are pressed.
    pub fn is_unpressed(&self, story: usize) -> bool {
        self.site_file.pressed_stories.is_some_and(|most| story >= most)
    }

    /// The text of a story.
    ///
    /// # Errors
    /// It was not read for this edition, and its file has changed since the edition was begun.
    pub fn text_of(&self, story: &Story, pictures: &Pictures) -> Result<String, Failure> {
        let Some(file) = &story.without_text else { return Ok(story.article.get()?.body.clone()) };
        let base = self.site.base.as_str();
        let (content, site, now, authors) = (&self.content, &self.site_file, &self.time, &self.authors);
        let context = ReadContext { content, site, base, drafts: self.drafts, now, pictures, authors };
        match Story::read(file, &context) {
            (_, Reading::Story(read), mistakes) if mistakes.is_empty() && read.source == story.source => {
                Ok(read.article.get()?.body.clone())
            }
            _ => Err(Failure::changed(&self.content.name(&file.path))),
        }
    }
}

/// Reads the content folder and makes an edition of it. `inventory` lists its files, `pictures` are its pictures. Stories that
/// the `cache` has as they are now are not read again; afterwards it has all stories of this edition.
///
/// # Errors
/// [`Failure::Mistakes`] has all mistakes of the content. Anything else is a file that cannot be read, or a bug.
pub fn read_edition(
    inventory: &Inventory,
    options: &EditionOptions<'_>,
    pictures: &Pictures,
    cache: &mut StoryCache,
) -> Result<Edition, Failure> {
    let EditionOptions { content, base, clock, drafts } = *options;
    let base = base.trim_end_matches('/');
    let content = ContentFolder::at(content);
    // Without sections and time zone nothing else can be judged.
    let (site_file, mut mistakes) = SiteFile::read(&content).map_err(Mistakes::of)?;
    let now = clock.now(&site_file.calendar);
    prepare(cache, &content, base, drafts);

    let authors = &BTreeMap::new();
    let context = ReadContext { content: &content, site: &site_file, base, drafts, now: &now, pictures, authors };
    let input = EditionInput::read(inventory, &context, cache);
    let EditionInput { mut stories, authors, names, views, about, unreadable, held, expired, .. } = input;
    let EditionInput { renamed, due, pictures_of_due, .. } = input;
    let absent = held.union(&expired).cloned().collect();
    mistakes.extend(input.mistakes);

    let morning = site_file.calendar.at(context.morning());
    let top = top::top(&stories, views.of_day(morning.timestamp()), morning.timestamp());
    let site = site(&site_file, base, &morning, &top, &stories)?;
    mistakes.extend(translations::translations(&mut stories, &site_file, &absent, &renamed)?);
    let corrections = corrections::corrections(&stories)?;
    let sources = PageSources {
        site: &site_file,
        top: &top,
        authors: &authors,
        about: about.as_ref(),
        corrections: corrections::corrections_page(&site, &corrections),
    };
    let pages = pages::pages(&stories, sources, &mut cache.related);

    let places = pages.iter().map(|page| LinkTarget::page(&page.path)).collect();
    let (former_addresses, wrong) = former_addresses::former_addresses(&stories, &places);
    mistakes.extend(wrong);
    mistakes.extend(redirects::check_redirects(&site_file, &places, &former_addresses, &content));
    mistakes.extend(security::check_security(&site_file, now.timestamp(), &content));
    let texts = texts(&stories, &authors, about.as_ref());
    let links = LinkChecker::among(places, &former_addresses, &texts, &unreadable, (&held, &expired));
    let dead = links.check_all()?.into_iter().chain(links.check_footer(&site_file, &content)?);
    let (warnings, dead): (Vec<_>, Vec<_>) = dead.partition(|link| link.severity == Severity::Warning);
    mistakes.extend(dead);
    drop(links);
    if !mistakes.is_empty() {
        return Err(Mistakes::of(mistakes).into());
    }

    let shown = texts.iter().flat_map(|(_, text)| &text.pictures);
    let undeveloped = pictures.undeveloped(shown.clone().chain(&pictures_of_due));
    let assets = pictures.assets(shown.map(PathBuf::as_path));
    drop(texts);
    let desks = authors.into_iter().filter(|author| author.desk).map(|author| author.author.slug).collect();
    let next_expiry =
        stories.iter().filter_map(|story| story.summary.expires()).filter(|end| *end > now.timestamp()).min();
    let (views, time, authors) = (views.time(), now, names);
    Ok(Edition {
        site_file,
        site,
        stories,
        pages,
        desks,
        assets,
        undeveloped,
        views,
        time,
        corrections,
        former_addresses,
        due,
        next_expiry,
        warnings,
        content,
        authors,
        drafts,
    })
}

/// Empties the cache if it is of other settings. Texts contain the path that the site is served below, and `site.toml` decides
/// how they are read.
fn prepare(cache: &mut StoryCache, content: &ContentFolder, base: &str, drafts: bool) {
    let settings = content
        .text_within(SiteFile::LARGEST, SiteFile::NAME.as_ref())
        .map(|(text, _)| format!("{base}\n{drafts}\n{text}"));
    *cache = std::mem::take(cache).for_edition(&settings.unwrap_or_default());
}

/// The links of every page that has a text.
fn texts<'a>(
    stories: &'a [Story],
    authors: &'a [Author],
    about: Option<&'a AboutPage>,
) -> Vec<(Cow<'a, Route>, &'a PageLinks)> {
    let of_stories = stories.iter().map(|story| (Cow::Borrowed(&story.route), &story.links));
    let route = |author: &Author| Cow::Owned(Route::Author { author: author.author.slug.clone(), page: 1 });
    let of_authors = authors.iter().map(|author| (route(author), &author.links));
    let of_about = about.map(|about| (Cow::Owned(Route::About), &about.links));
    of_stories.chain(of_authors).chain(of_about).collect()
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
        home: file.home.clone(),
        sections: file.sections.iter().map(section).collect(),
        share: file.share.clone(),
        follow: file.follow.clone(),
        footer: file.footer.iter().map(|link| link.value.clone()).collect(),
        top: top.stories.iter().map(teaser).collect::<Result<_, Failure>>()?,
        ranking: top.ranking,
        counter: file.counter.clone(),
        edition: file.calendar.moment(morning, Language::of(&file.language)),
        unpressed_stories: file.pressed_stories.is_some_and(|most| stories.len() > most),
    })
}
