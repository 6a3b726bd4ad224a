//! Dates of the newspaper: reads them from the content and formats them for readers.
//!
//! A date without an offset is local time in the site's time zone. Twice a year, local time is not unique: a time
//! in the hour skipped when the clocks go forward moves on by an hour (03:30 becomes 04:30), and of a repeated hour
//! the first occurrence is taken. A date without a time is midnight, or the first moment of a day without one.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Unit, ZonedDateTime};
use journal::model::Moment;

use super::language::Language;

/// How far n mean years may be from n calendar years, because of leap days and changes of the clocks.
const AROUND: SignedDuration = SignedDuration::from_hours(5 * 24);

/// The number of whole mean years in this time.
fn years(time: SignedDuration) -> i64 {
    // 400 Gregorian years have 146,097 days.
    (time.as_secs() * 400).div_euclid(146_097 * 24 * 60 * 60)
}

/// The newspaper's time zone.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    /// The remedy for a date that [`Calendar::read`] does not accept.
    pub const FORMS: &str = "write it like 2024-10-11, 2024-10-11T14:05:00 or 2024-10-11T14:05:00+03:00";

    /// The calendar of an IANA time zone such as `Europe/Kyiv`; none if there is no such zone.
    pub fn of(zone: &str) -> Option<Calendar> {
        Some(Calendar { zone: TimeZone::get(zone).ok()? })
    }

    /// Coordinated universal time.
    pub fn utc() -> Calendar {
        Calendar { zone: TimeZone::UTC }
    }

    /// Reads an RFC 3339 date and time, the same without an offset (local time), or a day alone (midnight). A space
    /// may replace the `T` and precede the offset, which needs no colon, as in Jekyll and YAML. None if it is anything else or not a valid date, or if the year is before 1000, which
    /// is a typing error and could not be used in addresses and feeds.
    pub fn read(&self, text: &str) -> Option<ZonedDateTime> {
        self.moment_of(text.trim()).filter(|time| time.year() >= 1000)
    }

    fn moment_of(&self, text: &str) -> Option<ZonedDateTime> {
        let instant = text.parse::<Timestamp>().ok().or_else(|| with_plain_offset(text)?.parse().ok());
        if let Some(instant) = instant {
            return Some(instant.to_zoned_datetime(self.zone.clone()));
        }
        // Text after the time must not be ignored: it may be an offset in another format.
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-:. Tt".contains(&byte));
        let local = text.parse::<DateTime>().ok().filter(|_| plain)?;
        local.to_zoned_datetime(self.zone.clone()).ok()
    }

    /// The instant in the newspaper's time zone.
    pub fn at(&self, instant: Timestamp) -> ZonedDateTime {
        instant.to_zoned_datetime(self.zone.clone())
    }

    /// Whole years from `begin` to `end`; 0 if `end` is earlier.
    pub fn years_between(&self, begin: Timestamp, end: &ZonedDateTime) -> u32 {
        let age = end.timestamp().duration_since(begin);
        let (least, most) = (years(age - AROUND), years(age + AROUND));
        // The exact calculation is slow and only needed near the anniversary.
        let years = if least == most { least } else { self.years_by_days(begin, end) };
        u32::try_from(years).unwrap_or_default()
    }

    fn years_by_days(&self, begin: Timestamp, end: &ZonedDateTime) -> i64 {
        self.at(begin).until((Unit::Year, end)).map(|age| i64::from(age.get_years())).unwrap_or_default()
    }

    /// The time as shown to readers of `language`.
    ///
    /// Local mean time, used before there were time zones, has offsets with seconds, which RFC 3339 does not allow.
    /// They are rounded to the minute.
    pub fn moment(&self, time: &ZonedDateTime, language: Language) -> Moment {
        let minutes = (time.offset().seconds() + 30).div_euclid(60);
        let (sign, hour, minute) = (if minutes < 0 { '-' } else { '+' }, minutes.abs() / 60, minutes.abs() % 60);
        let local = time.strftime("%Y-%m-%dT%H:%M:%S");
        Moment { iso: format!("{local}{sign}{hour:02}:{minute:02}"), date: language.day(time.date()) }
    }
}

