//! The stories that are counted.

use journal::route::Route;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::front_matter::slug::peek_route;
use crate::content::site_file::SiteFile;

/// All stories of the content, those that are scheduled or drafts included: they may appear before the next run.
pub fn stories(content: &ContentFolder, site: &SiteFile) -> Vec<Route> {
    Source::find(content, site).stories.iter().map(|story| peek_route(content, story)).collect()
}
