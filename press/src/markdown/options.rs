//! Which Markdown this is.

use comrak::Options;
use comrak::options::{Extension, Parse, Render};

/// CommonMark with tables, footnotes, struck-out text, bare addresses and printed punctuation.
pub fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            footnotes: true,
            strikethrough: true,
            autolink: true,
            ..Extension::default()
        },
        parse: Parse { smart: true, ..Parse::default() },
        // HTML in the text is let through here and cleaned with all the rest.
        render: Render { r#unsafe: true, ..Render::default() },
    }
}
