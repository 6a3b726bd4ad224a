//! The programs whose exports or sites press reads.

/// The program that wrote an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Exports WXR, which is RSS with additional elements.
    Wordpress,
    /// Exports JSON.
    Ghost,
    /// Hugo, Zola, Jekyll, Eleventy, or a folder of texts: the site's own folder is read.
    Markdown,
}
