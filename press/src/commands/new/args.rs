//! `press new`.

use std::path::PathBuf;

use super::Draft;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use clap::Args;

/// The story gets a folder with an index.md, a free address made of its headline, and `draft = true`.
#[derive(Args)]
pub struct NewArgs {
    /// The headline
    headline: String,
    /// The slug of its section
    #[arg(long)]
    section: String,
    /// The name of a file in authors/, without .md; as often as needed [default: the only one there is]
    #[arg(long = "author", value_name = "NAME")]
    authors: Vec<String>,
    /// The folder of the stories
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The date of the story: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

impl NewArgs {
    /// Writes the file. Only its path goes to stdout, so that a shell can hand it to an editor.
    pub fn run(self) -> Result<(), Failure> {
        let NewArgs { headline, section, authors, content, now } = self;
        let begun = Draft { content, headline, section, authors, clock: Clock::read(now.as_deref())? }.begin()?;
        println!("{}", begun.file.display());
        let needs = if begun.needs_author { "name its authors, " } else { "" };
        eprintln!("press: {needs}write the text below the second +++, then take out draft = true and run press check");
        Ok(())
    }
}
