//! `press views seed`: the numbers of `views.json` into a Redis, so that it goes on from them.

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

/// How many numbers are sent at once.
const AT_ONCE: usize = 1000;

/// What to seed.
#[derive(Debug)]
pub struct Seed {
    /// The folder with `views.json`.
    pub content: PathBuf,
    /// `redis://user:password@host:port`
    pub redis: String,
    /// How long to wait for the server.
    pub timeout: Duration,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Seeded {
    /// How many numbers are new to Redis.
    pub new: usize,
    /// How many stories it counted before: those numbers are left alone.
    pub known: usize,
}

impl Seed {
    /// Puts the numbers in that are not there.
    ///
    /// # Errors
    /// Mistakes in the file; a Redis that is not there or refuses. What was put in until then is right, and a second run
    /// goes on.
    pub fn run(&self) -> Result<Seeded, Failure> {
        let views = Views::read(&ContentFolder::at(&self.content)).map_err(Mistakes::of)?;
        let story = |(address, number): (&str, u64)| match Route::parse(address) {
            Some(route @ Route::Story { .. }) => Some((format!("views:{}", key(&route)), number)),
            _ => None,
        };
        let numbers: Vec<(String, u64)> = views.all().filter_map(story).collect();
        let mut seeded = Seeded { new: 0, known: 0 };
        let mut redis = self.connect().map_err(refused)?;
        let progress = Progress::of(numbers.len().div_ceil(AT_ONCE), "thousand numbers");
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
        format!("Redis does not take the numbers: {error}"),
        "see that it runs, and name it and its user with --redis redis://seeder:password@host:port",
    )
}
