//! Slugs as WordPress stores them.

use percent_encoding::percent_decode_str;

use crate::commands::import::plain_text::in_one_line;

/// A slug as WordPress stores it, with percent-encoding decoded.
pub fn decoded(slug: &str) -> String {
    in_one_line(&percent_decode_str(slug).decode_utf8_lossy())
}
