//! Days, as press writes them into the documents.

use super::Words;

impl Words {
    /// A day in words: `11 October 2024`, `11 жовтня 2024 р.`. `month` counts from 1; another than the twelve has no name.
    pub fn day(self, year: i16, month: usize, day: i8) -> String {
        let (months, end) = match self {
            Words::English => (ENGLISH, ""),
            Words::Ukrainian => (UKRAINIAN, " р."),
        };
        let month = months.get(month.wrapping_sub(1)).copied().unwrap_or_default();
        [day.to_string().as_str(), " ", month, " ", year.to_string().as_str(), end].concat()
    }
}

impl Words {
    /// A month of a year: `October 2024`, `жовтень 2024`.
    pub fn month(self, year: i16, month: usize) -> String {
        let months = match self {
            Words::English => ENGLISH,
            Words::Ukrainian => NOMINATIVE,
        };
        let month = months.get(month.wrapping_sub(1)).copied().unwrap_or_default();
        [month, " ", year.to_string().as_str()].concat()
    }
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// In the genitive, as a date is read.
const UKRAINIAN: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];

const NOMINATIVE: [&str; 12] = [
    "січень",
    "лютий",
    "березень",
    "квітень",
    "травень",
    "червень",
    "липень",
    "серпень",
    "вересень",
    "жовтень",
    "листопад",
    "грудень",
];

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_day_is_written_as_one_reads_it() {
        assert_eq!(Words::English.day(2024, 10, 11), "11 October 2024");
        assert_eq!(Words::Ukrainian.day(2024, 1, 1), "1 січня 2024 р.");
        assert_eq!(Words::Ukrainian.day(2024, 12, 31), "31 грудня 2024 р.");
    }

    #[test]
    fn a_month_stands_by_itself() {
        assert_eq!(Words::English.month(2024, 10), "October 2024");
        assert_eq!(Words::Ukrainian.month(2024, 10), "жовтень 2024");
    }
}
