//! `press views pull`: fetches the counts of all stories from the counter service into `views.json`.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use journal::model::Counter;
use journal::route::Route;
use journal::views::{Service, service};
use rayon::prelude::*;
use url::Url;

use super::client::Answers;
use super::stories::stories;
use crate::content::alias::story_at;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::content::views::Views;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::progress::Progress;
use crate::locale::clock::Clock;

/// The number of concurrent requests.
const AT_ONCE: usize = 4;

/// After this many requests in a row without a response, the rest are not sent.
const ENOUGH: usize = 8;

/// What to fetch and how.
#[derive(Debug)]
pub struct Pull {
    /// The content folder.
    pub content: PathBuf,
    /// The address of the service, if not the one in `site.toml`.
    pub address: Option<String>,
    /// How long to wait for each response.
    pub timeout: Duration,
    /// The addresses of stories whose counts are believed, whatever they are.
    pub accept: Vec<String>,
    /// The time of the pull.
    pub clock: Clock,
}

/// The result of a pull.
#[derive(Debug, PartialEq, Eq)]
pub struct Pulled {
    /// The number of stories requested.
    pub stories: usize,
    /// The number of stories that keep their previous counts because there was no response.
    pub kept: usize,
    /// One of the reasons for that.
    pub reason: Option<String>,
    /// The counts that are not believed.
    pub doubts: Vec<Doubt>,
}

/// A count that cannot be true; the story keeps the one it had.
#[derive(Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The address of the story.
    pub address: String,
    /// The count.
    pub number: u64,
    /// What it is: `more than …`.
    pub why: &'static str,
}

impl Pull {
    /// Requests all stories and writes the file. Counts without a response, with a smaller one, or with one that cannot
    /// be true are kept.
    ///
    /// # Errors
    /// There is no service or no response at all, an accepted address is not a story's, or `site.toml` or `views.json`
    /// has errors; `views.json` is then unchanged.
    pub fn run(&self) -> Result<Pulled, Failure> {
        let content = ContentFolder::at(&self.content);
        let site = SiteFile::load(&content)?;
        let service = self.service(&site)?;
        let mut views = Views::read(&content).map_err(Mistakes::of)?;
        let time = self.clock.now(&site.calendar).timestamp();
        if let Some(last) = views.time().filter(|last| *last >= time) {
            let what = format!("the last pull, at {last}, is not earlier than {time}");
            return Err(Failure::message(what, "correct the clock, or give the time with --now"));
        }
        let stories = stories(&content, &site);
        let there: HashSet<String> = stories.iter().map(Route::path).collect();
        let is_known = |address: &&String| there.contains(*address) || views.of(address).is_some();
        if let Some(address) = self.accept.iter().find(|address| !is_known(address)) {
            let remedy = "give --accept the address of a story, as in --accept /war/a-story/";
            return Err(Failure::message(format!("there is no story at {address}"), remedy));
        }
        let (mut pulled, reason) = self.ask(&*service, &stories);
        if let Some(reason) = reason.as_ref().filter(|_| pulled.answered == 0) {
            let remedy = "check that the service is running and that [views] in site.toml has its address; \
                          views.json is unchanged";
            return Err(Failure::message(reason, remedy));
        }
        // A moved story was counted at its former address, too. A missing response is retried in the next pull.
        let gone = views.all().filter(|(address, _)| !there.contains(*address));
        let gone: Vec<Route> = gone.filter_map(|(address, _)| story_at(address)).collect();
        pulled.numbers.extend(self.ask(&*service, &gone).0.numbers);
        let doubts = self.doubts(&views, &mut pulled.numbers, time);
        for address in &self.accept {
            pulled.numbers.get(address).into_iter().for_each(|number| views.correct(address, *number));
        }
        views.take_up(time, &pulled.numbers, &site.calendar);
        views.write(&content)?;
        Ok(Pulled { stories: stories.len(), kept: stories.len() - pulled.answered, reason, doubts })
    }

    /// Takes the counts that cannot be true out of `numbers`.
    fn doubts(&self, views: &Views, numbers: &mut HashMap<String, u64>, time: Timestamp) -> Vec<Doubt> {
        let doubt = |(address, number): (&String, &u64)| {
            let why = views.doubt(address, *number, time).filter(|_| !self.accept.contains(address))?;
            Some(Doubt { address: address.clone(), number: *number, why })
        };
        let mut doubts: Vec<Doubt> = numbers.iter().filter_map(doubt).collect();
        doubts.sort_by(|one, other| one.address.cmp(&other.address));
        doubts.iter().for_each(|doubt| _ = numbers.remove(&doubt.address));
        doubts
    }

    fn service(&self, site: &SiteFile) -> Result<Box<dyn Service>, Failure> {
        let Some(counter) = &site.counter else {
            let what = String::from("site.toml names no counter service");
            let remedy = String::from("add [views] with service and address: see docs/views.md");
            return Err(Failure::message(what, remedy));
        };
        let given = self.address.as_ref().map(|address| String::from(address.trim_end_matches('/')));
        // The newspaper's own host as a full address, since press cannot resolve a relative one.
        let own = || Url::parse(&site.address).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        let found =
            |address: &String| given.unwrap_or_else(|| if address.is_empty() { own() } else { address.clone() });
        Ok(service(&match counter {
            Counter::Redis(address) => Counter::Redis(found(address)),
            Counter::Goatcounter(address) => Counter::Goatcounter(found(address)),
        }))
    }

    /// The service's counts of the `stories`, and the first reason why some are missing.
    fn ask(&self, service: &dyn Service, stories: &[Route]) -> (PulledCounts, Option<String>) {
        let questions = service.ask(stories);
        let answers = Answers::within(self.timeout);
        let progress = Progress::of(questions.len(), "requests");
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
        // The same number of concurrent requests, however many cores the machine has.
        let answered: Vec<_> = match rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build() {
            Ok(pool) => pool.install(all),
            Err(_) => all(),
        };

        let (mut numbers, mut reason) = (PulledCounts::default(), None);
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
                reason.get_or_insert_with(|| format!("{address} answered something other than numbers"));
                continue;
            }
            numbers.answered += about.len();
            let known = about.iter().zip(read).filter_map(|(story, number)| Some((story.path(), number?)));
            numbers.numbers.extend(known);
        }
        (numbers, reason)
    }
}

/// The service's responses.
#[derive(Default)]
struct PulledCounts {
    /// The number of stories it answered for, with a count or with none.
    answered: usize,
    /// The counts, by address.
    numbers: HashMap<String, u64>,
}
