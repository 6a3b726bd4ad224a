//! Keys of other programs that decide whether, when, where or in which language a text is published. Press does not obey them, so each
//! is a mistake where obeying it would make a difference: nothing is published against its front matter in silence.

use jiff::ZonedDateTime;
use journal::route::Route;

use super::embargo::Embargo;
use super::topic::Topic;
use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;
use crate::content::site_file::SiteFile;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;

/// How the text is published, whatever those keys say.
pub struct Publication<'a> {
    /// Its address.
    pub route: &'a Route,
    /// When it is published; none for a page that has no date.
    pub date: Option<&'a ZonedDateTime>,
    /// When it was last changed.
    pub updated: Option<&'a ZonedDateTime>,
    /// The tag of its language.
    pub language: &'a str,
    /// The time of the edition.
    pub now: &'a ZonedDateTime,
    /// The time zone of the newspaper.
    pub calendar: &'a Calendar,
}

impl<'a> Publication<'a> {
    /// A page of the newspaper that is not a story.
    pub fn of_page(route: &'a Route, site: &'a SiteFile, now: &'a ZonedDateTime) -> Publication<'a> {
        let (language, calendar) = (&site.language, &site.calendar);
        Publication { route, date: None, updated: None, language, now, calendar }
    }
}

/// Notes those keys that would make a difference. Gives the embargo, if there is one that ends after the date of the text, since whether
/// it is over depends on when the edition is made.
pub fn note(fields: &mut Fields, publication: &Publication<'_>, notes: &mut Notes) -> Option<Embargo> {
    let mut embargo = None;
    for (key, value) in fields.take_others(|key| Topic::of(key).is_some()) {
        let Some(topic) = Topic::of(&key.value) else { continue };
        let found = Found { key: &key.value, value: &value, publication };
        match topic {
            Topic::Embargo => embargo = later(embargo, found.embargo(notes)),
            // Of Hugo it is a date, of Jekyll a flag.
            Topic::Shows
                if ["published", "publish"].iter().any(|name| key.value.eq_ignore_ascii_case(name))
                    && !is(&value.value, true)
                    && !is(&value.value, false) =>
            {
                embargo = later(embargo, found.embargo(notes));
            }
            _ => found.note(topic, notes),
        }
    }
    embargo
}

/// Notes the keys of a page of a list that would make a difference there: press does not read it.
pub fn note_of_list(fields: &mut Fields, notes: &mut Notes) {
    let is_wanted = |key: &str| {
        Topic::of(key).is_some() || ["aliases", "cascade"].iter().any(|name| key.eq_ignore_ascii_case(name))
    };
    for (key, value) in fields.take_others(is_wanted) {
        let makes_difference = match Topic::of(&key.value) {
            Some(Topic::Hides) => is(&value.value, true),
            Some(Topic::Shows) => !is(&value.value, true),
            Some(Topic::Places) => restricts(&value.value),
            Some(Topic::State) => keeps_back(&value.value),
            Some(Topic::Layout | Topic::Changed | Topic::Language | Topic::Translation) => false,
            _ => true,
        };
        if makes_difference {
            let key = &key.value;
            let what = message!("{key} has no effect: the pages of lists are made by press").about(key);
            notes.note(value.line, what, format!("leave {key} out"));
        }
    }
}

/// The embargo that ends last.
fn later(one: Option<Embargo>, other: Option<Embargo>) -> Option<Embargo> {
    one.into_iter().chain(other).max_by_key(|embargo| embargo.until)
}

/// Whether a value says true, or false.
fn is(value: &Value, flag: bool) -> bool {
    let words = if flag { ["true", "yes", "on", "1"] } else { ["false", "no", "off", "0"] };
    words.iter().any(|word| text(value).eq_ignore_ascii_case(word))
}

/// A key that was found.
struct Found<'a> {
    key: &'a str,
    value: &'a Lined<Value>,
    publication: &'a Publication<'a>,
}

