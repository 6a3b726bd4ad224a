//! `press import` on the command line.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Import, Program};
use crate::diagnostics::failure::Failure;

/// Which program the export is from.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Take over the stories of a WordPress export (WXR)
    Wordpress(ImportArgs),
    /// Take over the stories of a Ghost export (JSON)
    Ghost(ImportArgs),
}

/// Stories that are there already are left as they are: a second run changes nothing.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The file that the other program has exported
    export: PathBuf,
    /// The folder of the old site's pictures: its uploads, or a folder that holds them [default: no pictures are taken over]
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
    /// The folder of the stories
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Stories of this category or tag go into this section; may be given again
    #[arg(long = "section", value_name = "CATEGORY=SECTION", value_parser = pair)]
    sections: Vec<(String, String)>,
    /// The section of stories that no category gives a place [default: they are left out, and named]
    #[arg(long, value_name = "SECTION")]
    default_section: Option<String>,
    /// The address of the old site, for links to what is not taken over [default: as the export says; Ghost's does not]
    #[arg(long, value_name = "URL", value_parser = address)]
    address: Option<String>,
    /// Write the report into this file, too
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl ImportCommand {
    /// Takes the stories over and says what became of them.
    ///
    /// # Errors
    /// The export cannot be read, or the content cannot be written.
    pub fn run(self) -> Result<(), Failure> {
        let (program, arguments) = match self {
            ImportCommand::Wordpress(arguments) => (Program::Wordpress, arguments),
            ImportCommand::Ghost(arguments) => (Program::Ghost, arguments),
        };
        let ImportArgs { export, pictures, content, sections, default_section, address, report: file } = arguments;
        let report = Import { program, export, pictures, content, sections, default_section, address }.run()?;
        // Who reads only its beginning is not to stop it.
        match std::io::stdout().write_all(report.to_string().as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                return Err(Failure::file("write", "the report".as_ref())(error));
            }
            _ => {}
        }
        if let Some(file) = file {
            std::fs::write(&file, report.to_string()).map_err(Failure::file("write", &file))?;
        }
        Ok(())
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.rsplit_once('=').map(|(category, section)| (category.trim(), section.trim()));
    let pair = pair.filter(|(category, section)| !category.is_empty() && !section.is_empty());
    let (category, section) = pair.ok_or_else(|| String::from("write a category, = and a section"))?;
    Ok((category.into(), section.into()))
}

fn address(text: &str) -> Result<String, String> {
    let url = url::Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let with_slash = |mut url: url::Url| {
        if !url.path().ends_with('/') {
            url.set_path(&[url.path(), "/"].concat());
        }
        String::from(url)
    };
    url.map(with_slash).ok_or_else(|| String::from("write it in full, with https://"))
}
