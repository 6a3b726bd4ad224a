//! `press build`: an edition from its sources, step by step.

mod afterwards;
mod args;
mod news;
pub mod trunk;

pub use args::BuildArgs;

use std::fs;
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use journal::model::{Counter, FORMAT, MastheadSheet};

use self::trunk::TrunkHandover;
use crate::content::inventory::Inventory;
use crate::diagnostics::console::step;
use crate::diagnostics::failure::Failure;
use crate::edition::{Edition, EditionOptions, read_edition};
use crate::locale::clock::Clock;
use crate::output::compression::{Compress, compress};
use crate::output::lock::Lock;
use crate::output::{Output, Seen, check_that_it_is_a_site};
use crate::pictures::{KnownOriginals, Pictures};
use crate::site::assets::fonts::Fonts;
use crate::site::assets::stylesheet::Stylesheets;
use crate::site::body::BodyRenderer;
use crate::site::head::HeadWriter;
use crate::site::headers::press_headers;
use crate::site::manifest::{self, Manifest};
use crate::site::pages::PageWriter;
use crate::site::policy::Policy;
use crate::site::redirects::press_redirects;
use crate::site::search::{Search, SearchPress, is_of_search};
use crate::site::security_txt::press_security_txt;
use crate::site::shell::Shell;
use crate::site::sitemap::press_maps;
use crate::store::fingerprint::Fingerprint;
use crate::stories::cache::StoryCache;

/// Where an edition comes from and where it goes.
pub struct Pipeline {
    /// The content folder.
    pub content: PathBuf,
    /// The folder of the stylesheets.
    pub style: PathBuf,
    /// The `index.html` that Trunk built, or the `shell.html` of a site.
    pub shell: PathBuf,
    /// The folder of the site.
    pub out: PathBuf,
    /// Trunk's folder, if Trunk is to get the edition.
    pub hand_over: Option<TrunkHandover>,
    /// The cache folder.
    pub cache: PathBuf,
    /// Trunk's `public_url`, for a shell it has just built.
    pub public_url: Option<String>,
    /// Whether to ignore the cache, except for renditions and compressed copies.
    pub clean: bool,
    /// Whether to show drafts and scheduled stories, too.
    pub drafts: bool,
    /// What to do about search.
    pub search: Search,
    /// Which files get compressed copies.
    pub compress: Compress,
    /// The time of the edition.
    pub clock: Clock,
    /// The counter to use if `site.toml` names none.
    pub counter: Option<Counter>,
}

/// What earlier runs left, and what is in the content folder now.
struct Before {
    inventory: Inventory,
    pictures: Pictures,
    stories: StoryCache,
    seen: Seen,
}

/// What surrounds every page.
struct PageFrame {
    shell: Shell,
    policy: Policy,
    styles: Stylesheets,
    /// The fingerprint of everything that all pages share.
    around: Fingerprint,
}

impl Pipeline {
    /// Makes the edition and publishes it. Returns how many pages it has.
    ///
    /// # Errors
    /// Mistakes in the content, or anything else that stops press. The existing site is untouched then.
    pub fn run(&self) -> Result<usize, Failure> {
        check_that_it_is_a_site(&self.out)?;
        let _site = Lock::of_site(&self.out)?;
        let _cache = Lock::of_cache(&self.cache)?;
        // Under the lock: the shell may be that of the live site.
        let shell = Shell::read(&self.shell, self.public_url.as_deref())?;
        if self.search == (Search::Made { worker: None }) && !shell.has_worker() {
            return Err(Failure::message(
                "the search worker is missing, and the site would have no search",
                "build it with scripts/search and name its folder with --worker target/search/built, or leave the search \
                 out with --no-search",
            ));
        }
        match self.press(shell.clone(), self.clean) {
            Err(Failure::Retry(_)) if !self.clean => self.press(shell, true),
            pressed => pressed,
        }
    }

