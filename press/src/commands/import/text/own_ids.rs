//! The ids of headings that a text keeps.

use super::block::{Block, each_heading};
use crate::markdown::Anchors;

/// For each heading of a text, whether it keeps the id that it had on the old site, as `## Words {#id}`: if press would
/// give it another one, and can write the old one.
#[derive(Debug, Default)]
pub struct OwnIds {
    kept: Vec<bool>,
}

impl OwnIds {
    /// Decides for these blocks; `given` returns the ids that press gives the headings if they have none.
    pub fn of(blocks: &mut [Block], given: impl Fn(&[Block]) -> Vec<String>) -> OwnIds {
        let mut ids = Vec::new();
        each_heading(blocks, &mut |heading| ids.push(heading.own_id.take()));
        if ids.iter().all(Option::is_none) {
            return OwnIds::default();
        }
        let given = given(blocks);
        let mut anchors = Anchors::default();
        let mut kept = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            let differs = |id: &&String| given.get(place) != Some(*id);
            kept.push(id.as_ref().filter(differs).is_some_and(|id| can_be_written(id) && anchors.take(id)));
        }
        let mut ids = ids.into_iter();
        each_heading(blocks, &mut |heading| heading.own_id = ids.next().flatten());
        OwnIds { kept }
    }

    /// Takes the ids that are not kept off the headings of these blocks.
    pub fn keep(&self, blocks: &mut [Block]) {
        let mut kept = self.kept.iter();
        each_heading(blocks, &mut |heading| {
            if kept.next() != Some(&true) {
                heading.own_id = None;
            }
        });
    }
}

/// Whether an id between braces is read as it is, and nothing in it as Markdown.
fn can_be_written(id: &str) -> bool {
    let between = |letter: char| letter.is_alphanumeric() || letter == '-';
    let parts = id.split(['_', '.', ':']);
    !id.contains("www.") && parts.clone().all(|part| part.contains(char::is_alphanumeric) && part.chars().all(between))
}

#[cfg(test)]
mod tests {
    use super::super::block::{Block, Heading};
    use super::OwnIds;

    fn kept(ids: &[&str]) -> Vec<Option<String>> {
        let heading =
            |id: &&str| Block::Heading(Heading { level: 2, own_id: Some(String::from(*id)), ..Heading::default() });
        let mut blocks: Vec<Block> = ids.iter().map(heading).collect();
        OwnIds::of(&mut blocks, |_| vec![String::from("lamp"); ids.len()]).keep(&mut blocks);
        let own = blocks.into_iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.own_id),
            _ => None,
        });
        own.collect()
    }

    #[test]
    fn a_heading_keeps_an_id_that_press_would_not_give_it() {
        assert_eq!(kept(&["lamp", "the-lamp", "маяк_2"]), [None, Some("the-lamp".into()), Some("маяк_2".into())]);
    }

    #[test]
    fn ids_that_cannot_be_written_and_those_of_the_page_are_not_kept() {
        for id in ["", "a b", "_lamp_", "a..b", "www.a", "a}b", "*a*", "main", "fn-1", "--", "a\\"] {
            assert_eq!(kept(&[id]), [None], "{id}");
        }
        assert_eq!(kept(&["a", "a"]), [Some("a".into()), None]);
    }
}
