//! A question to the search worker.

use crate::finder::{Filter, Order};

/// A question of a page to the search worker. It is sent as text: see [`Question::write`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The number that the answer is to have.
    pub id: u32,
    /// The path prefix of the site: empty, or a path such as `/journal`.
    pub base: String,
    /// Whether the reader is still typing: the last word may be the beginning of a longer one, and only headlines are wanted.
    pub typing: bool,
    /// The words, as they were typed.
    pub words: String,
    /// Which stories are wanted.
    pub filter: Filter,
    /// Which of them come first.
    pub order: Order,
    /// The number of the first story that is wanted, from 0.
    pub first: u32,
    /// How many are wanted.
    pub count: u32,
}

impl Question {
    /// The question as text, one value per line, in the order of the fields; the filter is section, author and year. A worker of
    /// another build than the page reads the same lines.
    pub fn write(&self) -> String {
        let Question { id, base, typing, words, filter, order, first, count } = self;
        let mut text = String::new();
        let mut line = |value: &str| {
            text += value;
            text.push('\n');
        };
        line(&id.to_string());
        line(base);
        line(if *typing { "suggest" } else { "find" });
        line(&words.replace('\n', " "));
        line(filter.section.as_deref().unwrap_or_default());
        line(filter.author.as_deref().unwrap_or_default());
        line(&filter.year.map(|year| year.to_string()).unwrap_or_default());
        line(if *order == Order::Date { "date" } else { "" });
        line(&first.to_string());
        line(&count.to_string());
        text
    }

    /// Reads what [`Question::write`] writes; `None` if a line is missing or a number is not one.
    pub fn read(text: &str) -> Option<Question> {
        let mut lines = text.split('\n').map(String::from);
        let mut line = || lines.next();
        let some = |text: String| if text.is_empty() { None } else { Some(text) };
        Some(Question {
            id: line()?.parse().ok()?,
            base: line()?,
            typing: line()? == "suggest",
            words: line()?,
            filter: Filter { section: some(line()?), author: some(line()?), year: line()?.parse().ok() },
            order: if line()? == "date" { Order::Date } else { Order::Relevance },
            first: line()?.parse().ok()?,
            count: line()?.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Question;
    use crate::finder::{Filter, Order};

    #[test]
    fn a_question_is_read_as_it_is_written() {
        let filter = Filter { section: Some("history".into()), author: None, year: Some(2025) };
        let find = Question {
            id: 7,
            base: "/journal".into(),
            words: "the stairs".into(),
            filter,
            order: Order::Date,
            first: 10,
            count: 10,
            ..Question::default()
        };
        assert_eq!(Question::read(&find.write()), Some(find));
        let suggest = Question { id: 8, typing: true, words: "Потьом".into(), count: 6, ..Question::default() };
        assert_eq!(Question::read(&suggest.write()), Some(suggest));
    }

    #[test]
    fn a_line_feed_among_the_words_is_a_space() {
        let question = Question { words: "the\nstairs".into(), ..Question::default() };
        assert_eq!(Question::read(&question.write()).unwrap().words, "the stairs");
        assert_eq!((Question::read("7\n/journal\nfind"), Question::read("")), (None, None));
    }
}
