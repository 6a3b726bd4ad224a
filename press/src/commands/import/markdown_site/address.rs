//! Works out at which address a program has published a text.

use jiff::ZonedDateTime;

use super::dates::day_of_name;
use super::keys::{Keys, text};
use super::path_names::{hugo, join, plain, stem, zola, zola_safe};
use super::permalink::{Named, expanded};
use super::settings::{Generator, Settings};
use super::text_file::TextFile;
use crate::content::keys::value::Value;

/// What is known of a text when its address is worked out.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The text.
    pub file: &'a TextFile,
    /// Its keys, with those of its folders.
    pub keys: &'a Keys,
    /// Its headline.
    pub title: &'a str,
    /// Its date, by the clock of the old site.
    pub date: Option<ZonedDateTime>,
    /// Its categories.
    pub categories: &'a [String],
}

/// The path of a text below the front page of its site, with a slash at the start; none if it is not known.
pub fn path(facts: &Facts<'_>, settings: &Settings) -> Option<String> {
    match settings.generator {
        Generator::Hugo => of_hugo(facts, settings),
        Generator::Zola => Some(of_zola(facts, settings)),
        Generator::Jekyll => of_jekyll(facts, settings),
        Generator::Eleventy => of_eleventy(facts),
        Generator::Plain => None,
    }
}

fn of_hugo(facts: &Facts<'_>, settings: &Settings) -> Option<String> {
    let Facts { file, keys, .. } = facts;
    let language = file.language.as_deref().filter(|_| file.language_in_address).unwrap_or_default();
    let prefix = if language.is_empty() { String::new() } else { format!("/{language}") };
    if let Some(url) = keys.text(&["url"]) {
        return Some(if url.starts_with('/') { url } else { format!("{prefix}/{url}") });
    }
    let sections = file.sections();
    let section = sections.split('/').next().unwrap_or_default();
    let slug = keys.text(&["slug"]).map(|slug| hugo(&slug).replace('/', "-"));
    let has_dated_names = settings.keys.texts(&["frontmatter.date"]).iter().any(|source| source == ":filename");
    let base = match day_of_name(file.own_name()) {
        Some((_, rest)) if has_dated_names && !rest.is_empty() => rest,
        _ => file.own_name(),
    };
    let config = &settings.keys;
    let language_paths = [format!("languages.{language}.permalinks.{section}")];
    let patterns = [format!("permalinks.page.{section}"), format!("permalinks.{section}")];
    let pattern = config.text(&language_paths.iter().chain(&patterns).map(String::as_str).collect::<Vec<_>>());
    let path = match pattern {
        Some(pattern) if !section.is_empty() => {
            let title = hugo(facts.title).replace('/', "");
            let by_slug = |other: &str| slug.clone().unwrap_or_else(|| hugo(other));
            let words = vec![
                ("section", hugo(section)),
                ("sections", hugo(sections)),
                ("slug", slug.clone().unwrap_or_else(|| title.clone())),
                ("title", title),
                ("contentbasename", hugo(base)),
                ("filename", hugo(base)),
                ("slugorfilename", by_slug(base)),
                ("slugorcontentbasename", by_slug(base)),
            ];
            expanded(&pattern, &Named { date: facts.date.clone(), words })?
        }
        _ => format!("/{}/", join(&hugo(sections), &slug.unwrap_or_else(|| hugo(base)))),
    };
    let is_ugly = config.flag("uglyURLs").or_else(|| config.flag(&format!("uglyURLs.{section}"))).unwrap_or_default();
    let path = if is_ugly {
        format!("{}.html", path.trim_end_matches('/'))
    } else {
        format!("{}/", path.trim_end_matches('/'))
    };
    Some([prefix, path].concat())
}

fn of_zola(facts: &Facts<'_>, settings: &Settings) -> String {
    let Facts { file, keys, .. } = facts;
    let language = file.language.as_deref().filter(|_| file.language_in_address).unwrap_or_default();
    if let Some(path) = keys.text(&["path"]) {
        return format!("/{}/", path.trim_matches('/'));
    }
    let mode = settings.keys.text(&["slugify.paths"]);
    let named = |part: &str| match mode.as_deref() {
        Some("safe") => zola_safe(part),
        Some("off") => String::from(part),
        _ => zola(part),
    };
    let keeps_date = settings.keys.flag("slugify.paths_keep_dates") == Some(true);
    let name = match day_of_name(file.own_name()) {
        Some((_, rest)) if !rest.is_empty() && !keeps_date => rest,
        _ => file.own_name(),
    };
    let folders: Vec<String> = file.sections().split('/').map(named).collect();
    let name = named(keys.text(&["slug"]).as_deref().unwrap_or(name));
    format!("/{}/", join(&join(language, &folders.join("/")), &name))
}

