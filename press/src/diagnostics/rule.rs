//! The rules of `press check`, and their names, which never change.

/// A rule of `press check`. `docs/check.md` describes each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Every picture has an alt text that says what it shows.
    AltText,
    /// Nothing turns the direction of a text without need.
    BidiControl,
    /// A lead picture has a credit.
    Credit,
    /// The date of a story is not in the future.
    DateInFuture,
    /// A link to an anchor leads to one that exists.
    DeadAnchor,
    /// A link leads to a page that exists, or has a valid address.
    DeadLink,
    /// A description is neither too short nor so long that it is cut off.
    DescriptionLength,
    /// A story has a description of its own.
    DescriptionMissing,
    /// No two stories have the same description.
    DuplicateDescription,
    /// No two stories have the same headline.
    DuplicateHeadline,
    /// A story has text.
    EmptyText,
    /// A link does not lead to a story that has expired.
    ExpiredLink,
    /// No heading level is skipped.
    HeadingLevels,
    /// A headline is neither too short nor so long that it is cut off.
    HeadlineLength,
    /// A story has a headline of its own.
    HeadlineMissing,
    /// A link leads where it seems to lead.
    LookAlikeLink,
    /// Anything else that stops a build.
    Mistake,
    /// A picture exists and can be used.
    Picture,
    /// A lead picture is neither too wide nor too tall for where it is shown.
    PictureShape,
    /// A lead picture is wide enough.
    PictureSize,
    /// A picture file is not too large.
    PictureWeight,
    /// `proof_off` names only rules that exist and have warnings.
    ProofOff,
    /// Other sites can show links to a story with a picture.
    SocialPreview,
    /// A tag is spelt the same as in other stories.
    TagSpelling,
    /// The time of the last change is not in the future.
    UpdatedInFuture,
}

impl Rule {
    /// All rules, sorted by name.
    pub const ALL: [Rule; 25] = [
        Rule::AltText,
        Rule::BidiControl,
        Rule::Credit,
        Rule::DateInFuture,
        Rule::DeadAnchor,
        Rule::DeadLink,
        Rule::DescriptionLength,
        Rule::DescriptionMissing,
        Rule::DuplicateDescription,
        Rule::DuplicateHeadline,
        Rule::EmptyText,
        Rule::ExpiredLink,
        Rule::HeadingLevels,
        Rule::HeadlineLength,
        Rule::HeadlineMissing,
        Rule::LookAlikeLink,
        Rule::Mistake,
        Rule::Picture,
        Rule::PictureShape,
        Rule::PictureSize,
        Rule::PictureWeight,
        Rule::ProofOff,
        Rule::SocialPreview,
        Rule::TagSpelling,
        Rule::UpdatedInFuture,
    ];

    /// The name, as it is printed and as it is written to switch the rule off.
    pub fn name(self) -> &'static str {
        match self {
            Rule::AltText => "alt-text",
            Rule::BidiControl => "bidi-control",
            Rule::Credit => "credit",
            Rule::DateInFuture => "date-in-future",
            Rule::DeadAnchor => "dead-anchor",
            Rule::DeadLink => "dead-link",
            Rule::DescriptionLength => "description-length",
            Rule::DescriptionMissing => "description-missing",
            Rule::DuplicateDescription => "duplicate-description",
            Rule::DuplicateHeadline => "duplicate-headline",
            Rule::EmptyText => "empty-text",
            Rule::ExpiredLink => "expired-link",
            Rule::HeadingLevels => "heading-levels",
            Rule::HeadlineLength => "headline-length",
            Rule::HeadlineMissing => "headline-missing",
            Rule::LookAlikeLink => "look-alike-link",
            Rule::Mistake => "mistake",
            Rule::Picture => "picture",
            Rule::PictureShape => "picture-shape",
            Rule::PictureSize => "picture-size",
            Rule::PictureWeight => "picture-weight",
            Rule::ProofOff => "proof-off",
            Rule::SocialPreview => "social-preview",
            Rule::TagSpelling => "tag-spelling",
            Rule::UpdatedInFuture => "updated-in-future",
        }
    }

    /// Whether the rule has only errors: these stop a build and cannot be switched off.
    pub fn only_stops(self) -> bool {
        matches!(self, Rule::DeadAnchor | Rule::DeadLink | Rule::Mistake | Rule::Picture)
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn rules_are_sorted_by_name_without_duplicates() {
        let names = Rule::ALL.map(Rule::name);
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
    }

    #[test]
    fn the_documentation_names_every_rule_in_its_table() {
        let text = include_str!("../../../docs/check.md");
        for rule in Rule::ALL {
            assert!(text.contains(&format!("\n| `{}` |", rule.name())), "{} is not in docs/check.md", rule.name());
        }
    }
}
