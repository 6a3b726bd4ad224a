//! Parsers for arguments that several commands have.

use std::time::Duration;

/// Parses a timeout in seconds.
///
/// # Errors
/// The text is not a number above 0 and up to 3600.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0.0 && *seconds <= 3600.0);
    seconds.map(Duration::from_secs_f64).ok_or_else(|| String::from("write a number of seconds above 0 and up to 3600"))
}
