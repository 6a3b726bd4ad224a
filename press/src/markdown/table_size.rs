//! Limits the tables of a text before it is parsed: each short row is filled up with cells, so that a few kilobytes can
//! become hundreds of thousands of them.

/// The maximum number of cells in the tables of a text.
pub const MOST_CELLS: usize = 50_000;

/// The line of `text`, from 0, in which its tables have more than [`MOST_CELLS`] cells.
pub fn excess(text: &str) -> Option<u32> {
    let (mut cells, mut columns) = (0, 0);
    for (number, line) in (0..).zip(text.lines()) {
        // A table may be in a quotation.
        let row = line.trim_matches(|sign: char| sign.is_whitespace() || sign == '>');
        if row.is_empty() {
            columns = 0;
        } else if is_delimiter(row) {
            columns = row.trim_matches('|').matches('|').count() + 1;
            // And those of the head.
            cells += columns;
        } else {
            cells += columns;
        }
        if cells > MOST_CELLS {
            return Some(number);
        }
    }
    None
}

/// Whether a row consists of the lines between the head of a table and the rest.
fn is_delimiter(row: &str) -> bool {
    row.contains('-') && row.contains('|') && row.bytes().all(|byte| b"|-: \t".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{MOST_CELLS, excess};

    #[test]
    fn rows_count_as_wide_as_their_table() {
        let table = |columns: usize, rows: usize| {
            ["|a".repeat(columns), "\n".into(), "|:-:".repeat(columns), "|\n".into(), "|b|\n".repeat(rows)].concat()
        };
        assert_eq!(excess(&table(MOST_CELLS / 10, 9)), None);
        assert_eq!(excess(&table(MOST_CELLS / 10, 10)), Some(11));
        assert_eq!(excess(&[table(MOST_CELLS / 10, 9), "\n".into(), "a | b\n".repeat(20)].concat()), None);
        assert_eq!(excess(&"> |a|b|\n> |-|-|\n> |c|d|\n\n".repeat(MOST_CELLS / 4)), None);
        assert_eq!(excess(&"|-|-|\n".repeat(MOST_CELLS)), Some(24_999 + 1));
        assert_eq!(excess(&"a | b - c\n***\n".repeat(MOST_CELLS)), None);
    }
}
