//! What an import adds to `site.toml`: names of tags, and redirects from the old site's lists.
//!
//! Nothing else in the file changes, and what it says already stays. If that cannot be done, the lines are printed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;

use journal::route::Route;
use toml_edit::{DocumentMut, Item, Table, value};

use super::authors::Authors;
use super::links::path_key;
use super::note::Note;
use super::plan::{self, PlannedStory};
use super::report::ImportReport;
use super::sections::Sections;
use super::source::site::{OldList, OldSite};
use super::tag_slugs::TagSlugs;
use crate::content::alias::alias;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::store::new_file::replace;
use crate::store::plain_file;

/// Lines for `site.toml`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SiteAdditions {
    /// Names by tag.
    tags: BTreeMap<String, String>,
    /// New addresses by old ones.
    redirects: BTreeMap<String, String>,
}

/// What the additions are made of.
#[derive(Clone, Copy, Debug)]
pub struct Imported<'a> {
    /// The old site.
    pub site: &'a OldSite,
    /// Where its stories are.
    pub places: &'a [Option<PlannedStory>],
    /// The newspaper.
    pub newspaper: &'a SiteFile,
    /// Its sections.
    pub sections: &'a Sections,
    /// The slugs of its tags.
    pub tag_slugs: &'a TagSlugs,
    /// The authors of the old site.
    pub authors: &'a Authors,
}

impl SiteAdditions {
    /// What `site.toml` lacks for the stories that are new.
    pub fn of(imported: Imported<'_>, report: &mut ImportReport) -> SiteAdditions {
        let Imported { site, places, newspaper, sections, tag_slugs, .. } = imported;
        let placed = site.stories.iter().zip(places).filter_map(|(story, place)| Some((story, place.as_ref()?)));
        let fresh = placed.filter(|(_, place)| place.there.is_none());
        let mut names: HashMap<String, &str> = HashMap::new();
        for (story, place) in fresh {
            for (tag, name) in plan::labels(story, sections, tag_slugs, &place.section) {
                if name.trim().is_empty() || !Route::is_slug(&tag) {
                    continue;
                }
                let known = *names.entry(tag.clone()).or_insert(name);
                if known.to_lowercase() != name.to_lowercase() {
                    let what = format!("\"{known}\" and \"{name}\" have the same address, /tag/{tag}/, and one name");
                    report.note("Tags", Note::changed(what));
                }
            }
        }
        if names.is_empty() && places.iter().flatten().all(|place| place.there.is_some()) {
            return SiteAdditions::default();
        }
        let redirects = redirects(imported);
        let is_new = |tag: &str, name: &str| !newspaper.tags.contains_key(tag) && newspaper.tag_name(tag) != name;
        // A tag may be written as its name, so no name may be the slug of another tag.
        let is_slug = |tag: &str, name: &str| tag != name.to_lowercase() && names.contains_key(&name.to_lowercase());
        let tags = names.iter().filter(|(tag, name)| is_new(tag, name) && !is_slug(tag, name));
        let tags = tags.map(|(tag, name)| (tag.clone(), String::from(*name))).collect();
        for (tag, name) in names.iter().filter(|(tag, name)| is_slug(tag, name)) {
            report.note(
                "Tags",
                Note::changed(format!("/tag/{tag}/ was called \"{name}\", which is now the address of another tag")),
            );
        }
        SiteAdditions { tags, redirects }
    }

