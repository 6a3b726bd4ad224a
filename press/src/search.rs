//! `press search`: an index of the stories of a pressed site, beside its pages.
//!
//! It reads the documents that `press build` has written, so it finds what readers see. Each story gets a `text.json`, with
//! what a list of results shows; the index is in `assets/search/`, named by content, and `search/catalogue.bin`, which is
//! written last: until then the old index is whole. The worker that reads it stands beside it, and `search/worker.js`, which
//! names it, at an address that does not change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use journal::model::{Article, Document, FORMAT, MastheadSheet, Sheet, Site, Teaser};
use journal::search::{Entry, Index, Indexer, Named};
use rayon::prelude::*;
use serde::Serialize;

use crate::compression::{Compress, compress};
use crate::content_hash::content_hash;
use crate::failure::Failure;
use crate::output::Output;
use crate::program;

/// What a word counts that stands in these, where one in the text counts once.
const HEADLINE: f32 = 8.0;
const STANDFIRST: f32 = 2.0;
const TAGS: f32 = 5.0;
const AUTHORS: f32 = 5.0;
const SECTION: f32 = 2.0;
const PICTURE: f32 = 1.0;
const TEXT: f32 = 1.0;

/// The folder of the index in a site.
const FOLDER: &str = "assets/search";

/// A pressed site that is to be searched.
#[derive(Debug)]
pub struct SearchIndex {
    /// Its folder.
    pub site: PathBuf,
    /// The folder of the worker, as wasm-bindgen leaves it: `search.js` and `search_bg.wasm`. Without it the site keeps the
    /// one that it has.
    pub worker: Option<PathBuf>,
    /// The folder for what the next index need not pack again.
    pub cache: PathBuf,
}

/// What is shown of a story that was found.
#[derive(Serialize)]
struct Text {
    format: u32,
    teaser: Teaser,
    text: String,
}

impl SearchIndex {
    /// Writes the index. Returns how many stories it has.
    ///
    /// # Errors
    /// The folder has no site of this press, or cannot be written.
    pub fn write(&self) -> Result<usize, Failure> {
        let sheet: MastheadSheet = read(&self.site.join("site.json"))?;
        let stories = self.stories(&sheet.site)?;
        stories.par_iter().try_for_each(|(folder, article)| {
            let teaser = Teaser { summary: String::new(), ..article.teaser() };
            let text = Text { format: FORMAT, teaser, text: text(article) };
            write(&folder.join("text.json"), serde_json::to_vec(&text)?)
        })?;
        // The worker is packed like the rest of the app.
        let output = Output::in_place(&self.site);
        let articles: Vec<&Article> = stories.iter().map(|(_, article)| &**article).collect();
        let index = index(&sheet.site, &articles);
        let folder = self.site.join(FOLDER);
        fs::create_dir_all(&folder).map_err(Failure::file("make", &folder))?;
        let mut names: BTreeSet<String> = index.files.keys().map(|name| format!("{name}.bin")).collect();
        for (name, file) in &index.files {
            let path = folder.join(format!("{name}.bin"));
            if !path.exists() {
                write(&path, file)?;
            }
        }
        let catalogue = self.site.join("search/catalogue.bin");
        let new = catalogue.with_extension("bin.new");
        write(&new, index.catalogue.write())?;
        fs::rename(&new, &catalogue).map_err(Failure::file("put in place", &catalogue))?;
        let worker = match &self.worker {
            Some(worker) => self.bring(worker, &sheet.site.base, &output, &mut names)?,
            None => ".bin",
        };
        remove_others(&folder, worker, &names)?;
        compress(Compress::LongLived, &output, &self.cache)?;
        Ok(stories.len())
    }

    /// Brings the worker, made smaller, under names of its own. Returns the ending of what may be removed: anything.
    fn bring(
        &self,
        worker: &Path,
        base: &str,
        output: &Output,
        names: &mut BTreeSet<String>,
    ) -> Result<&'static str, Failure> {
        let (wasm, glue) = (worker.join("search_bg.wasm"), worker.join("search.js"));
        let read = |path: &PathBuf| fs::read(path).map_err(Failure::file("read", path));
        let (program, script) = program::smaller(&read(&wasm)?, &read(&glue)?)
            .map_err(|what| Failure::Site { path: worker.to_path_buf(), what })?;
        let mut place = |content: &[u8], kind: &str| -> Result<String, Failure> {
            let name = format!("worker.{}.{kind}", content_hash(content));
            output.write(&format!("{FOLDER}/{name}"), content)?;
            let address = format!("{base}/{FOLDER}/{name}");
            names.insert(name);
            Ok(address)
        };
        let (program, script) = (place(&program, "wasm")?, place(script.as_bytes(), "js")?);
        let start = format!("import it from{script:?};it({{module_or_path:{program:?}}})");
        output.write("search/worker.js", start)?;
        // With the packed copies, which come after this.
        Ok("")
    }

    /// All stories with their folders, the oldest first.
    fn stories(&self, site: &Site) -> Result<Vec<(PathBuf, Box<Article>)>, Failure> {
        let mut folders = Vec::new();
        for section in &site.sections {
            let folder = self.site.join(&section.slug);
            let entries = fs::read_dir(&folder).map_err(Failure::file("read", &folder))?;
            for entry in entries {
                let path = entry.map_err(Failure::file("read", &folder))?.path();
                if path.join("index.json").is_file() {
                    folders.push(path);
                }
            }
        }
        let story = |folder: PathBuf| match read::<Sheet>(&folder.join("index.json")) {
            Ok(Sheet { document: Document::Story(article), .. }) => Some(Ok((folder, article))),
            Ok(_) => None,
            Err(failure) => Some(Err(failure)),
        };
        let mut stories: Vec<(PathBuf, Box<Article>)> =
            folders.into_par_iter().filter_map(story).collect::<Result<_, _>>()?;
        let moment = |article: &Article| article.published.iso.parse::<jiff::Timestamp>().unwrap_or_default();
        stories.sort_by_cached_key(|(_, article)| (moment(article), article.section.clone(), article.slug.clone()));
        Ok(stories)
    }
}

