//! An edition from its sources, a line per step.

use std::path::PathBuf;

use journal::model::{Counter, Document, FORMAT, MastheadSheet, Sheet, Site};
use journal::route::Route;
use rayon::prelude::*;

use crate::clock::Clock;
use crate::compression::{Compress, compress};
use crate::content_hash::content_hash;
use crate::edition::{Edition, read_edition};
use crate::failure::Failure;
use crate::fonts::Fonts;
use crate::meta::Meta;
use crate::output::Output;
use crate::pictures::Pictures;
use crate::prerender::prerender;
use crate::progress::Progress;
use crate::shell::Shell;
use crate::stylesheet::Stylesheets;

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
    /// The folder for what the next edition need not make again.
    pub cache: PathBuf,
    /// Trunk's `public_url`, for a shell it has just built.
    pub public_url: Option<String>,
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
        let mut shell = Shell::read(&self.shell, self.public_url.as_deref())?;
        let pictures = Pictures::develop(&self.content, &self.cache.join("pictures"))?;
        let mut edition = read_edition(&self.content, shell.base(), &self.clock, &pictures)?;
        edition.site.counter = edition.site.counter.or_else(|| self.counter.clone());
        say_how_old_views_are(&edition);
        let sections = edition.site_file.sections.iter();
        let colours: Vec<_> = sections.map(|section| (section.slug.as_str(), section.colour.as_str())).collect();
        let fonts = Fonts::read(&self.style)?;
        let styles = Stylesheets::read(&self.style, &colours, &fonts, shell.base())?;

        let output = self.output()?;
        shell.bring(&output)?;
        let stylesheet = format!("/assets/style.{}.css", content_hash(styles.whole.as_bytes()));
        output.write(&stylesheet, &styles.whole)?;
        for asset in edition.assets.iter().chain(fonts.assets()) {
            output.copy(&asset.source, &asset.address)?;
        }
        output.write("site.json", to_json(&MastheadSheet { format: FORMAT, site: edition.site.clone() })?)?;

        let logo = edition.site_file.publisher_logo.as_deref();
        let meta = Meta::new(&edition.site, &styles, logo, &edition.desks);
        let stylesheet = [edition.site.base.as_str(), &stylesheet].concat();
        let press = Press { shell: &shell, meta, stylesheet, output: &output, site: &edition.site };
        press.press_all(&edition.pages)?;
        press.press_missing()?;
        compress(self.compress, output.folder(), &self.cache.join("packed"))?;
        output.publish()?;
        Ok(edition.pages.len())
    }

    /// As Trunk's hook, press writes into the folder that Trunk will publish; otherwise it takes care of that itself.
    fn output(&self) -> Result<Output, Failure> {
        if self.shell.parent() == Some(self.out.as_path()) && self.shell.ends_with("index.html") {
            Ok(Output::in_place(&self.out))
        } else {
            Output::beside(&self.out)
        }
    }
}

struct Press<'a> {
    shell: &'a Shell,
    meta: Meta<'a>,
    /// The address of the whole stylesheet.
    stylesheet: String,
    output: &'a Output,
    site: &'a Site,
}

impl Press<'_> {
    /// Presses all pages, on all cores; says how far it is when that takes long.
    fn press_all(&self, pages: &[(Route, Document)]) -> Result<(), Failure> {
        let progress = Progress::of(pages.len(), "pages");
        pages.par_iter().try_for_each(|(route, document)| {
            self.press(route, document)?;
            progress.step();
            Ok(())
        })
    }

    fn press(&self, route: &Route, document: &Document) -> Result<(), Failure> {
        let html = self.page(&self.site.href(route), document)?;
        self.output.write(&[route.path().as_str(), "index.html"].concat(), html)?;
        let sheet = Sheet { format: FORMAT, document: document.clone() };
        self.output.write(&route.data_path(), to_json(&sheet)?)
    }

    /// The page that a host shows for addresses that have none.
    fn press_missing(&self) -> Result<(), Failure> {
        let path = [self.site.base.as_str(), "/404.html"].concat();
        self.output.write("404.html", self.page(&path, &Document::Missing)?)
    }

    fn page(&self, path: &str, document: &Document) -> Result<String, Failure> {
        let mut body = prerender(path, self.site, document)?;
        // Last, where nothing that has to be painted waits for it.
        body += &["<link rel=\"stylesheet\" href=\"", &self.stylesheet, "\" fetchpriority=\"low\">"].concat();
        Ok(self.shell.page(&self.site.language, &self.meta.head(document), &body))
    }
}

/// Numbers that nobody has renewed are no mistake, but an editor wants to know.
fn say_how_old_views_are(edition: &Edition) {
    if let Some(time) = edition.views {
        let hours = edition.time.duration_since(time).as_hours();
        let age = match hours {
            ..1 => String::from("less than an hour"),
            1..48 => format!("{hours} h"),
            _ => format!("{} days", hours / 24),
        };
        println!("press: numbers of views are {age} old");
    }
}

fn to_json(value: &impl serde::Serialize) -> Result<String, Failure> {
    Ok(serde_json::to_string(value)?)
}
