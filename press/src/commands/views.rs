//! `press views`: from and to the service that counts.

mod args;
mod client;
mod pull;
mod seed;

pub use args::ViewsCommand;
