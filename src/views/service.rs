//! What a service that counts views can be asked. A file for each that there is.

use crate::browser::json::Parsed;
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
    /// order.
    fn ask(&self, stories: &[Route]) -> Vec<(String, Vec<Route>)>;

    /// The numbers in an answer, in the order of the question, each if it makes sense; fewer than were asked for if that is
    /// no answer of this service.
    fn read(&self, answer: &dyn Answer) -> Vec<Option<u64>>;

    /// Whether numbers are those of this moment, so that a reader has more of asking again.
    fn is_live(&self) -> bool;

    /// The address of a stream in which something comes whenever `story` has been read; none where there are no streams.
    fn follow(&self, story: &Route) -> Option<String>;

    /// When the numbers of an answer were true that says it `expires` then, both in milliseconds since 1970; none where
    /// numbers are live.
    fn taken(&self, expires: f64) -> Option<f64>;
}

/// JSON that a service has answered, as far as services need it.
pub trait Answer {
    /// A text of an object, by its name.
    fn text_at(&self, name: &str) -> Option<String>;

    /// The items of a list of an object, by its name: each if it is a text.
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

/// No story was ever read more often than there are people: a larger number is a mistake of the service.
const MOST: u64 = 10_000_000_000;

/// The number that a service has written, in digits.
pub fn number(digits: &str) -> Option<u64> {
    digits.parse().ok().filter(|number| *number <= MOST)
}
