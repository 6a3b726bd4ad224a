//! Reads environment variables. Nothing else does, so that all variables of a kind are read alike.

use std::env;
use std::ffi::OsString;

use thiserror::Error;

/// Values that switch something off, case-insensitively. An empty value does, too.
const OFF: [&str; 4] = ["0", "false", "no", "off"];

/// Values that switch something on, case-insensitively.
const ON: [&str; 4] = ["1", "true", "yes", "on"];

/// An environment variable with an invalid value.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("the environment variable {name} is \"{value}\"\n  remedy: {remedy}")]
pub struct BadVariable {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What to set it to instead.
    pub remedy: String,
}

/// The value of a variable; none if it is unset or empty.
///
/// # Errors
/// Its value is not valid UTF-8.
pub fn variable(name: &'static str) -> Result<Option<String>, BadVariable> {
    read(name, env::var_os(name))
}

/// Whether a variable switches something on. Unset or empty, it does not.
///
/// # Errors
/// Its value means neither on nor off, so that nothing is switched on by accident.
pub fn switch(name: &'static str) -> Result<bool, BadVariable> {
    is_on(name, variable(name)?)
}

/// The parsed value of a variable; none if it is unset, empty or switched off. `form` describes valid values.
///
/// # Errors
/// The value is invalid.
pub fn value<T>(
    name: &'static str,
    form: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, BadVariable> {
    let Some(value) = variable(name)?.filter(|value| !says(&OFF, value)) else { return Ok(None) };
    let parsed = parse(value.trim());
    parsed.map(Some).ok_or_else(|| BadVariable { name, value, remedy: format!("set it to {form}, or unset it") })
}

fn read(name: &'static str, value: Option<OsString>) -> Result<Option<String>, BadVariable> {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return Ok(None) };
    value.into_string().map(Some).map_err(|value| BadVariable {
        name,
        value: value.to_string_lossy().into_owned(),
        remedy: String::from("set it to valid UTF-8, or unset it"),
    })
}

fn is_on(name: &'static str, value: Option<String>) -> Result<bool, BadVariable> {
    match value {
        None => Ok(false),
        Some(value) if value.trim().is_empty() || says(&OFF, &value) => Ok(false),
        Some(value) if says(&ON, &value) => Ok(true),
        Some(value) => {
            let remedy = format!("set it to {} to switch it on, or to {} to switch it off", listed(&ON), listed(&OFF));
            Err(BadVariable { name, value, remedy })
        }
    }
}

/// The words with commas between them and "or" before the last.
fn listed(words: &[&str]) -> String {
    let (last, others) = words.split_last().unwrap_or((&"", &[]));
    format!("{} or {last}", others.join(", "))
}

fn says(words: &[&str], value: &str) -> bool {
    words.iter().any(|word| value.trim().eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::is_on;

    #[test]
    fn a_switch_is_on_only_for_values_that_mean_on() {
        let is_on = |value: &str| is_on("PRESS_DRAFTS", Some(String::from(value))).map_err(|error| error.to_string());
        assert_eq!(super::is_on("PRESS_DRAFTS", None), Ok(false));
        for off in ["", " ", "0", "false", "FALSE", "no", "No", "off"] {
            assert_eq!(is_on(off), Ok(false), "{off:?}");
        }
        for on in ["1", "true", "True", "yes", "ON", " on "] {
            assert_eq!(is_on(on), Ok(true), "{on:?}");
        }
        let said = "the environment variable PRESS_DRAFTS is \"maybe\"\n  \
                    remedy: set it to 1, true, yes or on to switch it on, or to 0, false, no or off to switch it off";
        assert_eq!(is_on("maybe"), Err(String::from(said)));
        assert!(is_on("2").is_err() && is_on("-").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_utf_8_is_refused() {
        use std::os::unix::ffi::OsStringExt;
        let value = std::ffi::OsString::from_vec(vec![b'1', 0xff]);
        assert!(super::read("PRESS_DRAFTS", Some(value)).is_err());
    }
}
