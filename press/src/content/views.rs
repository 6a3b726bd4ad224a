//! The view counts of `views.json`.

mod doubt;
mod file;
mod history;

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp};

use crate::locale::calendar::Calendar;

/// The counts of all pulls that are kept. Addresses that are not stories, or no longer, do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// The times of the pulls, latest first.
    pulls: Vec<Timestamp>,
    /// The counts by address, in the order of the pulls; none if a pull did not know the page.
    numbers: BTreeMap<String, Vec<Option<u64>>>,
}

impl Views {
    /// The time of the last pull.
    pub fn time(&self) -> Option<Timestamp> {
        self.pulls.first().copied()
    }

    /// The latest count of the page at `address`, if known.
    pub fn of(&self, address: &str) -> Option<u64> {
        self.numbers.get(address)?.first().copied().flatten()
    }

    /// All addresses with their latest counts.
    pub fn all(&self) -> impl Iterator<Item = (&str, u64)> {
        self.numbers.iter().filter_map(|(address, row)| Some((address.as_str(), row.first().copied().flatten()?)))
    }

    /// The counts for the whole day that began at `morning`: those of its first pull or, without one, of the last
    /// pull before.
    pub fn of_day(&self, morning: Timestamp) -> OfDay<'_> {
        let first = self.pulls.iter().rposition(|pull| *pull >= morning).unwrap_or_default();
        OfDay { views: self, first }
    }

    /// Adds the counts at the address `former` to those at `address`, to which the page has moved.
    pub fn bring(&mut self, former: &str, address: &str) {
        let Some(before) = self.numbers.get(former).cloned() else { return };
        let row = self.numbers.entry(String::from(address)).or_insert_with(|| vec![None; before.len()]);
        for (number, before) in row.iter_mut().zip(before) {
            *number = number.map_or(before, |number| Some(number + before.unwrap_or_default()));
        }
    }

    /// Adds the pull at `time`, which is later than all others. A count that was not `pulled`, or is smaller than
    /// before, stays. Of earlier days, in the time zone of `calendar`, only the first pull is kept.
    pub fn take_up(&mut self, time: Timestamp, pulled: &HashMap<String, u64>, calendar: &Calendar) {
        for address in pulled.keys() {
            self.numbers.entry(address.clone()).or_default();
        }
        self.pulls.insert(0, time);
        let kept = history::kept(&self.pulls, calendar);
        for (address, row) in &mut self.numbers {
            let last = row.first().copied().flatten();
            row.insert(0, last.max(pulled.get(address).copied()));
            row.resize(self.pulls.len(), None);
            *row = kept.iter().map(|column| row[*column]).collect();
        }
        self.pulls = kept.iter().map(|column| self.pulls[*column]).collect();
    }
}

/// The counts for a day: those of one pull and the pulls before it.
#[derive(Clone, Copy, Debug)]
pub struct OfDay<'a> {
    views: &'a Views,
    /// The index of the pull.
    first: usize,
}

impl OfDay<'_> {
    /// The time of the pull.
    pub fn time(&self) -> Option<Timestamp> {
        self.pulls().first().copied()
    }

    /// The latest count of the page at `address` and its count for the day, if known.
    pub fn newest_and_of_day(&self, address: &str) -> (Option<u64>, Option<u64>) {
        let number = |row: &[Option<u64>], column: usize| row.get(column).copied().flatten();
        let row = self.views.numbers.get(address).map_or(&[][..], Vec::as_slice);
        (number(row, 0), number(row, self.first))
    }

    /// The counts of a week before. None if there are none, or if `now` is more than a week after the pull, so that the
    /// difference would not be what was read this week.
    pub fn a_week_ago(&self, now: Timestamp) -> Option<Week> {
        let last = self.time()?;
        if now.duration_since(last) > SignedDuration::from_hours(7 * 24) {
            return None;
        }
        let pulls = self.pulls();
        history::a_week_before(pulls, last).map(|column| Week { column, begin: pulls[column] })
    }

    /// How often the page at `address`, published at `published`, was read in the week up to the day's pull; none if
    /// that is not known.
    pub fn in_week(&self, week: &Week, address: &str, published: Timestamp) -> Option<u64> {
        let row = self.views.numbers.get(address)?.get(self.first..)?;
        let before = match row.get(week.column).copied().flatten() {
            Some(before) => before,
            // It did not exist yet.
            None if published >= week.begin => 0,
            None => return None,
        };
        Some(row.first().copied().flatten()?.saturating_sub(before))
    }

    fn pulls(&self) -> &[Timestamp] {
        self.views.pulls.get(self.first..).unwrap_or_default()
    }
}

