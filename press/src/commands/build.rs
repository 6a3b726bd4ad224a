//! An edition from its sources, a line per step.

mod afterwards;
mod args;
pub mod trunk;

pub use args::BuildArgs;

use std::fs;
use std::path::PathBuf;

use journal::model::{Counter, FORMAT, MastheadSheet};

use self::trunk::TrunkHandover;
use crate::content::inventory::Inventory;
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
use crate::site::manifest::{self, Manifest};
use crate::site::pages::PageWriter;
use crate::site::redirects::press_redirects;
use crate::site::search::{Search, SearchPress, is_of_search};
use crate::site::shell::Shell;
use crate::site::sitemap::{self, robots, sitemaps};
use crate::store::content_hash::content_hash;
use crate::store::fingerprint::Fingerprint;
use crate::stories::cache::StoryCache;

/// Where an edition comes from and where it goes.
pub struct Pipeline {
    /// The folder of the stories.
    pub content: PathBuf,
    /// The folder of the stylesheets.
    pub style: PathBuf,
    /// Trunk's built `index.html`, or a kept `shell.html`.
    pub shell: PathBuf,
    /// The folder of the site.
    pub out: PathBuf,
    /// Who gets the edition then.
    pub hand_over: Option<TrunkHandover>,
    /// The folder for what the next edition need not make again.
    pub cache: PathBuf,
    /// Trunk's `public_url`, for a shell it has just built.
    pub public_url: Option<String>,
    /// Whether that is to be made again all the same, but for pictures and packed copies.
    pub clean: bool,
    /// Whether drafts, and stories whose time has not come, are shown too.
    pub drafts: bool,
    /// What becomes of the search.
    pub search: Search,
    /// Which files get packed copies.
    pub compress: Compress,
    /// The time of the edition.
    pub clock: Clock,
    /// Who counts views where `site.toml` says nothing of it.
    pub counter: Option<Counter>,
}

impl Pipeline {
    /// Makes the edition. Returns how many pages it has.
    ///
    /// # Errors
    /// Mistakes in the content, or whatever else stops the press; the previous site is untouched then.
    pub fn run(&self) -> Result<usize, Failure> {
        check_that_it_is_a_site(&self.out)?;
        let _site = Lock::of_site(&self.out)?;
        let _cache = Lock::of_cache(&self.cache)?;
        // Not before: the shell may be that of the site which stands.
        let shell = Shell::read(&self.shell, self.public_url.as_deref())?;
        if self.search == (Search::Made { worker: None }) && !shell.has_worker() {
            return Err(Failure::message(
                "the search worker is missing, and the site would have no search",
                "build it with scripts/search and name its folder with --worker target/search/built, or leave the search out \
                 with --no-search",
            ));
        }
        match self.press(shell.clone(), self.clean) {
            // Whatever it was, all of it is made again.
            Err(Failure::Retry(_)) if !self.clean => self.press(shell, true),
            pressed => pressed,
        }
    }

    /// Makes the edition; a `clean` one believes nothing of what was kept of the one before.
    fn press(&self, mut shell: Shell, clean: bool) -> Result<usize, Failure> {
        let content = self.content.clone();
        let commit = std::thread::spawn(move || manifest::commit(&content));
        let ((stories, seen), looked) =
            rayon::join(|| (StoryCache::read(&self.kept("stories")), self.see(clean)), || self.look(clean));
        let (mut stories, mut pictures) = (if clean { stories.emptied() } else { stories }, looked);
        let seen = seen?;
        let (content, base, drafts) = (self.content.as_path(), shell.base(), self.drafts);
        let options = EditionOptions { content, base, clock: &self.clock, drafts };
        let mut edition = edit(&options, &mut pictures, &mut stories)?;
        edition.site.counter = edition.site.counter.or_else(|| self.counter.clone());
        say_how_old_views_are(&edition);
        say_what_waits(&edition);
        let sections = edition.site_file.sections.iter();
        let colours: Vec<_> = sections.map(|section| (section.slug.as_str(), section.colour.as_str())).collect();
        let styles = || {
            let fonts = Fonts::read(&self.style)?;
            let (kept, press) = (self.kept("styles"), stories.press().filter(|_| !clean));
            Ok::<_, Failure>((Stylesheets::kept(&kept, press, &self.style, &colours, &fonts, shell.base())?, fonts))
        };
        let (styles, output) = rayon::join(styles, || self.output(seen, clean));
        let ((styles, fonts), output) = (styles?, output?);
        let worker = if let Search::Made { worker } = &self.search { worker.as_deref() } else { None };
        shell.bring(worker, &output)?;
        let stylesheet = format!("/assets/style.{}.css", content_hash(styles.whole.as_bytes()));
        output.write(&stylesheet, &styles.whole)?;
        for asset in edition.assets.iter().chain(fonts.assets()) {
            // Its name says what is in it.
            output.link(&asset.address, Fingerprint::of(asset.address.as_bytes()), || Ok(asset.source.clone()))?;
        }
        let site = serde_json::to_string(&MastheadSheet { format: FORMAT, site: edition.site.clone() })?;
        output.write("site.json", &site)?;

        let logo = edition.site_file.publisher_logo.as_deref();
        let head_writer = HeadWriter::new(&edition.site, &styles, logo, &edition.desks);
        let stylesheet = [edition.site.base.as_str(), &stylesheet].concat();
        let around =
            (stories.press(), &site, &styles.story, &styles.list, &stylesheet, logo, &edition.desks, shell.html());
        let around = Fingerprint::of_value(&around);
        output.write(
            "edition.json",
            serde_json::to_string(&Manifest::of(&edition, commit.join().unwrap_or_default()))?,
        )?;
        let pages = PageWriter {
            shell: &shell,
            body_renderer: BodyRenderer::of(&edition.site)?,
            head_writer,
            stylesheet,
            around,
            output: &output,
            edition: &edition,
            pictures: &pictures,
        };
        let search = SearchPress {
            edition: &edition,
            pictures: &pictures,
            output: &output,
            press: stories.press(),
            kept: self.kept("search"),
            clean,
        };
        let others = || {
            pages.press_missing()?;
            pages.press_feeds()?;
            press_maps(&edition, &output)
        };
        let site = || {
            let (written, others) = rayon::join(|| pages.press_all(), others);
            written.and(others)?;
            press_redirects(&edition, &pages.head_writer, &output)?;
            match self.search {
                Search::Made { .. } => search.press()?,
                Search::Later { .. } => output.take_over(is_of_search)?,
                Search::LeftOut => {}
            }
            compress(self.compress, &output, &self.kept("packed"))
        };
        // What was read of the stories is true, whatever becomes of the site.
        let (pressed, kept) = rayon::join(site, || self.keep(&pictures, &stories));
        pressed.and(kept)?;
        drop(pages);
        output.publish()?;
        if let Some(hand_over) = &self.hand_over {
            hand_over.give(&self.out)?;
        }
        let count = edition.pages.len();
        // Millions of small pieces, which the system takes back at once when the program ends.
        std::mem::forget((edition, stories, pictures));
        Ok(count)
    }

