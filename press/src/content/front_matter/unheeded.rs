//! Keys with which other programs decide whether, when, where or in which language a text is published, and which press
//! does not obey: in a story those that `foreign` does not take, in other pages all of them. Each is an error wherever
//! obeying it would make a difference: nothing is silently published against its front matter.

use jiff::ZonedDateTime;
use journal::route::Route;

use super::topic::Topic;
use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;
use crate::content::site_file::SiteFile;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;

/// How press publishes the text, regardless of those keys.
pub struct Publication<'a> {
    /// Its address.
    pub route: &'a Route,
    /// The tag of its language.
    pub language: &'a str,
    /// The time of the edition.
    pub now: &'a ZonedDateTime,
    /// The time zone of the newspaper.
    pub calendar: &'a Calendar,
}

impl<'a> Publication<'a> {
    /// The publication of a page that is not a story.
    pub fn of_page(route: &'a Route, site: &'a SiteFile, now: &'a ZonedDateTime) -> Publication<'a> {
        let (language, calendar) = (&site.language, &site.calendar);
        Publication { route, language, now, calendar }
    }
}

/// Notes the keys that would make a difference.
pub fn note(fields: &mut Fields, publication: &Publication<'_>, notes: &mut Notes) {
    for (key, value) in fields.take_others(|key| Topic::of(key).is_some()) {
        let Some(topic) = Topic::of(&key.value) else { continue };
        let found = ForeignKey { key: &key.value, value: &value, publication };
        match topic {
            Topic::Embargo => found.embargo(notes),
            Topic::Published if !is(&value.value, true) && !is(&value.value, false) => found.embargo(notes),
            Topic::Published => found.note(Topic::Shows, notes),
            _ => found.note(topic, notes),
        }
    }
}

/// Notes the keys of a list page's file that would make a difference: press does not use that file.
pub fn note_of_list(fields: &mut Fields, notes: &mut Notes) {
    let is_wanted = |key: &str| {
        Topic::of(key).is_some() || ["aliases", "cascade"].iter().any(|name| key.eq_ignore_ascii_case(name))
    };
    for (key, value) in fields.take_others(is_wanted) {
        let makes_difference = match Topic::of(&key.value) {
            Some(Topic::Hides) => is(&value.value, true),
            Some(Topic::Shows | Topic::Published) => !is(&value.value, true),
            Some(Topic::Places) => restricts(&value.value),
            Some(Topic::State) => keeps_back(&value.value),
            Some(
                Topic::Layout
                | Topic::Changed
                | Topic::Language
                | Topic::Translation
                | Topic::Author
                | Topic::Category
                | Topic::Taxonomies,
            ) => false,
            _ => true,
        };
        if makes_difference {
            let key = &key.value;
            let what = message!("{key} has no effect: press makes list pages itself").about(key);
            notes.note(value.line, what, format!("leave {key} out"));
        }
    }
}

/// Whether a value means `flag`, true or false.
fn is(value: &Value, flag: bool) -> bool {
    let words = if flag { ["true", "yes", "on", "1"] } else { ["false", "no", "off", "0"] };
    words.iter().any(|word| text(value).eq_ignore_ascii_case(word))
}

/// A key with its value.
struct ForeignKey<'a> {
    key: &'a str,
    value: &'a Lined<Value>,
    publication: &'a Publication<'a>,
}