impl Found<'_> {
    fn note(&self, topic: Topic, notes: &mut Notes) {
        let Found { key, value: Lined { line, value }, publication } = self;
        let (path, text) = (publication.route.path(), text(value));
        let is_story = matches!(publication.route, Route::Story { .. });
        let kept_back =
            if is_story { "write draft = true to keep it back" } else { "take the file away to keep it back" };
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
                let what = message!("{key} has no effect: {path} would stay where it is after {text}");
                (
                    what,
                    format!(
                        "leave {key} out, and take the text down when its time is over: with draft = true, or its file"
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
            Topic::Changed if is_story && !self.is_no_change() => {
                let what = message!("{key} has no effect: nobody would learn that {path} was changed");
                (what, format!("write updated instead of {key}, or leave it out"))
            }
            Topic::Language if !text.eq_ignore_ascii_case(publication.language) => {
                let what = message!("{key} has no effect: {path} would be in \"{}\"", publication.language);
                (what, format!("write language instead of {key}, or leave it out"))
            }
            Topic::Translation if is_story => {
                let what = message!("{key} has no effect: {path} would not be known as a translation");
                let remedy =
                    "write translation_of = \"/section/story/\", the address of the original, in all but the original";
                (what, format!("{remedy}, and leave {key} out"))
            }
            _ => return,
        };
        notes.note(*line, what.about(key), remedy);
    }

    /// Press takes addresses from folders.
    fn moved(&self, wanted: &str) -> (Message, String) {
        let (key, path) = (self.key, self.publication.route.path());
        let what = message!("{key} has no effect: the address would be {path}, not {wanted}");
        let remedy = match self.publication.route {
            Route::Story { .. } => format!(
                "leave {key} out; the folder gives the address: rename it, or add what readers know to aliases, as in \
                 aliases = [\"/former/address/\"]"
            ),
            _ => format!("leave {key} out"),
        };
        (what, remedy)
    }

    fn redirect(&self) -> (Message, String) {
        let (key, path) = (self.key, self.publication.route.path());
        let what = message!("{key} has no effect: readers of {path} would stay there");
        (what, format!("remove the file, and add {path} to the aliases of the story that it leads to"))
    }

    /// Whether the date is not later than the date that readers see anyway.
    fn is_no_change(&self) -> bool {
        let Publication { date, updated, calendar, .. } = self.publication;
        let shown = updated.or(*date);
        let changed = calendar.read(&text(&self.value.value));
        matches!((changed, shown), (Some(changed), Some(shown)) if changed <= *shown)
    }

    /// The end of the embargo, if it comes after the date. Of a page that has no date it is noted if it is still to come.
    fn embargo(&self, notes: &mut Notes) -> Option<Embargo> {
        let Found { key, value, publication: Publication { route, date, now, calendar, .. } } = self;
        let until = super::date(value, key, calendar, notes)?;
        if matches!(route, Route::Story { .. }) {
            let time = until.timestamp();
            let until = (time.as_second(), time.subsec_nanosecond());
            let is_later = date.is_none_or(|date| time > date.timestamp());
            return is_later.then(|| Embargo { line: value.line, key: String::from(*key), until });
        }
        if until > **now {
            let what = message!("{key} has no effect: {} would be published now", route.path());
            notes.note(value.line, what.about(key), format!("add the file when its time has come, or leave {key} out"));
        }
        None
    }
}

/// A value as text; empty if it is something else.
fn text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Date(text) | Value::Number(text) => String::from(text.trim()),
        Value::Flag(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// Whether a value says anything but that everybody may read the text: `status: draft`, `visibility: members`.
fn keeps_back(value: &Value) -> bool {
    const SHOWN: [&str; 5] = ["published", "publish", "public", "live", "final"];
    let text = text(value);
    !text.is_empty() && !SHOWN.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a value keeps a text out of some place: `sitemap: false`, `sitemap: {disable: true}`, `build: {render: never}`,
/// `robots: noindex`, `outputs: [json]`.
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
