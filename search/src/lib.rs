//! Full-text search on static files: building an index and querying it. Press writes the index and a worker in the
//! browser reads it, both through this module, which uses neither files nor network.
//!
//! - [`Words`]; `tokens`, `stem`, `ukrainian`: from a text to the terms it is found by
//! - [`Indexer`]: from the terms of all stories to files; `shard`: terms with the stories that have them, a few
//!   hundred to a file
//! - [`Catalogue`]: the file that lists the others
//! - [`Query`], [`Finder`]: from the words that a reader typed to the stories, best first
//! - [`Question`]: what a page asks the worker
//! - `excerpt`: the part of a text that shows why it was found
//!
//! README.md describes the format.

mod catalogue;
mod excerpt;
mod finder;
mod indexer;
mod query;
mod question;
mod reader;
mod shard;
mod sheets;
mod stem;
mod tokens;
mod ukrainian;
mod words;

pub use catalogue::{Catalogue, Named};
pub use excerpt::{Piece, excerpt};
pub use finder::{Filter, Finder, Found, Order};
pub use indexer::{Entry, Indexer};
pub use query::Query;
pub use question::Question;
pub use reader::{Damaged, packed};
pub use sheets::Sheets;
pub use words::Words;
