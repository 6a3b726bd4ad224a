//! `press`: stories in, a site of plain HTML pages and JSON documents out.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    press::commands::run()
}
