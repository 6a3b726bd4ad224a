//! The stories that the reader has saved: stored in this browser, newest first.
//!
//! Everything that a card shows is stored, so that the list works without the network and outlives an edition that
//! no longer has the story: of the picture where its files are, which is the same in every edition until it is changed.
//! Reading a saved story updates what is stored of it.

use leptos::prelude::document;
use leptos::web_sys::Element;
use maud::html;

use crate::browser::{self, storage};
use crate::components::{Place, cards};
use crate::model::{Image, Moment, Site, Teaser};
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

    /// Replaces the story at `path`, which has moved or may have changed; false if it is not saved, or the same.
    pub fn renew(&mut self, path: &str, teaser: &Teaser) -> bool {
        let kept = self.0.iter_mut().find(|kept| kept.route().path() == path);
        kept.filter(|kept| line(kept) != line(teaser)).map(|kept| *kept = teaser.clone()).is_some()
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
        browser::html::fill(list, &content.into_string());
        if focused {
            browser::focus_start();
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
    let mut fields: Vec<String> =
        [&teaser.section, &teaser.slug, &teaser.headline, &teaser.summary, iso, date, language]
            .map(String::from)
            .into();
    fields.push(teaser.views.map(|views| views.to_string()).unwrap_or_default());
    if let Some(Image { name, width, height, colour }) = &teaser.image {
        fields.extend([name.clone(), width.to_string(), height.to_string()].into_iter().chain(colour.clone()));
    }
    fields.iter().map(|field| field.replace(['\t', '\n', '\r'], " ")).collect::<Vec<_>>().join("\t")
}

fn teaser(line: &str) -> Option<Teaser> {
    let mut fields = line.split('\t').map(String::from);
    let mut next = || fields.next();
    Some(Teaser {
        section: next()?,
        slug: next()?,
        headline: next()?,
        summary: next()?,
        published: Moment { iso: next()?, date: next()? },
        language: next().filter(|language| !language.is_empty()),
        views: next().and_then(|views| views.parse().ok()),
        image: image(next),
    })
}

fn image(mut next: impl FnMut() -> Option<String>) -> Option<Image> {
    let name = next().filter(|name| name.starts_with("/assets/"))?;
    let mut pixels = || next()?.parse().ok().filter(|pixels| *pixels > 0);
    Some(Image { name, width: pixels()?, height: pixels()?, colour: next().filter(|colour| is_colour(colour)) })
}

/// Whether this is a colour as press writes it: `#8d7a5c`.
fn is_colour(text: &str) -> bool {
    text.len() == 7
        && text.strip_prefix('#').is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::{line, teaser};
    use crate::model::{Image, Moment, Teaser};

    /// A story with everything that a card shows.
    fn story() -> Teaser {
        Teaser {
            section: "war".into(),
            slug: "black-sea".into(),
            headline: "A headline".into(),
            summary: String::new(),
            published: Moment { iso: "2024-10-11T14:05:00+03:00".into(), date: "11 жовтня 2024 р.".into() },
            image: Some(Image {
                name: "/assets/stairs.1f0c2a9be37d4410".into(),
                width: 1600,
                height: 900,
                colour: Some("#8d7a5c".into()),
            }),
            views: Some(7),
            language: Some("uk".into()),
        }
    }

    #[test]
    fn a_story_comes_back_as_it_was_saved() {
        let whole = story();
        let see_through = Image { colour: None, ..whole.image.clone().expect("a picture") };
        let plain = Teaser { image: None, views: None, language: None, ..whole.clone() };
        for story in [
            Teaser { image: Some(see_through), ..whole.clone() },
            Teaser { views: None, ..whole.clone() },
            whole,
            plain,
        ] {
            assert_eq!(teaser(&line(&story)), Some(story));
        }
        let broken = Teaser { headline: "A headline\twith a tab\nand a line".into(), ..story() };
        let expected = Teaser { headline: "A headline with a tab and a line".into(), ..story() };
        assert_eq!(teaser(&line(&broken)), Some(expected));
    }

    #[test]
    fn a_list_of_before_pictures_were_stored_is_read() {
        let old = "war\tblack-sea\tA headline\t\t2024-10-11T14:05:00+03:00\t11 жовтня 2024 р.\tuk";
        assert_eq!(teaser(old), Some(Teaser { image: None, views: None, ..story() }));
    }

    #[test]
    fn a_damaged_line_is_no_story() {
        for damaged in ["", "war", "war\tblack-sea\tHeadline\t\t2024"] {
            assert_eq!(teaser(damaged), None, "{damaged:?}");
        }
    }

    #[test]
    fn a_damaged_picture_is_left_out() {
        let whole = line(&story());
        for (good, bad) in [("/assets/", "https://elsewhere.example/"), ("1600", "0"), ("900", "-9"), ("1600", "wide")]
        {
            assert_eq!(teaser(&whole.replace(good, bad)), Some(Teaser { image: None, ..story() }), "{bad}");
        }
        let painted = teaser(&whole.replace("#8d7a5c", "red;content:url(x)")).expect("a story");
        assert_eq!(painted.image.expect("a picture").colour, None);
    }
}
