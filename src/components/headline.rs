//! The headline of a page.

use maud::{Markup, html};

/// The page's only `h1`. It can take focus, because that is where a reader stands after a move.
pub fn headline(text: &str, class: &str) -> Markup {
    html! { h1 class={ "headline " (class) } tabindex="-1" { (text) } }
}