/// `2024-10-11 14:05:00 +0300` as RFC 3339 writes it: `2024-10-11 14:05:00+03:00`.
fn with_plain_offset(text: &str) -> Option<String> {
    let (time, offset) = text.split_at_checked(text.rfind(['+', '-'])?)?;
    let digits: String = offset[1..].chars().filter(|sign| *sign != ':').collect();
    let (hour, minute) = digits.split_at_checked(2).filter(|_| digits.len() == 4)?;
    time.contains(':').then(|| format!("{}{}{hour}:{minute}", time.trim_end(), &offset[..1]))
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::Calendar;
    use crate::locale::language::Language;

    fn kyiv(text: &str) -> Option<String> {
        let calendar = Calendar::of("Europe/Kyiv")?;
        let time = calendar.read(text)?;
        Some(calendar.moment(&time, Language::of("en")).iso)
    }

    #[test]
    fn a_date_without_offset_is_local_time_in_summer_and_in_winter() {
        assert_eq!(kyiv("2024-10-11T14:05:00").as_deref(), Some("2024-10-11T14:05:00+03:00"));
        assert_eq!(kyiv("2024-12-11 14:05").as_deref(), Some("2024-12-11T14:05:00+02:00"));
        assert_eq!(kyiv("2024-12-11").as_deref(), Some("2024-12-11T00:00:00+02:00"));
    }

    #[test]
    fn an_offset_may_be_written_as_jekyll_does() {
        for written in ["2024-10-11 14:05:00 +0300", "2024-10-11 14:05:00 +03:00", "2024-10-11T11:05:00-0000"] {
            assert_eq!(kyiv(written).as_deref(), Some("2024-10-11T14:05:00+03:00"), "{written}");
        }
        for wrong in ["2024-10-11 +0300", "2024-10-11 14:05:00 +03", "2024-10-11 14:05:00 UTC+3"] {
            assert_eq!(kyiv(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_offset_is_respected_and_shown_in_local_time() {
        assert_eq!(kyiv("2024-10-11T23:30:00Z").as_deref(), Some("2024-10-12T02:30:00+03:00"));
        assert_eq!(kyiv("2024-10-11T14:05:00-05:00").as_deref(), Some("2024-10-11T22:05:00+03:00"));
    }

    #[test]
    fn a_skipped_hour_moves_on_and_of_a_repeated_hour_the_first_is_taken() {
        assert_eq!(kyiv("2024-03-31T02:59:59").as_deref(), Some("2024-03-31T02:59:59+02:00"));
        assert_eq!(kyiv("2024-03-31T03:30:00").as_deref(), Some("2024-03-31T04:30:00+03:00"));
        assert_eq!(kyiv("2024-10-27T03:30:00").as_deref(), Some("2024-10-27T03:30:00+03:00"));
        assert_eq!(kyiv("2024-10-27T03:30:00+02:00").as_deref(), Some("2024-10-27T03:30:00+02:00"));
        assert_eq!(kyiv("2024-10-27T04:00:00").as_deref(), Some("2024-10-27T04:00:00+02:00"));
    }

    #[test]
    fn a_year_is_complete_on_its_anniversary() {
        let calendar = Calendar::of("Europe/Kyiv").unwrap();
        let now = calendar.read("2026-11-24T10:00:00").unwrap();
        let since = |text: &str| calendar.years_between(calendar.read(text).unwrap().timestamp(), &now);
        assert_eq!([since("2025-11-24T10:00:00"), since("2025-11-24T10:00:01"), since("2026-11-25")], [1, 0, 0]);
        assert_eq!([since("1894-11-24T10:00:00"), since("2024-02-29"), since("1000-01-01")], [132, 2, 1026]);
        // The quick and the exact calculation agree on every day.
        let day = SignedDuration::from_hours(23);
        for of in ["2026-11-24T10:00:00", "2024-02-29T00:30:00", "2100-03-01T02:00:00"] {
            let now = calendar.read(of).unwrap();
            let mut begin = now.timestamp() + day * 40;
            for _ in 0..9000 {
                let years = calendar.years_by_days(begin, &now).max(0);
                assert_eq!(i64::from(calendar.years_between(begin, &now)), years, "{begin} to {of}");
                begin -= day;
            }
        }
    }

    #[test]
    fn local_mean_time_is_rounded_to_the_minute() {
        assert_eq!(kyiv("1894-09-02T09:30:00").as_deref(), Some("1894-09-02T09:30:00+02:02"));
        let new_york = Calendar::of("America/New_York").unwrap();
        let time = new_york.read("1870-01-01").unwrap();
        assert_eq!(new_york.moment(&time, Language::of("en")).iso, "1870-01-01T00:00:00-04:56");
    }

    #[test]
    fn a_year_of_fewer_than_four_digits_is_rejected() {
        for text in ["0000-01-01", "0026-10-11", "-000001-01-01", "1000-01-01T00:00:00+14:00"] {
            assert_eq!(kyiv(text), None, "{text}");
        }
        assert_eq!(kyiv("9999-12-30").as_deref(), Some("9999-12-30T00:00:00+02:00"));
    }

    #[test]
    fn what_is_not_a_date_is_rejected() {
        for text in ["", "yesterday", "11.10.2024", "2024-02-30", "2024-10-11T25:00:00", "2024-10-11T14:05:00 Kyiv"] {
            assert_eq!(kyiv(text), None, "{text}");
        }
    }
}
