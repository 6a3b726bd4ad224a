//! Reads tables: Markdown has rows of text and a header.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::block::{Alignment, Block, Inline};
use super::html::HtmlReader;
use super::spacing;
use crate::commands::import::note::Note;

/// Maximum number of columns.
const WIDEST: usize = 50;

impl<'a> HtmlReader<'a> {
    /// Reads a table. Markdown cannot have pictures or lists in cells; only their text is kept.
    pub(super) fn table(&mut self, node: NodeRef<'a, Node>, depth: usize, blocks: &mut Vec<Block>) {
        let is = |node: &NodeRef<'a, Node>, names: &[&str]| {
            node.value().as_element().is_some_and(|element| names.contains(&element.name()))
        };
        let caption = node.children().find(|child| is(child, &["caption"]));
        let parts = node.children().filter(|child| is(child, &["thead", "tbody", "tfoot", "tr"]));
        let rows: Vec<NodeRef<'a, Node>> = parts
            .flat_map(|part| if is(&part, &["tr"]) { vec![part] } else { part.children().collect() })
            .filter(|row| is(row, &["tr"]))
            .collect();
        let mut table: Vec<Vec<Vec<Inline>>> = Vec::new();
        let mut alignments: Vec<Alignment> = Vec::new();
        let mut has_head = false;
        let mut is_merged = false;
        for row in rows {
            let cells: Vec<NodeRef<'a, Node>> =
                row.children().filter(|cell| is(cell, &["td", "th"])).take(WIDEST).collect();
            if table.is_empty() {
                alignments = cells.iter().map(|cell| alignment(*cell)).collect();
                has_head = !cells.is_empty() && cells.iter().all(|cell| is(cell, &["th"]))
                    || row.parent().is_some_and(|part| is(&part, &["thead"]));
            }
            let mut line = Vec::new();
            for cell in cells {
                let element = cell.value().as_element();
                let span = |name| element.and_then(|cell| cell.attr(name)?.trim().parse::<usize>().ok()).unwrap_or(1);
                let columns = span("colspan").clamp(1, WIDEST);
                is_merged |= columns > 1 || span("rowspan") > 1;
                line.push(spacing::in_one_line(self.pieces(cell, depth + 1)));
                line.extend(std::iter::repeat_n(Vec::new(), columns - 1));
            }
            line.truncate(WIDEST);
            table.push(line);
        }
        self.note_table(node, is_merged);
        if let Some(caption) = caption {
            blocks.extend(self.blocks(caption, depth));
        }
        if table.iter().flatten().all(Vec::is_empty) {
            return;
        }
        if !has_head {
            table.insert(0, Vec::new());
        }
        let columns = table.iter().map(Vec::len).max().unwrap_or_default();
        if columns == 1 && !has_head {
            // A table used for layout.
            blocks.extend(table.into_iter().flatten().filter(|cell| !cell.is_empty()).map(Block::Paragraph));
        } else {
            blocks.push(Block::Table(table, alignments));
        }
    }

    fn note_table(&mut self, node: NodeRef<'a, Node>, is_merged: bool) {
        let holds = |names: &[&str]| {
            let inner = node.descendants().skip(1).filter_map(|inner| inner.value().as_element().map(Element::name));
            inner.into_iter().any(|name| names.contains(&name))
        };
        if is_merged {
            self.around.note(Note::changed("a table had merged cells; they are now single cells"));
        }
        if holds(&["img", "iframe", "video", "audio"]) {
            self.around.note(Note::left_out("pictures or videos in a table were left out"));
        }
        if holds(&["table"]) {
            self.around.note(Note::left_out("of a table within a table only the text was kept"));
        }
    }
}

/// How the column of a cell is aligned, by the cell's attributes.
fn alignment(cell: NodeRef<'_, Node>) -> Alignment {
    let attribute = |name| cell.value().as_element().and_then(|cell| cell.attr(name)).unwrap_or_default();
    let style = attribute("style").to_lowercase().replace(' ', "");
    let by_style = style.split(';').find_map(|rule| rule.strip_prefix("text-align:"));
    match by_style.unwrap_or(attribute("align")).trim() {
        "left" => Alignment::Left,
        "center" => Alignment::Centre,
        "right" => Alignment::Right,
        _ => Alignment::Unset,
    }
}
