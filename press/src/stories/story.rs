//! A story, read from its file.

use std::sync::Arc;

use jiff::ZonedDateTime;
use journal::model::{Article, Correction, PageLink, Picture, Subject, Teaser};
use journal::route::Route;

use super::article::LazyArticle;
use super::context::{ReadContext, TextPlace};
use super::references::PageLinks;
use super::source_key::source_key;
use super::summary::StorySummary;
use crate::content::alias::story_at;
use crate::content::files::Source;
use crate::content::front_matter::{CorrectionEntry, FrontMatter, PictureEntry};
use crate::content::keys::lined::Lined;
use crate::content::manuscript::Manuscript;
use crate::content::story_file::StoryFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::spelling;
use crate::locale::language::Language;
use crate::locale::slug::slug;
use crate::locale::typography::typeset;
use crate::markdown;
use crate::pictures::TextPictures;
use crate::store::fingerprint::Fingerprint;

/// The maximum length of a slug that is made from an author's name, in characters.
const LONGEST_SLUG: usize = 60;

/// A story. The edition fills in what depends on other stories.
#[derive(Debug)]
pub struct Story {
    /// Its address.
    pub route: Route,
    /// The path of its address.
    pub path: String,
    /// The slug of its section.
    pub section: String,
    /// What every edition needs to know about it.
    pub summary: Box<StorySummary>,
    /// The article, without what the edition adds to it.
    pub article: LazyArticle,
    /// Its links.
    pub links: PageLinks,
    /// The fingerprint of its file and the look of its pictures.
    pub source: Fingerprint,
    /// The file of its text, if the text has not been read for this edition.
    pub without_text: Option<Arc<StoryFile>>,
    /// What this edition adds to it.
    pub facts: EditionFacts,
}

/// What an edition adds to a story, and what can change without the story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EditionFacts {
    /// How often it was read, as of the last pull.
    pub views: Option<u64>,
    /// How often it was read, as of the day's first pull.
    pub views_of_day: Option<u64>,
    /// How many of the views it had at former addresses.
    pub earlier_views: u64,
    /// Whole years since it was published.
    pub years_old: u32,
    /// Whether only the newsroom sees it, because it is a draft or its date has not come.
    pub unpublished: bool,
    /// The story in other languages.
    pub translations: Vec<PageLink>,
}

impl EditionFacts {
    /// The number on a story's own page: that of the day's first pull, so that later pulls do not rebuild all pages;
    /// the newest if the story had none by then.
    pub fn own_views(&self) -> Option<u64> {
        self.views_of_day.or(self.views)
    }
}

/// The result of reading a story's file.
#[derive(Debug)]
pub enum Reading {
    /// A story, as far as it could be read.
    Story(Box<Story>),
    /// A draft, which is not to be published yet: its address.
    Draft(Route),
    /// Not even the front matter could be read. Links to the story are not reported.
    Unreadable,
}

impl Story {
    /// Reads a story. Returns the file's fingerprint if the file could be read, the story, and the mistakes in the
    /// file.
    pub fn read(file: &StoryFile, context: &ReadContext<'_>) -> (Option<Fingerprint>, Reading, Vec<Diagnostic>) {
        let (text, fingerprint) = match context.content.text(&file.path) {
            Ok(text) => text,
            Err(mistake) => return (None, Reading::Unreadable, vec![mistake]),
        };
        let mut notes = Notes::on(context.content.name(&file.path));
        let mut mistakes = Vec::new();
        let Some(manuscript) = Manuscript::read(&text, &mut notes) else {
            return (Some(fingerprint), Reading::Unreadable, notes.into_mistakes());
        };
        let reading =
            match FrontMatter::read(manuscript.fields, file, context.site, (context.now, context.drafts), &mut notes) {
                Ok(matter) => {
                    mistakes.extend(slug_mistake(&matter.slug, file, context));
                    let text = (manuscript.text, manuscript.text_line);
                    Reading::Story(Box::new(Story::set(file, matter, (text, fingerprint), context, &mut notes)))
                }
                Err(slug) => {
                    mistakes.extend(slug_mistake(&slug, file, context));
                    Reading::Draft(file.route(&slug))
                }
            };
        mistakes.extend(notes.into_mistakes());
        (Some(fingerprint), reading, mistakes)
    }

