//! Values on the command line that several commands take.

use std::time::Duration;

/// A time to wait, in seconds, as clap has it read.
///
/// # Errors
/// It is not a number from above 0 to 3600.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0.0 && *seconds <= 3600.0);
    seconds.map(Duration::from_secs_f64).ok_or_else(|| String::from("write seconds, from above 0 to 3600"))
}
