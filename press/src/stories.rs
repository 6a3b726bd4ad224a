//! Content files, read and rendered: stories, authors, the page about the newspaper; and the cache of stories.

pub mod about_page;
pub mod article;
pub mod author;
pub mod cache;
pub mod context;
pub mod references;
pub mod source_key;
pub mod story;
pub mod summary;
