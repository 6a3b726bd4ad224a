//! `press views seed`: tells Redis which stories the counter may count, and the counts of `views.json`, from which it
//! continues.

use std::path::PathBuf;
use std::time::Duration;

use journal::route::Route;
use journal::views::key;
use redis::{Client, Connection, RedisError};

use super::stories::stories;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::content::views::Views;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::progress::Progress;

/// The number of counts sent in one batch.
const AT_ONCE: usize = 1000;

/// The function that counts, in Redis.
const COUNT: &str = include_str!("count.lua");

/// The key of the set of stories that are counted; `count.lua` and the ACL of Redis name it, too.
const STORIES: &str = "stories";

/// Source and destination of the counts.
#[derive(Debug)]
pub struct Seed {
    /// The content folder.
    pub content: PathBuf,
    /// `redis://user:password@host:port`
    pub redis: String,
    /// The timeout for connecting, reading and writing.
    pub timeout: Duration,
}

/// The result of a seed.
#[derive(Debug, PartialEq, Eq)]
pub struct Seeded {
    /// The number of counts that Redis did not have.
    pub new: usize,
    /// The number of stories whose counts it already had; these are left unchanged.
    pub known: usize,
    /// The number of stories that are counted from now on.
    pub stories: usize,
}

impl Seed {
    /// Sets the counts that Redis does not have, and replaces the list of stories that are counted.
    ///
    /// # Errors
    /// `site.toml` or `views.json` has errors, or Redis is unreachable or refuses. Counts set before a failure are
    /// correct, and a second run continues.
    pub fn run(&self) -> Result<Seeded, Failure> {
        let content = ContentFolder::at(&self.content);
        let stories: Vec<String> = stories(&content, &SiteFile::load(&content)?).iter().map(key).collect();
        let views = Views::read(&content).map_err(Mistakes::of)?;
        let mut redis = self.connect().map_err(refused)?;
        let load: Result<String, RedisError> =
            redis::cmd("FUNCTION").arg("LOAD").arg("REPLACE").arg(COUNT).query(&mut redis);
        load.map_err(refused)?;
        let (new, known) = set_counts(&views, &mut redis)?;
        list_stories(&stories, &mut redis).map_err(refused)?;
        Ok(Seeded { new, known, stories: stories.len() })
    }

    fn connect(&self) -> Result<Connection, RedisError> {
        let connection = Client::open(self.redis.as_str())?.get_connection_with_timeout(self.timeout)?;
        connection.set_read_timeout(Some(self.timeout))?;
        connection.set_write_timeout(Some(self.timeout))?;
        Ok(connection)
    }
}

/// Sets the counts of `views` that Redis does not have. Returns how many it did not have, and how many it had.
fn set_counts(views: &Views, redis: &mut Connection) -> Result<(usize, usize), Failure> {
    let story = |(address, number): (&str, u64)| match Route::parse(address) {
        Some(route @ Route::Story { .. }) => Some((format!("views:{}", key(&route)), number)),
        _ => None,
    };
    let numbers: Vec<(String, u64)> = views.all().filter_map(story).collect();
    let (mut new, mut known) = (0, 0);
    let progress = Progress::of(numbers.len().div_ceil(AT_ONCE), "thousand counts");
    for batch in numbers.chunks(AT_ONCE) {
        let mut pipe = redis::pipe();
        for (key, number) in batch {
            pipe.cmd("SET").arg(key).arg(*number).arg("NX");
        }
        let put: Vec<Option<String>> = pipe.query(redis).map_err(refused)?;
        let set = put.iter().flatten().count();
        new += set;
        known += batch.len() - set;
        progress.step();
    }
    Ok((new, known))
}

/// Replaces the list in one step, so that no reading finds it empty.
fn list_stories(stories: &[String], redis: &mut Connection) -> Result<(), RedisError> {
    let mut pipe = redis::pipe();
    pipe.atomic().cmd("DEL").arg(STORIES).ignore();
    for batch in stories.chunks(AT_ONCE) {
        pipe.cmd("SADD").arg(STORIES).arg(batch).ignore();
    }
    pipe.query(redis)
}

fn refused(error: RedisError) -> Failure {
    Failure::message(
        format!("Redis does not accept the counts: {error}"),
        "check that it is running, in version 7 or later with deploy/views/users.acl, and name it and its user with \
         --redis redis://seeder:password@host:port",
    )
}
