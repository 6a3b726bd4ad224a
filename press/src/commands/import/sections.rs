//! Which section a story goes into.

use super::slug::slug;
use super::source::story::Label;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::spelling;

/// Knows the sections of the newspaper, and what was called otherwise on the old site.
#[derive(Debug)]
pub struct Sections {
    /// Slug and name.
    known: Vec<(String, String)>,
    /// Old categories, as a part of an address, and the sections for them.
    mapped: Vec<(String, String)>,
    default: Option<String>,
}

impl Sections {
    /// The sections of `site`; `mapped` are pairs of old category and section, `default` is for all else.
    ///
    /// # Errors
    /// A section that the newspaper does not have.
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

    /// The section for the first of these categories that has one, and which of them it was.
    pub fn place(&self, categories: &[Label]) -> Option<(&str, Option<usize>)> {
        let own = categories.iter().enumerate().find_map(|(index, category)| {
            let above = category.above.iter().map(|(slug, name)| (slug, name));
            let mut names = std::iter::once((&category.slug, &category.name)).chain(above);
            names.find_map(|(slug, name)| self.section(slug, name)).map(|section| (section, Some(index)))
        });
        own.or_else(|| self.default.as_deref().map(|section| (section, None)))
    }

    /// The section that this category stands for.
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
            None => format!("sections are {}", slugs.by_ref().collect::<Vec<_>>().join(", ")),
        };
        Err(Failure::Export { what: format!("there is no section \"{section}\" in {}", SiteFile::NAME), remedy })
    }
}

/// What categories are compared by: capitals and spaces are no matter.
fn key(name: &str) -> String {
    slug(name).unwrap_or_else(|| name.to_lowercase())
}
