//! The documents on the wire: what press writes and the browser reads, as serde types.
//!
//! A type per file. [`Document`] is the one to start with; [`Sheet`], [`MastheadSheet`] and [`Pressed`] are the three
//! envelopes it travels in, each with the number of its format.

mod about;
mod archive_page;
mod article;
mod author_page;
mod author_ref;
mod corrected;
mod correction;
mod corrections_page;
mod counter;
mod document;
mod footer_link;
mod front;
mod heading;
mod image;
mod listing;
mod masthead_sheet;
mod moment;
mod network;
mod picture;
mod pressed;
mod ranking;
mod search_page;
mod section;
mod section_page;
mod sheet;
mod site;
mod strip;
mod tag;
mod tag_page;
mod teaser;
mod translation;

pub use about::About;
pub use archive_page::ArchivePage;
pub use article::Article;
pub use author_page::AuthorPage;
pub use author_ref::AuthorRef;
pub use corrected::Corrected;
pub use correction::Correction;
pub use corrections_page::CorrectionsPage;
pub use counter::Counter;
pub use document::Document;
pub use footer_link::FooterLink;
pub use front::Front;
pub use heading::Heading;
pub use image::Image;
pub use listing::Listing;
pub use masthead_sheet::MastheadSheet;
pub use moment::Moment;
pub use network::Network;
pub use picture::Picture;
pub use pressed::Pressed;
pub use ranking::Ranking;
pub use search_page::SearchPage;
pub use section::Section;
pub use section_page::SectionPage;
pub use sheet::Sheet;
pub use site::Site;
pub use strip::Strip;
pub use tag::Tag;
pub use tag_page::TagPage;
pub use teaser::Teaser;
pub use translation::Translation;

/// The number of the format that this code writes and reads. It goes up when an older reader could no longer
/// understand a document; adding a field that readers may ignore does not count.
pub const FORMAT: u32 = 4;
