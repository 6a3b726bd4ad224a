//! A text between HTML and Markdown: no more than Markdown can say.

/// A block of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading of level 1 to 6, with the ids it had.
    Heading(u8, Vec<Inline>, Vec<String>),
    /// A quotation; true if it is a pull quote.
    Quote(Vec<Block>, bool),
    /// A list; numbered from a number on, or not.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Code, with its language.
    Code(String, String),
    /// A table: the words of each cell by rows, the first row being the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A picture by itself.
    Figure(Figure),
    /// A line between two parts.
    Rule,
}

/// A picture beside the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The name of its file.
    pub file: String,
    /// What it shows; not empty.
    pub alt: String,
    /// The line below it; may be empty.
    pub caption: String,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// Words in a manner.
    Marked(Mark, Vec<Inline>),
    /// A link: its address, and its words.
    Link(String, Vec<Inline>),
    /// The end of a line within a paragraph.
    Break,
    /// A reference to a footnote, by its place in the list.
    Note(usize),
}

/// How words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `*so*`
    Emphasis,
    /// `**so**`
    Strong,
    /// `~~so~~`
    Struck,
    /// By an element of HTML that Markdown has no sign for.
    Element(&'static str),
}

/// The words of these pieces, as a reader sees them.
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

/// The words of these blocks, for comparing; those below pictures are left out.
pub fn words_of_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(pieces) | Block::Heading(_, pieces, _) => add_words(pieces, &mut text),
            Block::Quote(blocks, pull) => {
                // Its mark is read as words, too.
                text.push_str(if *pull { "[!PULL]" } else { "" });
                text.push_str(&words_of_blocks(blocks));
            }
            Block::List(_, items) => items.iter().for_each(|item| text.push_str(&words_of_blocks(item))),
            Block::Code(_, code) => text.push_str(code),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| add_words(cell, &mut text)),
            Block::Figure(_) | Block::Rule => {}
        }
        text.push('\n');
    }
    text
}
