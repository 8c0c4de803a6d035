//! Whom a surname alone does not mean: a child, or one of a family, whom the story calls by the given name.
//!
//! In a story of the boy Nils Holm, who is "Nils" throughout, and of his father Per Holm "Holm said" is the
//! father.

use crate::called::Name;
use crate::join::Draft;
use crate::map::Map;
use crate::scene::{Mark, Scene};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// People of one surname among whom the only grown one is sought.
const MOST_NAMESAKES: usize = 16;

/// Within so many words of a grown relative a surname is no child's.
const FAR_WORDS: usize = 250;

/// So many more mentions by the given name alone has somebody whom the surname alone does not mean.
const OFTEN: usize = 2;

/// Whether a word of the story is one for a child.
pub(crate) fn tells_of_children(scene: &Scene<'_>) -> bool {
    let is_child = |word: usize| {
        matches!(scene.words.lower(word), "boy" | "girl" | "child" | "toddler" | "baby" | "infant")
    };
    (0..scene.words.words.len()).any(is_child)
}

/// Counts how much oftener people of families are called by the given name alone than anybody by the surname.
pub(crate) fn count<'n, 'w: 'n>(
    drafts: &mut [Draft],
    order: &[&Mark],
    names: &[Option<Name<'w>>],
    families: impl Iterator<Item = (&'n Cow<'w, str>, &'n BTreeMap<Cow<'w, str>, u32>)>,
) {
    let mut alone: Map<&str, usize> = Map::default();
    let words = order.iter().zip(names).filter(|(mark, _)| mark.words.len() == 1);
    for name in words.filter_map(|(_, name)| name.as_ref()) {
        if name.first.is_empty() {
            *alone.entry(name.last.as_ref()).or_default() += 1;
        }
    }
    for (surname, family) in families.filter(|(_, family)| family.len() > 1) {
        let by_surname = alone.get(surname.as_ref()).copied().unwrap_or_default();
        for (given, id) in family {
            let by_given = alone.get(given.as_ref()).copied().unwrap_or_default();
            if let Some(draft) = drafts.get_mut(*id as usize) {
                draft.by_given = draft.by_given.max(by_given.saturating_sub(by_surname));
            }
        }
    }
}

/// Whether the story calls somebody by the given name as a rule.
pub(crate) fn is_child(drafts: &[Draft], id: u32) -> bool {
    drafts.get(id as usize).is_some_and(|draft| draft.by_given >= OFTEN)
}

/// The only grown one of a family with a child whom the surname at `word` may mean.
pub(crate) fn parent<'n>(
    drafts: &[Draft],
    family: impl ExactSizeIterator<Item = &'n u32> + Clone,
    word: usize,
    fits: impl Fn(&u32) -> bool,
) -> Option<u32> {
    let few = family.len() <= MOST_NAMESAKES;
    if !few || !family.clone().any(|id| is_child(drafts, *id)) {
        return None;
    }
    let mut grown = family.copied().filter(|id| !is_child(drafts, *id) && fits(id));
    let parent = grown.next()?;
    let near = drafts.get(parent as usize).is_some_and(|it| it.latest + FAR_WORDS > word);
    (near && grown.all(|other| other == parent)).then_some(parent)
}

#[cfg(test)]
mod tests {
    use crate::{Entities, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn a_surname_is_not_the_childs() {
        let text = "The boy Nils Holm lives with his father, Per Holm. Nils likes ice. Nils likes fish. Nils \
                    sang. On Monday Holm said he would wait.";
        let tokens = tokenize(text);
        let found: Entities = Input::new(text, &tokens).recognize();
        let last = found.mentions.iter().rev().find(|name| name.span.of(text) == "Holm");
        let who = last.and_then(|name| found.entity_of(name));
        assert_eq!(who.map(|who| who.name.as_str()), Some("Per Holm"));
    }
}
