//! The parts of a page, each a function of its arguments.
//!
//! All parts are [`maud`] templates, which cost the app a few hundred bytes each; where the page changes, their
//! HTML is set. How they react to the reader is in [`controls`](crate::controls). See
//! docs/adr/0008-every-part-is-a-template.md.

mod age_notice;
mod breadcrumb;
mod byline;
mod card;
mod cards;
mod carousel;
mod contents;
mod corrected;
mod corrections;
mod dateline;
mod failure;
mod follow;
mod footer;
mod found;
mod frame;
mod headline;
mod help;
mod image;
mod kicker;
mod lead_picture;
mod masthead;
mod pagination;
mod reading_panel;
mod resume;
mod save;
mod search_form;
mod section_links;
mod share;
mod share_link;
mod tags;
mod time;
pub mod tone;
mod views;

pub use age_notice::age_notice;
pub use breadcrumb::breadcrumb;
pub use byline::{byline, written_by};
pub use card::{Place, card, card_about};
pub use cards::cards;
pub use carousel::carousel;
pub use contents::contents;
pub use corrected::{Corrected, corrected};
pub use corrections::corrections;
pub use dateline::dateline;
pub use failure::failure;
pub use follow::follow;
pub use footer::footer;
pub use found::{choices, found, found_status, suggestions};
pub use frame::Frame;
pub use headline::headline;
pub use help::help;
pub use image::{image, sources};
pub use kicker::kicker;
pub use lead_picture::lead_picture;
pub use masthead::masthead;
pub use pagination::pagination;
pub use reading_panel::reading_panel;
pub use resume::resume;
pub use save::save;
pub use search_form::{search_form, search_line};
pub use section_links::section_links;
pub use share::{share_panel, share_row};
pub use share_link::share_link;
pub use tags::tags;
pub use time::{date, date_and_time};
pub use views::views;
