//! What somebody is of whom a deed is told: "Tom Berg was robbed on Monday. … the victim said", "Holm beat Dahl. … the
//! winner said" (`data/deeds.tsv`).
//!
//! Asked only where no role beside a name is that noun: the nearest person of whom a sentence tells it, with no other
//! person and nobody's words between name and deed.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use super::role::{REACH, Roles};
use super::traits::is_of_sex;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use wirecopy_entity::EntityKind;
use wirecopy_text::{Span, floor_char_boundary};

/// Bytes behind a name in which it is told what somebody has done.
const BEHIND: u32 = 160;

/// Bytes and words before a name among which the verb stands of which somebody is the object.
const BEFORE: u32 = 64;
const TITLE: usize = 4;

/// By noun: what is told behind the name, and the verbs before it.
static DEEDS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../../data/deeds.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let mut deeds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (nouns, told) in rows {
        for noun in nouns.split(' ') {
            deeds.entry(noun).or_default().push(told);
        }
    }
    deeds
});

impl Roles<'_> {
    /// The nearest person before of whom it is told.
    pub(super) fn by_deed(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let plain = words.opens
            && words.determiner == Determiner::Definite
            && words.owner.is_none()
            && words.complement.is_empty();
        let deeds = DEEDS.get(&*words.head).filter(|_| plain)?;
        let works = |person: u32| self.of(person).iter().any(|role| role.is(Word::Court));
        let mut people = story.people_before(span, REACH);
        let found = people.find(|(person, at)| {
            is_of_sex(*person, words, story) && tells(deeds, *at, span, story) && !works(*person)
        });
        found.map(|(person, _)| person)
    }
}

/// Whether one of the deeds is told of the name at `at`.
fn tells(deeds: &[&str], at: u32, span: Span, story: &Discourse<'_>) -> bool {
    let here = story.sentence(Span::empty_at(at));
    let Some(sentence) = story.tokens.sentences().get(here).map(|found| found.span()) else {
        return false;
    };
    let rest = Span::new(at, sentence.end().max(at));
    let mut names = super::mentions_in(story.named, rest).iter();
    let Some(name) = names.next() else { return false };
    let last = name.span.end().saturating_add(BEHIND).min(sentence.end());
    let mut names = names.take_while(|other| other.span.start() < last);
    let other = names.find(|other| other.kind == EntityKind::Person);
    let end = other.map_or(last, |other| other.span.start()).min(span.start());
    let behind = slice(story.text, name.span.end(), end);
    let before = slice(story.text, sentence.start().max(at.saturating_sub(BEFORE)), at);
    deeds.iter().any(|deed| match deed.strip_prefix('>') {
        Some(verb) => is_object(before, verb),
        None => does(behind, deed),
    })
}

/// "was robbed" in "| , a baker, was robbed", but not in "| said the shop was robbed".
fn does(behind: &str, deed: &str) -> bool {
    let Some(at) = behind.find(deed) else { return false };
    let gap = behind.get(..at).unwrap_or_default();
    let after = behind.get(at + deed.len()..).unwrap_or_default();
    let owned = ["'s ", "’s "].iter().any(|own| gap.starts_with(own));
    let of_other = |word: &str| {
        matches!(word, "said" | "says" | "that" | "told" | "after" | "when" | "where" | "whose")
    };
    gap.starts_with([' ', ','])
        && gap.ends_with(' ')
        && !after.starts_with(char::is_alphanumeric)
        && !owned
        && !gap.split([' ', ',']).any(of_other)
}

/// "beat" in "beat top seed |".
fn is_object(before: &str, verb: &str) -> bool {
    let mut words = before.trim_end().rsplit(' ').take(TITLE);
    let ends = |word: &str| word.ends_with([',', '.', ';']) || is(word, Word::Preposition);
    words.find(|word| *word == verb || ends(word)) == Some(verb)
}

fn slice(text: &str, from: u32, to: u32) -> &str {
    let from = floor_char_boundary(text, from as usize);
    text.get(from..floor_char_boundary(text, to as usize)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_deed_tells_who_is_meant() {
        let last = |text: &str| speakers(text).pop().unwrap_or_default();
        let text =
            "Anna Holm won in forty minutes. Eva Dahl was second. “It rained,” the winner said.";
        assert_eq!(last(text), "Anna Holm");
        let text = "Anna Holm beat Eva Dahl in three sets. “It rained,” the loser said.";
        assert_eq!(last(text), "Eva Dahl");
        let text = "Tom Berg confessed to the theft of a bell. Warden Peter Dahl was asleep. “It rained,” the thief \
                    said.";
        assert_eq!(last(text), "Tom Berg");
    }
}
