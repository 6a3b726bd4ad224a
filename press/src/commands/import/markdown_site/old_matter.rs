//! Splits a text of another program into front matter and text.

use super::keys::Keys;
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;
use crate::diagnostics::notes::Notes;

/// A text of another program.
#[derive(Debug)]
pub struct OldMatter<'a> {
    /// The keys of its front matter; empty if it has none.
    pub keys: Keys,
    /// The text after it.
    pub text: &'a str,
    /// Whether there is front matter.
    pub is_there: bool,
}

impl OldMatter<'_> {
    /// Splits `file`, which is called `name`: TOML between `+++`, YAML between `---`, or JSON, as a value of its own or
    /// between `---json` and `---`.
    ///
    /// # Errors
    /// What is wrong with the front matter, with the file, the line and a remedy.
    pub fn read<'a>(file: &'a str, name: &str) -> Result<OldMatter<'a>, String> {
        let first = file.lines().next().unwrap_or_default();
        let (fence, kind) = match first.trim_end() {
            "+++" => ("+++", Kind::Toml),
            "---" | "---yaml" | "--- yaml" => ("---", Kind::Yaml),
            "---toml" | "--- toml" => ("---", Kind::Toml),
            "---json" | "--- json" => ("---", Kind::Json),
            ";;;" => (";;;", Kind::Json),
            "{" => return of_json_alone(file, name),
            _ => return Ok(OldMatter { keys: Keys::default(), text: file, is_there: false }),
        };
        let begin = file.split_inclusive('\n').next().map_or(0, str::len);
        let mut end = begin;
        for line in file[begin..].split_inclusive('\n') {
            let is_end = line.trim_end() == fence || (kind == Kind::Yaml && line.trim_end() == "...");
            if is_end {
                let keys = read(&file[begin..end], kind, name)?;
                return Ok(OldMatter { keys, text: &file[end + line.len()..], is_there: true });
            }
            end += line.len();
        }
        // A text can begin with a rule.
        if kind == Kind::Yaml && !file[begin..].lines().next().is_some_and(|line| line.contains(':')) {
            return Ok(OldMatter { keys: Keys::default(), text: file, is_there: false });
        }
        Err(format!("{name}:1: the front matter that begins with {fence} is not closed; add a line {fence} after it"))
    }
}

/// The form of front matter or of a data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}

impl Kind {
    /// The form of a file, by its name.
    pub fn of(name: &str) -> Option<Kind> {
        match name.rsplit('.').next()? {
            "toml" => Some(Kind::Toml),
            "yaml" | "yml" => Some(Kind::Yaml),
            "json" => Some(Kind::Json),
            _ => None,
        }
    }
}

/// The keys of front matter whose first line is the second of the file called `name`.
fn read(text: &str, kind: Kind, name: &str) -> Result<Keys, String> {
    value(text, kind, name, 2).map(Keys::of)
}

/// The value of a text in one of the three forms, which starts on line `first_line` of the file called `name`.
///
/// # Errors
/// What is wrong with it, with the file, the line and a remedy.
pub fn value(text: &str, kind: Kind, name: &str, first_line: u32) -> Result<Value, String> {
    let mut notes = Notes::on(name);
    let value = match kind {
        _ if text.trim().is_empty() => Some(Value::Table(Vec::new())),
        Kind::Toml => Value::from_toml(text, first_line, &mut notes),
        Kind::Yaml => Value::from_lenient_yaml(text, first_line, &mut notes),
        Kind::Json => {
            let read = serde_json::from_str::<serde_json::Value>(text);
            return read.map(of_json).map_err(|error| bad_json(&error, name, first_line));
        }
    };
    value.ok_or_else(|| {
        let mistake = notes.into_mistakes().into_iter().next();
        mistake.map_or_else(
            || format!("{name}: it cannot be read; repair it"),
            |mistake| {
                let line = mistake.line.unwrap_or(first_line);
                format!("{name}:{line}: {}; {}", &*mistake.message, mistake.remedy)
            },
        )
    })
}

fn of_json_alone<'a>(file: &'a str, name: &str) -> Result<OldMatter<'a>, String> {
    let mut values = serde_json::Deserializer::from_str(file).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(value @ serde_json::Value::Object(_))) => {
            let text = &file[values.byte_offset()..];
            Ok(OldMatter { keys: Keys::of(of_json(value)), text, is_there: true })
        }
        Some(Err(error)) if error.is_eof() || file.trim_start()[1..].trim_start().starts_with('"') => {
            Err(bad_json(&error, name, 1))
        }
        _ => Ok(OldMatter { keys: Keys::default(), text: file, is_there: false }),
    }
}

fn bad_json(error: &serde_json::Error, name: &str, first_line: u32) -> String {
    let line = first_line + u32::try_from(error.line().max(1) - 1).unwrap_or_default();
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    format!("{name}:{line}: invalid JSON: {what}; write it as \"key\": \"value\", with commas between the keys")
}

fn of_json(value: serde_json::Value) -> Value {
    use crate::locale::printable::printable;
    let lined = |value| Lined::new(1, of_json(value));
    match value {
        serde_json::Value::Null => Value::Nothing,
        serde_json::Value::Bool(flag) => Value::Flag(flag),
        serde_json::Value::Number(number) => Value::Number(number.to_string()),
        serde_json::Value::String(text) => Value::Text(printable(text)),
        serde_json::Value::Array(items) => Value::List(items.into_iter().map(lined).collect()),
        serde_json::Value::Object(entries) => Value::Table(
            entries.into_iter().map(|(key, value)| (Lined::new(1, printable(key)), lined(value))).collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::OldMatter;

    fn title(file: &str) -> (Option<String>, String) {
        let matter = OldMatter::read(file, "x.md").unwrap();
        (matter.keys.text(&["title"]), String::from(matter.text))
    }

    #[test]
    fn front_matter_may_be_toml_yaml_or_json() {
        let lamp = (Some(String::from("Lamp")), String::from("Text\n"));
        for file in [
            "+++\ntitle = 'Lamp'\n+++\nText\n",
            "---\ntitle: Lamp\n---\nText\n",
            "---\ntitle: Lamp\n...\nText\n",
            "---toml\ntitle = 'Lamp'\n---\nText\n",
            "---json\n{\"title\": \"Lamp\"}\n---\nText\n",
        ] {
            assert_eq!(title(file), lamp, "{file}");
        }
        assert_eq!(title("{\n\"title\": \"Lamp\"}\nText\n"), (Some(String::from("Lamp")), String::from("\nText\n")));
    }

    #[test]
    fn a_text_needs_no_front_matter() {
        for file in ["Text", "", "---\n\nText", "{\n% x %}", "# Lamp\n\n---\n"] {
            assert_eq!(title(file), (None, String::from(file)), "{file}");
        }
    }

    #[test]
    fn what_is_wrong_has_a_line_and_a_remedy() {
        let fault = |file: &str| OldMatter::read(file, "x.md").err().unwrap();
        assert!(fault("+++\na = 1\nb = \n+++\n").starts_with("x.md:3: invalid TOML: "));
        assert!(fault("---\na: 1\nb: \"\n---\n").starts_with("x.md:"));
        assert!(fault("{\n\"a\": 1,\n\"b\"}").starts_with("x.md:3: invalid JSON: "));
        let open = "x.md:1: the front matter that begins with --- is not closed; add a line --- after it";
        assert_eq!(fault("---\na: 1\n"), open);
    }
}
