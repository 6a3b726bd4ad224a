//! The clock. Nothing else reads the time, so that the same `--now` gives the same edition, byte for byte.

use jiff::{Timestamp, ZonedDateTime};

use super::bad_time::BadTime;
use super::calendar::Calendar;
use super::environment::variable;

/// The time that press takes as now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// An instant.
    At(Timestamp),
    /// A date or local time, to be interpreted in the site's time zone once that is known.
    Local(String),
}

impl Clock {
    /// `argument` (the value of `--now`), else `SOURCE_DATE_EPOCH`, else the system time.
    ///
    /// # Errors
    /// The value given is not a time.
    pub fn read(argument: Option<&str>) -> Result<Clock, BadTime> {
        let epoch = variable("SOURCE_DATE_EPOCH")?;
        let chosen = Clock::choose(argument, epoch.as_deref())?;
        Ok(chosen.unwrap_or_else(|| Clock::At(Timestamp::now())))
    }

    /// Now, in the site's time zone.
    pub fn now(&self, calendar: &Calendar) -> ZonedDateTime {
        match self {
            Clock::At(instant) => calendar.at(*instant),
            // `choose` has checked that it can be read.
            Clock::Local(text) => calendar.read(text).unwrap_or_else(|| calendar.at(Timestamp::UNIX_EPOCH)),
        }
    }

    fn choose(argument: Option<&str>, epoch: Option<&str>) -> Result<Option<Clock>, BadTime> {
        if let Some(text) = argument {
            if let Ok(instant) = text.trim().parse() {
                return Ok(Some(Clock::At(instant)));
            }
            let readable = Calendar::utc().read(text).is_some();
            return if readable { Ok(Some(Clock::Local(text.into()))) } else { Err(BadTime::Argument(text.into())) };
        }
        let Some(text) = epoch else { return Ok(None) };
        let seconds = text.trim().parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        seconds.map(|instant| Some(Clock::At(instant))).ok_or_else(|| BadTime::Epoch(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use crate::locale::bad_time::BadTime;
    use crate::locale::calendar::Calendar;

    fn now(argument: Option<&str>, epoch: Option<&str>) -> Option<String> {
        let clock = Clock::choose(argument, epoch).unwrap()?;
        Some(clock.now(&Calendar::of("Europe/Kyiv").unwrap()).to_string())
    }

    #[test]
    fn the_argument_overrides_the_environment() {
        let given = now(Some("2026-11-24T12:00:00Z"), Some("0"));
        assert_eq!(given.as_deref(), Some("2026-11-24T14:00:00+02:00[Europe/Kyiv]"));
        assert_eq!(now(None, Some("0")).as_deref(), Some("1970-01-01T03:00:00+03:00[Europe/Kyiv]"));
        assert_eq!(now(None, None), None);
    }

    #[test]
    fn a_date_alone_is_midnight_in_the_time_zone_of_the_site() {
        let given = now(Some("2026-07-01"), None);
        assert_eq!(given.as_deref(), Some("2026-07-01T00:00:00+03:00[Europe/Kyiv]"));
    }

    #[test]
    fn a_time_that_cannot_be_read_is_refused() {
        assert_eq!(Clock::choose(Some("noon"), None), Err(BadTime::Argument("noon".into())));
        assert_eq!(Clock::choose(None, Some("noon")), Err(BadTime::Epoch("noon".into())));
    }
}
