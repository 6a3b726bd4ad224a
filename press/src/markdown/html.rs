//! Writes the HTML of a visited text: figures, scrollable tables, headings and footnotes that can receive the focus.
//! Everything else is written as comrak does it.

use std::collections::{HashMap, HashSet};
use std::fmt::{self, Write};

use comrak::Options;
use comrak::html::{ChildRendering, Context, escape_href, format_document_with_formatter, format_node_default};
use comrak::nodes::{Node, NodeFootnoteDefinition, NodeFootnoteReference, NodeLink, NodeValue, TableAlignment};
use comrak::options::Plugins;
use journal::components::{self, Frame};
use journal::model::Image;

use super::attributes::unescaped;
use super::figure::{CREDIT, is_figure};
use super::footnote_ids::{footnote_id, reference_id};
use super::visit::Visit;
use super::written::Written;
use crate::locale::language::Language;
use crate::locale::typography::typeset;

/// Writes the HTML and returns the addresses and styles in it that are press's own. The HTML still contains raw
/// HTML from the text and must be sanitised.
pub fn format(root: Node<'_>, options: &Options<'_>, visit: &Visit, language: Language) -> (String, Written) {
    let mut html = String::new();
    let state = WriterState {
        anchors: visit.anchors.iter(),
        images: &visit.images,
        pull_quotes: &visit.pull_quotes,
        language,
        footnotes: 0,
        alignments: Vec::new(),
        column: 0,
        written: Written::default(),
    };
    let formatted = format_document_with_formatter(root, options, &mut html, &Plugins::default(), node, state);
    debug_assert!(formatted.is_ok(), "writing into memory does not fail");
    (html, formatted.map(|state| state.written).unwrap_or_default())
}

/// State for writing one text.
struct WriterState<'a> {
    anchors: std::slice::Iter<'a, String>,
    images: &'a HashMap<String, Image>,
    /// The lines on which they start.
    pull_quotes: &'a HashSet<usize>,
    language: Language,
    /// The number of footnotes written so far.
    footnotes: u32,
    /// The alignments of the columns of the table that is being written.
    alignments: Vec<TableAlignment>,
    /// The number of cells of its row written so far.
    column: usize,
    written: Written,
}

type Formatted = Result<ChildRendering, fmt::Error>;

fn node<'a>(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'a>, entering: bool) -> Formatted {
    match node.data().value {
        NodeValue::Heading(ref heading) => return self::heading(context, heading.level, entering),
        NodeValue::Paragraph if is_figure(node) => return figure(context, node, entering),
        NodeValue::Paragraph if !entering && ends_footnote(node) => return end_paragraph(context, node),
        NodeValue::BlockQuote if entering && is_pull_quote(context, node) => {
            context.cr()?;
            context.write_str("<blockquote class=\"pull-quote\">\n")?;
            return Ok(ChildRendering::HTML);
        }
        NodeValue::Image(ref link) => return image(context, node, link, entering),
        NodeValue::Link(ref link) => return self::link(context, link, entering),
        NodeValue::Table(ref table) if entering => {
            context.user.alignments.clone_from(&table.alignments);
            start_table(context, node)?;
        }
        NodeValue::TableRow(_) if entering => context.user.column = 0,
        NodeValue::TableCell => return cell(context, node, entering),
        NodeValue::FootnoteDefinition(ref footnote) => return self::footnote(context, node, footnote, entering),
        NodeValue::FootnoteReference(ref reference) => return self::reference(context, reference, entering),
        NodeValue::Document if !entering && context.user.footnotes > 0 => context.write_str("</ol>\n</section>\n")?,
        _ => {}
    }
    let written = format_node_default(context, node, entering)?;
    if !entering && matches!(node.data().value, NodeValue::Table(_)) {
        context.write_str("</div>\n")?;
    }
    Ok(written)
}

fn is_pull_quote(context: &Context<'_, '_, WriterState<'_>>, quote: Node<'_>) -> bool {
    context.user.pull_quotes.contains(&quote.data().sourcepos.start.line)
}

fn heading(context: &mut Context<'_, '_, WriterState<'_>>, level: u8, entering: bool) -> Formatted {
    if entering {
        let id = context.user.anchors.next().map(String::as_str).unwrap_or_default();
        context.cr()?;
        // So that a link to the heading can move the focus to it.
        write!(context, "<h{level} id=\"{id}\" tabindex=\"-1\">")?;
    } else {
        writeln!(context, "</h{level}>")?;
    }
    Ok(ChildRendering::HTML)
}

fn figure(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'_>, entering: bool) -> Formatted {
    context.cr()?;
    if entering {
        context.write_str("<figure>")?;
        return Ok(ChildRendering::HTML);
    }
    let picture = node.first_child();
    if let Some(NodeValue::Image(link)) = picture.map(|picture| picture.data().value.clone())
        && !link.title.is_empty()
    {
        let text = typeset(&link.title, context.user.language);
        let (caption, credit) = text.rsplit_once(CREDIT).unwrap_or((&text, ""));
        context.write_str("<figcaption><p>")?;
        for (class, words) in [("caption", caption.trim()), ("credit", credit.trim())] {
            if !words.is_empty() {
                if class == "credit" && !caption.trim().is_empty() {
                    context.write_str(" ")?;
                }
                write!(context, "<span class=\"{class}\">")?;
                context.escape(words)?;
                context.write_str("</span>")?;
            }
        }
        context.write_str("</p></figcaption>")?;
    }
    context.write_str("</figure>\n")?;
    Ok(ChildRendering::HTML)
}

