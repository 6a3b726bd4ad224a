//! Former addresses of stories.

use std::collections::BTreeMap;

use hashbrown::HashSet;
use journal::route::Route;

use crate::content::views::Views;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::markdown::link_target::LinkTarget;
use crate::stories::story::Story;

/// Each former address with the story that it now leads to.
pub type FormerAddresses = BTreeMap<String, Route>;

/// The former addresses of all stories. An alias that is the address of a page, or that two stories claim, is a
/// mistake.
pub fn former_addresses(stories: &[Story], pages: &HashSet<LinkTarget>) -> (FormerAddresses, Vec<Diagnostic>) {
    let mut in_order: Vec<&Story> = stories.iter().filter(|story| !story.summary.aliases.is_empty()).collect();
    in_order.sort_by(|one, other| one.links.file.cmp(&other.links.file));
    let (mut former_addresses, mut mistakes) = (FormerAddresses::new(), Vec::new());
    for Story { route, links, summary, .. } in in_order {
        let mut notes = Notes::on(&links.file);
        for (line, alias) in &summary.aliases {
            let page = Route::parse(alias).filter(|page| pages.contains(&LinkTarget::of(page, None)));
            if page.as_ref() == Some(route) {
                notes.note(*line, message!("{} is the story's own address", alias), "remove the alias");
            } else if page.is_some() {
                let what = message!("the alias {} is the address of another page", alias);
                notes.note(*line, what, "remove the alias, or move that page");
            } else if let Some(other) =
                former_addresses.insert(alias.clone(), route.clone()).filter(|other| other != route)
            {
                let what = message!("the alias {} already belongs to {}", alias, other.path());
                notes.note(*line, what, "remove it from one of the two stories");
            }
        }
        mistakes.append(&mut notes.into_mistakes());
    }
    (former_addresses, mistakes)
}

/// Adds the views at former addresses to those of each story.
pub fn bring_views(stories: &mut [Story], views: &mut Views) {
    for story in stories.iter_mut().filter(|story| !story.summary.formerly.is_empty()) {
        let former = &story.summary.formerly;
        story.facts.earlier_views = former.iter().filter_map(|former| views.of(former)).sum();
        for former in former {
            views.bring(former, &story.path);
        }
    }
}
