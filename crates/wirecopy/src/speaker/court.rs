//! Who stands in court: "the defendant" is who "denies murder" or "was charged", "the witness" who "told jurors"
//! something. Neither is told by a role beside a name.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use super::role::{REACH, Roles};
use std::sync::LazyLock;
use wirecopy_text::{Span, floor_char_boundary};

/// Bytes behind a name in which it is told what the person does in court.
const BEHIND: u32 = 160;

/// Whether somebody is tried or heard, and the words for it, by the rows of the list.
static TOLD: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/court.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t')).collect()
});

impl Roles<'_> {
    /// The nearest person before who is told to be tried, or heard.
    pub(super) fn in_court(
        &self,
        words: &Description,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let stands = [(Word::Tried, "tried"), (Word::Heard, "heard")];
        let (_, stands) = stands.into_iter().find(|(what, _)| words.is(*what))?;
        let plain = words.opens
            && words.determiner == Determiner::Definite
            && words.complement.is_empty()
            && words.modifiers.iter().all(|word| is(word, Word::Filler));
        let works = |person: u32| {
            let mut roles = self.of(person).iter();
            roles.any(|role| role.is(Word::Court))
        };
        let mut people = story.people_before(span, REACH).filter(|_| plain);
        let found = people.find(|(person, at)| is_told_at(*at, stands, story) && !works(*person));
        found.map(|(person, _)| person)
    }
}

/// Whether it is told of the person before `span` that he is tried, or heard.
pub(super) fn is_told(person: u32, stands: &str, span: Span, story: &Discourse<'_>) -> bool {
    let mut people = story.people_before(span, REACH).filter(|(who, _)| *who == person);
    people.any(|(_, at)| is_told_at(at, stands, story))
}

fn is_told_at(at: u32, stands: &str, story: &Discourse<'_>) -> bool {
    let end = sentence_end(at, story).min(at.saturating_add(BEHIND));
    let behind = story.text.get(at as usize..floor_char_boundary(story.text, end as usize));
    let behind = behind.unwrap_or_default();
    let mut told = TOLD.iter().filter(|(kind, _)| *kind == stands);
    told.any(|(_, words)| behind.contains(words))
}

fn sentence_end(at: u32, story: &Discourse<'_>) -> u32 {
    let sentence = story.tokens.sentences().get(story.sentence(Span::empty_at(at)));
    sentence.map_or(at, |sentence| sentence.span().end())
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn the_defendant_is_who_denies_it() {
        let text = "Tom Berg denies theft. Prosecutor Anna Holm opened the case. Judge Eva Dahl called for \
                    quiet.\n\nOutside, the defendant said it would rain.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tom Berg"));
    }
}
