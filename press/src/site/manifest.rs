//! `edition.json`: what this edition is, for those who publish it and watch over it.

use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use journal::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

use crate::edition::Edition;

/// The document `edition.json`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Manifest {
    /// When the edition was made: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub time: String,
    /// The commit of the content, if it is kept with git.
    pub commit: Option<String>,
    /// How many pages there are.
    pub pages: usize,
    /// How many of them are stories.
    pub stories: usize,
    /// How many people and desks write.
    pub authors: usize,
    /// How many tags the stories have.
    pub tags: usize,
    /// How many files pictures and fonts are.
    pub pictures: usize,
    /// How many stories wait for their time.
    pub waiting: usize,
    /// When the first of them is due: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub next_due: Option<String>,
    /// When the numbers of views were asked for: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub views: Option<String>,
}

impl Manifest {
    /// The imprint of `edition`, whose content is kept with git as that `commit`.
    pub fn of(edition: &Edition, commit: Option<String>) -> Manifest {
        let count = |is: fn(&Route) -> bool| edition.pages.iter().filter(|page| is(&page.route)).count();
        let written =
            |time: Timestamp| edition.site_file.calendar.at(time).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        Manifest {
            time: written(edition.time.timestamp()),
            commit,
            pages: edition.pages.len(),
            stories: edition.stories.len(),
            authors: count(|route| matches!(route, Route::Author { page: 1, .. })),
            tags: count(|route| matches!(route, Route::Tag { page: 1, .. })),
            pictures: edition.assets.len(),
            waiting: edition.due.len(),
            next_due: edition.due.first().copied().map(written),
            views: edition.views.map(written),
        }
    }
}

/// The commit of the content in `folder`, as git says; nothing where the folder is none of a repository, or git is not there.
pub fn commit(folder: &Path) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(["rev-parse", "HEAD"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let commit = text.trim();
    (output.status.success() && !commit.is_empty()).then(|| String::from(commit))
}
