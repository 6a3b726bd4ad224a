//! `site.toml` and `views.json` with damage.

use proptest::prelude::*;

use crate::damage::{damage, damaged};
use crate::newsroom::{MATTER, Newsroom, config};
use crate::seeds;

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_damaged_site_file_is_read_or_told_where_it_is_damaged(
        seed in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let site = damaged(seed.get(seeds::SITES.as_slice()).as_slice(), &damages);
        drop(Newsroom::with(&[("site.toml", &site), ("town/lamp.md", MATTER.as_bytes())]).read());
    }

    #[test]
    fn damaged_views_are_read_or_told_where_they_are_damaged(damages in prop::collection::vec(damage(), 1..5)) {
        let views = damaged(seeds::VIEWS.as_bytes(), &damages);
        drop(Newsroom::with(&[("views.json", &views), ("town/lamp.md", MATTER.as_bytes())]).read());
    }
}
