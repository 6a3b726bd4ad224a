//! The numbers that this tab has seen. They only grow: a number that a reader was shown never becomes smaller.

use crate::route::Route;

/// How often stories were read, as far as is known.
#[derive(Default)]
pub struct Tally(Vec<(Route, u64)>);

impl Tally {
    /// Adds a number from any source; false if a larger one is known.
    pub fn note(&mut self, story: &Route, count: u64) -> bool {
        match self.0.iter_mut().find(|(known, _)| known == story) {
            Some((_, most)) if count < *most => return false,
            Some((_, most)) => *most = count,
            None => self.0.push((story.clone(), count)),
        }
        true
    }

    /// How often `story` was read; `None` if that is not known.
    pub fn of(&self, story: &Route) -> Option<u64> {
        self.0.iter().find(|(known, _)| known == story).map(|(_, count)| *count)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::route::Route;

    #[test]
    fn a_number_never_becomes_smaller() {
        let story = |slug: &str| Route::Story { section: "war".into(), slug: slug.into() };
        let mut tally = Tally::default();
        for count in [668, 669, 3, 0] {
            tally.note(&story("x"), count);
        }
        tally.note(&story("y"), 0);
        assert_eq!([tally.of(&story("x")), tally.of(&story("y")), tally.of(&story("z"))], [Some(669), Some(0), None]);
    }
}
