//! The view counter.

use maud::{Markup, html};

/// An icon and how often a story was read. Nothing is shown of a story that no snapshot knows.
pub fn views(count: Option<u64>) -> Markup {
    html! {
        @if let Some(count) = count {
            @let number = grouped(count);
            span class="views" {
                span class="icon icon-eye" aria-hidden="true" {}
                span aria-hidden="true" { (number) }
                span class="visually-hidden" { (number) @if count == 1 { " view" } @else { " views" } }
            }
        }
    }
}

/// Digits in groups of three: `12,345`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let cases = [(0, "0"), (668, "668"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")];
        for (count, text) in cases {
            assert_eq!(grouped(count), text);
        }
    }
}
