//! The content folder: its files and how they are parsed.

pub mod alias;
pub mod files;
pub mod folder;
pub mod front_matter;
pub mod inventory;
pub mod keys;
pub mod manuscript;
pub mod peek;
pub mod shown;
pub mod site_file;
pub mod story_file;
pub mod unreadable;
pub mod views;
