//! `press views seed`: loads the counts of `views.json` into Redis, which continues counting from them.

use std::path::PathBuf;
use std::time::Duration;

use journal::route::Route;
use journal::views::key;
use redis::{Client, Connection, RedisError};

use crate::content::folder::ContentFolder;
use crate::content::views::Views;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::progress::Progress;

/// The number of counts sent in one batch.
const AT_ONCE: usize = 1000;

/// Source and destination of the counts.
#[derive(Debug)]
pub struct Seed {
    /// The folder that contains `views.json`.
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
}

impl Seed {
    /// Sets the counts that Redis does not have.
    ///
    /// # Errors
    /// The file has errors, or Redis is unreachable or refuses. Counts set before a failure are correct, and a
    /// second run continues.
    pub fn run(&self) -> Result<Seeded, Failure> {
        let views = Views::read(&ContentFolder::at(&self.content)).map_err(Mistakes::of)?;
        let story = |(address, number): (&str, u64)| match Route::parse(address) {
            Some(route @ Route::Story { .. }) => Some((format!("views:{}", key(&route)), number)),
            _ => None,
        };
        let numbers: Vec<(String, u64)> = views.all().filter_map(story).collect();
        let mut seeded = Seeded { new: 0, known: 0 };
        let mut redis = self.connect().map_err(refused)?;
        let progress = Progress::of(numbers.len().div_ceil(AT_ONCE), "thousand counts");
        for batch in numbers.chunks(AT_ONCE) {
            let mut pipe = redis::pipe();
            for (key, number) in batch {
                pipe.cmd("SET").arg(key).arg(*number).arg("NX");
            }
            let put: Vec<Option<String>> = pipe.query(&mut redis).map_err(refused)?;
            let new = put.iter().flatten().count();
            seeded.new += new;
            seeded.known += batch.len() - new;
            progress.step();
        }
        Ok(seeded)
    }

    fn connect(&self) -> Result<Connection, RedisError> {
        let connection = Client::open(self.redis.as_str())?.get_connection_with_timeout(self.timeout)?;
        connection.set_read_timeout(Some(self.timeout))?;
        connection.set_write_timeout(Some(self.timeout))?;
        Ok(connection)
    }
}

fn refused(error: RedisError) -> Failure {
    Failure::message(
        format!("Redis does not accept the counts: {error}"),
        "check that it is running, and name it and its user with --redis redis://seeder:password@host:port",
    )
}
