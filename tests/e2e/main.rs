//! The newspaper as readers see it: the release site in `dist/`, served as by any static host, in Chromium and, where
//! the engine matters, in Firefox.
//!
//! `make test` builds the site and runs these tests; afterwards `cargo test -p browser-tests` runs them alone. The
//! modules [`host`], [`server`], [`counter`], [`paper`], [`service`], [`stress`], [`browser`], [`input`], [`meter`]
//! and [`arrival`] support the tests; all others are tests.
#![allow(clippy::expect_used, reason = "a test that cannot go on panics")]

mod arrival;
mod browser;
mod counter;
mod host;
mod input;
mod meter;
mod paper;
mod server;
mod service;
mod serving;
mod stress;

mod accessibility;
mod addresses;
mod carousel;
mod comfort;
mod counter_limits;
mod failures;
mod firefox;
mod fonts;
mod front_door;
mod history;
mod journeys;
mod jumps;
mod keyboard;
mod layout;
mod links;
mod loader;
mod look;
mod masthead;
mod moves;
mod pages;
mod plain;
mod prefetch;
mod privacy;
mod reader;
mod search;
mod share;
mod slowness;
mod story;
mod style;
mod taking_over;
mod turning;
mod views;
mod without_a_trace;
