//! The dialect of Markdown.

use comrak::Options;
use comrak::options::{Extension, Parse, Render};

/// CommonMark with tables, footnotes, strikethrough, bare addresses and smart punctuation.
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
        // Raw HTML passes here and is sanitised with everything else.
        render: Render { r#unsafe: true, ..Render::default() },
    }
}
