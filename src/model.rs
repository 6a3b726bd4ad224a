//! The documents on the wire: what press writes and the browser reads, as serde types.
//!
//! One type per file. Start with [`Document`]. [`Sheet`] is a document in a file of its own, [`MastheadSheet`] the
//! newspaper in one, and [`Pressed`] both within a page, each with the number of the format.

mod archive_page;
mod article;
mod correction;
mod counter;
mod direction;
mod document;
mod front;
mod heading;
mod image;
mod listing;
mod masthead_sheet;
mod moment;
mod network;
mod page_link;
mod picture;
mod plain_page;
mod pressed;
mod ranking;
mod search_page;
mod section_page;
mod sheet;
mod site;
mod strip;
mod subject;
mod subject_page;
mod teaser;

pub use archive_page::{ArchiveMonth, ArchivePage};
pub use article::Article;
pub use correction::Correction;
pub use counter::Counter;
pub use document::Document;
pub use front::Front;
pub use heading::Heading;
pub use image::Image;
pub use listing::Listing;
pub use masthead_sheet::MastheadSheet;
pub use moment::Moment;
pub use network::Network;
pub use page_link::PageLink;
pub use picture::Picture;
pub use plain_page::PlainPage;
pub use pressed::Pressed;
pub use ranking::Ranking;
pub use search_page::SearchPage;
pub use section_page::SectionPage;
pub use sheet::Sheet;
pub use site::Site;
pub use strip::Strip;
pub use subject::Subject;
pub use subject_page::SubjectPage;
pub use teaser::Teaser;

/// The number of the format that this code writes and reads. It goes up when an older reader could no longer
/// understand a document; a new field that readers may ignore does not count.
pub const FORMAT: u32 = 4;
