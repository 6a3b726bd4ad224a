//! An element of the export, with what is in it.

/// An element of the export.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// With its prefix: `wp:post_id`.
    pub name: String,
    /// In their order.
    pub attributes: Vec<(String, String)>,
    /// Its own text.
    pub text: String,
    /// In their order.
    pub children: Vec<Element>,
}

impl Element {
    /// The text of the first child of this name.
    pub fn child(&self, name: &str) -> Option<&str> {
        self.children.iter().find(|child| child.name == name).map(|child| child.text.as_str())
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}
