//! The reading panel: how the newspaper looks to this reader.

use maud::{Markup, html};

use crate::words::Words;

/// Text size, theme, contrast, line width, line spacing, shortcuts. A popover: the browser opens it, closes it on
/// Escape and returns the focus. An input's name is that of the setting; its value becomes that of an attribute of
/// the root element, or, if it is empty, means the default.
pub fn reading_panel(words: Words) -> Markup {
    let themes = [("", words.system()), ("light", words.light()), ("dark", words.dark()), ("sepia", words.sepia())];
    let sizes = [
        ("1", words.smallest()),
        ("2", words.small()),
        ("", words.medium()),
        ("4", words.large()),
        ("5", words.largest()),
    ];
    let widths = [("narrow", words.narrow()), ("", words.normal_width()), ("wide", words.wide())];
    let spacings = [("tight", words.tight()), ("", words.normal_spacing()), ("loose", words.loose())];
    html! {
        div id="reading" class="panel" popover role="dialog" aria-labelledby="reading-title" {
            div class="panel-head" {
                h2 id="reading-title" class="panel-title" { (words.reading()) }
                button type="button" class="panel-close" popovertarget="reading" popovertargetaction="hide"
                    aria-label=(words.close()) { span class="icon icon-close" aria-hidden="true" {} }
            }
            (choice("size", words.text_size(), &sizes))
            (choice("theme", words.theme(), &themes))
            (switch("contrast", "more", words.high_contrast(), false))
            (choice("width", words.line_width(), &widths))
            (choice("spacing", words.line_spacing(), &spacings))
            (switch("shortcuts", "off", words.shortcuts(), true))
            button type="button" class="button panel-reset" data-reset { (words.reset()) }
        }
    }
}

fn choice(name: &str, legend: &str, options: &[(&str, &str)]) -> Markup {
    html! {
        fieldset class={ "choice choice-" (name) } {
            legend { (legend) }
            div class="choice-options" {
                @for (value, word) in options {
                    label class="choice-option" {
                        input type="radio" name=(name) value=(value) checked[value.is_empty()];
                        span { (word) }
                    }
                }
            }
        }
    }
}

/// A switch. One that is `on` by default sets `value` when it is switched off.
fn switch(name: &str, value: &str, label: &str, on: bool) -> Markup {
    html! {
        label class="switch" {
            input type="checkbox" name=(name) value=(value) checked[on] data-inverse[on];
            span { (label) }
        }
    }
}