    /// Looks through the content. Its pictures are not read yet.
    fn look(&self, clean: bool) -> Pictures {
        let (inventory, originals) = if clean {
            (Inventory::take(&self.content), KnownOriginals::default())
        } else {
            let inventory = || Inventory::read(&self.kept("inventory")).renewed(&self.content);
            rayon::join(inventory, || KnownOriginals::read(&self.kept("originals")))
        };
        Pictures::among(inventory, &self.content, originals, &self.kept("pictures"))
    }

    /// Keeps for the next edition what was seen and read.
    fn keep(&self, pictures: &Pictures, stories: &StoryCache) -> Result<(), Failure> {
        let (read, seen) = rayon::join(
            || stories.write(&self.kept("stories")),
            || {
                pictures.inventory().write(&self.kept("inventory"))?;
                pictures.keep_originals(&self.kept("originals"))
            },
        );
        read.and(seen)
    }

    /// Where something of that name is kept.
    fn kept(&self, name: &str) -> PathBuf {
        self.cache.join(name)
    }

    /// Looks at what lies where the edition belongs.
    fn see(&self, clean: bool) -> Result<Seen, Failure> {
        let lists = self.kept("sites");
        // Without its list the spare is of no use.
        let lists = if clean { None } else { Some(lists.as_path()) };
        Seen::at(&self.out, lists)
    }

    fn output(&self, seen: Seen, clean: bool) -> Result<Output, Failure> {
        let lists = self.kept("sites");
        if clean && lists.exists() {
            fs::remove_dir_all(&lists).map_err(Failure::file("remove", &lists))?;
        }
        Output::beside(seen, &lists)
    }
}

/// Reads the content. Mistakes in it are reported before any picture is developed, which takes seconds for each; with new pictures it
/// is then read once more, because a text names its pictures by what they have become.
fn edit(options: &EditionOptions<'_>, pictures: &mut Pictures, stories: &mut StoryCache) -> Result<Edition, Failure> {
    let new = match read_edition(options, pictures, stories)? {
        edition if edition.undeveloped.is_empty() => return Ok(edition),
        edition => edition.undeveloped,
    };
    pictures.develop_new(&new)?;
    read_edition(options, pictures, stories)
}

/// The maps of the site, and where robots find them.
fn press_maps(edition: &Edition, output: &Output) -> Result<(), Failure> {
    for (address, map) in sitemaps(edition, sitemap::MOST)? {
        output.write(&address, map)?;
    }
    if output.has("robots.txt") { Ok(()) } else { output.write("robots.txt", robots(&edition.site)) }
}

/// Numbers that nobody has renewed are no mistake, but an editor wants to know.
fn say_how_old_views_are(edition: &Edition) {
    if let Some(time) = edition.views {
        let hours = edition.time.timestamp().duration_since(time).as_hours();
        let age = match hours {
            ..1 => String::from("less than an hour"),
            1..48 => format!("{hours} h"),
            _ => format!("{} days", hours / 24),
        };
        println!("press: numbers of views are {age} old");
    }
}

/// An editor who has written a story for tomorrow wants to know that it is on the list.
fn say_what_waits(edition: &Edition) {
    if let Some(next) = edition.due.first() {
        let stories = match edition.due.len() {
            1 => String::from("one story waits, and is"),
            count => format!("{count} stories wait, and the next is"),
        };
        let time = edition.site_file.calendar.at(*next);
        println!("press: {stories} due on {}", time.strftime("%Y-%m-%d at %H:%M"));
    }
}
