//! Why a file of the content folder is not read.

use std::io::{Error, ErrorKind};

use crate::diagnostics::message::{Message, message};
use crate::store::plain_file::is_special;

/// Why a file of the content folder is not read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is a link that leads out of the folder.
    Outside,
    /// It is a named pipe, a socket or a device.
    Special,
    /// It has more than this many bytes.
    TooLarge(u64),
    /// What the system reported.
    System(Error),
}

impl Unreadable {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        matches!(self, Unreadable::System(error) if error.kind() == ErrorKind::NotFound)
    }

    /// What is wrong, as the end of a sentence about the file.
    pub fn what(&self) -> Message {
        match self {
            Unreadable::Outside => "is a symbolic link that leads out of the content folder".into(),
            Unreadable::Special => "is a named pipe, a socket or a device".into(),
            Unreadable::TooLarge(largest) => message!("is larger than {} MB", largest / 1_000_000),
            Unreadable::System(error) => message!("cannot be read: {error}"),
        }
    }

    /// How to fix it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Unreadable::Outside => "replace the link by a copy of what it leads to",
            Unreadable::Special => "put a regular file there, or remove it",
            Unreadable::TooLarge(_) => "divide it, or leave out what readers do not need",
            Unreadable::System(_) => "check its permissions",
        }
    }
}

impl From<Error> for Unreadable {
    fn from(error: Error) -> Unreadable {
        if is_special(&error) { Unreadable::Special } else { Unreadable::System(error) }
    }
}
