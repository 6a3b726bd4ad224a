//! The values of Liquid: `{{ site.baseurl }}`, `{{ "/x/" | relative_url }}`.

use super::page_context::PageContext;
use super::path_names::plain;
use crate::commands::import::plain_text::plain_text;

/// The value of an expression with its filters; none if it cannot be known without running the program.
pub fn value(expression: &str, page: &PageContext<'_>) -> Option<String> {
    let mut parts = divided(expression, '|').into_iter();
    let mut value = simple(parts.next()?.trim(), page)?;
    for filter in parts {
        let (name, argument) = filter.split_once(':').unwrap_or((filter, ""));
        let argument = || simple(argument.trim(), page);
        value = match name.trim() {
            "relative_url" | "url" => own_path(&value, page),
            "absolute_url" => full(&value, page),
            "prepend" => [argument()?, value].concat(),
            "append" => [value, argument()?].concat(),
            "upcase" | "upper" => value.to_uppercase(),
            "downcase" | "lower" => value.to_lowercase(),
            "slugify" | "slug" => plain(&value),
            "strip_html" => plain_text(&value),
            "default" => value,
            "escape" | "strip" | "trim" | "safe" | "markdownify" | "xml_escape" | "escape_once" | "uri_escape" => value,
            _ => return None,
        };
    }
    Some(value)
}

fn simple(expression: &str, page: &PageContext<'_>) -> Option<String> {
    let quote = expression.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    if let Some(quote) = quote {
        return expression.strip_prefix(quote)?.strip_suffix(quote).map(String::from);
    }
    if !expression.is_empty() && expression.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Some(String::from(expression));
    }
    match expression {
        "site.baseurl" | "site.base_url" => Some(page.settings.base()),
        "site.url" => Some(full("", page)),
        _ => {
            let own = expression.strip_prefix("page.").or_else(|| expression.strip_prefix("post."));
            let own = own.or_else(|| (!expression.contains('.')).then_some(expression));
            match (own, expression.strip_prefix("site.")) {
                (Some(key), _) => page.keys.text(&[key]),
                (None, Some(key)) => page.settings.keys.text(&[key]),
                (None, None) => None,
            }
        }
    }
}

/// A path of the site with what all its addresses begin with.
fn own_path(path: &str, page: &PageContext<'_>) -> String {
    if path.contains("://") {
        return String::from(path);
    }
    format!("{}/{}", page.settings.base(), path.trim_start_matches('/'))
}

fn full(path: &str, page: &PageContext<'_>) -> String {
    if path.contains("://") {
        return String::from(path);
    }
    let base = page.settings.base();
    let address = page.settings.address.as_deref().unwrap_or_default().trim_end_matches('/');
    // `site.url` is without the base.
    if path.is_empty() {
        return String::from(address.strip_suffix(base.as_str()).unwrap_or(address));
    }
    format!("{address}/{}", path.trim_start_matches('/'))
}

/// Divides a text at a sign that is not in quotation marks.
fn divided(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut quote = None;
    for (place, letter) in text.char_indices() {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == sign => {
                parts.push(&text[start..place]);
                start = place + letter.len_utf8();
            }
            None => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
