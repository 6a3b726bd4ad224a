//! Patterns of addresses: `/:year/:month/:slug/`.

use jiff::ZonedDateTime;

/// What a pattern can name.
#[derive(Clone, Debug, Default)]
pub struct Named<'a> {
    /// The day of publication as the old site counts it.
    pub date: Option<ZonedDateTime>,
    /// Words by the name of their token, such as `title`, `slug` and `categories`.
    pub words: Vec<(&'a str, String)>,
}

/// The address that `pattern` gives; none if it names something that is not known.
pub fn expanded(pattern: &str, named: &Named<'_>) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(place) = rest.find(':') {
        out.push_str(&rest[..place]);
        rest = &rest[place + 1..];
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        // A token can be followed by letters that are not part of it.
        let known = (1..=length).rev().find_map(|end| Some((value(&rest[..end], named)?, end)));
        let (words, end) = known?;
        out.push_str(&words);
        rest = &rest[end..];
        // `:sections[1:]` leaves out the first section.
        if let Some(range) = rest.strip_prefix('[')
            && let Some(length) = range.find(']')
        {
            out.truncate(out.len() - words.len());
            out.push_str(&sliced(&words, &range[..length]));
            rest = &range[length + 1..];
        }
    }
    out.push_str(rest);
    while out.contains("//") {
        out = out.replace("//", "/");
    }
    Some(if out.starts_with('/') { out } else { ["/", &out].concat() })
}

fn value(token: &str, named: &Named<'_>) -> Option<String> {
    if let Some((_, words)) = named.words.iter().find(|(name, _)| *name == token) {
        return Some(words.clone());
    }
    let format = FORMATS.iter().find(|(name, _)| *name == token).map(|(_, format)| *format)?;
    let date = named.date.as_ref()?;
    let text = date.strftime(format).to_string();
    Some(if token.starts_with("i_") { String::from(text.trim_start_matches('0')) } else { text })
}

/// The tokens that are part of a date, in Hugo and Jekyll.
const FORMATS: [(&str, &str); 21] = [
    ("year", "%Y"),
    ("month", "%m"),
    ("monthname", "%B"),
    ("day", "%d"),
    ("weekday", "%w"),
    ("weekdayname", "%A"),
    ("yearday", "%-j"),
    ("short_year", "%y"),
    ("i_month", "%m"),
    ("short_month", "%b"),
    ("long_month", "%B"),
    ("i_day", "%d"),
    ("y_day", "%j"),
    ("w_year", "%G"),
    ("week", "%V"),
    ("w_day", "%u"),
    ("short_day", "%a"),
    ("long_day", "%A"),
    ("hour", "%H"),
    ("minute", "%M"),
    ("second", "%S"),
];

/// The parts of a path that a range such as `1:`, `:2` or `last` means.
fn sliced(path: &str, range: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let place = |text: &str| match text {
        "last" => Some(parts.len().saturating_sub(1)),
        text => text.parse::<usize>().ok(),
    };
    let (from, to) = match range.split_once(':') {
        Some((from, to)) => (place(from).unwrap_or(0), place(to).unwrap_or(parts.len())),
        None => {
            let place = place(range).unwrap_or(0);
            (place, place + 1)
        }
    };
    let to = to.min(parts.len());
    parts.get(from.min(to)..to).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::{Named, expanded};
    use crate::locale::calendar::Calendar;

    fn address(pattern: &str) -> Option<String> {
        let words = vec![
            ("title", String::from("lamp")),
            ("categories", String::new()),
            ("sections", String::from("news/port")),
            ("output_ext", String::from(".html")),
        ];
        let date = Calendar::utc().read("2019-05-01");
        expanded(pattern, &Named { date, words })
    }

    #[test]
    fn tokens_are_replaced() {
        for (pattern, expected) in [
            ("/:year/:month/:day/:title/", "/2019/05/01/lamp/"),
            ("/:categories/:year/:i_month/:title:output_ext", "/2019/5/lamp.html"),
            ("blog/:title", "/blog/lamp"),
            ("/:sections/:title/", "/news/port/lamp/"),
            ("/:sections[1:]/:title/", "/port/lamp/"),
            ("/:sections[last]/:title/", "/port/lamp/"),
            ("/:short_year-:short_month/:title/", "/19-May/lamp/"),
        ] {
            assert_eq!(address(pattern).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_with_an_unknown_token_gives_no_address() {
        assert_eq!(address("/:nothing/:title/"), None);
        assert_eq!(expanded("/:year/", &Named::default()), None);
    }
}
