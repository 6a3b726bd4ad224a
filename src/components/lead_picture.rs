//! The picture at the head of a story.

use maud::{Markup, html};

use super::{Frame, image};
use crate::model::{Picture, Site};

/// The lead picture with caption and credit.
pub fn lead_picture(site: &Site, picture: &Picture) -> Markup {
    html! {
        figure class="lead-picture beside" {
            (image(&site.base, &picture.image, &picture.alt, &Frame::STORY))
            @if picture.caption.is_some() || picture.credit.is_some() {
                // Some programs that extract a story leave the caption out unless it is a paragraph.
                figcaption {
                    p {
                        @if let Some(caption) = &picture.caption { span class="caption" { (caption) } }
                        @if picture.caption.is_some() && picture.credit.is_some() { " " }
                        @if let Some(credit) = &picture.credit { span class="credit" { (credit) } }
                    }
                }
            }
        }
    }
}