    /// A story from `file`, without what the edition adds to it.
    pub fn of(
        file: &StoryFile,
        summary: Box<StorySummary>,
        article: LazyArticle,
        links: PageLinks,
        source: Fingerprint,
    ) -> Story {
        let (route, section) = (file.route(&summary.slug), file.section.clone());
        let facts = EditionFacts { unpublished: summary.draft, ..EditionFacts::default() };
        Story { path: route.path(), route, section, summary, article, links, source, without_text: None, facts }
    }

    /// What other pages show of it, with the view count of the day's first pull.
    ///
    /// # Errors
    /// See [`LazyArticle::get`].
    pub fn teaser(&self) -> Result<Teaser, Failure> {
        Ok(Teaser { views: self.facts.views_of_day, ..self.article.get()?.teaser() })
    }

    /// What other pages show of it, with the newest view count.
    ///
    /// # Errors
    /// See [`LazyArticle::get`].
    pub fn newest_teaser(&self) -> Result<Teaser, Failure> {
        Ok(Teaser { views: self.facts.views, ..self.article.get()?.teaser() })
    }

    fn set(
        file: &StoryFile,
        matter: FrontMatter,
        (text, fingerprint): ((&str, u32), Fingerprint),
        context: &ReadContext<'_>,
        notes: &mut Notes,
    ) -> Story {
        let own = matter.language.filter(|tag| !tag.eq_ignore_ascii_case(&context.site.language));
        let language = own.as_deref().map_or_else(|| context.language(), Language::of);
        let (route, pictures) = (file.route(&matter.slug), TextPictures::of(context.pictures));
        let place = TextPlace { route: &route, folder: &file.folder, language, pictures: &pictures };
        let mut prose = context.set(text, &place, notes);
        // A missing date is a mistake, so the edition that would show this one is not made.
        let published = matter.date.unwrap_or_else(|| context.now.clone());
        let calendar = &context.site.calendar;
        let set = |text: String| typeset(&text, language);
        let mut opening = prose.opening.as_str();
        let headline = matter.title.unwrap_or_else(|line| {
            let words = first_words(text.0, line, language, notes);
            opening = opening.strip_prefix(&words).map_or(opening, |rest| rest.trim_start_matches(['.', ' ']));
            words
        });
        let article = Article {
            section: file.section.clone(),
            slug: matter.slug,
            headline: set(headline),
            standfirst: matter.standfirst.map(set),
            summary: matter.description.map_or_else(|| markdown::summary(opening, language), set),
            language: own,
            unpublished: false,
            published: calendar.moment(&published, language),
            updated: matter.updated.map(|time| calendar.moment(&time, language)),
            years_old: 0,
            authors: authors(&matter.authors, context, notes),
            tags: matter.tags.into_iter().map(|tag| Subject { name: context.site.tag_name(&tag), slug: tag }).collect(),
            reading_minutes: prose.reading_minutes(),
            views: None,
            earlier_views: 0,
            formerly: formerly(&matter.aliases),
            translations: Vec::new(),
            picture: matter.picture.and_then(|entry| picture(entry, &place, notes)),
            contents: prose.contents(),
            corrections: corrections(matter.corrections, language, context),
            related: Vec::new(),
            body: std::mem::take(&mut prose.html),
        };
        let links = PageLinks::of(&route, context.content.name(&file.path), &mut prose, pictures);
        let source = source_key(fingerprint, &links.pictures, context);
        let summary = StorySummary {
            published: moment(&published),
            draft: matter.draft,
            lead: matter.lead,
            aliases: matter.aliases.into_iter().map(|alias| (alias.line, alias.value)).collect(),
            publish: matter.publish.as_ref().map(moment),
            expires: matter.expires.as_ref().map(moment),
            translation_of: matter.translation_of.map(|original| (original.line, original.value.path())),
            ..StorySummary::of(&article)
        };
        Story::of(file, Box::new(summary), LazyArticle::Read(Box::new(article)), links, source)
    }
}

