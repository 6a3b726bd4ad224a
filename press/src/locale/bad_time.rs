//! A time for the edition that cannot be parsed.

use super::calendar::Calendar;
use super::environment::BadVariable;

/// A time for the edition that cannot be parsed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// The value of `--now`.
    #[error("--now \"{0}\" is not a time\n  remedy: {forms}", forms = Calendar::FORMS)]
    Argument(String),
    /// The value of `SOURCE_DATE_EPOCH`.
    #[error("SOURCE_DATE_EPOCH \"{0}\" is not a time\n  remedy: set it to seconds since 1970, or unset it")]
    Epoch(String),
    /// `SOURCE_DATE_EPOCH` is not valid UTF-8.
    #[error(transparent)]
    Variable(#[from] BadVariable),
}
