//! Headline and description: how long they are, and whether there are any.

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// Characters of a headline. The most is what search engines take of schema.org's `headline`.
const HEADLINE: (usize, usize) = (10, 110);

/// Characters of a description. The most is what the press itself makes a summary of.
const DESCRIPTION: (usize, usize) = (50, 200);

/// Judges headline and description of a story.
pub fn judge(page: &CheckedPage, findings: &mut Findings<'_>) {
    if let Some(headline) = &page.headline {
        let (least, most) = HEADLINE;
        let length = headline.value.chars().count();
        let what = message!("headline has {}", characters(length));
        if length > most {
            let remedy = format!("shorten it to {most}: what is longer is cut where others show it");
            findings.add(Rule::HeadlineLength, headline.line, what, remedy);
        } else if length < least {
            let remedy = format!("say in {least} or more what the story is about");
            findings.add(Rule::HeadlineLength, headline.line, what, remedy);
        }
    }
    let Some(description) = &page.description else {
        let remedy = "add a line such as description = \"What the story tells, in one or two sentences.\"";
        let what = "description is missing: the first sentences of the text stand in for it";
        findings.add(Rule::DescriptionMissing, 1, what, remedy);
        return;
    };
    let (least, most) = DESCRIPTION;
    let length = description.value.chars().count();
    let what = message!("description has {}", characters(length));
    if length > most {
        let remedy = format!("shorten it to {most}: what is longer is cut where others show it");
        findings.add(Rule::DescriptionLength, description.line, what, remedy);
    } else if length < least {
        let remedy = format!("say in {least} or more what the story tells: it stands on cards and in search results");
        findings.add(Rule::DescriptionLength, description.line, what, remedy);
    }
}

fn characters(length: usize) -> String {
    format!("{length} character{}", if length == 1 { "" } else { "s" })
}
