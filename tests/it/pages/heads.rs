//! Title, description and canonical address of every kind of page.

use std::fmt::Write;

use journal::head::Head;

use super::documents::{all, site};
use super::snapshot::expect;

#[test]
fn every_head_matches_the_snapshot() {
    let mut heads = String::new();
    let heads_of_pages = all().into_iter().map(|(name, document)| (name, Head::of(&site(), &document)));
    for (name, head) in heads_of_pages.chain([("failure", Head::of_failure(&site()))]) {
        writeln!(heads, "{name} ({})", head.language).unwrap();
        writeln!(heads, "  title:       {}", head.title).unwrap();
        writeln!(heads, "  description: {}", head.description).unwrap();
        writeln!(heads, "  canonical:   {}", head.canonical.as_deref().unwrap_or("none")).unwrap();
    }
    expect("heads.txt", &heads);
}
