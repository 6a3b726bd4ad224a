//! Links translations of a story to each other.

use std::collections::{BTreeMap, HashMap, HashSet};

use journal::model::PageLink;
use journal::route::Route;

use crate::content::site_file::SiteFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::language::Language;
use crate::locale::language_name::{own_name, variant};
use crate::stories::story::Story;

/// Adds to each story the links to its versions in other languages. A translation of a story that is `held` back is
/// neither linked nor reported. `renamed` has the addresses of stories by those that the names of their files give.
///
/// # Errors
/// See [`LazyArticle::get`](crate::stories::article::LazyArticle::get).
pub fn translations(
    stories: &mut [Story],
    site: &SiteFile,
    held: &HashSet<Route>,
    renamed: &HashMap<Route, Route>,
) -> Result<Vec<Diagnostic>, Failure> {
    let mut mistakes = Vec::new();
    if stories.iter().all(|story| story.summary.translation_of.is_none()) {
        return Ok(mistakes);
    }
    // Each group starts with the original, followed by its translations in the order of their addresses.
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    {
        let places: HashMap<Route, usize> =
            (0..).zip(&*stories).map(|(place, story)| (story.route.clone(), place)).collect();
        let mut translated: Vec<usize> =
            (0..stories.len()).filter(|place| stories[*place].summary.translation_of.is_some()).collect();
        translated.sort_by_key(|place| stories[*place].path.as_str());
        for place in translated {
            let mut notes = Notes::on(&stories[place].links.file);
            if let Some(original) = original(place, stories, (&places, renamed), held, &mut notes) {
                let group = groups.entry(original).or_insert_with(|| vec![original]);
                let language = language(&stories[place], site);
                match group.iter().find(|other| self::language(&stories[**other], site) == language) {
                    Some(other) => {
                        let what = message!("{} is also in the language \"{language}\"", stories[*other].path);
                        let remedy = "set language in the front matter of one of the two";
                        notes.note(line(&stories[place]), what, remedy);
                    }
                    None => group.push(place),
                }
            }
            mistakes.append(&mut notes.into_mistakes());
        }
    }
    for group in groups.into_values() {
        let all: Vec<PageLink> =
            group.iter().map(|place| translation(&stories[*place], site)).collect::<Result<_, _>>()?;
        let all = told_apart(all);
        for (number, place) in group.into_iter().enumerate() {
            let others = all.iter().enumerate().filter(|(other, _)| *other != number);
            stories[place].facts.translations = others.map(|(_, translation)| translation.clone()).collect();
        }
    }
    Ok(mistakes)
}

fn original(
    place: usize,
    stories: &[Story],
    (places, renamed): (&HashMap<Route, usize>, &HashMap<Route, Route>),
    held: &HashSet<Route>,
    notes: &mut Notes,
) -> Option<usize> {
    let (line, path) = stories[place].summary.translation_of.as_ref()?;
    let line = *line;
    let named = Route::parse(path)?;
    // A file's name gives the original by the name of its file.
    let named = if places.contains_key(&named) { &named } else { renamed.get(&named).unwrap_or(&named) };
    match places.get(named) {
        Some(original) if *original == place => {
            notes.note(line, "translation_of names the story itself", "name the story that it is translated from");
            None
        }
        Some(original) => match &stories[*original].summary.translation_of {
            Some((_, first)) => {
                let what = message!("{path} is itself a translation");
                notes.note(line, what, format!("name the original: {first}"));
                None
            }
            None => Some(*original),
        },
        None if held.contains(named) => None,
        None => {
            let what = message!("there is no story at {path}");
            notes.note(line, what, "write the address of the original, such as /history/potemkin-stairs/");
            None
        }
    }
}

fn line(story: &Story) -> u32 {
    story.summary.translation_of.as_ref().map_or(1, |(line, _)| *line)
}

fn language(story: &Story, site: &SiteFile) -> String {
    story.summary.language.as_ref().unwrap_or(&site.language).to_lowercase()
}

fn translation(story: &Story, site: &SiteFile) -> Result<PageLink, Failure> {
    let language = story.summary.language.as_ref().unwrap_or(&site.language);
    let label = match (Language::of(language).spoken(), own_name(language)) {
        (Some(words), _) => String::from(words.read_in()),
        (None, Some(name)) => name,
        (None, None) => story.article.get()?.headline.clone(),
    };
    Ok(PageLink { language: Some(language.clone()), label, href: story.path.clone() })
}

/// Adds the variant of the language to links with the same label: `Português (BR)`.
fn told_apart(links: Vec<PageLink>) -> Vec<PageLink> {
    let labels: Vec<String> = links.iter().map(|link| link.label.clone()).collect();
    let add = |link: PageLink| {
        let variant = link.language.as_deref().map(variant).filter(|variant| !variant.is_empty());
        let is_shared = labels.iter().filter(|label| **label == link.label).count() > 1;
        match variant.filter(|_| is_shared) {
            Some(variant) => PageLink { label: format!("{} ({variant})", link.label), ..link },
            None => link,
        }
    };
    links.into_iter().map(add).collect()
}
