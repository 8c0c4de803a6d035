//! What somebody is who is told to have or to do something: "Ann Holm, whose mill feeds the valley, … the miller
//! said", "Tom Berg drove the mayor for years. … the driver said".
//!
//! Asked only where no role beside a name is that noun: the nearest person with whose name a sentence tells it.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::{does, is_kept_by};
use super::owned;
use super::role::{REACH, Roles};
use super::traits::is_of_sex;
use wirecopy_text::{Span, floor_char_boundary};

/// Bytes behind a name in which it is told what somebody has.
const BEHIND: u32 = 160;

/// Words behind a name of which one is what somebody does.
const DEED: usize = 2;

impl Roles<'_> {
    /// The nearest person before who is told to have what makes one so, or to do it.
    pub(super) fn by_trade(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let plain = words.is_trade()
            && words.opens
            && words.determiner == Determiner::Definite
            && words.owner.is_none()
            && words.complement.is_empty()
            && words.is_somebody();
        if !plain {
            return None;
        }
        let mut people = story.people_before(span, REACH);
        people
            .find(|(person, at)| {
                is_of_sex(*person, words, story) && tells(&words.head, *at, span, story)
            })
            .map(|(person, _)| person)
    }
}

/// Whether the sentence tells behind the name at `at` that its bearer has or does what makes one so.
fn tells(noun: &str, at: u32, span: Span, story: &Discourse<'_>) -> bool {
    let here = Span::empty_at(at);
    let Some(sentence) = story.tokens.sentences().get(story.sentence(here)) else { return false };
    let mut names = super::mentions_in(story.named, Span::new(at, at.saturating_add(1))).iter();
    let Some(name) = names.next() else { return false };
    let start = name.span.end();
    let end = sentence.span().end().min(start.saturating_add(BEHIND)).min(span.start());
    let end = floor_char_boundary(story.text, end as usize);
    let behind = story.text.get(start as usize..end).unwrap_or_default();
    let words = behind.split(|c: char| !c.is_alphanumeric() && c != '-');
    let deeds = behind.strip_prefix(' ').unwrap_or_default();
    let mut deeds = deeds.split(' ').take(DEED);
    if deeds.any(|word| does(word) == Some(noun)) {
        return true;
    }
    let owns = |word: &str| matches!(word, "his" | "her" | "whose" | "own");
    owned::has(words, owns, |word| is_kept_by(word, noun))
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn who_has_a_mill_is_the_miller() {
        let text = "The yard owes money to Anna Holm, whose mill is old. Coach Tom Berg said it was late. The miller \
                    said it rained.";
        assert_eq!(speakers(text), ["Tom Berg", "Anna Holm"]);
    }
}
