//! `press views pull`: the numbers of all stories, from the service that counts them into `views.json`.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use journal::model::Counter;
use journal::route::Route;
use journal::views::{Service, service};
use rayon::prelude::*;
use url::Url;

use super::client::Answers;
use crate::content::alias::story_at;
use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::content::views::Views;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::progress::Progress;
use crate::locale::clock::Clock;

/// How many questions are under way at once.
const AT_ONCE: usize = 4;

/// After so many questions in a row without an answer the rest is not asked.
const ENOUGH: usize = 8;

/// What to pull.
#[derive(Debug)]
pub struct Pull {
    /// The folder of the stories.
    pub content: PathBuf,
    /// Where the service is, if not where `site.toml` says.
    pub address: Option<String>,
    /// How long to wait for each answer.
    pub timeout: Duration,
    /// The time of the pull.
    pub clock: Clock,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Pulled {
    /// How many stories have been asked for.
    pub stories: usize,
    /// How many of them keep what was known of them, because there was no answer; and one of the reasons.
    pub kept: usize,
    /// Why.
    pub reason: Option<String>,
}

impl Pull {
    /// Asks for all stories and writes the file. What there is no answer for, or a smaller number, stays as it is.
    ///
    /// # Errors
    /// There is no service, or no answer at all; mistakes in `site.toml` or in the file, which then stays as it is.
    pub fn run(&self) -> Result<Pulled, Failure> {
        let content = ContentFolder::at(&self.content);
        let (site, mistakes) = SiteFile::read(&content).map_err(Mistakes::of)?;
        if !mistakes.is_empty() {
            return Err(Mistakes::of(mistakes).into());
        }
        let service = self.service(&site)?;
        let mut views = Views::read(&content).map_err(Mistakes::of)?;
        let time = self.clock.now(&site.calendar).timestamp();
        if let Some(last) = views.time().filter(|last| *last >= time) {
            let what = format!("the last pull was at {last}, which is not before {time}");
            return Err(Failure::message(what, "set the clock right, or name the time with --now"));
        }
        let stories: Vec<Route> = Source::find(&content, &site).stories.iter().map(|story| story.route()).collect();
        let (mut pulled, reason) = self.ask(&*service, &stories);
        if let Some(reason) = reason.as_ref().filter(|_| pulled.answered == 0) {
            let remedy =
                "see that the service runs and that [views] in site.toml has its address; views.json is as it was";
            return Err(Failure::message(reason, remedy));
        }
        // One that has moved was read where it stood until then. It will be asked for again if there is no answer.
        let there: HashSet<String> = stories.iter().map(Route::path).collect();
        let gone = views.all().filter(|(address, _)| !there.contains(*address));
        let gone: Vec<Route> = gone.filter_map(|(address, _)| story_at(address)).collect();
        pulled.numbers.extend(self.ask(&*service, &gone).0.numbers);
        views.take_up(time, &pulled.numbers, &site.calendar);
        views.write(&content)?;
        Ok(Pulled { stories: stories.len(), kept: stories.len() - pulled.answered, reason })
    }

    fn service(&self, site: &SiteFile) -> Result<Box<dyn Service>, Failure> {
        let Some(counter) = &site.counter else {
            let what = String::from("site.toml names no service that counts views");
            let remedy = String::from("add [views] with service and address, as docs/views.md says");
            return Err(Failure::message(what, remedy));
        };
        let given = self.address.as_ref().map(|address| String::from(address.trim_end_matches('/')));
        // The newspaper's own host, in full: press is not there.
        let own = || Url::parse(&site.address).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        let found =
            |address: &String| given.unwrap_or_else(|| if address.is_empty() { own() } else { address.clone() });
        Ok(service(&match counter {
            Counter::Redis(address) => Counter::Redis(found(address)),
            Counter::Goatcounter(address) => Counter::Goatcounter(found(address)),
        }))
    }

    /// What the service says of the `stories`, and why it does not of some.
    fn ask(&self, service: &dyn Service, stories: &[Route]) -> (Numbers, Option<String>) {
        let questions = service.ask(stories);
        let answers = Answers::within(self.timeout);
        let progress = Progress::of(questions.len(), "questions");
        let in_a_row = AtomicUsize::new(0);
        let ask = |(address, _): &(String, Vec<Route>)| {
            if in_a_row.load(Ordering::Relaxed) >= ENOUGH {
                return None;
            }
            let answer = answers.ask(address);
            match answer {
                Ok(_) => in_a_row.store(0, Ordering::Relaxed),
                Err(_) => _ = in_a_row.fetch_add(1, Ordering::Relaxed),
            }
            progress.step();
            Some(answer)
        };
        let all = || questions.par_iter().with_max_len(1).map(ask).collect();
        // More at once than the machine has cores, and no more on one that has many.
        let answered: Vec<_> = match rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build() {
            Ok(pool) => pool.install(all),
            Err(_) => all(),
        };

        let (mut numbers, mut reason) = (Numbers::default(), None);
        for ((address, about), answer) in questions.iter().zip(answered) {
            let read = match answer {
                Some(Ok(answer)) => service.read(&answer),
                Some(Err(why)) => {
                    reason.get_or_insert_with(|| format!("{address} {why}"));
                    continue;
                }
                None => continue,
            };
            if read.len() < about.len() {
                reason.get_or_insert_with(|| format!("{address} answered something else than numbers"));
                continue;
            }
            numbers.answered += about.len();
            let known = about.iter().zip(read).filter_map(|(story, number)| Some((story.path(), number?)));
            numbers.numbers.extend(known);
        }
        (numbers, reason)
    }
}

/// What the service has said.
#[derive(Default)]
struct Numbers {
    /// Of so many stories: a number, or that it knows none.
    answered: usize,
    /// By address.
    numbers: HashMap<String, u64>,
}
