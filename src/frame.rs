//! The frame around every page, as HTML that press writes. The app finds its elements by ids and classes and never
//! renders it, so none of this code reaches the browser.

use maud::{Markup, PreEscaped, html};

use crate::components::{footer, masthead, section_links};
use crate::model::{Document, Site};
use crate::pages::page;

/// The parts that are the same on every page, rendered once for all of them.
#[derive(Clone, Debug)]
pub struct Frame {
    masthead: Markup,
    footer: Markup,
}

impl Frame {
    /// The frame of the pages of `site`.
    pub fn of(site: &Site) -> Frame {
        Frame { masthead: masthead(site), footer: footer(site) }
    }

    /// The page of `document` in its frame: everything that the body shows. The root element has the language of
    /// the document, so the frame declares the newspaper's.
    pub fn around(&self, site: &Site, document: &Document) -> Markup {
        let words = site.words();
        let shared = |part: &Markup| PreEscaped(part.0.clone());
        html! {
            div class="paper" lang=(site.language) dir=[Some(site.own_direction()).filter(|direction| *direction == "rtl")] {
                a class="skip-link" href="#main" { (words.skip()) }
                header class="masthead" {
                    div class="masthead-row" { (shared(&self.masthead)) }
                    nav class="section-nav" aria-label=(words.sections()) { (section_links(site, document.section())) }
                }
                div class="read-progress" {}
                div class="progress" {}
                main id="main" tabindex="-1" { (page(site, document)) }
                footer class="footer" { (shared(&self.footer)) }
                p id="live" class="visually-hidden" role="status" {}
            }
        }
    }
}
