//! The ids of footnotes and of references to them.

/// The id of a footnote.
pub fn footnote_id(number: u32) -> String {
    format!("fn-{number}")
}

/// The id of the `count`th reference to a footnote.
pub fn reference_id(number: u32, count: u32) -> String {
    if count > 1 { format!("fnref-{number}-{count}") } else { format!("fnref-{number}") }
}
