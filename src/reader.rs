//! What is personal to one reader and stored on the reader's device: settings, saved stories, marks, reading
//! positions, shortcuts.
//!
//! Pages are rendered without any of it, because press renders them once for all readers. It is added when a page
//! is in the document, where space is reserved for it. Listeners are on the document rather than on each control.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::web_sys::{Element, Event};
use maud::html;

use crate::browser;
use crate::components::{help, reading_panel, resume};
use crate::model::{Document, Site, Teaser};
use crate::navigation::{Navigation, PageState};

mod place;
mod saved;
mod scrolling;
mod settings;
mod shortcuts;
mod visit;

use saved::Saved;
use scrolling::Scrolling;
use visit::Visit;

/// The reader of this browser.
#[derive(Clone)]
pub struct Reader {
    navigation: Navigation,
    site: Arc<Site>,
    /// The block of the story from which the reader may continue.
    resume: StoredValue<Option<u32>>,
}

impl Reader {
    /// A reader of `site`.
    pub fn new(navigation: Navigation, site: Arc<Site>) -> Reader {
        Reader { navigation, site, resume: StoredValue::new(None) }
    }

    /// Adds the panels to the page, and applies the reader's settings.
    pub fn show_panels(&self) {
        let words = self.site.words();
        // Press does not write them: they need the app, and programs without scripts would read them out.
        let panels = html! {
            div class="needs-app" lang=(self.site.language) { (reading_panel(words)) (help(words)) (resume(words)) }
        };
        browser::append(&panels.into_string());
        settings::start();
    }

    /// Starts listening, and completes every page that is shown from now on.
    pub fn start(&self) {
        let visit = Visit::begin();
        let scrolling = Scrolling::start();
        let keys = window_event_listener(ev::keydown, |event| shortcuts::press(&event));
        let elsewhere = window_event_listener(ev::storage, {
            let reader = self.clone();
            move |_| {
                settings::start();
                reader.refresh();
            }
        });
        on_cleanup(move || {
            keys.remove();
            elsewhere.remove();
        });
        let reader = self.clone();
        Effect::new(move || {
            reader.navigation.page.track();
            scrolling.leave();
            let reader = reader.clone();
            spawn_local(async move {
                // Wait until the page is in the document.
                tick().await;
                reader.list();
            });
        });
        let reader = self.clone();
        Effect::new(move || {
            reader.navigation.painted.track();
            reader.complete(visit, scrolling);
        });
    }

    /// Adds what only this reader sees to a page that has been painted, and tracks the reader's position in a story.
    fn complete(&self, visit: Visit, scrolling: Scrolling) {
        let state = self.navigation.page.get_untracked();
        let document = match &state {
            PageState::Ready(document) => &**document,
            PageState::Failed(..) => &Document::Missing,
        };
        let mut saved = Saved::read(&self.site);
        if let Document::Story(article) = document {
            let (path, teaser) = (article.route().path(), article.teaser());
            let mut is_new = saved.renew(&path, &teaser);
            for former in &article.formerly {
                place::moved(&[self.site.base.as_str(), former].concat(), &self.site.href(&article.route()));
                is_new |= saved.renew(former, &teaser);
            }
            if is_new {
                saved.write(&self.site);
            }
        }
        saved.mark();
        if let Document::Front(_) = document {
            visit.mark(self.site.words());
        }
        let story = match document {
            Document::Story(article) => Some(self.site.href(&article.route())),
            _ => None,
        };
        // In the margin the contents are shown anyway.
        if browser::matches("(min-width: 78rem)")
            && let Some(contents) = browser::first(".menu details")
        {
            contents.set_attribute("open", "").ok();
        }
        let far = browser::scroll_position() > 0.0;
        self.offer(story.as_deref().filter(|_| !far).and_then(place::of));
        scrolling.read(story);
    }

    /// Handles a click anywhere in the page.
    pub fn click(&self, event: &Event) {
        if let Some(path) = browser::around(event, "[data-save]").and_then(|save| save.get_attribute("data-save")) {
            self.save(&path);
        } else if browser::around(event, "[data-reset]").is_some() {
            settings::reset();
        } else if browser::around(event, "[data-resume]").is_some() {
            if let Some(block) = self.resume.get_value() {
                place::go(block);
            }
            self.offer(None);
        } else if browser::around(event, "[data-dismiss]").is_some() {
            self.offer(None);
        }
    }

    /// Handles a change of an input anywhere in the page.
    pub fn change(&self, event: &Event) {
        if browser::around(event, "#reading").is_some() {
            settings::change(event);
        }
    }

    fn offer(&self, block: Option<u32>) {
        self.resume.set_value(block);
        browser::set_class(".resume", "absent", block.is_none());
    }

    fn save(&self, path: &str) {
        let mut saved = Saved::read(&self.site);
        let words = self.site.words();
        let said = if saved.remove(path) {
            words.story_unsaved()
        } else {
            let state = self.navigation.page.get_untracked();
            let PageState::Ready(document) = state else { return };
            let mut lists = document.lists();
            let here = match &*document {
                Document::Story(article) => vec![article.teaser()],
                _ => Vec::new(),
            };
            lists.extend([&*here, &self.site.top]);
            let is_meant = |teaser: &&Teaser| teaser.route().path() == path;
            let Some(teaser) = lists.into_iter().flatten().find(is_meant) else { return };
            saved.add(teaser.clone());
            words.story_saved()
        };
        let said = if saved.write(&self.site) { said } else { words.not_saved() };
        self.navigation.announcement.set(String::from(said));
        self.refresh();
    }

    /// Updates the page to match what is saved.
    fn refresh(&self) {
        self.list().mark();
    }

    /// Fills the list of saved stories, if the page has it. Returns the saved stories.
    fn list(&self) -> Saved {
        let saved = Saved::read(&self.site);
        let list: Option<Element> = document().get_element_by_id("saved-list");
        if let Some(list) = list {
            saved.list(&self.site, &list);
        }
        saved
    }
}