    /// Makes the edition and publishes it; a `clean` one uses nothing that earlier runs left.
    fn press(&self, shell: Shell, clean: bool) -> Result<usize, Failure> {
        let commit = self.ask_for_the_commit();
        let Before { inventory, mut pictures, mut stories, seen } =
            step("looking at content and site", || self.look(clean))?;
        let edition = step("reading the edition", || self.edit(&shell, &inventory, &mut pictures, &mut stories))?;
        news::report(&edition);
        let prepare = || self.prepare(&shell, &edition, seen, stories.press(), clean);
        let (styles, fonts, output) = step("bundling the stylesheets", prepare)?;
        write_assets(&edition, &fonts, &output)?;
        let frame = self.write_frame(shell, styles, &edition, stories.press(), &output)?;
        let manifest = Manifest::of(&edition, commit.join().unwrap_or_default());
        output.write("edition.json", serde_json::to_string(&manifest)?)?;
        let write = || self.write_site(&frame, &edition, &pictures, stories.press(), clean, &output);
        // What was read of the stories is true, whatever becomes of the site.
        let keep = || self.keep(&inventory, &pictures, &stories);
        let (written, kept) = step("writing site and caches", || rayon::join(write, keep));
        written.and(kept)?;
        step("publishing", || output.publish())?;
        if let Some(trunk) = &self.hand_over {
            step("handing over to Trunk", || trunk.give(&self.out))?;
        }
        let count = edition.pages.len();
        // Millions of small allocations, which the system frees at once when the program ends.
        std::mem::forget((edition, stories, pictures));
        Ok(count)
    }

    /// Asks git, on a thread of its own.
    fn ask_for_the_commit(&self) -> JoinHandle<Option<String>> {
        let content = self.content.clone();
        thread::spawn(move || manifest::commit(&content))
    }

    /// Reads the caches and looks through the content folder and the site. No picture is read yet.
    fn look(&self, clean: bool) -> Result<Before, Failure> {
        let content = || {
            let (inventory, known) = if clean {
                (Inventory::take(&self.content), KnownOriginals::default())
            } else {
                let inventory = || Inventory::read(&self.kept("inventory")).renewed(&self.content);
                rayon::join(inventory, || KnownOriginals::read(&self.kept("originals")))
            };
            let pictures = Pictures::among(&inventory, &self.content, known, &self.kept("pictures"));
            (inventory, pictures)
        };
        let lists = self.kept("sites");
        // Without its list, the spare folder cannot be updated.
        let lists = if clean { None } else { Some(lists.as_path()) };
        let site = || (StoryCache::read(&self.kept("stories")), Seen::at(&self.out, lists));
        let ((stories, seen), (inventory, pictures)) = rayon::join(site, content);
        let stories = if clean { stories.emptied() } else { stories };
        Ok(Before { inventory, pictures, stories, seen: seen? })
    }

    /// Reads the content. Mistakes are reported before renditions are made of any picture, which takes seconds for each. If
    /// there are new pictures, the content is then read again, because a text names the files of its pictures.
    fn edit(
        &self,
        shell: &Shell,
        inventory: &Inventory,
        pictures: &mut Pictures,
        stories: &mut StoryCache,
    ) -> Result<Edition, Failure> {
        let (content, base) = (self.content.as_path(), shell.base());
        let options = EditionOptions { content, base, clock: &self.clock, drafts: self.drafts };
        let mut edition = read_edition(inventory, &options, pictures, stories)?;
        if !edition.undeveloped.is_empty() {
            pictures.develop_new(&edition.undeveloped)?;
            edition = read_edition(inventory, &options, pictures, stories)?;
        }
        edition.site.counter = edition.site.counter.or_else(|| self.counter.clone());
        Ok(edition)
    }

