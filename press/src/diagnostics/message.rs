//! The text of a diagnostic, and the kind of fault it describes.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use super::escaped::escaped;

/// The text of a diagnostic, and the kind of fault: the same text without the names in it. Two messages of one kind
/// differ at most in what they name, such as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    text: Cow<'static, str>,
    kind: Cow<'static, str>,
}

/// Creates a [`Message`] from a format string, which is also its kind.
macro_rules! message {
    ($words:literal $($names:tt)*) => {
        $crate::diagnostics::message::Message::new(format!($words $($names)*), $words)
    };
}
pub(crate) use message;

impl Message {
    /// The message `text`; all messages of a kind have the same `kind`.
    pub fn new(text: String, kind: &'static str) -> Message {
        Message { text: Cow::Owned(text), kind: Cow::Borrowed(kind) }
    }

    /// Makes the message a kind of its own by adding `name`: a missing title is not a missing date.
    pub fn about(self, name: &str) -> Message {
        Message { kind: Cow::Owned([&self.kind, " ", name].concat()), ..self }
    }

    /// The message followed by `other`.
    pub fn then(self, other: &Message) -> Message {
        let join = |one: &str, other: &str| Cow::Owned([one, " ", other].concat());
        Message { text: join(&self.text, &other.text), kind: join(&self.kind, &other.kind) }
    }

    /// The kind of fault.
    pub fn kind(&self) -> &str {
        &self.kind
    }
}

impl From<&'static str> for Message {
    /// A message without names, which is its own kind.
    fn from(text: &'static str) -> Message {
        Message { text: Cow::Borrowed(text), kind: Cow::Borrowed(text) }
    }
}

impl Deref for Message {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Message {
    /// On one line, safe to print.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&escaped(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn messages_of_one_kind_differ_only_in_what_they_name() {
        let picture = |file: &str| message!("picture \"{file}\"").then(&Message::from("is animated"));
        assert_eq!(&*picture("a.gif"), "picture \"a.gif\" is animated");
        assert_eq!(picture("a.gif").kind(), picture("b.gif").kind());
        assert_ne!(picture("a.gif"), picture("b.gif"));
        let missing = |key: &str| message!("{key} is missing").about(key);
        assert_ne!(missing("title").kind(), missing("date").kind());
    }
}
