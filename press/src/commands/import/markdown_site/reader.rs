//! Reads a whole Markdown site, but for its texts.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::dates::Clocks;
use super::html::{Dialect, html, words};
use super::inherited::Inherited;
use super::keys::Keys;
use super::known_authors::KnownAuthors;
use super::old_matter::OldMatter;
use super::path_names::split;
use super::settings::{Generator, Settings};
use super::site_files::SiteFiles;
use super::site_folder::SiteFolder;
use super::story::{ReadStory, SiteContext};
use super::targets::Targets;
use super::text_file::{Form, Standing, TextFile};
use super::texts::texts;
use super::written::{MarkdownTexts, ToWrite};
use crate::commands::import::note::Note;
use crate::commands::import::source::site::{OldSite, OldTexts};
use crate::commands::import::source::story::OldStory;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::progress::Progress;
use crate::locale::calendar::Calendar;
use crate::locale::clock::Clock;
use crate::locale::letters::key;

/// Reads a Markdown site.
#[derive(Debug)]
pub struct SiteReader {
    folder: SiteFolder,
    settings: Settings,
    files: Vec<TextFile>,
    inherited: Inherited,
    site: OldSite,
    texts: Vec<Option<ToWrite>>,
    targets: Targets,
    /// Folders of texts by their old paths.
    pages: HashMap<String, String>,
    /// How many dates are times without a time zone.
    local_times: usize,
}

impl SiteReader {
    /// A reader of the site in `root`; the newspaper in `content` does not belong to it.
    ///
    /// # Errors
    /// The folder cannot be read, or has no texts.
    pub fn of(root: &Path, content: &Path) -> Result<SiteReader, Failure> {
        let folder = SiteFolder::at(root, content)?;
        let mut settings = Settings::of(&folder);
        let files = texts(&folder, &settings);
        if files.is_empty() {
            let what = format!(
                "{} has no texts: no Markdown files where {} would look for them",
                root.display(),
                name(settings.generator)
            );
            return Err(Failure::message(what, "name the folder that has the old site's configuration file"));
        }
        let mut problems = Vec::new();
        let inherited = Inherited::of(&folder, &settings, &mut problems);
        settings.problems.extend(problems);
        let (site, targets) = (OldSite::default(), Targets::default());
        Ok(SiteReader {
            folder,
            settings,
            files,
            inherited,
            site,
            texts: Vec::new(),
            targets,
            pages: HashMap::new(),
            local_times: 0,
        })
    }

