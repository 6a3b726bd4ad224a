//! Whether the links into the newspaper lead anywhere.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use journal::model::PageLink;
use journal::route::Route;

use crate::content_folder::ContentFolder;
use crate::lined::Lined;
use crate::markdown::InnerLink;
use crate::mistake::Mistake;
use crate::notes::Notes;
use crate::rule::Rule;
use crate::site_file::SiteFile;
use crate::text_page::TextPage;

use super::moves::Moves;

/// All addresses of the newspaper, and the places on pages that can be linked to.
#[derive(Debug)]
pub struct Links<'a> {
    routes: &'a HashSet<&'a Route>,
    moves: &'a Moves,
    anchors: HashMap<&'a Route, &'a [String]>,
    unreadable: &'a [Route],
    held: &'a HashSet<Route>,
}

impl<'a> Links<'a> {
    /// `routes` are those of all pages, `moves` the former addresses; pages with text have places to link to; nothing is known of
    /// `unreadable` ones; those that are `held` back are not there yet.
    pub fn among(
        routes: &'a HashSet<&'a Route>,
        moves: &'a Moves,
        texts: &'a [TextPage],
        unreadable: &'a [Route],
        held: &'a HashSet<Route>,
    ) -> Links<'a> {
        let anchors = texts.iter().map(|text| (&text.route, text.anchors.as_slice())).collect();
        Links { routes, moves, anchors, unreadable, held }
    }

    /// The links of a page that lead nowhere.
    pub fn check(&self, text: &TextPage) -> Vec<Mistake> {
        let mut notes = Notes::on(&text.file);
        for link in &text.links {
            self.check_link(link, &mut notes);
        }
        notes.into_mistakes()
    }

    /// The links of the footer that lead nowhere.
    pub fn check_footer(&self, site: &SiteFile, content: &ContentFolder) -> Vec<Mistake> {
        let mut notes = Notes::on(content.name(Path::new(SiteFile::NAME)));
        for Lined { line, value: PageLink { href, .. } } in &site.footer {
            if !href.starts_with('/') {
                continue;
            }
            let (path, fragment) = href.split_once('#').map_or((href.as_str(), None), |(path, id)| (path, Some(id)));
            let (path, _query) = path.split_once('?').unwrap_or((path, ""));
            match Route::parse(path) {
                Some(route) => {
                    let link = InnerLink { route, fragment: fragment.map(String::from), written: href.clone() };
                    self.check_link(&Lined::new(*line, link), &mut notes);
                }
                None => nowhere(href, *line, &mut notes),
            }
        }
        notes.into_mistakes()
    }

    fn check_link(&self, link: &Lined<InnerLink>, notes: &mut Notes) {
        let InnerLink { route, written, .. } = &link.value;
        if self.unreadable.contains(route) || self.moves.contains_key(&route.path()) {
            return;
        }
        if self.held.contains(route) {
            let what = format!("the link {written} leads to a story that is not published yet");
            return notes.note(link.line, what, "leave the link out until it is, or publish the story");
        }
        if !self.routes.contains(route) {
            nowhere(written, link.line, notes);
        } else if let Some(anchors) = self.anchors.get(route)
            && !link.value.leads_to_one_of(anchors)
        {
            let what = format!("the link {written} leads to a place that is not on the page");
            let remedy = match anchors.first() {
                Some(_) => format!("places on {} are #{}", route.path(), anchors.join(", #")),
                None => format!("{} has no headings: leave out what stands after #", route.path()),
            };
            notes.note_by(Rule::DeadAnchor, link.line, what, remedy);
        }
    }
}

fn nowhere(written: &str, line: u32, notes: &mut Notes) {
    let remedy = "correct the address, or publish the story it names";
    notes.note_by(Rule::DeadLink, line, format!("the link {written} leads to no page of the newspaper"), remedy);
}