    /// Adds the lines to `site.toml`.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn write(&self, content: &ContentFolder, report: &mut ImportReport) -> Result<(), Failure> {
        if *self == SiteAdditions::default() {
            return Ok(());
        }
        let path = content.path(SiteFile::NAME.as_ref());
        let path = path.canonicalize().map_err(Failure::file("read", &path))?;
        let old = plain_file::read_to_string(&path).map_err(Failure::file("read", &path))?;
        match self.added(&old) {
            Some(new) => {
                replace(&path, |file| file.write_all(new.as_bytes()))?;
                let counts = [(&self.tags, "[tags]"), (&self.redirects, "[redirects]")];
                for (lines, table) in counts.into_iter().filter(|(lines, _)| !lines.is_empty()) {
                    let lines =
                        if lines.len() == 1 { String::from("1 line") } else { format!("{} lines", lines.len()) };
                    report.note(SiteFile::NAME, Note::changed(format!("{lines} added to {table}")));
                }
            }
            None => {
                for line in self.lines() {
                    report.note(SiteFile::NAME, Note::to_do(format!("add this line: {line}")));
                }
            }
        }
        Ok(())
    }

    /// The file with the lines; none if anything else in it would change.
    fn added(&self, old: &str) -> Option<String> {
        let (mark, text) = old.strip_prefix('\u{feff}').map_or(("", old), |text| ("\u{feff}", text));
        let has_returns = text.contains("\r\n");
        let mut document: DocumentMut = text.replace("\r\n", "\n").parse().ok()?;
        for (name, entries) in [("tags", &self.tags), ("redirects", &self.redirects)] {
            if entries.is_empty() {
                continue;
            }
            let table = document.entry(name).or_insert_with(|| {
                let mut table = Table::new();
                table.decor_mut().set_prefix("\n");
                Item::Table(table)
            });
            let table = table.as_table_mut()?;
            for (key, text) in entries {
                table.entry(key).or_insert(value(text.as_str()));
            }
        }
        let new = document.to_string();
        let new = [mark, &if has_returns { new.replace('\n', "\r\n") } else { new }].concat();
        let mut lines = new.split('\n');
        let keeps_all =
            old.split('\n').all(|line| lines.any(|own| own == line || own.strip_suffix('\r') == Some(line)));
        (keeps_all && new.trim_start_matches('\u{feff}').parse::<DocumentMut>().is_ok()).then_some(new)
    }

    fn lines(&self) -> Vec<String> {
        let tables = [("[tags]", &self.tags), ("[redirects]", &self.redirects)];
        let lines = tables.into_iter().filter(|(_, entries)| !entries.is_empty()).flat_map(|(table, entries)| {
            let lines = entries.iter().map(|(key, text)| format!("{} = {}", quoted(key), quoted(text)));
            std::iter::once(String::from(table)).chain(lines)
        });
        lines.collect()
    }
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// New addresses of the old site's lists, unless they stay where they are or belong to a story.
fn redirects(imported: Imported<'_>) -> BTreeMap<String, String> {
    let Imported { site, places, newspaper, sections, tag_slugs, authors } = imported;
    let public: Vec<&PlannedStory> = places.iter().flatten().filter(|place| place.is_public()).collect();
    let mut taken: HashSet<String> =
        public.iter().flat_map(|place| &place.aliases).map(|alias| path_key(alias)).collect();
    let tags: HashSet<&str> = public.iter().flat_map(|place| &place.tags).map(String::as_str).collect();
    let credited: HashSet<&str> = {
        let placed = site.stories.iter().zip(places).filter(|(_, place)| place.is_some());
        placed.flat_map(|(story, _)| &story.authors).map(String::as_str).collect()
    };
    let mut redirects = BTreeMap::new();
    for (path, list) in &site.lists {
        let page = match list {
            OldList::All => Some(Route::Front { page: 1 }),
            OldList::Label(label) => match sections.section(&label.slug, &label.name) {
                Some(section) => Some(Route::Section { section: String::from(section), page: 1 }),
                None => {
                    let tag = tag_slugs.slug(label).filter(|tag| tags.contains(tag.as_str()));
                    tag.map(|tag| Route::Tag { tag, page: 1 })
                }
            },
            OldList::Author(key) if credited.contains(key.as_str()) => {
                authors.slug(key).map(|author| Route::Author { author: String::from(author), page: 1 })
            }
            OldList::Author(_) => None,
        };
        let (Some(page), Some(from)) = (page, alias(path, "")) else { continue };
        let mut lead = |from: String, to: String| {
            let first = from.trim_start_matches('/').split('/').next().unwrap_or_default();
            let is_page = Route::parse(&from).is_some_and(|route| is_there(&route, newspaper, &tags));
            let is_ours = ["assets", "search", "archive", "saved"].contains(&first);
            if !is_page && !is_ours && !newspaper.redirects.contains_key(&from) && taken.insert(path_key(&from)) {
                redirects.insert(from, to);
            }
        };
        match list {
            OldList::All => lead(from, String::from("/feed.xml")),
            _ => {
                lead([from.as_str(), &site.feed].concat(), format!("{}feed.xml", page.path()));
                if from != page.path() {
                    lead(from, page.path());
                }
            }
        }
    }
    redirects
}

/// Whether a path may be a page of the newspaper.
fn is_there(route: &Route, newspaper: &SiteFile, tags: &HashSet<&str>) -> bool {
    match route {
        Route::Section { section, .. } => newspaper.section(section).is_some(),
        Route::Tag { tag, .. } => tags.contains(tag.as_str()),
        Route::Author { .. } | Route::Story { .. } => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::SiteAdditions;

    const SITE: &str = "name = \"Paper\" # the name\n\n[[sections]]\nslug = \"town\"\n\n[tags]\nnato  = \"NATO\"\n\n\
                        [[footer]]\nlabel = \"x\"\n# end\n";

    fn additions() -> SiteAdditions {
        let tags = [("chorne-more", "Чорне море"), ("nato", "НАТО")];
        let redirects = [("/category/новини/", "/town/")];
        let owned = |(key, text): (&str, &str)| (String::from(key), String::from(text));
        SiteAdditions { tags: tags.map(owned).into(), redirects: redirects.map(owned).into() }
    }

    #[test]
    fn lines_are_added_and_all_else_stays() {
        let new = additions().added(SITE).unwrap();
        assert!(new.contains("nato  = \"NATO\"\nchorne-more = \"Чорне море\"\n\n[[footer]]"), "{new}");
        assert!(new.contains("\n[redirects]\n\"/category/новини/\" = \"/town/\"\n"), "{new}");
        assert!(new.starts_with("name = \"Paper\" # the name\n\n[[sections]]\n"), "{new}");
        assert_eq!(additions().added(&new).as_deref(), Some(new.as_str()));
    }

    #[test]
    fn line_ends_and_byte_order_marks_stay() {
        let old = ["\u{feff}", &SITE.replace('\n', "\r\n")].concat();
        let new = additions().added(&old).unwrap();
        assert!(new.starts_with("\u{feff}name = \"Paper\" # the name\r\n"), "{new}");
        assert!(
            new.contains("\r\nchorne-more = \"Чорне море\"\r\n") && !new.replace("\r\n", "").contains('\n'),
            "{new}"
        );
        let open = additions().added("name = \"Paper\"").unwrap();
        assert!(open.starts_with("name = \"Paper\"\n\n[tags]\n"), "{open}");
    }

    #[test]
    fn where_a_line_would_change_they_are_printed() {
        assert_eq!(additions().added("tags = { nato = \"NATO\" }\n"), None);
        let lines = ["[tags]", "\"chorne-more\" = \"Чорне море\"", "\"nato\" = \"НАТО\"", "[redirects]"];
        assert_eq!(additions().lines()[..4], lines);
    }
}