    /// Describes the site for this newspaper; `address` is more reliable than what its configuration
    /// says.
    ///
    /// # Errors
    /// The time of the edition cannot be read.
    pub fn read(
        mut self,
        newspaper: &SiteFile,
        address: Option<&str>,
    ) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
        let calendar = &newspaper.calendar;
        let known = KnownAuthors::of(&self.folder, &self.settings.keys);
        let settings = self.settings.clone();
        let clocks = Clocks { ours: calendar, theirs: settings.zone.as_deref().and_then(Calendar::of) };
        let context = SiteContext { settings: &settings, known: &known, clocks, now: Clock::read(None)?.now(calendar) };
        let address = address.map(String::from).or_else(|| settings.address.clone());
        let progress = Progress::of(self.files.len(), "texts");
        for file in std::mem::take(&mut self.files) {
            self.add(file, &context, address.as_deref());
            progress.step();
        }
        drop(progress);
        self.name_versions(&newspaper.language);
        self.tell();
        self.site.stands_at(address.as_deref());
        self.site.files = Some(Box::new(SiteFiles::of(&self.folder, &self.settings, std::mem::take(&mut self.pages))));
        let SiteReader { folder, settings, inherited, targets, texts, site, .. } = self;
        Ok((site, Box::new(MarkdownTexts { folder, settings, inherited, targets, texts })))
    }

    fn add(&mut self, file: TextFile, context: &SiteContext<'_>, address: Option<&str>) {
        if file.form == Form::Other {
            let ending = file.path.rsplit('.').next().unwrap_or_default();
            return self.unreadable(
                &file,
                format!("{} is written in a form that press cannot read ({ending}); convert it to Markdown", file.path),
            );
        }
        let text = match self.folder.text(&file.path) {
            Ok(text) => text,
            Err(problem) => return self.unreadable(&file, problem),
        };
        let matter = match OldMatter::read(&text, &file.path) {
            Ok(matter) => matter,
            Err(problem) => return self.unreadable(&file, problem),
        };
        let (is_plain, has_text) = (!matter.is_there, !matter.text.trim().is_empty());
        let keys = self.inherited.keys(&file, matter.keys);
        if let Some(kind) = stranger(&file, &keys, (is_plain, has_text), self.settings.generator) {
            if kind != LISTS || has_text {
                self.stranger(kind, &file, &keys);
            }
            return;
        }
        let heading = keys.text(&["title"]).is_none().then(|| heading(&file, matter.text)).flatten();
        let read = context.story(&file, &keys, heading);
        let link = match (&read.path, address) {
            (Some(path), Some(address)) => [address.trim_end_matches('/'), path].concat(),
            (Some(path), None) => path.clone(),
            // Links lead to the story by its id.
            (None, _) => format!("/?p={}", utf8_percent_encode(&read.story.id, NON_ALPHANUMERIC)),
        };
        self.targets.add(&file, link);
        if let Some(path) = &read.path {
            self.pages.entry(key(path.trim_matches('/'))).or_insert_with(|| split(&file.path).0.into());
        }
        let is_page = file.standing == Standing::Page || (file.standing == Standing::StoryIfDated && !read.is_dated);
        if is_page {
            return self.stranger(PAGES, &file, &keys);
        }
        // Sites have such files for pages that a template fills, and for translations that nobody has begun.
        let story = &read.story;
        if !has_text && !story.draft && story.description.is_none() && story.picture.is_none() {
            return self.stranger(EMPTY, &file, &keys);
        }
        self.keep(file, read);
    }

    fn keep(&mut self, file: TextFile, read: ReadStory) {
        self.local_times += usize::from(read.is_local);
        for author in read.authors {
            match self.site.authors.iter_mut().find(|known| known.key == author.key) {
                Some(known) if known.bio.is_empty() => known.bio = author.bio,
                Some(_) => {}
                None => self.site.authors.push(author),
            }
        }
        let mut story = read.story;
        story.versions = read.translation.or_else(|| Some(file.key()));
        self.texts.push(Some(ToWrite { title: story.title.clone(), file }));
        self.site.stories.push(story);
    }

    /// A text that cannot be read is a story that is left out, so that the report says so.
    fn unreadable(&mut self, file: &TextFile, problem: String) {
        let story = OldStory {
            id: file.path.clone(),
            origin: format!("markdown:{}", file.path),
            title: file.path.clone(),
            slug: file.own_name().into(),
            unreadable: Some(problem),
            ..OldStory::default()
        };
        self.texts.push(None);
        self.site.stories.push(story);
    }

    fn stranger(&mut self, kind: &str, file: &TextFile, keys: &Keys) {
        let title = keys.text(&["title"]).map(|title| words(&title)).filter(|title| !title.is_empty());
        let title = title.map_or_else(|| file.path.clone(), |title| format!("{title} ({})", file.path));
        self.site.strangers.entry(kind.into()).or_default().push(title);
    }

    /// Versions of one story in other languages need slugs of their own.
    fn name_versions(&mut self, ours: &str) {
        let main = self.settings.languages.first().cloned().unwrap_or_else(|| ours.to_lowercase());
        let mut slugs: BTreeMap<(String, String), usize> = BTreeMap::new();
        for story in &self.site.stories {
            if let Some(versions) = &story.versions {
                *slugs.entry((versions.clone(), story.slug.to_lowercase())).or_default() += 1;
            }
        }
        for story in &mut self.site.stories {
            let (Some(versions), Some(language)) = (&story.versions, &story.language) else { continue };
            let shared = slugs.get(&(versions.clone(), story.slug.to_lowercase())).is_some_and(|count| *count > 1);
            if shared && !language.eq_ignore_ascii_case(&main) {
                story.slug = format!("{}-{}", story.slug, language.to_lowercase());
            }
        }
    }

    /// What the report says about the site as a whole.
    fn tell(&mut self) {
        let problems = std::mem::take(&mut self.settings.problems);
        self.site.notes.extend(problems.into_iter().map(|problem| (String::from("Settings"), Note::to_do(problem))));
        if self.local_times > 0 {
            let what = format!(
                "{} of them have no time zone and are taken as times in that of the newspaper",
                self.local_times
            );
            self.site.notes.push((String::from("Dates"), Note::changed(what)));
        }
        for (kind, path) in std::mem::take(&mut self.folder.passed_over) {
            self.site.strangers.entry(kind.into()).or_default().push(path);
        }
    }
}

const PAGES: &str = "pages";
const LISTS: &str = "texts of lists";
const EMPTY: &str = "texts without words";

/// The kind of a file that cannot be a story, whatever its keys say.
fn stranger(
    file: &TextFile,
    keys: &Keys,
    (is_plain, has_text): (bool, bool),
    generator: Generator,
) -> Option<&'static str> {
    let is_redirect = keys.first(&["redirect_to", "redirect_url", "redirect"]).is_some()
        || keys.text(&["layout"]).is_some_and(|layout| layout == "redirect");
    let is_empty = !has_text && keys.text(&["title"]).is_none();
    let is_bare = is_plain && (file.form == Form::Html || file.standing == Standing::Page);
    match file.standing {
        Standing::List => Some(LISTS),
        _ if is_redirect => Some("redirects"),
        _ if is_empty => Some(EMPTY),
        _ if is_bare && generator != Generator::Plain => Some(PAGES),
        _ => None,
    }
}

/// The first heading of a text.
fn heading(file: &TextFile, text: &str) -> Option<String> {
    if file.form == Form::Html {
        return None;
    }
    html(text, "", Dialect::default(), &mut |_| None).headline
}

fn name(generator: Generator) -> &'static str {
    match generator {
        Generator::Hugo => "Hugo",
        Generator::Zola => "Zola",
        Generator::Jekyll => "Jekyll",
        Generator::Eleventy => "Eleventy",
        Generator::Plain => "press",
    }
}
