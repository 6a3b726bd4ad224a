//! The rules that a proof goes by, and their names: short, and the same for good.

/// A rule that a proof goes by. `docs/check.md` says what each asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Every picture says in words what it shows.
    AltText,
    /// A lead picture says who made it.
    Credit,
    /// A story is dated when it is published.
    DateInFuture,
    /// A link into a page leads to a place on it.
    DeadAnchor,
    /// A link into the newspaper leads to a page.
    DeadLink,
    /// A description is neither cut nor wasted.
    DescriptionLength,
    /// A story has a description of its own.
    DescriptionMissing,
    /// No two stories have one description.
    DuplicateDescription,
    /// No two stories have one headline.
    DuplicateHeadline,
    /// A story has a text.
    EmptyText,
    /// No level of headings is left out.
    HeadingLevels,
    /// A headline is neither cut nor too short to say anything.
    HeadlineLength,
    /// Anything else that stops the press.
    Mistake,
    /// A picture is there and can be used.
    Picture,
    /// A lead picture has a shape that fits its places.
    PictureShape,
    /// A lead picture is wide enough.
    PictureSize,
    /// The file of a picture is not too large.
    PictureWeight,
    /// `proof_off` names rules that there are.
    ProofOff,
    /// A link to a story is shown with a picture elsewhere.
    SocialPreview,
    /// A tag is spelt as in other stories.
    TagSpelling,
    /// A story was changed before now.
    UpdatedInFuture,
}

impl Rule {
    /// All of them, by name.
    pub const ALL: [Rule; 21] = [
        Rule::AltText,
        Rule::Credit,
        Rule::DateInFuture,
        Rule::DeadAnchor,
        Rule::DeadLink,
        Rule::DescriptionLength,
        Rule::DescriptionMissing,
        Rule::DuplicateDescription,
        Rule::DuplicateHeadline,
        Rule::EmptyText,
        Rule::HeadingLevels,
        Rule::HeadlineLength,
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

    /// Its name, as it is printed and as it is written to switch it off.
    pub fn name(self) -> &'static str {
        match self {
            Rule::AltText => "alt-text",
            Rule::Credit => "credit",
            Rule::DateInFuture => "date-in-future",
            Rule::DeadAnchor => "dead-anchor",
            Rule::DeadLink => "dead-link",
            Rule::DescriptionLength => "description-length",
            Rule::DescriptionMissing => "description-missing",
            Rule::DuplicateDescription => "duplicate-description",
            Rule::DuplicateHeadline => "duplicate-headline",
            Rule::EmptyText => "empty-text",
            Rule::HeadingLevels => "heading-levels",
            Rule::HeadlineLength => "headline-length",
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

    /// Whether nothing but mistakes is told by it: these stop the press and cannot be switched off.
    pub fn only_stops(self) -> bool {
        matches!(self, Rule::DeadAnchor | Rule::DeadLink | Rule::Mistake | Rule::Picture)
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn rules_are_in_the_order_of_their_names_each_once() {
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
