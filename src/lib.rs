//! The Odessa Journal: every page of the newspaper as a function of its document, in the browser and on paper.
//!
//! # Layout
//!
//! Dependencies point one way, down this list; `tests/layering.rs` holds it.
//!
//! - [`words`]: the words of the interface, in each of its languages
//! - [`model`]: the documents on the wire
//! - [`route`]: the addresses, the only place where they are written and read
//! - [`head`]: title, description, canonical address and language of a document
//! - [`browser`]: the only place that asks the window; nothing in it runs while rendering
//! - [`archive`]: the browser's documents: fetched, kept, prefetched, given up
//! - [`navigation`]: follows the address; loading, failure, focus, announcement, scroll
//! - [`components`]: the parts of a page
//! - [`pages`]: a page per kind of document
//! - [`frame`]: what surrounds every page: masthead, footer; press writes it
//! - [`controls`]: how the parts of a page react to the reader
//! - [`reader`]: what the newspaper does for one reader, and keeps on the reader's device
//! - [`views`]: how often stories are read, where the publisher has a service that counts
//! - [`search`]: full-text search, as press and a worker in the browser use it; knows neither files nor network
//! - [`enquiry`]: what readers look for: the search page, its field, headlines offered while they type
//! - [`app`]: takes the pressed page over and turns its pages

pub mod app;
pub mod archive;
pub mod browser;
pub mod components;
pub mod controls;
pub mod enquiry;
pub mod frame;
pub mod head;
pub mod model;
pub mod navigation;
pub mod pages;
pub mod reader;
pub mod route;
pub mod search;
pub mod views;
pub mod words;
