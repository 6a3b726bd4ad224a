//! An edition becomes files: pages, their heads, feeds, maps, redirects, the search, and what comes with them.

pub mod assets;
pub mod body;
pub mod feeds;
pub mod head;
pub mod html;
pub mod manifest;
pub mod pages;
pub mod redirects;
pub mod search;
pub mod shell;
pub mod sitemap;
