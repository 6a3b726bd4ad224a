//! Single values of front matter.

use crate::commands::import::markdown_site::dates::day_of_name;
use crate::commands::import::markdown_site::html::words;
use crate::commands::import::markdown_site::keys::{Keys, text};
use crate::commands::import::markdown_site::text_file::TextFile;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::plain_text;
use crate::commands::import::source::picture::OldPicture;
use crate::content::keys::value::Value;
use crate::locale::language::Language;

/// A headline without marks of HTML and Markdown; signs such as `<` in it stay.
pub fn headline(title: &str) -> String {
    const INLINE: [&str; 14] =
        ["em", "i", "b", "strong", "code", "br", "sup", "sub", "span", "a", "small", "u", "s", "mark"];
    let has_tags = title.split('<').skip(1).any(|rest| {
        let rest = rest.trim_start_matches('/');
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        INLINE.contains(&&rest[..length]) && rest[length..].starts_with(['>', ' ', '/'])
    });
    let text = if has_tags { plain_text(title) } else { plain_text(&title.replace('<', "&lt;")) };
    let is_even = |sign: &str| text.matches(sign).count() % 2 == 0;
    let text = if is_even("`") { text.replace('`', "") } else { text.clone() };
    if is_even("**") { text.replace("**", "") } else { text }
}

/// A headline made from a file's name.
pub fn file_headline(name: &str) -> String {
    let name = day_of_name(name).map_or(name, |(_, rest)| rest);
    let words: Vec<&str> = name.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The excerpt or the summary, as plain text.
pub fn description(keys: &Keys) -> Option<String> {
    let text =
        keys.text(&["description", "summary", "excerpt", "params.description", "extra.description", "subtitle", "dek"]);
    text.map(|text| words(&text)).filter(|text| !text.is_empty())
}

/// The lead picture that the keys name.
pub fn picture(keys: &Keys) -> Option<OldPicture> {
    const PLACES: [&str; 24] = [
        "featured_image",
        "feature_image",
        "image",
        "cover",
        "images",
        "picture",
        "hero",
        "hero_image",
        "thumbnail",
        "banner",
        "lead_image",
        "post_image",
        "img",
        "og_image",
        "header.image",
        "header.overlay_image",
        "header.teaser",
        "params.image",
        "params.cover",
        "params.images",
        "extra.image",
        "extra.cover",
        "extra.thumbnail",
        "params.featured_image",
    ];
    let (place, value) = PLACES.iter().find_map(|place| {
        let value = keys.get(place)?;
        let first = match value {
            Value::List(items) => &items.first()?.value,
            other => other,
        };
        Some((*place, first.clone()))
    })?;
    let table = Keys::of(value.clone());
    let address =
        text(&value).or_else(|| table.text(&["src", "url", "image", "path", "file", "filename", "feature"]))?;
    let near =
        |what: &str| keys.text(&[&format!("{place}_{what}"), &format!("image_{what}"), &format!("cover_{what}")]);
    let alt = table.text(&["alt", "description"]).or_else(|| near("alt")).unwrap_or_default();
    let caption =
        table.text(&["caption", "title"]).or_else(|| near("caption")).or_else(|| keys.text(&["header.caption"]));
    let caption = caption.unwrap_or_default();
    Some(OldPicture { address, alt: words(&alt), caption: words(&caption), parent: String::new() })
}

/// The tag of the language of a text, by its place or its keys.
pub fn language(file: &TextFile, keys: &Keys, notes: &mut Vec<Note>) -> Option<String> {
    let written = file.language.clone().or_else(|| keys.text(&["lang", "language", "locale"]))?;
    let tag = written.replace('_', "-");
    if Language::is_tag(&tag) {
        return Some(tag);
    }
    notes.push(Note::left_out(format!("its language \"{written}\" is not a language tag and was left out")));
    None
}
