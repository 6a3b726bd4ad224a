//! Turns an edition into files: pages, their heads, feeds, sitemaps, redirects, the search index, and assets.

pub mod assets;
pub mod body;
pub mod feeds;
pub mod head;
pub mod headers;
pub mod host_file;
pub mod html;
pub mod manifest;
pub mod pages;
pub mod policy;
pub mod redirects;
pub mod search;
pub mod security_txt;
pub mod shell;
pub mod sitemap;
