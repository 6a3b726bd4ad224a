//! Checks the links within the newspaper.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use hashbrown::{HashMap, HashSet};
use journal::model::PageLink;
use journal::route::Route;
use rayon::prelude::*;

use crate::content::folder::ContentFolder;
use crate::content::keys::lined::Lined;
use crate::content::site_file::SiteFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::markdown::InnerLink;
use crate::markdown::link_target::LinkTarget;
use crate::stories::references::PageLinks;

use super::former_addresses::FormerAddresses;

/// All addresses of the newspaper, and the anchors on its pages.
#[derive(Debug)]
pub struct LinkChecker<'a> {
    places: HashSet<LinkTarget>,
    former_addresses: &'a FormerAddresses,
    texts: &'a [(Cow<'a, Route>, &'a PageLinks)],
    /// The texts by address, built only when a link needs it: nearly always, none is dead.
    by_route: OnceLock<HashMap<&'a Route, &'a PageLinks>>,
    unreadable: HashSet<&'a Route>,
    held: &'a std::collections::HashSet<Route>,
    expired: &'a std::collections::HashSet<Route>,
}

impl<'a> LinkChecker<'a> {
    /// Collects all possible targets: `pages`, `former_addresses` and the anchors of `texts`. Links to `unreadable`
    /// pages are not reported; stories that are `held` back cannot be linked to yet; links to stories that have `expired`
    /// are warned of, since they were right when they were written.
    pub fn among(
        pages: HashSet<LinkTarget>,
        former_addresses: &'a FormerAddresses,
        texts: &'a [(Cow<'a, Route>, &'a PageLinks)],
        unreadable: &'a [Route],
        (held, expired): (&'a std::collections::HashSet<Route>, &'a std::collections::HashSet<Route>),
    ) -> LinkChecker<'a> {
        let (unreadable, mut places) = (unreadable.iter().collect(), pages);
        places.extend(former_addresses.keys().map(|former| LinkTarget::page(former)));
        places.extend(texts.iter().flat_map(|(_, text)| text.places.iter().copied()));
        LinkChecker { places, former_addresses, texts, by_route: OnceLock::new(), unreadable, held, expired }
    }

    /// Reports the dead links of all texts, as errors, and those to expired stories, as warnings.
    ///
    /// # Errors
    /// The links of a cached page cannot be read.
    pub fn check_all(&self) -> Result<Vec<Diagnostic>, Failure> {
        let dead = self.texts.par_iter().map(|(_, text)| self.check(text)).collect::<Result<Vec<_>, Failure>>()?;
        Ok(dead.into_iter().flatten().collect())
    }

    fn check(&self, text: &PageLinks) -> Result<Vec<Diagnostic>, Failure> {
        if text.targets.iter().all(|target| self.places.contains(target)) {
            return Ok(Vec::new());
        }
        let mut notes = Notes::on(&text.file);
        let mut remedies = HashMap::new();
        for link in text.links()?.iter().filter(|link| !self.places.contains(&link.value.target())) {
            self.check_link(link, &mut remedies, &mut notes)?;
        }
        Ok(notes.into_mistakes())
    }

    /// Reports the dead links of the footer.
    ///
    /// # Errors
    /// The links of a cached page cannot be read.
    pub fn check_footer(&self, site: &SiteFile, content: &ContentFolder) -> Result<Vec<Diagnostic>, Failure> {
        let mut notes = Notes::on(content.name(Path::new(SiteFile::NAME)));
        let mut remedies = HashMap::new();
        for Lined { line, value: PageLink { href, .. } } in &site.footer {
            if !href.starts_with('/') {
                continue;
            }
            let (path, fragment) = href.split_once('#').map_or((href.as_str(), None), |(path, id)| (path, Some(id)));
            let (path, _query) = path.split_once('?').unwrap_or((path, ""));
            match Route::parse(path) {
                Some(route) => {
                    let link = InnerLink { route, fragment: fragment.map(String::from), written: href.clone() };
                    if !self.places.contains(&link.target()) {
                        self.check_link(&Lined::new(*line, link), &mut remedies, &mut notes)?;
                    }
                }
                None => nowhere(href, *line, &mut notes),
            }
        }
        Ok(notes.into_mistakes())
    }

    /// Reports a link whose target is not among the places. `remedies` are those for dead anchors so far, by page.
    fn check_link(
        &self,
        link: &Lined<InnerLink>,
        remedies: &mut HashMap<Route, String>,
        notes: &mut Notes,
    ) -> Result<(), Failure> {
        let InnerLink { route, written, .. } = &link.value;
        if self.unreadable.contains(route) || self.former_addresses.contains_key(&route.path()) {
            return Ok(());
        }
        if self.expired.contains(route) {
            let what = message!("the link {written} leads to a story that has expired");
            notes.warn(Rule::ExpiredLink, link.line, what, "remove the link");
            return Ok(());
        }
        if self.held.contains(route) {
            let what = message!("the link {written} leads to a story that is not published yet");
            notes.note(link.line, what, "remove the link until then, or publish the story");
            return Ok(());
        }
        if !self.places.contains(&LinkTarget::of(route, None)) {
            nowhere(written, link.line, notes);
            return Ok(());
        }
        let by_route = self.by_route.get_or_init(|| self.texts.iter().map(|(route, text)| (&**route, *text)).collect());
        let Some(text) = by_route.get(route) else { return Ok(()) };
        if link.value.leads_to_part_of_every_page() {
            return Ok(());
        }
        if !remedies.contains_key(route) {
            remedies.insert(route.clone(), anchor_remedy(route, &text.anchors()?));
        }
        let what = message!("the link {written} leads to an anchor that is not on the page");
        notes.note_by(Rule::DeadAnchor, link.line, what, remedies.get(route).cloned().unwrap_or_default());
        Ok(())
    }
}

/// The maximum number of anchors that a remedy names.
const NAMED: usize = 10;

fn anchor_remedy(route: &Route, anchors: &[String]) -> String {
    let path = route.path();
    let named = anchors.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", #");
    match anchors.len() {
        0 => format!("{path} has no headings: remove the # and what follows it"),
        1..=NAMED => format!("anchors on {path}: #{named}"),
        all => format!("anchors on {path}: #{named} and {} more", all - NAMED),
    }
}

fn nowhere(written: &str, line: u32, notes: &mut Notes) {
    let remedy = "correct the address, or publish the story it names";
    notes.note_by(Rule::DeadLink, line, message!("the link {written} leads to no page of the newspaper"), remedy);
}
