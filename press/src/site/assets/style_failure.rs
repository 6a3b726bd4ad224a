//! An error in a stylesheet.

use std::fmt::Display;

use crate::diagnostics::failure::Failure;

/// The failure for an error at `place`: the file and, where known, line and column.
pub fn style_failure(place: &str, what: impl Display) -> Failure {
    Failure::message(format_args!("{place}: {what}"), "correct the stylesheet there")
}
