//! A time that the press was told and cannot understand.

use super::calendar::Calendar;
use super::environment::BadVariable;

/// A time for the press that cannot be understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// The argument.
    #[error("--now \"{0}\" is no time\n  remedy: {forms}", forms = Calendar::FORMS)]
    Argument(String),
    /// The environment variable.
    #[error("SOURCE_DATE_EPOCH \"{0}\" is no time\n  remedy: set it to seconds since 1970, or unset it")]
    Epoch(String),
    /// The environment variable is not even text.
    #[error(transparent)]
    Variable(#[from] BadVariable),
}
