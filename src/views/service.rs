//! What a service that counts views can be asked. A file for each that there is.

use super::{goatcounter::GoatCounter, redis::Redis};
use crate::browser::json::Parsed;
use crate::model::Counter;
use crate::route::Route;

/// How a reading is sent: no answer is read, and the page may be left meanwhile.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// By POST, with nothing in it.
    Post(String),
    /// By GET, as a picture is.
    Get(String),
}

/// A service that counts views. It knows addresses and answers; asking is left to others.
pub trait Service {
    /// Counts one reading of `story`.
    fn count(&self, story: &Route) -> Call;

    /// The addresses at which the numbers of `stories` can be had, each with the stories that its answer is about, in their
    /// order. Stories beyond what the service answers at once are left out.
    fn ask(&self, stories: Vec<Route>) -> Vec<(String, Vec<Route>)>;

    /// The numbers in an answer, in the order of the question; none where it says nothing, or nothing sensible.
    fn read(&self, answer: Parsed) -> Vec<Option<u64>>;

    /// The address of a stream in which something comes whenever `story` has been read; none where there are no streams.
    fn follow(&self, story: &Route) -> Option<String>;
}

/// No story was ever read more often than there are people: a larger number is a mistake of the service.
const MOST: u64 = 10_000_000_000;

/// The number that a service has written, in digits.
pub fn number(digits: &str) -> Option<u64> {
    digits.parse().ok().filter(|number| *number <= MOST)
}

/// The service that a newspaper has chosen.
pub fn service(counter: &Counter) -> Box<dyn Service> {
    match counter {
        Counter::Redis(address) => Box::new(Redis(address.clone())),
        Counter::Goatcounter(address) => Box::new(GoatCounter(address.clone())),
    }
}
