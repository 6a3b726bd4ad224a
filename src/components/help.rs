//! The list of the keyboard shortcuts.

use maud::{Markup, html};

use crate::words::Words;

/// A dialog that says which key does what. The app opens it.
pub fn help(words: Words) -> Markup {
    let keys = [
        ("/", words.help_search()),
        ("j", words.help_next()),
        ("k", words.help_previous()),
        ("s", words.help_save()),
        ("?", words.help_help()),
    ];
    html! {
        dialog id="help" class="help" aria-labelledby="help-title" {
            h2 id="help-title" class="panel-title" { (words.help_title()) }
            dl class="keys" {
                @for (key, what) in keys {
                    div { dt { kbd { (key) } } dd { (what) } }
                }
            }
            form method="dialog" { button type="submit" class="button" { (words.close()) } }
        }
    }
}