    /// Bundles the stylesheets and prepares the folder that the edition is made in. `press` is the fingerprint of the program
    /// and the newspaper, without which nothing is cached.
    fn prepare(
        &self,
        shell: &Shell,
        edition: &Edition,
        seen: Seen,
        press: Option<Fingerprint>,
        clean: bool,
    ) -> Result<(Stylesheets, Fonts, Output), Failure> {
        let press = press.filter(|_| !clean);
        let sections = edition.site_file.sections.iter();
        let colours: Vec<_> = sections.map(|section| (section.slug.as_str(), section.colour.as_str())).collect();
        let styles = || {
            let fonts = Fonts::read(&self.style)?;
            let styles = Stylesheets::kept(&self.kept("styles"), press, &self.style, &colours, &fonts, shell.base())?;
            Ok::<_, Failure>((styles, fonts))
        };
        let output = || {
            let lists = self.kept("sites");
            if clean && lists.exists() {
                fs::remove_dir_all(&lists).map_err(Failure::file("remove", &lists))?;
            }
            Output::beside(seen, &lists)
        };
        let (styles, output) = rayon::join(styles, output);
        let (styles, fonts) = styles?;
        Ok((styles, fonts, output?))
    }

    /// Adds the shell's files, the app, the stylesheets and `site.json`.
    fn write_frame(
        &self,
        mut shell: Shell,
        styles: Stylesheets,
        edition: &Edition,
        press: Option<Fingerprint>,
        output: &Output,
    ) -> Result<PageFrame, Failure> {
        let worker = if let Search::Made { worker } = &self.search { worker.as_deref() } else { None };
        shell.bring(worker, output)?;
        for style in [&styles.story, &styles.list] {
            output.write(&style.address, &style.rest)?;
        }
        let site = serde_json::to_string(&MastheadSheet { format: FORMAT, site: edition.site.clone() })?;
        output.write("site.json", &site)?;
        let policy = Policy::of(shell.html(), edition.site.counter.as_ref());
        let logo = &edition.site_file.publisher_logo;
        let shared = (press, &site, &styles, logo, &edition.desks, shell.html());
        let around = Fingerprint::of_value(&shared);
        Ok(PageFrame { shell, policy, styles, around })
    }

    /// Adds everything that is made of the edition's documents.
    fn write_site(
        &self,
        frame: &PageFrame,
        edition: &Edition,
        pictures: &Pictures,
        press: Option<Fingerprint>,
        clean: bool,
        output: &Output,
    ) -> Result<(), Failure> {
        let PageFrame { shell, policy, styles, around } = frame;
        let logo = edition.site_file.publisher_logo.as_deref();
        let head_writer = HeadWriter::new(&edition.site, styles, logo, &edition.desks);
        let body_renderer = BodyRenderer::of(&edition.site)?;
        let around = *around;
        let pages = PageWriter { shell, body_renderer, head_writer, policy, styles, around, output, edition, pictures };
        let others = || {
            pages.press_missing()?;
            pages.press_feeds()?;
            press_security_txt(edition, output)?;
            press_maps(edition, output)
        };
        let (written, others) = rayon::join(|| pages.press_all(), others);
        written.and(others)?;
        press_redirects(edition, &pages.head_writer, output)?;
        let all_styles = [&styles.story, &styles.list].map(|style| style.first.as_str());
        press_headers(&edition.site.base, &policy.of_site(&all_styles), output)?;
        match self.search {
            Search::Made { .. } => {
                SearchPress { edition, pictures, output, press, kept: self.kept("search"), clean }.press()?;
            }
            Search::Later { .. } => output.take_over(is_of_search)?,
            Search::LeftOut => {}
        }
        step("compressing", || compress(self.compress, output, &self.kept("packed")))
    }

    /// Writes the caches for the next edition.
    fn keep(&self, inventory: &Inventory, pictures: &Pictures, stories: &StoryCache) -> Result<(), Failure> {
        let content = || {
            inventory.write(&self.kept("inventory"))?;
            pictures.keep_originals(&self.kept("originals"), inventory)
        };
        let (read, seen) = rayon::join(|| stories.write(&self.kept("stories")), content);
        read.and(seen)
    }

    /// The path of a cache file.
    fn kept(&self, name: &str) -> PathBuf {
        self.cache.join(name)
    }
}

/// Adds pictures and fonts. Their names contain a hash of their content.
fn write_assets(edition: &Edition, fonts: &Fonts, output: &Output) -> Result<(), Failure> {
    for asset in edition.assets.iter().chain(fonts.assets()) {
        output.link(&asset.address, Fingerprint::of(asset.address.as_bytes()), || Ok(asset.source.clone()))?;
    }
    Ok(())
}
