//! The headline of a page.

use maud::{Markup, html};

/// The page's only `h1`, with the class `class`. It can take the focus, which moves here after a navigation.
pub fn headline(text: &str, class: &str) -> Markup {
    html! { h1 class=(class) tabindex="-1" { (text) } }
}