/// Jekyll's patterns with a name.
const STYLES: [(&str, &str); 5] = [
    ("date", "/:categories/:year/:month/:day/:title:output_ext"),
    ("pretty", "/:categories/:year/:month/:day/:title/"),
    ("ordinal", "/:categories/:year/:y_day/:title:output_ext"),
    ("weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"),
    ("none", "/:categories/:title:output_ext"),
];

fn of_jekyll(facts: &Facts<'_>, settings: &Settings) -> Option<String> {
    let Facts { file, keys, .. } = facts;
    let is_post = file.collection == "posts";
    let of_collection = || settings.keys.text(&[&format!("collections.{}.permalink", file.collection)]);
    let pattern = keys.text(&["permalink"]).or_else(of_collection);
    let pattern = pattern.or_else(|| settings.keys.text(&["permalink"]).filter(|_| is_post));
    let pattern =
        pattern.unwrap_or_else(|| String::from(if is_post { "date" } else { "/:collection/:path:output_ext" }));
    let style = STYLES.iter().find(|(name, _)| *name == pattern).map_or(pattern.as_str(), |(_, style)| style);
    let name = match day_of_name(&file.name) {
        Some((_, rest)) if !rest.is_empty() => rest,
        _ => &file.name,
    };
    let title = keys.text(&["slug"]).unwrap_or_else(|| String::from(name));
    let mut categories: Vec<String> = file.folder.split('/').filter(|_| is_post).map(str::to_lowercase).collect();
    for category in facts.categories.iter().map(|category| category.to_lowercase()) {
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    let slugs: Vec<String> = categories.iter().map(|category| plain(category)).collect();
    let path = file.folder.strip_prefix(file.collection.as_str()).filter(|_| !is_post).unwrap_or(&file.folder);
    let words = vec![
        ("slug", plain(&title)),
        ("categories", categories.join("/")),
        ("slugified_categories", slugs.join("/")),
        ("collection", file.collection.clone()),
        ("name", plain(name)),
        ("path", join(path, &title)),
        ("title", title),
        ("output_ext", String::from(".html")),
    ];
    expanded(style, &Named { date: facts.date.clone(), words })
}

fn of_eleventy(facts: &Facts<'_>) -> Option<String> {
    let Facts { file, keys, title, date, .. } = facts;
    let name = match day_of_name(file.own_name()) {
        Some((_, rest)) if !rest.is_empty() => rest,
        _ => file.own_name(),
    };
    let language = file.language.as_deref().filter(|_| file.language_in_address).unwrap_or_default();
    let Some(pattern) = keys.get("permalink").and_then(text) else {
        let dynamic = matches!(keys.get("permalink"), Some(Value::Table(_) | Value::Flag(false)));
        let folders: Vec<&str> =
            file.sections().split('/').map(|part| day_of_name(part).map_or(part, |(_, rest)| rest)).collect();
        return (!dynamic).then(|| format!("/{}/", join(&join(language, &folders.join("/")), name)));
    };
    let mut out = String::new();
    let mut rest = pattern.as_str();
    while let Some(place) = rest.find("{{") {
        out.push_str(&rest[..place]);
        let length = rest[place..].find("}}")?;
        let inner: Vec<&str> = rest[place + 2..place + length].trim_matches('-').split('|').map(str::trim).collect();
        let (first, filters) = inner.split_first()?;
        let words = match *first {
            "page.fileSlug" => String::from(name),
            "page.filePathStem" => format!("/{}", join(&file.folder, &file.name)),
            "title" => String::from(*title),
            "page.date" | "date" => date.as_ref()?.strftime(format_of(filters)?).to_string(),
            key => keys.text(&[key])?,
        };
        let is_slug = filters.iter().any(|filter| filter.starts_with("slug"));
        out.push_str(&if is_slug { plain(&words) } else { words });
        rest = &rest[place + length + 2..];
    }
    out.push_str(rest);
    if out.contains("{%") {
        return None;
    }
    let out = out.strip_suffix("index.html").unwrap_or(&out);
    Some(if out.starts_with('/') { String::from(out) } else { format!("/{out}") })
}

/// The format of a date filter: `date: "%Y/%m/%d"`.
fn format_of<'f>(filters: &[&'f str]) -> Option<&'f str> {
    let filter = filters.iter().find(|filter| filter.contains('%'))?;
    let format = filter.split(['"', '\'']).nth(1)?;
    format
        .split('%')
        .skip(1)
        .all(|part| part.starts_with(['Y', 'm', 'd', 'y', 'b', 'B', 'j', 'e', 'H', 'M', 'S']))
        .then_some(format)
}

/// The last part of an address, without an ending: `lamp` of `/2019/05/lamp.html`.
pub fn last_part(path: &str) -> &str {
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let last = path.rsplit('/').next().unwrap_or_default();
    match stem(last) {
        (name, "html" | "htm" | "php") => name,
        _ => last,
    }
}
