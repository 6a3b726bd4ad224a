//! The command line of `press import`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Import, Program};
use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;

/// The program that wrote the export.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Import the stories of a WordPress export (WXR)
    Wordpress(WordpressArgs),
    /// Import the stories of a Ghost export (JSON)
    Ghost(ImportArgs),
    /// Import the stories of a site for Hugo, Zola, Jekyll or Eleventy, or of a folder of Markdown files
    Markdown(ImportArgs),
}

/// Existing stories are left unchanged, so a second run changes nothing.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The export file; for `markdown`, the folder of the old site
    export: PathBuf,
    /// The folder of the old site's uploads, or one that contains it [default: for `markdown` the old site's own
    /// files, else none]
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Put stories with this category or tag, or in this folder, into this section; can be repeated
    #[arg(long = "section", value_name = "CATEGORY=SECTION", value_parser = pair)]
    sections: Vec<(String, String)>,
    /// The section for all other stories [default: leave them out and list them in the report]
    #[arg(long, value_name = "SECTION")]
    default_section: Option<String>,
    /// The old site's address, for links to pages that are not imported [default: from the export or the site's
    /// configuration; Ghost's export has none]
    #[arg(long, value_name = "URL", value_parser = address)]
    address: Option<String>,
    /// Also write the report to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Existing stories are left unchanged, so a second run changes nothing.
#[derive(Args, Debug)]
pub struct WordpressArgs {
    #[command(flatten)]
    common: ImportArgs,
    /// Import items of this type as stories, too; can be repeated [default: posts only]
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Write the comments of readers to this file, outside the content folder, without email and IP addresses
    #[arg(long, value_name = "FILE")]
    comments: Option<PathBuf>,
}

impl ImportCommand {
    /// Imports the stories and prints the report.
    ///
    /// # Errors
    /// The export cannot be read, or the content cannot be written.
    pub fn run(self) -> Result<(), Failure> {
        let (program, arguments, types, comments) = match self {
            ImportCommand::Wordpress(WordpressArgs { common, types, comments }) => {
                (Program::Wordpress, common, types, comments)
            }
            ImportCommand::Ghost(arguments) => (Program::Ghost, arguments, Vec::new(), None),
            ImportCommand::Markdown(arguments) => (Program::Markdown, arguments, Vec::new(), None),
        };
        let ImportArgs { export, pictures, content, sections, default_section, address, report: file } = arguments;
        let import = Import { program, export, pictures, content, sections, default_section, address, types, comments };
        let report = import.run()?;
        console::write(&report.to_string()).map_err(Failure::file("write", "stdout".as_ref()))?;
        if let Some(file) = file {
            std::fs::write(&file, report.to_string()).map_err(Failure::file("write", &file))?;
        }
        Ok(())
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.rsplit_once('=').map(|(category, section)| (category.trim(), section.trim()));
    let pair = pair.filter(|(category, section)| !category.is_empty() && !section.is_empty());
    let (category, section) = pair.ok_or_else(|| String::from("write CATEGORY=SECTION"))?;
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
    url.map(with_slash).ok_or_else(|| String::from("write the full address, with https://"))
}
