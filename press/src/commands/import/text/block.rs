//! The intermediate form between HTML and Markdown: only what Markdown can express.

/// A block of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading.
    Heading(Heading),
    /// A block quote, and whether it is a pull quote.
    Quote(Vec<Block>, bool),
    /// A list, with the first number if it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// The language and the text of a code block.
    Code(String, String),
    /// The rows of a table, as lists of cells, and how its columns are aligned; the first row is the header.
    Table(Vec<Vec<Vec<Inline>>>, Vec<Alignment>),
    /// A part of the text that readers open, and the words that they see before.
    Folded(String, Vec<Block>),
    /// A picture in a paragraph of its own.
    Figure(Figure),
    /// A horizontal rule.
    Rule,
}

/// A heading, and how links led to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its words.
    pub pieces: Vec<Inline>,
    /// The ids that it had on the old site.
    pub old_ids: Vec<String>,
    /// The one of them that it keeps: `## Words {#id}`.
    pub own_id: Option<String>,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// As the style sheet says.
    #[default]
    Unset,
    /// Left.
    Left,
    /// In the middle.
    Centre,
    /// Right.
    Right,
}

/// A picture next to the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its file name.
    pub file: String,
    /// Its alt text; not empty.
    pub alt: String,
    /// Its caption; may be empty.
    pub caption: String,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// A code span.
    Code(String),
    /// Marked text.
    Marked(Mark, Vec<Inline>),
    /// The address and the text of a link.
    Link(String, Vec<Inline>),
    /// A hard line break.
    Break,
    /// A reference to a footnote, by its index.
    Note(usize),
}

/// How text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `*so*`
    Emphasis,
    /// `**so**`
    Strong,
    /// `~~so~~`
    Struck,
    /// With an HTML element that has no Markdown syntax.
    Element(&'static str),
}

/// The text of these inlines, as a reader sees it.
pub fn words(pieces: &[Inline]) -> String {
    let mut text = String::new();
    add_words(pieces, &mut text);
    text
}

fn add_words(pieces: &[Inline], text: &mut String) {
    for piece in pieces {
        match piece {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Marked(_, inner) | Inline::Link(_, inner) => add_words(inner, text),
            Inline::Break => text.push('\n'),
            Inline::Note(_) => {}
        }
    }
}

/// The text of these blocks, for comparison, without the texts of pictures.
pub fn words_of_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(pieces) | Block::Heading(Heading { pieces, .. }) => add_words(pieces, &mut text),
            Block::Quote(blocks, pull) => {
                // The marker is parsed as text, too.
                text.push_str(if *pull { "[!PULL]" } else { "" });
                text.push_str(&words_of_blocks(blocks));
            }
            Block::List(_, items) => items.iter().for_each(|item| text.push_str(&words_of_blocks(item))),
            Block::Code(_, code) => text.push_str(code),
            // The summary is HTML, not text.
            Block::Folded(_, blocks) => text.push_str(&words_of_blocks(blocks)),
            Block::Table(rows, _) => rows.iter().flatten().for_each(|cell| add_words(cell, &mut text)),
            Block::Figure(_) | Block::Rule => {}
        }
        text.push('\n');
    }
    text
}

/// Calls `each` with every heading in these blocks, in order.
pub fn each_heading(blocks: &mut [Block], each: &mut dyn FnMut(&mut Heading)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => each(heading),
            Block::Quote(blocks, _) | Block::Folded(_, blocks) => each_heading(blocks, each),
            Block::List(_, items) => items.iter_mut().for_each(|item| each_heading(item, each)),
            _ => {}
        }
    }
}

/// Calls `each` with the address of every link in these blocks, in order.
pub fn each_link(blocks: &mut [Block], each: &mut dyn FnMut(&mut String)) {
    for block in blocks {
        match block {
            Block::Paragraph(pieces) | Block::Heading(Heading { pieces, .. }) => each_link_in_line(pieces, each),
            Block::Quote(blocks, _) | Block::Folded(_, blocks) => each_link(blocks, each),
            Block::List(_, items) => items.iter_mut().for_each(|item| each_link(item, each)),
            Block::Table(rows, _) => rows.iter_mut().flatten().for_each(|cell| each_link_in_line(cell, each)),
            Block::Code(..) | Block::Figure(_) | Block::Rule => {}
        }
    }
}

fn each_link_in_line(pieces: &mut [Inline], each: &mut dyn FnMut(&mut String)) {
    for piece in pieces {
        match piece {
            Inline::Link(address, inner) => {
                each(address);
                each_link_in_line(inner, each);
            }
            Inline::Marked(_, inner) => each_link_in_line(inner, each),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Note(_) => {}
        }
    }
}
