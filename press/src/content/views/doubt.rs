//! Which counts of a service are not believed. A count never shrinks by itself, so an absurd one would stay for ever.

use jiff::Timestamp;

use super::Views;

/// No story is read more often than this.
const MOST: u64 = 1_000_000_000;

/// No story is read more often than this in a day.
const MOST_A_DAY: u64 = 10_000_000;

const HOURS_OF_A_DAY: i64 = 24;

impl Views {
    /// What `number`, pulled at `time` for the page at `address`, is, if it cannot be true. The first pull has nothing
    /// to compare with but the limit of all counts. Each day that has begun since the last pull is a whole one.
    pub fn doubt(&self, address: &str, number: u64, time: Timestamp) -> Option<&'static str> {
        if number > MOST {
            return Some("more than 1,000,000,000");
        }
        let days = time.duration_since(self.time()?).as_hours() / HOURS_OF_A_DAY + 1;
        let most = u64::try_from(days).unwrap_or(1).saturating_mul(MOST_A_DAY);
        let grown = number.saturating_sub(self.of(address).unwrap_or_default());
        (grown > most).then_some("more than 10,000,000 a day since the last pull")
    }

    /// Believes that the page at `address` was read `number` times: earlier counts above it were wrong.
    pub fn correct(&mut self, address: &str, number: u64) {
        for count in self.numbers.get_mut(address).into_iter().flatten().flatten() {
            *count = number.min(*count);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jiff::{SignedDuration, Timestamp};

    use super::{MOST, MOST_A_DAY, Views};
    use crate::locale::calendar::Calendar;

    fn hour(hour: i64) -> Timestamp {
        Timestamp::from_second(0).unwrap() + SignedDuration::from_hours(hour)
    }

    fn with(counts: &[u64]) -> Views {
        let mut views = Views::default();
        for (day, count) in (0..).zip(counts) {
            views.take_up(hour(day * 24), &HashMap::from([(String::from("/a/"), *count)]), &Calendar::utc());
        }
        views
    }

    #[test]
    fn a_count_may_grow_by_so_many_for_each_day_begun_since_the_last_pull() {
        let views = with(&[700]);
        let is_believed = |number, time| views.doubt("/a/", number, time).is_none();
        assert!(is_believed(700 + MOST_A_DAY, hour(1)) && !is_believed(701 + MOST_A_DAY, hour(1)));
        assert!(!is_believed(701 + MOST_A_DAY, hour(23)) && is_believed(701 + MOST_A_DAY, hour(24)));
        assert!(is_believed(0, hour(1)), "a smaller count changes nothing");
        assert!(views.doubt("/new/", MOST_A_DAY + 1, hour(1)).is_some());
    }

    #[test]
    fn the_first_pull_may_bring_any_count_that_a_story_can_have() {
        assert_eq!(Views::default().doubt("/a/", MOST, hour(0)), None);
        assert_eq!(Views::default().doubt("/a/", MOST + 1, hour(0)), Some("more than 1,000,000,000"));
        assert!(with(&[MOST]).doubt("/a/", MOST + 1, hour(1)).is_some());
    }

    #[test]
    fn a_corrected_count_lowers_the_earlier_ones_too() {
        let mut views = with(&[5, 900, 900]);
        views.correct("/a/", 7);
        views.correct("/none/", 7);
        assert_eq!(views, with(&[5, 7, 7]));
    }
}
