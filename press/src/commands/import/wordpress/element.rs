//! An XML element of the export.

/// An XML element of the export, with its contents.
#[derive(Clone, Debug, Default)]
pub struct XmlElement {
    /// Its name with the prefix: `wp:post_id`.
    pub name: String,
    /// Its attributes, in order.
    pub attributes: Vec<(String, String)>,
    /// Its own text.
    pub text: String,
    /// Its child elements, in order.
    pub children: Vec<XmlElement>,
}

impl XmlElement {
    /// The text of the first child with this name.
    pub fn child(&self, name: &str) -> Option<&str> {
        self.children.iter().find(|child| child.name == name).map(|child| child.text.as_str())
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}