fn image(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'_>, link: &NodeLink, entering: bool) -> Formatted {
    if entering && let Some(image) = context.user.images.get(&link.url) {
        let picture = components::image("", image, &node.collect_text(), &Frame::TEXT).into_string();
        context.user.written.note_all(&picture);
        context.write_str(&picture)?;
    }
    Ok(ChildRendering::Skip)
}

fn link(context: &mut Context<'_, '_, WriterState<'_>>, link: &NodeLink, entering: bool) -> Formatted {
    if !entering {
        context.write_str("</a>")?;
        return Ok(ChildRendering::HTML);
    }
    let mut href = String::new();
    escape_href(&mut href, &link.url, false)?;
    context.user.written.note("href", &unescaped(&href));
    context.write_str("<a href=\"")?;
    context.write_str(&href)?;
    context.write_str("\"")?;
    let begins = |start: &str| link.url.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if ["http://", "https://", "//"].into_iter().any(begins) {
        context.write_str(" rel=\"noopener\"")?;
    }
    if !link.title.is_empty() {
        context.write_str(" title=\"")?;
        context.escape(&link.title)?;
        context.write_str("\"")?;
    }
    context.write_str(">")?;
    Ok(ChildRendering::HTML)
}

/// Starts the box in which a wide table scrolls. The keyboard can reach it, and screen readers announce its name.
fn start_table(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'_>) -> fmt::Result {
    let columns: Vec<String> =
        node.first_child().iter().flat_map(|row| row.children()).map(|cell| cell.collect_text()).collect();
    let columns: Vec<&str> = columns.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    context.cr()?;
    context.write_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")?;
    context.write_str(context.user.language.words().table())?;
    if !columns.is_empty() {
        context.write_str(": ")?;
        context.escape(&columns.join(", "))?;
    }
    context.write_str("\">\n")
}

/// Writes a cell, with a class for its column's alignment. An empty header cell becomes a `td`.
fn cell(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'_>, entering: bool) -> Formatted {
    let in_head = node.parent().is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
    let tag = if in_head && node.first_child().is_some() { "th" } else { "td" };
    if !entering {
        writeln!(context, "</{tag}>")?;
        return Ok(ChildRendering::HTML);
    }
    let alignment = context.user.alignments.get(context.user.column).copied();
    context.user.column += 1;
    context.cr()?;
    write!(context, "<{tag}")?;
    if tag == "th" {
        context.write_str(" scope=\"col\"")?;
    }
    match alignment {
        Some(TableAlignment::Right) => context.write_str(" class=\"right\">")?,
        Some(TableAlignment::Center) => context.write_str(" class=\"center\">")?,
        _ => context.write_str(">")?,
    }
    Ok(ChildRendering::HTML)
}

fn reference(
    context: &mut Context<'_, '_, WriterState<'_>>,
    reference: &NodeFootnoteReference,
    entering: bool,
) -> Formatted {
    if entering {
        let (note, here) = (footnote_id(reference.ix), reference_id(reference.ix, reference.ref_num));
        let number = reference.ix;
        context.user.written.note("href", &format!("#{note}"));
        write!(context, "<sup class=\"footnote-ref\"><a href=\"#{note}\" id=\"{here}\">{number}</a></sup>")?;
    }
    Ok(ChildRendering::HTML)
}

fn footnote(
    context: &mut Context<'_, '_, WriterState<'_>>,
    node: Node<'_>,
    footnote: &NodeFootnoteDefinition,
    entering: bool,
) -> Formatted {
    if entering {
        if context.user.footnotes == 0 {
            let name = context.user.language.words().footnotes();
            writeln!(context, "<section class=\"footnotes\" aria-label=\"{name}\">\n<ol>")?;
        }
        context.user.footnotes += 1;
        let id = footnote_id(context.user.footnotes);
        write!(context, "<li id=\"{id}\" tabindex=\"-1\">")?;
    } else {
        let ends_in_paragraph = node.last_child().is_some_and(|last| matches!(last.data().value, NodeValue::Paragraph));
        if !ends_in_paragraph {
            back_links(context, footnote)?;
        }
        context.write_str("</li>\n")?;
    }
    Ok(ChildRendering::HTML)
}

fn ends_footnote(paragraph: Node<'_>) -> bool {
    let parent = paragraph.parent();
    paragraph.next_sibling().is_none()
        && parent.is_some_and(|parent| matches!(parent.data().value, NodeValue::FootnoteDefinition(_)))
}

/// Ends the last paragraph of a footnote with links back to the text. Comrak's own links are in English only.
fn end_paragraph(context: &mut Context<'_, '_, WriterState<'_>>, node: Node<'_>) -> Formatted {
    if let Some(NodeValue::FootnoteDefinition(footnote)) = node.parent().map(|parent| parent.data().value.clone()) {
        back_links(context, &footnote)?;
    }
    context.write_str("</p>\n")?;
    Ok(ChildRendering::HTML)
}

fn back_links(context: &mut Context<'_, '_, WriterState<'_>>, footnote: &NodeFootnoteDefinition) -> fmt::Result {
    let number = context.user.footnotes;
    for count in 1..=footnote.total_references {
        let place = reference_id(number, count);
        let label = context.user.language.words().back_to_text();
        let which = place.trim_start_matches("fnref-");
        context.user.written.note("href", &format!("#{place}"));
        write!(
            context,
            " <a href=\"#{place}\" class=\"footnote-backref\" aria-label=\"{label} {which}\">↩\u{fe0e}</a>"
        )?;
    }
    Ok(())
}
