//! The slugs of tags: one for each name, since readers see names.

use std::collections::HashMap;

use super::slug::slug;
use super::source::site::OldSite;
use super::source::story::Label;
use crate::content::site_file::SiteFile;

/// The slugs of the old site's tags and categories.
#[derive(Debug, Default)]
pub struct TagSlugs {
    /// Slugs by name, in lower case.
    by_name: HashMap<String, String>,
}

impl TagSlugs {
    /// The slugs of all labels of `site`. A name that the newspaper has already keeps its slug; of two labels with the
    /// same name, such as `markup` and `markup-2`, the slug that is like the name is used.
    pub fn of(site: &OldSite, newspaper: &SiteFile) -> TagSlugs {
        let mut by_name: HashMap<String, String> = HashMap::new();
        for label in site.stories.iter().flat_map(|story| story.tags.iter().chain(&story.categories)) {
            let (Some(own), name) = (own_slug(label), label.name.to_lowercase()) else { continue };
            match by_name.get_mut(&name) {
                _ if name.is_empty() => {}
                None => _ = by_name.insert(name, own),
                Some(known) if *known != own && slug(&label.name).as_ref() == Some(&own) => *known = own,
                Some(_) => {}
            }
        }
        by_name.extend(newspaper.tags.iter().map(|(slug, name)| (name.to_lowercase(), slug.clone())));
        TagSlugs { by_name }
    }

    /// The slug of a label; none if it has no letters.
    pub fn slug(&self, label: &Label) -> Option<String> {
        self.by_name.get(&label.name.to_lowercase()).cloned().or_else(|| own_slug(label))
    }
}

fn own_slug(label: &Label) -> Option<String> {
    slug(&label.slug).or_else(|| slug(&label.name))
}
