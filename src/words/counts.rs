//! Numbers, and the words that go with them.

use super::Words;

/// The forms of a word, each of which goes with some numbers: `[one, other]` in English; one (1, 21), few (2, 3, 4, 22)
/// and many (5, 11, 20) in Ukrainian, by the Unicode CLDR's rules for cardinal numbers.
struct Forms {
    english: [&'static str; 2],
    ukrainian: [&'static str; 3],
}

const VIEWS: Forms =
    Forms { english: ["view", "views"], ukrainian: ["перегляд", "перегляди", "переглядів"] };

const MORE_THAN_YEARS: Forms =
    Forms { english: [" year old.", " years old."], ukrainian: [" рік.", " роки.", " років."] };

const STORIES: Forms = Forms {
    english: ["story", "stories"], ukrainian: ["матеріал", "матеріали", "матеріалів"]
};

const SUGGESTIONS: Forms = Forms {
    english: ["suggestion", "suggestions"],
    ukrainian: ["підказка", "підказки", "підказок"],
};

impl Words {
    /// A link to all stories of a section: `All of History`, `Усе: Історія`.
    pub fn all_of(self, section: &str) -> String {
        let all = match self {
            Words::English => "All of ",
            Words::Ukrainian => "Усе: ",
        };
        [all, section].concat()
    }

    /// How many stories were found: `12 stories found.`
    pub fn stories_found(self, count: u64) -> String {
        let counted = [self.number(count).as_str(), " ", self.form(&STORIES, count)].concat();
        match self {
            Words::English => [&counted, " found."].concat(),
            Words::Ukrainian => ["Знайдено ", &counted, "."].concat(),
        }
    }

    /// How many headlines are offered: `6 suggestions`.
    pub fn suggestions(self, count: u64) -> String {
        [self.number(count).as_str(), " ", self.form(&SUGGESTIONS, count)].concat()
    }

    /// How often something was seen: `1 view`, `12,345 views`, `5 переглядів`.
    pub fn views(self, count: u64) -> String {
        [self.number(count).as_str(), " ", self.of_views(count)].concat()
    }

    /// The word that goes with so many views: `view`, `переглядів`.
    pub fn of_views(self, count: u64) -> &'static str {
        self.form(&VIEWS, count)
    }

    /// A number in the room of five digits: `9,999`, `12.4K`, `3.1M`; `12,4 тис.`, `3,1 млн`. Cut off rather than rounded, so
    /// that it never says more than there is.
    pub fn compact(self, number: u64) -> String {
        let (unit, in_words) = match number {
            0..10_000 => return self.number(number),
            10_000..1_000_000 => (1000, 0),
            _ => (1_000_000, 1),
        };
        let (mark, units) = match self {
            Words::English => (".", ["K", "M"]),
            Words::Ukrainian => (",", ["\u{a0}тис.", "\u{a0}млн"]),
        };
        let (whole, tenth) = (number / unit, number % unit * 10 / unit);
        let tenth = if whole < 100 && tenth > 0 { [mark, &tenth.to_string()].concat() } else { String::new() };
        [self.number(whole).as_str(), &tenth, units[in_words]].concat()
    }

    /// That a story is more than so many years old, as a sentence.
    pub fn more_than(self, years: u32) -> String {
        let (start, a_year) = match self {
            Words::English => ("This story is more than ", "a year old."),
            Words::Ukrainian => ("Цьому матеріалу понад ", "рік."),
        };
        if years == 1 {
            return [start, a_year].concat();
        }
        [start, years.to_string().as_str(), self.form(&MORE_THAN_YEARS, years.into())].concat()
    }

    /// Digits in groups of three, set apart by a comma or a no-break space: `12,345`, `12 345`.
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let mark = match self {
            Words::English => ',',
            Words::Ukrainian => '\u{a0}',
        };
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    fn form(self, forms: &Forms, count: u64) -> &'static str {
        let [one, few, many] = forms.ukrainian;
        match (self, count % 10, count % 100) {
            (Words::English, ..) => forms.english[usize::from(count != 1)],
            (Words::Ukrainian, 1, tens) if tens != 11 => one,
            (Words::Ukrainian, 2..=4, tens) if !(12..=14).contains(&tens) => few,
            (Words::Ukrainian, ..) => many,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words::{English, Ukrainian};

    #[test]
    fn digits_stand_in_groups_of_three() {
        let cases = [(0, "0"), (668, "668"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")];
        for (number, text) in cases {
            assert_eq!(English.number(number), text);
            assert_eq!(Ukrainian.number(number), text.replace(',', "\u{a0}"));
        }
    }

    #[test]
    fn large_numbers_are_cut_short() {
        let cases = [
            (0, "0", "0"),
            (9_999, "9,999", "9\u{a0}999"),
            (10_000, "10K", "10\u{a0}тис."),
            (12_499, "12.4K", "12,4\u{a0}тис."),
            (99_999, "99.9K", "99,9\u{a0}тис."),
            (124_900, "124K", "124\u{a0}тис."),
            (999_999, "999K", "999\u{a0}тис."),
            (3_149_000, "3.1M", "3,1\u{a0}млн"),
            (1_234_567_890, "1,234M", "1\u{a0}234\u{a0}млн"),
        ];
        for (number, english, ukrainian) in cases {
            assert_eq!(English.compact(number), english);
            assert_eq!(Ukrainian.compact(number), ukrainian);
        }
    }

    #[test]
    fn views_are_counted_as_one_speaks() {
        let english = [(0, "0 views"), (1, "1 view"), (2, "2 views"), (21, "21 views"), (1764, "1,764 views")];
        for (count, text) in english {
            assert_eq!(English.views(count), text);
        }
        let ukrainian = [
            (0, "0 переглядів"),
            (1, "1 перегляд"),
            (2, "2 перегляди"),
            (4, "4 перегляди"),
            (5, "5 переглядів"),
            (11, "11 переглядів"),
            (12, "12 переглядів"),
            (14, "14 переглядів"),
            (21, "21 перегляд"),
            (22, "22 перегляди"),
            (111, "111 переглядів"),
            (112, "112 переглядів"),
            (1001, "1\u{a0}001 перегляд"),
        ];
        for (count, text) in ukrainian {
            assert_eq!(Ukrainian.views(count), text);
        }
    }

    #[test]
    fn years_are_counted_as_one_speaks() {
        assert_eq!(English.more_than(1), "This story is more than a year old.");
        assert_eq!(English.more_than(2), "This story is more than 2 years old.");
        assert_eq!(Ukrainian.more_than(1), "Цьому матеріалу понад рік.");
        assert_eq!(Ukrainian.more_than(3), "Цьому матеріалу понад 3 роки.");
        assert_eq!(Ukrainian.more_than(5), "Цьому матеріалу понад 5 років.");
    }
}
