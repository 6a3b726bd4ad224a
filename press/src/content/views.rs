//! How often each page was read, as of the last pull and of some before it.

mod file;
mod history;

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp};

use crate::locale::calendar::Calendar;

/// The numbers of all pulls. Addresses that are no stories (any more) are of no matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// When the numbers were asked for, the last time first.
    pulls: Vec<Timestamp>,
    /// By address, the numbers in the order of the pulls; none where one did not know the page.
    numbers: BTreeMap<String, Vec<Option<u64>>>,
}

impl Views {
    /// When the numbers were asked for the last time.
    pub fn time(&self) -> Option<Timestamp> {
        self.pulls.first().copied()
    }

    /// The views of the page at `address`, if they are known.
    pub fn of(&self, address: &str) -> Option<u64> {
        self.numbers.get(address)?.first().copied().flatten()
    }

    /// All addresses with their views.
    pub fn all(&self) -> impl Iterator<Item = (&str, u64)> {
        self.numbers.iter().filter_map(|(address, row)| Some((address.as_str(), row.first().copied().flatten()?)))
    }

    /// The numbers that are those of the whole day which began at `morning`: of its first pull; without one, of the last before.
    pub fn of_day(&self, morning: Timestamp) -> OfDay<'_> {
        let first = self.pulls.iter().rposition(|pull| *pull >= morning).unwrap_or_default();
        OfDay { views: self, first }
    }

    /// Adds the numbers of the page at `former` to those of the one at `address`: it has moved.
    pub fn bring(&mut self, former: &str, address: &str) {
        let Some(before) = self.numbers.get(former).cloned() else { return };
        let row = self.numbers.entry(String::from(address)).or_insert_with(|| vec![None; before.len()]);
        for (number, before) in row.iter_mut().zip(before) {
            *number = number.map_or(before, |number| Some(number + before.unwrap_or_default()));
        }
    }

    /// Takes up what was pulled at `time`, which is later than all before. What is not among the `pulled`, or smaller than
    /// it was, stays as it was. Of earlier days that of its first pull is kept, by the newspaper's `calendar`.
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

/// The numbers of a day: those of one pull, and of what was pulled before.
#[derive(Clone, Copy, Debug)]
pub struct OfDay<'a> {
    views: &'a Views,
    /// Which of the pulls it is.
    first: usize,
}

impl OfDay<'_> {
    /// When the numbers were asked for.
    pub fn time(&self) -> Option<Timestamp> {
        self.pulls().first().copied()
    }

    /// The newest number of the page at `address`, and that of the day, as far as they are known.
    pub fn newest_and_of_day(&self, address: &str) -> (Option<u64>, Option<u64>) {
        let number = |row: &[Option<u64>], column: usize| row.get(column).copied().flatten();
        let row = self.views.numbers.get(address).map_or(&[][..], Vec::as_slice);
        (number(row, 0), number(row, self.first))
    }

    /// Where the numbers of a week ago stand, if they tell at `now` what was read this week: not after a week without a
    /// pull.
    pub fn a_week_ago(&self, now: Timestamp) -> Option<Week> {
        let last = self.time()?;
        if now.duration_since(last) > SignedDuration::from_hours(7 * 24) {
            return None;
        }
        let pulls = self.pulls();
        history::a_week_before(pulls, last).map(|column| Week { column, begin: pulls[column] })
    }

    /// How often the page at `address`, published at that moment, was read in the week up to this day's pull; none if that
    /// cannot be told.
    pub fn in_week(&self, week: &Week, address: &str, published: Timestamp) -> Option<u64> {
        let row = self.views.numbers.get(address)?.get(self.first..)?;
        let before = match row.get(week.column).copied().flatten() {
            Some(before) => before,
            // Nobody had read it.
            None if published >= week.begin => 0,
            None => return None,
        };
        Some(row.first().copied().flatten()?.saturating_sub(before))
    }

    fn pulls(&self) -> &[Timestamp] {
        self.views.pulls.get(self.first..).unwrap_or_default()
    }
}

/// The numbers of a week before that pull.
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
    fn what_was_not_pulled_or_is_smaller_stays_as_it_was() {
        let views = after(&[(day(1), &[("/a/", 5), ("/b/", 7)]), (day(2), &[("/a/", 4), ("/c/", 0)])]);
        assert_eq!(
            [views.of("/a/"), views.of("/b/"), views.of("/c/"), views.of("/d/")],
            [Some(5), Some(7), Some(0), None]
        );
        assert_eq!(views.time(), Some(day(2)));
    }

    #[test]
    fn the_numbers_of_a_day_are_those_of_its_first_pull() {
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
    fn what_was_read_this_week_is_the_difference_to_a_week_ago() {
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
    fn without_numbers_of_a_week_ago_or_after_a_week_without_a_pull_this_week_is_not_known() {
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
