//! Divides lists of stories into pages.

use super::list_page::ListPage;

/// Divides a list of stories, which are indices into the edition's stories, into pages of `size`. The first page has
/// the newest; the others are cut starting with the oldest. There is always a first page; if it is the only one, it
/// does not show its period.
pub fn pages(stories: &[usize], size: usize) -> impl Iterator<Item = ListPage> {
    let (first, rest) = stories.split_at(size.min(stories.len()));
    let last = number(rest.len().div_ceil(size)) + 1;
    let part = move |(page, stories): (u32, &[usize])| ListPage {
        stories: stories.to_vec(),
        page,
        dated: last > 1,
        newer: (page > 1).then_some(if page == last { 1 } else { page + 1 }),
        older: Some(if page == 1 { last } else { page - 1 }).filter(|older| *older > 1),
    };
    // The oldest stories, at the end of the list, are page 2.
    let cuts = rest.rchunks(size).rev();
    [(1, first)].into_iter().chain((2..=last).rev().zip(cuts)).map(part)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::pages;

    /// A page: its number, the stories numbered by age (0 is the oldest), newer page, older page.
    type Row = (u32, Vec<usize>, Option<u32>, Option<u32>);

    /// The pages of a list of `count` stories, three on each.
    fn cut(count: usize) -> Vec<Row> {
        let stories: Vec<usize> = (0..count).rev().collect();
        pages(&stories, 3).map(|it| (it.page, it.stories, it.newer, it.older)).collect()
    }

    #[test]
    fn the_pages_after_the_first_are_cut_starting_with_the_oldest_story() {
        assert_eq!(cut(0), [(1, vec![], None, None)]);
        assert_eq!(cut(3), [(1, vec![2, 1, 0], None, None)]);
        assert_eq!(cut(4), [(1, vec![3, 2, 1], None, Some(2)), (2, vec![0], Some(1), None)]);
        let seven =
            [(1, vec![6, 5, 4], None, Some(3)), (3, vec![3], Some(1), Some(2)), (2, vec![2, 1, 0], Some(3), None)];
        assert_eq!(cut(7), seven);
    }

    #[test]
    fn a_new_story_does_not_change_full_pages() {
        for count in 7..40 {
            let (before, after) = (cut(count), cut(count + 1));
            // Except for the newest of them, whose link to newer stories may change.
            let full = before.iter().filter(|(page, ages, newer, _)| *page > 1 && ages.len() == 3 && *newer != Some(1));
            for page in full {
                assert!(after.contains(page), "{page:?} of {count}");
            }
        }
    }
}
