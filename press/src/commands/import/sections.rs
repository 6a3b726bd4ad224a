//! Chooses the section of a story.

use super::slug::slug;
use super::source::story::{Label, OldStory};
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::spelling;

/// The newspaper's sections and the old categories mapped to them.
#[derive(Debug)]
pub struct Sections {
    /// Slugs and names.
    known: Vec<(String, String)>,
    /// Old categories, normalised by [`key`], and their sections.
    mapped: Vec<(String, String)>,
    default: Option<String>,
}

impl Sections {
    /// The sections of `site`; `mapped` has pairs of an old category and its section, `default` is for all other
    /// stories.
    ///
    /// # Errors
    /// The newspaper does not have one of the named sections.
    pub fn of(site: &SiteFile, mapped: &[(String, String)], default: Option<&str>) -> Result<Sections, Failure> {
        let known = site.sections.iter().map(|section| (section.slug.clone(), section.name.clone())).collect();
        let sections = Sections {
            known,
            mapped: mapped.iter().map(|(category, section)| (key(category), section.clone())).collect(),
            default: default.map(String::from),
        };
        let asked = sections.mapped.iter().map(|(_, section)| section).chain(&sections.default);
        for section in asked {
            sections.check(section)?;
        }
        Ok(sections)
    }

    /// The section of the first of these categories that has one, and the index of that category; else the default
    /// section.
    pub fn place(&self, categories: &[Label]) -> Option<(&str, Option<usize>)> {
        let own = categories.iter().enumerate().find_map(|(index, category)| {
            let above = category.above.iter().map(|(slug, name)| (slug, name));
            let mut names = std::iter::once((&category.slug, &category.name)).chain(above);
            names.find_map(|(slug, name)| self.section(slug, name)).map(|section| (section, Some(index)))
        });
        own.or_else(|| self.default.as_deref().map(|section| (section, None)))
    }

    /// The section of a story, and the index of the category that it is by; else that of a folder that it was in, or the
    /// default section.
    pub fn home(&self, story: &OldStory) -> Option<(&str, Option<usize>)> {
        let own = self.place(&story.categories);
        if own.is_some_and(|(_, category)| category.is_some()) {
            return own;
        }
        self.place(&story.folders).map(|(section, _)| (section, None))
    }

    /// The section of this category.
    pub fn section(&self, slug: &str, name: &str) -> Option<&str> {
        let keys = [key(slug), key(name)];
        let mapped = self.mapped.iter().find(|(category, _)| keys.contains(category));
        let mapped = mapped.map(|(_, section)| section);
        let known = || {
            let named = |(slug, name): &&(String, String)| keys.contains(slug) || keys.contains(&key(name));
            self.known.iter().find(named).map(|(slug, _)| slug)
        };
        mapped.or_else(known).map(String::as_str)
    }

    fn check(&self, section: &str) -> Result<(), Failure> {
        let mut slugs = self.known.iter().map(|(slug, _)| slug.as_str());
        if slugs.clone().any(|slug| slug == section) {
            return Ok(());
        }
        let remedy = match spelling::nearest(section, slugs.clone()) {
            Some(meant) => format!("did you mean {meant}?"),
            None => format!("the sections are {}", slugs.by_ref().collect::<Vec<_>>().join(", ")),
        };
        Err(Failure::message(format!("there is no section \"{section}\" in {}", SiteFile::NAME), remedy))
    }
}

/// Normalises a category for comparison: case and spaces do not matter.
fn key(name: &str) -> String {
    slug(name).unwrap_or_else(|| name.to_lowercase())
}
