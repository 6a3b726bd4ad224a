//! `press views`: exchanges view counts with the counter service.

mod args;
mod client;
mod pull;
mod seed;
mod stories;

pub use args::ViewsCommand;
