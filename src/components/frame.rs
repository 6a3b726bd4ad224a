//! The places where pictures appear.

/// How large a picture is shown and how it is loaded. The sizes repeat those of the stylesheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The class of its `img`.
    pub class: Option<&'static str>,
    /// Its width on the page, as the value of the attribute `sizes`.
    pub sizes: &'static str,
    /// The width of the largest file that is of use, on a screen with two pixels per CSS pixel, in pixels.
    pub widest: u32,
    /// The least width of the file for browsers that support no better format than JPEG, in pixels.
    pub plain: u32,
    /// Loaded only when the reader comes near.
    pub lazy: bool,
    /// Loaded before all other pictures.
    pub first: bool,
}

impl Frame {
    /// The lead picture of a story.
    pub const STORY: Frame = Frame {
        class: None,
        sizes: "(min-width:69rem) 64rem,92vw",
        widest: 1600,
        plain: 1080,
        lazy: false,
        first: true,
    };

    /// A picture in a text.
    pub const TEXT: Frame = Frame {
        class: None,
        sizes: "(min-width:44rem) 40rem,92vw",
        widest: 1600,
        plain: 720,
        lazy: true,
        first: false,
    };

    /// The lead of the front page.
    pub const LEAD: Frame = Frame {
        class: Some("card-picture"),
        sizes: "(min-width:81rem) 50rem,(min-width:64rem) 62vw,92vw",
        widest: 1600,
        plain: 1080,
        lazy: false,
        first: true,
    };

    /// The story that a section opens with.
    pub const OPENER: Frame =
        Frame { sizes: "(min-width:81rem) 43rem,(min-width:40rem) 52vw,92vw", plain: 720, ..Frame::LEAD };

    /// Beside the lead of the front page.
    pub const SECOND: Frame =
        Frame { sizes: "(min-width:40rem) 24rem,10rem", widest: 720, plain: 480, first: false, ..Frame::LEAD };

    /// A card in a list.
    pub const CARD: Frame = Frame { sizes: "(min-width:40rem) 20rem,10rem", lazy: true, ..Frame::SECOND };

    /// A card in Top article.
    pub const TOP: Frame = Frame { sizes: "20rem", ..Frame::CARD };
}
