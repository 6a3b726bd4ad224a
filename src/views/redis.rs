//! Redis behind Webdis behind a web server that lets three addresses through: see docs/views.md.

use super::service::{Answer, Call, Service, number};
use crate::route::Route;

/// The address under which the three are.
pub struct Redis(pub String);

/// The maximum number of stories in a request.
const AT_ONCE: usize = 64;

impl Service for Redis {
    fn count(&self, story: &Route) -> Call {
        Call::Post([&self.0, "/count/", &key(story)].concat())
    }

    fn ask(&self, stories: &[Route]) -> Vec<(String, Vec<Route>)> {
        let batch = |stories: &[Route]| {
            let keys: Vec<String> = stories.iter().map(key).collect();
            ([&self.0, "/counts/", &keys.join(",")].concat(), stories.to_vec())
        };
        stories.chunks(AT_ONCE).map(batch).collect()
    }

    fn read(&self, answer: &dyn Answer) -> Vec<Option<u64>> {
        // Texts, or null for a key that does not exist.
        answer.texts_at("MGET").into_iter().map(|digits| number(&digits?)).collect()
    }

    fn is_live(&self) -> bool {
        true
    }

    fn follow(&self, story: &Route) -> Option<String> {
        Some([&self.0, "/follow/", &key(story)].concat())
    }

    fn taken(&self, _: f64) -> Option<f64> {
        None
    }
}

/// `war:a-story`, the key of a story in the service. Section and slug contain nothing that would have to be encoded.
pub fn key(story: &Route) -> String {
    story.path().trim_matches('/').replace('/', ":")
}

#[cfg(test)]
mod tests {
    use super::{Call, Redis, Service};
    use crate::route::Route;

    fn story(slug: &str) -> Route {
        Route::Story { section: "war".into(), slug: slug.into() }
    }

    #[test]
    fn the_browser_knows_three_addresses() {
        let redis = Redis("https://views.example".into());
        let count = Call::Post("https://views.example/count/war:black-sea".into());
        assert_eq!(redis.count(&story("black-sea")), count);
        assert_eq!(redis.follow(&story("x")).as_deref(), Some("https://views.example/follow/war:x"));
        let own = Redis(String::new()).ask(&[story("x"), story("y")]);
        assert_eq!(own, [("/counts/war:x,war:y".into(), vec![story("x"), story("y")])]);
    }

    #[test]
    fn a_page_with_many_stories_asks_more_than_once() {
        let stories: Vec<Route> = (0..130).map(|number| story(&number.to_string())).collect();
        let asked = Redis(String::new()).ask(&stories);
        assert_eq!(asked.iter().map(|(_, of)| of.len()).collect::<Vec<_>>(), [64, 64, 2]);
        assert_eq!(asked.into_iter().flat_map(|(_, of)| of).collect::<Vec<_>>(), stories);
    }
}
