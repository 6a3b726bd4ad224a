//! The command line of `press new`.

use std::path::PathBuf;

use super::Draft;
use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use clap::Args;

/// Creates the story's folder with an index.md that has `draft = true`, at a free address made from the headline.
#[derive(Args)]
pub struct NewArgs {
    /// The headline
    headline: String,
    /// The slug of the section
    #[arg(long)]
    section: String,
    /// An author: the name of a file in authors/, without .md; can be repeated [default: the only author]
    #[arg(long = "author", value_name = "NAME")]
    authors: Vec<String>,
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The date of the story: RFC 3339 or the newspaper's local time [default: SOURCE_DATE_EPOCH or the current time]
    #[arg(long)]
    now: Option<String>,
}

impl NewArgs {
    /// Writes the file. Only its path is printed to stdout, so that a shell can pass it to an editor.
    pub fn run(self) -> Result<(), Failure> {
        let NewArgs { headline, section, authors, content, now } = self;
        let begun = Draft { content, headline, section, authors, clock: Clock::read(now.as_deref())? }.begin()?;
        console::write(&format!("{}\n", begun.file.display())).map_err(Failure::file("write", "stdout".as_ref()))?;
        let needs = if begun.needs_author { "add its authors, " } else { "" };
        console::hint(format_args!(
            "{needs}write the text below the second +++, then remove draft = true and run press check"
        ));
        Ok(())
    }
}
