//! The scenes, one file per group.

pub mod carnival;
pub mod culture;
pub mod desks;
pub mod garden;
pub mod halls;
pub mod harbour;
pub mod history;
pub mod monument;
pub mod night;
pub mod port;
pub mod science;
pub mod sea;
pub mod squares;
pub mod stairs;
pub mod streets;
pub mod tram;
pub mod workshop;
