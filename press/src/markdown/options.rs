//! The dialect of Markdown.

use comrak::Options;
use comrak::options::{Extension, Parse, Render};

/// CommonMark with tables, footnotes, strikethrough and bare addresses. [`Tree`](super::tree::Tree) does the rest.
pub fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            footnotes: true,
            strikethrough: true,
            // Tells single tildes, which strike nothing out, from double ones.
            subscript: true,
            autolink: true,
            ..Extension::default()
        },
        parse: Parse { escaped_char_spans: true, leave_footnote_definitions: true, ..Parse::default() },
        // Raw HTML passes here and is sanitised with everything else.
        render: Render { r#unsafe: true, ..Render::default() },
    }
}
