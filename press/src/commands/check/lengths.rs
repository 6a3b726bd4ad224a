//! The lengths of headline and description, and whether they are missing.

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// The fewest and the most characters of a headline. Search engines use no more than that of schema.org's `headline`.
const HEADLINE: (usize, usize) = (10, 110);

/// The fewest and the most characters of a description. Summaries that press generates are no longer than that.
const DESCRIPTION: (usize, usize) = (50, 200);

/// Judges the headline and the description of a story.
pub fn judge(page: &CheckedPage, findings: &mut Findings<'_>) {
    if let Some(headline) = &page.headline {
        let (least, most) = HEADLINE;
        let length = headline.value.chars().count();
        let what = message!("headline has {}", characters(length));
        if length > most {
            let remedy = format!("shorten it to {most}: other sites cut off anything longer");
            findings.add(Rule::HeadlineLength, headline.line, what, remedy);
        } else if length < least {
            let remedy = format!("use {least} or more to say what the story is about");
            findings.add(Rule::HeadlineLength, headline.line, what, remedy);
        }
    } else if let Some(line) = page.empty_headline {
        let what = "title is empty: the first words of the text are used instead";
        findings.add(Rule::HeadlineMissing, line, what, "write a headline");
    }
    let Some(description) = &page.description else {
        let remedy = "add a line such as description = \"What the story is about, in one or two sentences.\"";
        let what = "description is missing: the first sentences of the text are used instead";
        findings.add(Rule::DescriptionMissing, 1, what, remedy);
        return;
    };
    let (least, most) = DESCRIPTION;
    let length = description.value.chars().count();
    let what = message!("description has {}", characters(length));
    if length > most {
        let remedy = format!("shorten it to {most}: other sites cut off anything longer");
        findings.add(Rule::DescriptionLength, description.line, what, remedy);
    } else if length < least {
        let remedy = format!("use {least} or more to say what the story is about: cards and search results show it");
        findings.add(Rule::DescriptionLength, description.line, what, remedy);
    }
}

fn characters(length: usize) -> String {
    format!("{length} character{}", if length == 1 { "" } else { "s" })
}
