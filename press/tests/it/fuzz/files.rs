//! Damaged `site.toml` and `views.json` files.

use proptest::prelude::*;

use super::damage::{damage, damaged};
use super::newsroom::{MATTER, Newsroom, config};
use super::seeds;

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_damaged_site_file_is_read_or_its_errors_reported(
        seed in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let site = damaged(seed.get(seeds::SITES.as_slice()).as_slice(), &damages);
        drop(Newsroom::with(&[("site.toml", &site), ("town/lamp.md", MATTER.as_bytes())]).read());
    }

    #[test]
    fn a_damaged_views_file_is_read_or_its_errors_reported(damages in prop::collection::vec(damage(), 1..5)) {
        let views = damaged(seeds::VIEWS.as_bytes(), &damages);
        drop(Newsroom::with(&[("views.json", &views), ("town/lamp.md", MATTER.as_bytes())]).read());
    }
}
