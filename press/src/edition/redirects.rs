//! Checks the redirects of `site.toml`.

use hashbrown::HashSet;
use journal::route::Route;

use super::former_addresses::FormerAddresses;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::markdown::link_target::LinkTarget;

/// The names of feeds, which every list has.
const FEEDS: [&str; 2] = ["feed.xml", "feed.json"];

/// A redirect from the address of a page or the alias of a story is a mistake, and so is one that leads nowhere.
pub fn check_redirects(
    site: &SiteFile,
    pages: &HashSet<LinkTarget>,
    former_addresses: &FormerAddresses,
    content: &ContentFolder,
) -> Vec<Diagnostic> {
    let mut notes = Notes::on(content.name(SiteFile::NAME.as_ref()));
    let is_page = |path: &str| {
        Route::parse(path).is_some_and(|route| route.path() == path && pages.contains(&LinkTarget::of(&route, None)))
    };
    for (from, to) in &site.redirects {
        if is_page(from) {
            notes.note(to.line, message!("{from} is the address of a page"), "remove the line");
        } else if let Some(story) = former_addresses.get(from) {
            let what = message!("{from} is a former address of {}", story.path());
            notes.note(to.line, what, "remove the line, or the alias in the story");
        }
        let path = to.value.split(['?', '#']).next().unwrap_or_default();
        let feed = FEEDS.iter().find_map(|feed| path.strip_suffix(feed));
        let leads = !path.starts_with('/') || is_page(path) || feed.is_some_and(is_page);
        if !leads {
            let what = message!("there is no page at {path}");
            notes.note(to.line, what, "write the address of a page with a slash at its end, or remove the line");
        }
    }
    notes.into_mistakes()
}
