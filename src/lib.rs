//! The Odessa Journal: every page of the newspaper as a function of its document, in the browser and on paper.

pub mod model;
pub mod route;
