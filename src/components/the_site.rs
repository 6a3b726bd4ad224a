//! The newspaper as context for the components of its pages.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Site;

/// The newspaper that the page belongs to.
#[derive(Clone)]
pub struct TheSite(pub Arc<Site>);

/// The newspaper that the page belongs to. Only below [`App`](crate::app::App), which provides it.
pub fn use_site() -> Arc<Site> {
    expect_context::<TheSite>().0
}