/// Takes an index away from the folder of a site, whose other files have the addresses `files`: it is that of another edition.
///
/// # Errors
/// A file cannot be removed.
pub fn remove<'a>(site: &Path, files: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
    if !site.join(FOLDER).exists() {
        return Ok(());
    }
    for folder in [FOLDER, "search"] {
        let folder = site.join(folder);
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.map_err(Failure::file("read", &folder))?.path();
            let is_page = ["html", "json"].iter().any(|kind| path.extension().is_some_and(|ending| ending == *kind));
            if path.is_file() && !is_page {
                fs::remove_file(&path).map_err(Failure::file("remove", &path))?;
            }
        }
    }
    for address in files {
        if let Some(folder) = address.strip_suffix("index.json") {
            // Most pages have none.
            fs::remove_file(site.join(folder).join("text.json")).ok();
        }
    }
    fs::remove_dir(site.join(FOLDER)).map_err(Failure::file("remove", &site.join(FOLDER)))
}

/// The index of `stories`, the oldest first.
pub fn index(site: &Site, stories: &[&Article]) -> Index {
    let entries: Vec<Entry> = stories.par_iter().map(|article| entry(site, article)).collect();
    let mut indexer = Indexer::new(&site.language, sections(site), authors(stories));
    entries.iter().for_each(|entry| indexer.add(entry));
    indexer.finish(content_hash)
}

fn sections(site: &Site) -> Vec<Named> {
    let named = |section: &journal::model::Subject| Named { slug: section.slug.clone(), name: section.name.clone() };
    site.sections.iter().map(named).collect()
}

fn authors(stories: &[&Article]) -> Vec<Named> {
    let all = stories.iter().flat_map(|article| &article.authors);
    let by_slug: BTreeMap<&str, &str> = all.map(|author| (author.slug.as_str(), author.name.as_str())).collect();
    by_slug.into_iter().map(|(slug, name)| Named { slug: slug.into(), name: name.into() }).collect()
}

fn entry(site: &Site, article: &Article) -> Entry {
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let picture = article.picture.as_ref().map(|picture| picture.alt.clone());
    let texts = [
        (HEADLINE, article.headline.clone()),
        (STANDFIRST, article.standfirst.clone().unwrap_or_default()),
        (TAGS, article.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>().join(" ")),
        (AUTHORS, names.join(" ")),
        (SECTION, String::from(site.section_name(&article.section))),
        (PICTURE, picture.unwrap_or_default()),
        (TEXT, text(article)),
    ];
    Entry {
        section: article.section.clone(),
        slug: article.slug.clone(),
        authors: article.authors.iter().map(|author| author.slug.clone()).collect(),
        year: article.published.iso.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default(),
        texts: texts.into(),
    }
}

/// What an excerpt is taken from: all that readers see of the story but its headline.
fn text(article: &Article) -> String {
    let picture = article.picture.as_ref();
    let caption = picture.and_then(|picture| picture.caption.as_ref()).into_iter().cloned();
    let parts = article.standfirst.iter().cloned().chain([plain(&article.body)]).chain(caption);
    parts.collect::<Vec<_>>().join("\n")
}

/// The words of HTML that the press has written, with a line for each block.
fn plain(html: &str) -> String {
    let mut lines = String::from(html);
    for end in ["</p>", "</li>", "</h2>", "</h3>", "</h4>", "</td>", "</th>", "</figcaption>", "</blockquote>", "<br>"]
    {
        lines = lines.replace(end, &["\n", end].concat());
    }
    let text = ammonia::Builder::empty().clean(&lines).to_string();
    let text = text.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let lines: Vec<String> = text.replace("&amp;", "&").lines().map(|line| line.trim().into()).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Removes what another index has left, of the files that end so.
fn remove_others(folder: &Path, ending: &str, names: &BTreeSet<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::file("read", folder))? {
        let path = entry.map_err(Failure::file("read", folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(ending) && !names.contains(&*name) {
            fs::remove_file(&path).map_err(Failure::file("remove", &path))?;
        }
    }
    Ok(())
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    let text = fs::read(path).map_err(Failure::file("read", path))?;
    serde_json::from_slice(&text).map_err(|error| Failure::Site { path: path.to_path_buf(), what: error.to_string() })
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, content).map_err(Failure::file("write", path))
}
