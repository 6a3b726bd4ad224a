//! Decides which earlier pulls are kept: the first of each day, back to the one a week ago.

use jiff::{SignedDuration, Timestamp};

use crate::locale::calendar::Calendar;

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How far from a week ago the pull may be that is compared with.
const TOLERANCE: SignedDuration = SignedDuration::from_hours(24);

/// The index of the pull closest to a week before `last`; none if it is more than a day off. `pulls` are latest first.
pub fn a_week_before(pulls: &[Timestamp], last: Timestamp) -> Option<usize> {
    let off = |column: &usize| (last.duration_since(pulls[*column]) - WEEK).abs();
    (0..pulls.len()).min_by_key(off).filter(|column| off(column) <= TOLERANCE)
}

/// The indices of the pulls to keep: the last one and the first of each day. `pulls` are latest first.
pub fn kept(pulls: &[Timestamp], calendar: &Calendar) -> Vec<usize> {
    let Some(&last) = pulls.first() else { return Vec::new() };
    let age = |column: usize| last.duration_since(pulls[column]);
    // Nothing older than the first pull that is at least a week old, and nothing too old to be compared with.
    let oldest = (0..pulls.len()).find(|column| age(*column) >= WEEK).unwrap_or(pulls.len() - 1);
    let mut kept: Vec<usize> = Vec::new();
    for column in (1..=oldest).rev().filter(|column| age(*column) <= WEEK + TOLERANCE) {
        let day = |column: usize| calendar.at(pulls[column]).date();
        if kept.last().is_none_or(|before| day(column) > day(*before)) {
            kept.push(column);
        }
    }
    kept.push(0);
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{a_week_before, kept};
    use crate::locale::calendar::Calendar;

    /// The pulls kept after pulling `every` so many minutes for so many `days`.
    fn pulled(every: i64, days: i64) -> Vec<Timestamp> {
        let mut pulls = Vec::new();
        for number in 0..days * 24 * 60 / every {
            pulls.insert(0, Timestamp::from_second(number * every * 60).unwrap());
            pulls = kept(&pulls, &Calendar::utc()).into_iter().map(|column| pulls[column]).collect();
        }
        pulls
    }

    #[test]
    fn few_pulls_are_kept_however_often_and_one_is_a_week_old() {
        for every in [5, 60, 7 * 60, 24 * 60, 25 * 60] {
            let pulls = pulled(every, 20);
            assert!((8..=11).contains(&pulls.len()), "every {every} minutes: {pulls:?}");
            let column = a_week_before(&pulls, pulls[0]).unwrap();
            let age = pulls[0].duration_since(pulls[column]).as_hours();
            assert!((6 * 24 + 12..=8 * 24).contains(&age), "every {every} minutes: {age} hours");
            assert!(pulls.is_sorted_by(|one, other| one > other));
        }
    }

    #[test]
    fn the_first_pull_of_each_day_in_the_newspapers_time_zone_is_kept() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let pulls =
            ["2026-11-25T12:00:00Z", "2026-11-25T04:00:00Z", "2026-11-24T23:00:00Z", "2026-11-24T21:00:00Z"].map(at);
        assert_eq!(kept(&pulls, &Calendar::of("Europe/Kyiv").unwrap()), [0, 2, 3], "in Kyiv, 23:00 is the next day");
        assert_eq!(kept(&pulls, &Calendar::utc()), [0, 1, 3]);
    }

    #[test]
    fn with_one_pull_a_month_the_one_before_is_not_kept() {
        let month = |number: i64| Timestamp::from_second(0).unwrap() + SignedDuration::from_hours(number * 30 * 24);
        assert_eq!(kept(&[month(2), month(1)], &Calendar::utc()), [0]);
        assert_eq!(kept(&[], &Calendar::utc()), Vec::<usize>::new());
    }
}
