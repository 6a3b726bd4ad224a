//! Which of the earlier pulls are kept: about one a day, back to the one of a week ago.

use jiff::{SignedDuration, Timestamp};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How far from a week the numbers may be that are compared with.
const TOLERANCE: SignedDuration = SignedDuration::from_hours(24);

/// How far apart the pulls are that are kept: a little less than a day, so that a daily one may come early.
const APART: SignedDuration = SignedDuration::from_hours(20);

/// Which of the `pulls`, the last first, is closest to a week before `last`; none if that is more than a day off.
pub fn a_week_before(pulls: &[Timestamp], last: Timestamp) -> Option<usize> {
    let off = |column: &usize| (last.duration_since(pulls[*column]) - WEEK).abs();
    (0..pulls.len()).min_by_key(off).filter(|column| off(column) <= TOLERANCE)
}

/// The places of those of `pulls`, the last first, that are worth keeping.
pub fn kept(pulls: &[Timestamp]) -> Vec<usize> {
    let Some(&last) = pulls.first() else { return Vec::new() };
    let age = |column: usize| last.duration_since(pulls[column]);
    // Nothing older than what a week is measured from, and nothing that is too old for that.
    let oldest = (0..pulls.len()).find(|column| age(*column) >= WEEK).unwrap_or(pulls.len() - 1);
    let mut kept: Vec<usize> = Vec::new();
    for column in (1..=oldest).rev().filter(|column| age(*column) <= WEEK + TOLERANCE) {
        if kept.last().is_none_or(|before| pulls[column].duration_since(pulls[*before]) >= APART) {
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

    /// A pull every so many minutes, for so many days.
    fn pulled(every: i64, days: i64) -> Vec<Timestamp> {
        let mut pulls = Vec::new();
        for number in 0..days * 24 * 60 / every {
            pulls.insert(0, Timestamp::from_second(number * every * 60).unwrap());
            pulls = kept(&pulls).into_iter().map(|column| pulls[column]).collect();
        }
        pulls
    }

    #[test]
    fn however_often_it_is_pulled_there_are_few_and_one_of_a_week_ago() {
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
    fn a_pull_in_a_month_keeps_nothing_of_the_one_before() {
        let month = |number: i64| Timestamp::from_second(0).unwrap() + SignedDuration::from_hours(number * 30 * 24);
        assert_eq!(kept(&[month(2), month(1)]), [0]);
        assert_eq!(kept(&[]), Vec::<usize>::new());
    }
}