impl ForeignKey<'_> {
    fn note(&self, topic: Topic, notes: &mut Notes) {
        let ForeignKey { key, value: Lined { line, value }, publication } = self;
        let (path, text) = (publication.route.path(), text(value));
        let is_story = matches!(publication.route, Route::Story { .. });
        let kept_back = if is_story { "write draft = true to hold it back" } else { "remove the file to hold it back" };
        let kept_back = || format!("{kept_back}, or leave {key} out");
        let (what, remedy) = match topic {
            Topic::Hides | Topic::Shows if is(value, topic == Topic::Hides) => {
                (message!("{key} has no effect: {path} would be published like any other page"), kept_back())
            }
            Topic::State if keeps_back(value) => {
                (message!("{key} has no effect: {path} would be published like any other page"), kept_back())
            }
            Topic::Places if restricts(value) => {
                (message!("{key} has no effect: {path} would be published and listed like any other page"), kept_back())
            }
            Topic::Password => (message!("{key} has no effect: anybody could read {path}"), kept_back()),
            Topic::Expiry => {
                let what = message!("{key} has no effect: {path} would still be published after {text}");
                (
                    what,
                    format!(
                        "leave {key} out; when the time comes, take the text down with draft = true or by removing \
                         its file"
                    ),
                )
            }
            Topic::Slug if !path.ends_with(&format!("/{text}/")) => self.moved(&text),
            Topic::Address if text.trim_matches('/') != path.trim_matches('/') => self.moved(&text),
            Topic::Former => {
                let what = message!("{key} has no effect: former addresses of {path} would lead nowhere");
                (what, format!("write aliases instead of {key}, with the same addresses"))
            }
            Topic::Redirect => self.redirect(),
            Topic::Layout if is_story && text.eq_ignore_ascii_case("redirect") => self.redirect(),
            Topic::Language if !text.eq_ignore_ascii_case(publication.language) => {
                let what = message!("{key} has no effect: {path} would be in \"{}\"", publication.language);
                (what, format!("write language instead of {key}, or leave it out"))
            }
            Topic::Translation if is_story => {
                let what = message!("{key} has no effect: {path} would not be recognised as a translation");
                let remedy =
                    "write translation_of = \"/section/story/\", the address of the original, in all but the original";
                (what, format!("{remedy}, and leave {key} out"))
            }
            _ => return,
        };
        notes.note(*line, what.about(key), remedy);
    }

    /// Message and remedy for an address that differs from that of the page.
    fn moved(&self, wanted: &str) -> (Message, String) {
        let (key, path) = (self.key, self.publication.route.path());
        (message!("{key} has no effect: the address would be {path}, not {wanted}"), format!("leave {key} out"))
    }

    fn redirect(&self) -> (Message, String) {
        let (key, path) = (self.key, self.publication.route.path());
        let what = message!("{key} has no effect: readers of {path} would not be redirected");
        (what, format!("remove the file, and add {path} to the aliases of the story that it redirects to"))
    }

    /// Notes an embargo that is not over.
    fn embargo(&self, notes: &mut Notes) {
        let ForeignKey { key, value, publication: Publication { route, now, calendar, .. } } = self;
        let Some(until) = super::date(value, key, calendar, notes) else { return };
        if until > **now {
            let what = message!("{key} has no effect: {} would be published now", route.path());
            notes.note(value.line, what.about(key), format!("add the file when the time comes, or leave {key} out"));
        }
    }
}

/// A scalar value as text; empty for other values.
fn text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Date(text) | Value::Number(text) => String::from(text.trim()),
        Value::Flag(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// Whether a value means anything other than public: `status: draft`, `visibility: members`.
fn keeps_back(value: &Value) -> bool {
    const SHOWN: [&str; 5] = ["published", "publish", "public", "live", "final"];
    let text = text(value);
    !text.is_empty() && !SHOWN.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a value keeps a text out of something: `sitemap: false`, `sitemap: {disable: true}`,
/// `build: {render: never}`, `robots: noindex`, `outputs: [json]`.
fn restricts(value: &Value) -> bool {
    const LESS: [&str; 9] = ["noindex", "none", "never", "link", "local", "false", "no", "off", "0"];
    let says_so =
        |value: &Value| text(value).split(',').any(|word| LESS.contains(&word.trim().to_ascii_lowercase().as_str()));
    match value {
        Value::List(items) => !items.iter().any(|item| text(&item.value).eq_ignore_ascii_case("html")),
        Value::Table(entries) => entries.iter().any(|(key, value)| match key.value.to_ascii_lowercase().as_str() {
            "disable" | "exclude" | "noindex" => is(&value.value, true),
            "render" | "list" | "publishresources" => says_so(&value.value),
            _ => false,
        }),
        value => says_so(value),
    }
}