/// The counts of a week before a pull.
#[derive(Debug)]
pub struct Week {
    column: usize,
    begin: Timestamp,
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jiff::Timestamp;

    use super::Views;
    use crate::locale::calendar::Calendar;

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * 24 * 60 * 60).unwrap()
    }

    fn pulled(numbers: &[(&str, u64)]) -> HashMap<String, u64> {
        numbers.iter().map(|(address, views)| (String::from(*address), *views)).collect()
    }

    fn after(pulls: &[(Timestamp, &[(&str, u64)])]) -> Views {
        let mut views = Views::default();
        for (time, numbers) in pulls {
            views.take_up(*time, &pulled(numbers), &Calendar::utc());
        }
        views
    }

    #[test]
    fn a_count_that_was_not_pulled_or_is_smaller_stays() {
        let views = after(&[(day(1), &[("/a/", 5), ("/b/", 7)]), (day(2), &[("/a/", 4), ("/c/", 0)])]);
        assert_eq!(
            [views.of("/a/"), views.of("/b/"), views.of("/c/"), views.of("/d/")],
            [Some(5), Some(7), Some(0), None]
        );
        assert_eq!(views.time(), Some(day(2)));
    }

    #[test]
    fn the_counts_of_a_day_are_those_of_its_first_pull() {
        let hour = |hour: i64| Timestamp::from_second(hour * 60 * 60).unwrap();
        let views =
            after(&[(hour(30), &[("/a/", 1)]), (hour(50), &[("/a/", 2)]), (hour(60), &[("/a/", 3), ("/b/", 1)])]);
        let of_day = |number: i64, address: &str| views.of_day(day(number)).newest_and_of_day(address);
        assert_eq!((of_day(2, "/a/"), of_day(2, "/b/")), ((Some(3), Some(2)), (Some(1), None)));
        assert_eq!(views.of_day(day(2)).time(), Some(hour(50)));
        assert_eq!(
            (of_day(3, "/a/"), of_day(3, "/b/")),
            ((Some(3), Some(3)), (Some(1), Some(1))),
            "none yet: the last"
        );
        assert_eq!(of_day(3, "/c/"), (None, None));
        let nothing = Views::default();
        assert_eq!(
            (nothing.of_day(day(1)).newest_and_of_day("/a/"), nothing.of_day(day(1)).time()),
            ((None, None), None)
        );
    }

    #[test]
    fn the_count_of_this_week_is_the_difference_from_a_week_ago() {
        let views = after(&[
            (day(10), &[("/old/", 1000), ("/loved/", 10)]),
            (day(17), &[("/old/", 1001), ("/loved/", 60), ("/new/", 30), ("/imported/", 500)]),
        ]);
        let views = views.of_day(day(18));
        let week = views.a_week_ago(day(18)).unwrap();
        let read = |address: &str, published: i64| views.in_week(&week, address, day(published));
        assert_eq!(read("/old/", 1), Some(1));
        assert_eq!(read("/loved/", 1), Some(50));
        assert_eq!(read("/new/", 12), Some(30));
        assert_eq!(read("/imported/", 2), None, "it was there and not known");
        assert_eq!(read("/none/", 2), None);
    }

    #[test]
    fn without_counts_of_a_week_ago_or_a_recent_pull_this_week_is_not_known() {
        let three_days = after(&[(day(10), &[("/a/", 1)]), (day(13), &[("/a/", 2)])]);
        let a_week_ago = |views: &Views, number: i64| views.of_day(day(number)).a_week_ago(day(number));
        assert!(a_week_ago(&three_days, 13).is_none());
        let ten_days = after(&[(day(10), &[("/a/", 1)]), (day(20), &[("/a/", 2)])]);
        assert!(a_week_ago(&ten_days, 20).is_none());
        let a_week = after(&[(day(10), &[("/a/", 1)]), (day(17), &[("/a/", 2)])]);
        assert!(a_week_ago(&a_week, 24).is_some());
        assert!(a_week_ago(&a_week, 25).is_none());
        assert!(a_week_ago(&Views::default(), 1).is_none());
    }
}
