//! Whom somebody means who tells of others in his own words: "My coach told me to wait", "The captain wanted to turn
//! back". The story may name that one anywhere, before or behind, but nobody else is meant who only might be.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::Word;
use super::role::{AHEAD, REACH, Roles};
use super::traits::is_of_sex;
use wirecopy_text::Span;

/// "my coach", "our chairman": of somebody who may be told of by the office alone.
pub(super) fn is_own(words: &Description<'_>, span: Span, story: &Discourse<'_>) -> bool {
    let first = span.of(story.text).split(' ').next().unwrap_or_default();
    let own = ["my", "our"].iter().any(|own| first.eq_ignore_ascii_case(own));
    own && story.is_within_words()
        && words.determiner == Determiner::Possessive
        && words.kin().is_none()
        && words.is_somebody()
        && words.head != "client"
}

impl Roles<'_> {
    /// The only one of that office whom the story names: "my coach" is "coach Tom Berg", "my doctor" only "his doctor,
    /// Ann Holm".
    pub(super) fn mine(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let is_shared = words.is(Word::Shared);
        self.only(words, span, story, |role| {
            role.head == words.head
                && (is_shared || role.determiner == Determiner::Possessive && role.opens)
        })
    }

    /// "“The captain wanted to turn back,” said Ann Holm. … Tom Berg, the captain, …": who is named behind.
    pub(super) fn told_within(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let plain = story.is_within_words()
            && words.opens
            && words.determiner == Determiner::Definite
            && words.owner.is_none()
            && words.complement.is_empty()
            && words.modifiers.is_empty()
            && words.is_somebody()
            && !words.is(Word::Stranger);
        if !plain {
            return None;
        }
        self.only(words, span, story, |role| role.head == words.head)
    }

    /// The only person, before or behind, whose role is such a one.
    fn only(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
        is_such: impl Fn(&Description<'_>) -> bool,
    ) -> Option<u32> {
        let before = story.people_before(span, REACH).map(|(person, _)| person);
        let behind = story.after(span).iter().take(AHEAD).filter_map(|mention| mention.entity);
        let behind = behind.filter(|who| story.is_person(*who) && !story.is_in_words_of(*who));
        let mut found: Option<u32> = None;
        for person in before.chain(behind) {
            let holds = found != Some(person)
                && is_of_sex(person, words, story)
                && self.of(person).iter().any(&is_such);
            if holds && found.is_some() {
                return None;
            }
            found = if holds { Some(person) } else { found };
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn my_coach_is_the_coach_whom_the_story_names() {
        let text = "“My coach said it was late,” said Anna Holm. Coach Tom Berg smiled.";
        assert_eq!(speakers(text), ["Anna Holm", "Tom Berg"]);
        let text = "Doctor Tom Berg led the study. “My doctor said it was late,” said Anna Holm.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "“The captain said it was late,” said Anna Holm. Tom Berg, the captain, smiled.";
        assert_eq!(speakers(text), ["Anna Holm", "Tom Berg"]);
    }
}
