//! The ids of footnotes and of the places that refer to them.

/// The id of a footnote.
pub fn footnote_id(number: u32) -> String {
    format!("fn-{number}")
}

/// The id of the place in the text that refers to a footnote, for the `count`th time.
pub fn reference_id(number: u32, count: u32) -> String {
    if count > 1 { format!("fnref-{number}-{count}") } else { format!("fnref-{number}") }
}