/// The mistake in an address that ends in `slug`, if it is one.
fn slug_mistake(slug: &str, file: &StoryFile, context: &ReadContext<'_>) -> Option<Diagnostic> {
    let (what, remedy) = match slug {
        // It would have the address of the section's further pages.
        "page" => (message!("\"page\" is reserved for the pages of the section"), "give the story another name"),
        _ if !Route::is_story_slug(slug) => (
            message!("\"{slug}\" is not valid in an address"),
            "rename it with lower-case letters a to z and digits, with single hyphens between words; or give the story a \
             slug of that form",
        ),
        _ => return None,
    };
    let named = if file.has_folder() { &file.folder } else { &file.path };
    Some(Diagnostic::mistake(context.content.name(named), None, what, remedy))
}

fn moment(time: &ZonedDateTime) -> (i64, i32) {
    (time.timestamp().as_second(), time.timestamp().subsec_nanosecond())
}

/// What a story without a headline is called.
fn first_words(text: &str, line: u32, language: Language, notes: &mut Notes) -> String {
    markdown::first_words(text, language).unwrap_or_else(|| {
        let what = message!("title is empty, and the text has no words to call the story by").about("title");
        notes.note(line, what, "write a headline");
        String::new()
    })
}

fn formerly(aliases: &[Lined<String>]) -> Vec<String> {
    aliases.iter().map(|alias| alias.value.clone()).filter(|path| story_at(path).is_some()).collect()
}

/// The authors, each named by slug or by name.
fn authors(named: &[Lined<String>], context: &ReadContext<'_>, notes: &mut Notes) -> Vec<Subject> {
    let mut authors: Vec<Subject> = Vec::new();
    for Lined { line, value } in named {
        let by_name = || context.authors.values().find(|author| author.name.to_lowercase() == value.to_lowercase());
        match context.authors.get(value).or_else(by_name) {
            Some(author) if authors.contains(author) => {
                notes.note(*line, message!("author \"{value}\" is named twice"), "leave one of the two");
            }
            Some(author) => authors.push(author.clone()),
            None => {
                let known = context.authors.keys().map(String::as_str);
                let names = context.authors.values().map(|author| author.name.as_str());
                let remedy = match spelling::nearest(value, known).or_else(|| spelling::nearest(value, names)) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => {
                        let file = context.content.name(Source::AUTHORS.as_ref());
                        let slug = if Route::is_slug(value) { value.clone() } else { slug(value, LONGEST_SLUG) };
                        format!("write {}/{slug}.md, or name an existing author", file.to_string_lossy())
                    }
                };
                notes.note(*line, message!("unknown author \"{value}\""), remedy);
            }
        }
    }
    authors
}

fn picture(entry: PictureEntry, place: &TextPlace<'_>, notes: &mut Notes) -> Option<Picture> {
    let image = place.picture(&entry.file.value, entry.file.line, notes)?;
    let set = |text: String| typeset(&text, place.language);
    let (alt, caption, credit) = (set(entry.alt), entry.caption.map(set), entry.credit.map(set));
    Some(Picture { image, alt, caption, credit })
}

/// The corrections, oldest first.
fn corrections(mut entries: Vec<CorrectionEntry>, language: Language, context: &ReadContext<'_>) -> Vec<Correction> {
    entries.sort_by_key(|entry| entry.date.timestamp());
    let corrections = entries.into_iter().map(|entry| Correction {
        date: context.site.calendar.moment(&entry.date, language),
        text: typeset(&entry.text, language),
    });
    corrections.collect()
}
