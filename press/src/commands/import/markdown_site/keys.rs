//! The keys of front matter and configuration files, looked up as leniently as their programs do.

use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;

/// A table of keys. Case, hyphens and underscores in names do not matter.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<(String, Lined<Value>)>);

impl Keys {
    /// The keys of a value; none if it is not a table.
    pub fn of(value: Value) -> Keys {
        match value {
            Value::Table(entries) => Keys(entries.into_iter().map(|(key, value)| (key.value, value)).collect()),
            _ => Keys::default(),
        }
    }

    /// The value at `path`: `title`, or `extra.author` in a table. The last one counts if a key is given twice.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let mut value = self.0.iter().rev().find(|(key, _)| is_same(key, first)).map(|(_, value)| &value.value)?;
        for part in rest.into_iter().flat_map(|rest| rest.split('.')) {
            let Value::Table(entries) = value else { return None };
            value = entries.iter().rev().find(|(key, _)| is_same(&key.value, part)).map(|(_, value)| &value.value)?;
        }
        (*value != Value::Nothing).then_some(value)
    }

    /// The first of these paths that has a value, and the value.
    pub fn first<'a>(&self, paths: &[&'a str]) -> Option<(&'a str, &Value)> {
        paths.iter().find_map(|path| Some((*path, self.get(path)?)))
    }

    /// The text at the first of these paths that has one; not empty.
    pub fn text(&self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| self.get(path).and_then(text))
    }

    /// The texts at all of these paths; a single text is a list of one.
    pub fn texts(&self, paths: &[&str]) -> Vec<String> {
        paths.iter().filter_map(|path| self.get(path)).flat_map(texts).collect()
    }

    /// Whether the value at `path` means yes or no.
    pub fn flag(&self, path: &str) -> Option<bool> {
        match self.get(path)? {
            Value::Flag(flag) => Some(*flag),
            other => match text(other)?.to_lowercase().as_str() {
                "true" | "yes" | "on" | "1" => Some(true),
                "false" | "no" | "off" | "0" => Some(false),
                _ => None,
            },
        }
    }

    /// The table at `path`; empty if there is none.
    pub fn table(&self, path: &str) -> Keys {
        self.get(path).cloned().map(Keys::of).unwrap_or_default()
    }

    /// All keys with their values, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), &value.value))
    }

    /// These keys, and those of `other` that are missing here.
    pub fn or(mut self, other: &Keys) -> Keys {
        for (key, value) in &other.0 {
            if !self.0.iter().any(|(own, _)| is_same(own, key)) {
                self.0.push((key.clone(), value.clone()));
            }
        }
        self
    }
}

/// A scalar as trimmed text; none if it is empty or not a scalar.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) => {
            Some(String::from(text.trim())).filter(|text| !text.is_empty())
        }
        _ => None,
    }
}

/// The texts of a list or of a single text.
pub fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items.iter().filter_map(|item| text(&item.value)).collect(),
        other => text(other).into_iter().collect(),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        name.chars().filter(|letter| !"-_ ".contains(*letter)).flat_map(char::to_lowercase).collect()
    };
    one == other || letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::Keys;
    use crate::content::keys::value::Value;
    use crate::diagnostics::notes::Notes;

    fn keys(toml: &str) -> Keys {
        Keys::of(Value::from_toml(toml, 1, &mut Notes::on("x")).unwrap())
    }

    #[test]
    fn names_are_compared_without_case_hyphens_and_underscores() {
        let keys = keys("Last_Modified-At = 'a'\n[extra]\nHero.image = 'b'");
        assert_eq!(keys.text(&["lastmod", "last_modified_at"]).as_deref(), Some("a"));
        assert_eq!(keys.text(&["extra.hero.image"]).as_deref(), Some("b"));
        assert_eq!(keys.text(&["extra.hero", "extra.image"]), None);
    }

    #[test]
    fn yes_and_no_are_flags_too() {
        let keys = keys("a = true\nb = 'no'\nc = 1\nd = 'perhaps'");
        assert_eq!(
            ["a", "b", "c", "d", "e"].map(|key| keys.flag(key)),
            [Some(true), Some(false), Some(true), None, None]
        );
    }
}
