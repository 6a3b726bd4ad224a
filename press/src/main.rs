//! Presses the newspaper: stories in, a site of plain HTML pages and JSON documents out.

fn main() {}
