//! The template of a new story's file: its keys, and comments about what can be added.

use jiff::ZonedDateTime;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::locale::calendar::Calendar;

/// The contents of a new story's file, dated `now`. `known` are all authors, listed in a comment if `authors` is empty.
pub fn matter(headline: &str, now: &ZonedDateTime, calendar: &Calendar, authors: &[String], known: &[&str]) -> String {
    let title = text(headline);
    let date = date(now, calendar);
    let hint = match (authors, known) {
        ([], []) => "# At least one name of a file in authors/, without .md; there are none yet.\n".to_string(),
        ([], known) => format!("# At least one of: {}.\n", known.join(", ")),
        _ => String::new(),
    };
    let authors = authors.iter().map(|author| text(author)).collect::<Vec<_>>().join(", ");
    [
        "+++\n",
        &format!("title = {title}\n"),
        &format!("date = {date}\n"),
        &hint,
        &format!("authors = [{authors}]\n"),
        "# draft = true holds the story back: remove the line to publish it.\n",
        "draft = true\n",
        "# description = \"What the story is about, in one or two sentences of 50 to 200 characters.\"\n",
        "# tags = [\"port\", \"black-sea\"]\n",
        "\n",
        "# [picture]\n",
        "# file = \"lead.jpg\"\n",
        "# alt = \"What the picture shows, as you would describe it on the phone.\"\n",
        "# credit = \"Photograph: who made it\"\n",
        "+++\n",
        "\n",
    ]
    .concat()
}

/// A TOML string in double quotes.
fn text(words: &str) -> String {
    TomlStringBuilder::new(words).as_basic().to_toml_value()
}

/// `now` as local time, with its offset only if it is in the second occurrence of a repeated hour.
fn date(now: &ZonedDateTime, calendar: &Calendar) -> String {
    let local = now.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let read = calendar.read(&local).map(|read| read.timestamp().as_second());
    if read == Some(now.timestamp().as_second()) { local } else { now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string() }
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::locale::calendar::Calendar;

    #[test]
    fn a_date_is_local_time_and_has_an_offset_only_where_it_is_ambiguous() {
        let calendar = Calendar::of("Europe/Kyiv").unwrap();
        let written = |now: &str| date(&calendar.read(now).unwrap(), &calendar);
        assert_eq!(written("2024-10-27T00:15:00Z"), "2024-10-27T03:15:00");
        assert_eq!(written("2024-10-27T01:15:00Z"), "2024-10-27T03:15:00+02:00");
        assert_eq!(written("2024-10-27T02:15:00.5Z"), "2024-10-27T04:15:00");
    }
}
