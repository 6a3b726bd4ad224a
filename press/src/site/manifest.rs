//! `edition.json`, the manifest: facts about this edition, for publishing and monitoring.

use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use journal::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

use crate::edition::Edition;

/// The document `edition.json`, which describes the edition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Manifest {
    /// When the edition was made: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub time: String,
    /// The git commit of the content, if it is in a git repository.
    pub commit: Option<String>,
    /// The number of pages.
    pub pages: usize,
    /// The number of stories.
    pub stories: usize,
    /// The number of authors, including desks.
    pub authors: usize,
    /// The number of tags.
    pub tags: usize,
    /// The number of picture files and fonts.
    pub pictures: usize,
    /// The number of scheduled stories that are not due yet.
    pub waiting: usize,
    /// When the first of these is due: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub next_due: Option<String>,
    /// When the first of the published stories expires: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub next_expiry: Option<String>,
    /// When the view counts were pulled: RFC 3339, in the newspaper's time zone.
    #[schemars(extend("format" = "date-time"))]
    pub views: Option<String>,
}

impl Manifest {
    /// The manifest of `edition`; `commit` is the git commit of its content.
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
            next_expiry: edition.next_expiry.map(written),
            views: edition.views.map(written),
        }
    }
}

/// The git commit that is checked out in `folder`; none if it is not in a repository, or git is not installed.
pub fn commit(folder: &Path) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(["rev-parse", "HEAD"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let commit = text.trim();
    (output.status.success() && !commit.is_empty()).then(|| String::from(commit))
}
