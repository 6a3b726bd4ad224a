//! GoatCounter, by what it offers to everybody: a picture that counts, and a document for each path.
//!
//! Source: its documentation of `/count` and of the visitor counter. It answers from a cache of half an hour and more, so
//! a number is never news: only the first story of a page is asked for, the one that is read.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::service::{Call, Service, number};
use crate::browser::json::Parsed;
use crate::route::Route;

/// Its address.
pub struct GoatCounter(pub String);

impl Service for GoatCounter {
    fn count(&self, story: &Route) -> Call {
        Call::Get([&self.0, "/count?p=", &encoded(story)].concat())
    }

    fn ask(&self, stories: Vec<Route>) -> Vec<(String, Vec<Route>)> {
        let first = stories.into_iter().next();
        first
            .map(|story| ([&self.0, "/counter/", &encoded(&story), ".json"].concat(), vec![story]))
            .into_iter()
            .collect()
    }

    fn read(&self, answer: Parsed) -> Vec<Option<u64>> {
        // `{"count":"1 234"}`, the digits in groups set apart by what the publisher has chosen.
        vec![answer.text_at("count").and_then(|count| number(&ungrouped(&count)?))]
    }

    fn follow(&self, _: &Route) -> Option<String> {
        None
    }
}

fn encoded(story: &Route) -> String {
    utf8_percent_encode(&story.path(), NON_ALPHANUMERIC).to_string()
}

/// The digits of a number, without what sets their groups apart. None for what has a letter or a sign in it.
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
        let asked = service.ask(vec![story.clone(), Route::Story { section: "war".into(), slug: "other".into() }]);
        assert_eq!(asked, [("https://stats.example/counter/%2Fwar%2Fblack%2Dsea%2F.json".into(), vec![story])]);
    }
}
