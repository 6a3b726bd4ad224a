//! Dates as other programs write them.

use jiff::civil::DateTime;
use jiff::fmt::{rfc2822, strtime};
use jiff::{Timestamp, ZonedDateTime};

use crate::locale::calendar::Calendar;

/// A date of the old site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldDate {
    /// The date in the newspaper's time zone.
    pub time: ZonedDateTime,
    /// Whether it has a time but no time zone, not even that of the old site.
    pub is_local: bool,
}

/// The clocks by which dates are read.
#[derive(Clone, Debug)]
pub struct Clocks<'a> {
    /// The newspaper's.
    pub ours: &'a Calendar,
    /// The old site's, if its configuration names a time zone.
    pub theirs: Option<Calendar>,
}

/// Days in words.
const IN_WORDS: [&str; 9] = [
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%a, %d %b %Y",
    "%Y %B %d",
];

impl Clocks<'_> {
    /// Reads a date. A day alone is a day in the newspaper's time zone, and so is midnight in UTC, with which many
    /// programs write days. A time without a zone is in that of the old site, or else in the newspaper's.
    pub fn read(&self, written: &str) -> Option<OldDate> {
        let text = evened(written.trim());
        let moment = |time| Some(OldDate { time, is_local: false });
        if text.len() <= "2019-05-01".len()
            && let Some(day) = self.ours.read(&text)
        {
            return moment(day);
        }
        if let Ok(instant) = text.parse::<Timestamp>() {
            let day =
                text.strip_suffix('Z').or_else(|| text.strip_suffix("+00:00")).and_then(|text| text.split_once('T'));
            let day = day.filter(|(_, time)| time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.')));
            let instant = Timestamp::from_second(instant.as_second()).ok()?;
            let time = day.and_then(|(day, _)| self.ours.read(day)).unwrap_or_else(|| self.ours.at(instant));
            return moment(time).filter(is_plausible);
        }
        if text.parse::<DateTime>().is_ok() {
            let zone = self.theirs.as_ref().unwrap_or(self.ours);
            let instant = Timestamp::from_second(zone.read(&text)?.timestamp().as_second()).ok()?;
            return Some(OldDate { time: self.ours.at(instant), is_local: self.theirs.is_none() });
        }
        if let Ok(time) = rfc2822::parse(written.trim()) {
            return moment(self.ours.at(time.timestamp())).filter(is_plausible);
        }
        let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let day = IN_WORDS.iter().find_map(|form| strtime::parse(form, &words).ok()?.to_date().ok())?;
        moment(self.ours.read(&day.to_string())?)
    }
}

fn is_plausible(date: &OldDate) -> bool {
    date.time.year() >= 1000
}

/// `2015-1-9 9:05 +0100` and `2015/01/09 09:05:00 +01:00` as `2015-01-09T09:05:00+01:00`.
fn evened(text: &str) -> String {
    let length = text.bytes().take_while(|byte| byte.is_ascii_digit() || b"-/.".contains(byte)).count();
    let (day, rest) = text.split_at(length);
    let parts: Vec<&str> = day.split(['-', '/']).collect();
    let [year, month, day] = parts.as_slice() else { return String::from(text) };
    let is_number = |part: &&str, most: usize| (1..=most).contains(&part.len()) && !part.contains('.');
    if year.len() != 4 || !is_number(month, 2) || !is_number(day, 2) {
        return String::from(text);
    }
    let mut out = format!("{year}-{month:0>2}-{day:0>2}");
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.is_empty() {
        return out;
    }
    let length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || b":.".contains(byte)).count();
    let (time, zone) = rest.split_at(length);
    let time = if time.len() == 4 && time.as_bytes()[1] == b':' || time.len() == 7 && time.as_bytes()[1] == b':' {
        ["0", time].concat()
    } else {
        String::from(time)
    };
    out.push('T');
    out.push_str(&time);
    if time.len() == 5 {
        out.push_str(":00");
    }
    let zone = zone.trim();
    out.push_str(&match zone.as_bytes() {
        b"Z" | b"z" | b"UTC" | b"GMT" | b"utc" => String::from("Z"),
        [b'+' | b'-', digits @ ..] if digits.len() == 4 && digits.iter().all(u8::is_ascii_digit) => {
            format!("{}:{}", &zone[..3], &zone[3..])
        }
        [b'+' | b'-', digits @ ..] if digits.len() == 2 && digits.iter().all(u8::is_ascii_digit) => {
            format!("{zone}:00")
        }
        _ => String::from(zone),
    });
    out
}

