//! The Odessa Journal: every page of the newspaper as a function of its document, in the browser and on the host.
//!
//! # Layout
//!
//! A module uses only modules above it in this list; `tests/layering.rs` checks which.
//!
//! - [`words`]: the words of the interface, in each of its languages
//! - [`model`]: the documents on the wire
//! - [`route`]: the addresses, built and parsed only here
//! - [`head`]: title, description, canonical address and language of a document
//! - [`browser`]: browser APIs; nothing in it runs while a page is rendered
//! - [`archive`]: the documents in the browser: fetching, caching, prefetching, cancelling
//! - [`navigation`]: follows the address; loading, failure, focus, announcement, scroll
//! - [`components`]: the parts of a page
//! - [`pages`]: a page per kind of document
//! - [`frame`]: the frame around every page, with masthead and footer; press writes it
//! - [`controls`]: how the parts of a page react to the reader
//! - [`reader`]: what is personal to one reader, and stored on the reader's device
//! - [`views`]: how often stories are read, if the publisher has a service that counts
//! - [`enquiry`]: search in the page: the search page, its field, headlines suggested while the reader types
//! - [`app`]: hydrates the pressed page and swaps pages

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
pub mod views;
pub mod words;
