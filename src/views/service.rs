//! What a service that counts views can do. One file per service.

use crate::browser::json::Parsed;
use crate::route::Route;

/// How a reading is sent: the answer is not read, and the page may be left meanwhile.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// By POST to this address, without a body.
    Post(String),
    /// By GET from this address, as a picture.
    Get(String),
}

/// A service that counts views. It knows addresses and answers; the caller makes the requests.
pub trait Service {
    /// The request that counts one reading of `story`.
    fn count(&self, story: &Route) -> Call;

    /// The addresses that return the numbers of `stories`, each with the stories that its answer is about, in their
    /// order.
    fn ask(&self, stories: &[Route]) -> Vec<(String, Vec<Route>)>;

    /// The numbers in an answer, in the order of the question; `None` for one that makes no sense. Fewer than were
    /// asked for if the answer is not this service's.
    fn read(&self, answer: &dyn Answer) -> Vec<Option<u64>>;

    /// Whether the numbers are live, so that it is worth asking again.
    fn is_live(&self) -> bool;

    /// The address of a stream that sends something whenever `story` has been read; `None` if the service has no
    /// streams.
    fn follow(&self, story: &Route) -> Option<String>;

    /// When the numbers of an answer that `expires` then were current, both in milliseconds since 1970; `None` if
    /// numbers are live.
    fn taken(&self, expires: f64) -> Option<f64>;
}

/// What services read from a JSON answer.
pub trait Answer {
    /// The field `name` of the object, if it is a string.
    fn text_at(&self, name: &str) -> Option<String>;

    /// The items of a list, the field `name` of the object; `None` for each item that is not a string.
    fn texts_at(&self, name: &str) -> Vec<Option<String>>;
}

impl Answer for Parsed {
    fn text_at(&self, name: &str) -> Option<String> {
        self.text(name)
    }

    fn texts_at(&self, name: &str) -> Vec<Option<String>> {
        self.texts(name)
    }
}

/// No story was ever read more often than there are people: a larger number is an error of the service.
const MOST: u64 = 10_000_000_000;

/// Reads a number that a service has written in digits; `None` if it is not one or is too large.
pub fn number(digits: &str) -> Option<u64> {
    digits.parse().ok().filter(|number| *number <= MOST)
}
