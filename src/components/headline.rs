//! The headline of a page.

use maud::{Markup, html};

/// The page's only `h1`, in the class `class`. It can take focus, because that is where a reader stands after a move.
pub fn headline(text: &str, class: &str) -> Markup {
    html! { h1 class=(class) tabindex="-1" { (text) } }
}
