//! Stories that stood elsewhere before.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hashbrown::HashSet;
use journal::route::Route;

use crate::content::keys::lined::Lined;
use crate::content::views::Views;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::markdown::link_target::LinkTarget;
use crate::stories::story::Story;

/// Where each former address leads now.
pub type FormerAddresses = BTreeMap<String, Route>;

/// What a story says of where it stood before.
#[derive(Debug)]
pub struct Aliases {
    file: PathBuf,
    route: Route,
    aliases: Vec<Lined<String>>,
}

impl Aliases {
    /// Those of all stories that have any, in the order of their files.
    pub fn of(stories: &[Story]) -> Vec<Aliases> {
        let of_story = |story: &Story| Aliases {
            file: story.links.file.clone(),
            route: story.route.clone(),
            aliases: story.summary.aliases.iter().map(|(line, alias)| Lined::new(*line, alias.clone())).collect(),
        };
        let mut all: Vec<Aliases> =
            stories.iter().filter(|story| !story.summary.aliases.is_empty()).map(of_story).collect();
        all.sort_by(|one, other| one.file.cmp(&other.file));
        all
    }
}

/// The former addresses of all stories. An address that has a page, or that two stories lay claim to, is a mistake.
pub fn former_addresses(stories: &[Aliases], pages: &HashSet<LinkTarget>) -> (FormerAddresses, Vec<Diagnostic>) {
    let (mut former_addresses, mut mistakes) = (FormerAddresses::new(), Vec::new());
    for Aliases { file, route, aliases } in stories {
        let mut notes = Notes::on(file);
        for alias in aliases {
            let page = Route::parse(&alias.value).filter(|page| pages.contains(&LinkTarget::of(page, None)));
            if page.as_ref() == Some(route) {
                notes.note(alias.line, message!("{} is where the story stands", alias.value), "leave the alias out");
            } else if page.is_some() {
                let what = message!("the alias {} is the address of another page", alias.value);
                notes.note(alias.line, what, "leave the alias out, or move that page");
            } else if let Some(other) =
                former_addresses.insert(alias.value.clone(), route.clone()).filter(|other| other != route)
            {
                let what = message!("the alias {} belongs to {} already", alias.value, other.path());
                notes.note(alias.line, what, "leave it to one of the two stories");
            }
        }
        mistakes.append(&mut notes.into_mistakes());
    }
    (former_addresses, mistakes)
}

/// Counts for each story how often it was read where it stood before.
pub fn bring_views(stories: &mut [Story], views: &mut Views) {
    for story in stories.iter_mut().filter(|story| !story.summary.formerly.is_empty()) {
        let former = &story.summary.formerly;
        story.facts.earlier_views = former.iter().filter_map(|former| views.of(former)).sum();
        for former in former {
            views.bring(former, &story.path);
        }
    }
}
