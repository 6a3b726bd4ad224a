//! GoatCounter, through what it offers to everybody: a picture that counts, and a document for each path.
//!
//! Sources: its documentation of `/count` and of the visitor counter, and, for the time, the header that it sends
//! with a number. A number comes from a cache of half an hour or more, so it is never live and is shown with its
//! time.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::service::{Answer, Call, Service, number};
use crate::route::Route;

/// How long it lets an answer be cached, in milliseconds. Whoever caches it longer passes on the same `Expires`.
const GOOD_FOR: f64 = 30.0 * 60.0 * 1000.0;

/// A GoatCounter, by its address.
pub struct GoatCounter(pub String);

impl Service for GoatCounter {
    fn count(&self, story: &Route) -> Call {
        Call::Get([&self.0, "/count?p=", &encoded(story)].concat())
    }

    fn ask(&self, stories: &[Route]) -> Vec<(String, Vec<Route>)> {
        let about = |story: &Route| {
            let address = [&self.0, "/counter/", &encoded(story), ".json"].concat();
            (address, vec![story.clone()])
        };
        stories.iter().map(about).collect()
    }

    fn read(&self, answer: &dyn Answer) -> Vec<Option<u64>> {
        // `{"count":"1 234"}`, with the thousands separator that the publisher has chosen.
        answer.text_at("count").into_iter().map(|count| number(&ungrouped(&count)?)).collect()
    }

    fn is_live(&self) -> bool {
        false
    }

    fn follow(&self, _: &Route) -> Option<String> {
        None
    }

    fn taken(&self, expires: f64) -> Option<f64> {
        Some(expires - GOOD_FOR)
    }
}

fn encoded(story: &Route) -> String {
    utf8_percent_encode(&story.path(), NON_ALPHANUMERIC).to_string()
}

/// The digits of a number, without thousands separators; `None` if it has a letter or a sign in it.
fn ungrouped(text: &str) -> Option<String> {
    let is_mark = |c: char| matches!(c, ' ' | ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let digits: String = text.chars().filter(|c| !is_mark(*c)).collect();
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{Call, GoatCounter, Service, ungrouped};
    use crate::route::Route;

    #[test]
    fn digits_may_stand_in_groups() {
        for text in ["1234", "1\u{202f}234", "1,234", "1.234", "1 234", "1’234"] {
            assert_eq!(ungrouped(text).as_deref(), Some("1234"), "{text:?}");
        }
        for text in ["-12", "1e3", "many", "<b>1</b>"] {
            assert_eq!(ungrouped(text), None, "{text:?}");
        }
    }

    #[test]
    fn paths_are_encoded() {
        let story = Route::Story { section: "war".into(), slug: "black-sea".into() };
        let service = GoatCounter("https://stats.example".into());
        assert_eq!(service.count(&story), Call::Get("https://stats.example/count?p=%2Fwar%2Fblack%2Dsea%2F".into()));
        let asked = service.ask(std::slice::from_ref(&story));
        assert_eq!(asked, [("https://stats.example/counter/%2Fwar%2Fblack%2Dsea%2F.json".into(), vec![story])]);
    }

    #[test]
    fn a_number_is_half_an_hour_older_than_it_says() {
        assert_eq!(GoatCounter(String::new()).taken(1_800_000.0), Some(0.0));
    }
}
