//! The stories that the reader has saved: stored in this browser, newest first.
//!
//! Everything that a card shows is stored, so that the list works without the network and outlives an edition that
//! no longer has the story. Pictures are not stored: their names change with the edition.

use leptos::prelude::document;
use leptos::web_sys::Element;
use maud::html;

use crate::browser::{self, storage};
use crate::components::{Place, cards};
use crate::model::{Moment, Site, Teaser};
use crate::route::Route;

/// The saved stories.
pub struct Saved(Vec<Teaser>);

impl Saved {
    /// Reads the list that this browser stores.
    pub fn read(site: &Site) -> Saved {
        let text = storage::recall(&key(site)).unwrap_or_default();
        Saved(text.lines().filter_map(teaser).collect())
    }

    /// Stores the list; false if the browser refuses.
    pub fn write(&self, site: &Site) -> bool {
        let lines: Vec<String> = self.0.iter().map(line).collect();
        storage::remember(&key(site), &lines.join("\n"))
    }

    /// Adds a story at the top.
    pub fn add(&mut self, teaser: Teaser) {
        self.0.insert(0, teaser);
    }

    /// Replaces the story at `path`, which has moved; false if it was not saved.
    pub fn moved(&mut self, path: &str, teaser: &Teaser) -> bool {
        let kept = self.0.iter_mut().find(|kept| kept.route().path() == path);
        kept.map(|kept| *kept = teaser.clone()).is_some()
    }

    /// Removes the story at `path`; false if it was not saved.
    pub fn remove(&mut self, path: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|teaser| teaser.route().path() != path);
        self.0.len() < before
    }

    /// Shows on each save button of the page whether its story is saved.
    pub fn mark(&self) {
        let saved: Vec<String> = self.0.iter().map(|teaser| teaser.route().path()).collect();
        for button in browser::all("[data-save]") {
            let path = button.get_attribute("data-save").unwrap_or_default();
            let pressed = if saved.contains(&path) { "true" } else { "false" };
            button.set_attribute("aria-pressed", pressed).ok();
        }
    }

    /// Fills the list of saved stories. Focus in it moves to the headline.
    pub fn list(&self, site: &Site, list: &Element) {
        let focused = document().active_element().is_some_and(|focused| list.contains(Some(&focused)));
        let content = html! {
            @if self.0.is_empty() {
                p class="saved-empty" { (site.words().saved_empty()) }
                p { a class="button" href=(site.href(&Route::Front { page: 1 })) { (site.words().latest_stories()) } }
            }
            @else { (cards(site, &self.0, Place::List, "cards-list")) }
        };
        list.set_inner_html(&content.into_string());
        if focused {
            browser::focus_headline();
        }
    }
}

/// The storage key. Newspapers under different paths of one host have different lists.
fn key(site: &Site) -> String {
    ["saved", &site.base].concat()
}

/// A story as a line of fields separated by tabs. Their order is the format: new fields may only be added at the end.
fn line(teaser: &Teaser) -> String {
    let language = teaser.language.as_deref().unwrap_or_default();
    let Moment { iso, date } = &teaser.published;
    let fields = [&teaser.section, &teaser.slug, &teaser.headline, &teaser.summary, iso, date, language];
    fields.map(|field| field.replace(['\t', '\n', '\r'], " ")).join("\t")
}

fn teaser(line: &str) -> Option<Teaser> {
    let mut fields = line.split('\t').map(String::from);
    Some(Teaser {
        section: fields.next()?,
        slug: fields.next()?,
        headline: fields.next()?,
        summary: fields.next()?,
        published: Moment { iso: fields.next()?, date: fields.next()? },
        image: None,
        views: None,
        language: fields.next().filter(|language| !language.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::{line, teaser};
    use crate::model::{Moment, Teaser};

    #[test]
    fn a_story_comes_back_as_it_was_saved_but_for_picture_and_views() {
        let story = Teaser {
            section: "war".into(),
            slug: "black-sea".into(),
            headline: "A headline\twith a tab\nand a line".into(),
            summary: String::new(),
            published: Moment { iso: "2024-10-11T14:05:00+03:00".into(), date: "11 жовтня 2024 р.".into() },
            image: None,
            views: Some(7),
            language: Some("uk".into()),
        };
        let expected = Teaser { headline: "A headline with a tab and a line".into(), views: None, ..story.clone() };
        assert_eq!(teaser(&line(&story)), Some(expected));
    }

    #[test]
    fn a_damaged_line_is_no_story() {
        for damaged in ["", "war", "war\tblack-sea\tHeadline\t\t2024"] {
            assert_eq!(teaser(damaged), None, "{damaged:?}");
        }
    }
}