/// The day with which a name begins, and the rest: `2019-05-01-lamp`, `2019-5-1_lamp`, `2019-05-01T10:00:00Z-lamp`.
pub fn day_of_name(name: &str) -> Option<(String, &str)> {
    let mut rest = name;
    let mut parts = [0u32; 3];
    for (index, part) in parts.iter_mut().enumerate() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || (index == 0) != (length == 4) || length > 4 {
            return None;
        }
        *part = rest.get(..length)?.parse().ok()?;
        rest = rest.get(length..)?;
        if index < 2 {
            rest = rest.strip_prefix(['-', '_', '.'])?;
        }
    }
    let [year, month, day] = parts;
    if year < 1000 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let mut date = format!("{year}-{month:02}-{day:02}");
    if let Some(time) = rest.strip_prefix('T') {
        let length = time.bytes().take_while(|byte| byte.is_ascii_digit() || b":.".contains(byte)).count();
        let length = length + usize::from(time.as_bytes().get(length) == Some(&b'Z'));
        if length >= 5 {
            date = format!("{date}T{}", &time[..length]);
            rest = &time[length..];
        }
    }
    match rest.chars().next() {
        None => Some((date, "")),
        Some('-' | '_' | '.' | ' ') => Some((date, rest[1..].trim_start_matches(['-', '_', ' ']))),
        Some(_) => None,
    }
}

/// The day in the folders of a path: `2019/05/01/lamp`.
pub fn day_of_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    parts.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        let is_number = |text: &str, least: usize, most: usize| {
            (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_day = is_number(year, 4, 4) && is_number(month, 1, 2) && is_number(day, 1, 2);
        is_day.then(|| day_of_name(&three.join("-")).map(|(date, _)| date)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::{Clocks, day_of_name, day_of_path};
    use crate::locale::calendar::Calendar;

    fn read(written: &str, theirs: Option<&str>) -> Option<(String, bool)> {
        let ours = Calendar::of("Europe/Kyiv").unwrap();
        let clocks = Clocks { ours: &ours, theirs: theirs.and_then(Calendar::of) };
        let date = clocks.read(written)?;
        Some((date.time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), date.is_local))
    }

    #[test]
    fn dates_are_read_as_their_programs_write_them() {
        for (written, expected) in [
            ("2019-05-01", "2019-05-01T00:00:00+03:00"),
            ("2019-5-1", "2019-05-01T00:00:00+03:00"),
            ("2019/05/01", "2019-05-01T00:00:00+03:00"),
            ("2019-05-01T00:00:00Z", "2019-05-01T00:00:00+03:00"),
            ("2019-05-01T23:30:00Z", "2019-05-02T02:30:00+03:00"),
            ("2019-05-01 10:45:00 -0800", "2019-05-01T21:45:00+03:00"),
            ("2019-05-01 9:45 +01:00", "2019-05-01T11:45:00+03:00"),
            ("2019-05-01 10:45:00 UTC", "2019-05-01T13:45:00+03:00"),
            ("2019-05-01T10:45:00.123Z", "2019-05-01T13:45:00+03:00"),
            ("Wed, 01 May 2019 10:45:00 GMT", "2019-05-01T13:45:00+03:00"),
            ("May 1, 2019", "2019-05-01T00:00:00+03:00"),
            ("1 May 2019", "2019-05-01T00:00:00+03:00"),
        ] {
            assert_eq!(read(written, None), Some((String::from(expected), false)), "{written}");
        }
        for written in
            ["", "Last Modified", "git Created", "01.05.2019", "2019-13-01", "2019-02-30", "0001-01-01T00:00:00Z"]
        {
            assert_eq!(read(written, None), None, "{written}");
        }
    }

    #[test]
    fn a_time_without_a_zone_is_in_that_of_the_old_site_if_it_has_one() {
        let local = Some((String::from("2019-05-01T10:45:00+03:00"), true));
        assert_eq!(read("2019-05-01 10:45", None), local);
        let moved = Some((String::from("2019-05-01T17:45:00+03:00"), false));
        assert_eq!(read("2019-05-01 10:45", Some("America/New_York")), moved);
    }

    #[test]
    fn a_day_is_found_in_names_and_paths() {
        assert_eq!(day_of_name("2019-05-01-the-lamp"), Some((String::from("2019-05-01"), "the-lamp")));
        assert_eq!(day_of_name("2015-10-8-isoc"), Some((String::from("2015-10-08"), "isoc")));
        assert_eq!(day_of_name("2019-05-01T10:00:00Z-lamp"), Some((String::from("2019-05-01T10:00:00Z"), "lamp")));
        assert_eq!(day_of_name("2019-05-01"), Some((String::from("2019-05-01"), "")));
        for name in ["2019-05-lamp", "19-05-01-x", "2019-05-01x", "20190501-x", "lamp", "2019-15-01-x", "д-1-1"] {
            assert_eq!(day_of_name(name), None, "{name}");
        }
        assert_eq!(day_of_path("blog/2019/5/01/lamp").as_deref(), Some("2019-05-01"));
        assert_eq!(day_of_path("2019/05/lamp"), None);
    }
}
