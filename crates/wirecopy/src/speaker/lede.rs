//! Who is told of in the first sentence before the name comes: "A keeper whom a snake bit has asked for mercy. “It was
//! hungry,” said Tom Berg." Later "the keeper" is Tom Berg.
//!
//! Whoever is named first behind, if nothing tells what that one is; a coach, a judge or a wife is somebody else. A company
//! of the lede, "Norden's biggest dairy", is the first that may be one, where the story names no body more often.

use super::bodies::NEAR;
use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::introduced;
use super::lexicon::{Word, is};
use super::role::{AHEAD, LEDE, Roles};
use wirecopy_entity::{Entities, EntityKind, MentionForm};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Sentences behind the first in which somebody is named.
const NEXT: usize = 5;

/// People behind the first sentence of whom one may be meant.
const PEOPLE: usize = 16;

/// Words of the phrase that opens the story.
const WORDS: usize = 6;

/// Sentences of a story of which one may be the first, behind the headline and the byline.
const SENTENCES: usize = 4;

/// The person and the words by which the story opens with that one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lede<'t> {
    pub(super) person: u32,
    pub(super) words: &'t str,
    /// Where the story opens so.
    pub(super) at: u32,
}

/// Reads the opening of the story.
pub(super) fn read<'t>(text: &'t str, tokens: &Tokens, named: &Entities) -> Option<Lede<'t>> {
    let sentences = tokens.sentences();
    let opens = |at: &usize| {
        let first = sentences.get(*at).map(|sentence| sentence.span().of(text));
        let opens = ["A ", "An ", "The "];
        first.is_some_and(|words| opens.iter().any(|opens| words.starts_with(opens)))
    };
    let at = (0..SENTENCES).find(opens)?;
    let sentence = sentences.get(at)?.span();
    let is_person = |mention: &&wirecopy_entity::Mention| mention.kind == EntityKind::Person;
    let words = phrase(sentence, text, tokens)?;
    let noun = Description::new(words)?;
    let is_new = noun.determiner == Determiner::Indefinite;
    // "The mayor of Tarn has resigned": so the news begins, too.
    let is_one = (is_new || noun.is_office() && is_of(sentence, words, text))
        && noun.is_somebody()
        && !noun.is_plural()
        && !noun.is(Word::Hidden)
        && noun.kin().is_none()
        && noun.complement.is_empty();
    if !is_one || super::mentions_in(named, sentence).iter().any(|mention| is_person(&mention)) {
        return None;
    }
    let last = sentences.get((at + NEXT).min(sentences.len().checked_sub(1)?))?.span();
    let behind = Span::new(sentence.end(), last.end().max(sentence.end()));
    let free = |mention: &&wirecopy_entity::Mention| {
        let entity = mention.entity.and_then(|who| Some((who, named.entities.get(who as usize)?)));
        mention.form == MentionForm::Name
            && entity.is_some_and(|(who, entity)| {
                let fits = noun.gender().is_none_or(|sex| entity.gender.is_none_or(|is| is == sex));
                fits && entity.roles.is_empty()
                    && introduced::descriptions(who as usize, text, tokens, named)
                        .iter()
                        .all(|role| role.head == noun.head || noun.fits_in_general(role))
            })
    };
    let people = super::mentions_in(named, behind).iter().filter(is_person);
    let first = people.take(PEOPLE).find(free)?;
    first.entity.map(|person| Lede { person, words, at: sentence.start() })
}

impl Roles<'_> {
    /// "A water company said it was sorry. | Wessex Water boss Tom Berg …".
    pub(super) fn company_ahead(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let here = story.sentence(span);
        let is_new = words.determiner == Determiner::Indefinite || words.owner.is_some();
        let is_other = words.modifiers.iter().any(|word| is(word, Word::Other));
        if here >= LEDE || !is_new || is_other || !words.is_any_body() || words.is_plural() {
            return None;
        }
        let may_be =
            |body: &u32| self.as_body(*body).is_some_and(|body| body.may_be_company(&words.head));
        // "Norden Bay fell. Norland's biggest store": named already.
        let mut before = self.bodies_before(span, story).filter_map(|mention| mention.entity);
        if before.any(|body| may_be(&body)) {
            return None;
        }
        let count = |body: &u32| {
            self.named.entities.get(*body as usize).map_or(0, |entity| entity.mentions.len())
        };
        let ahead = story.after(span).iter().take(AHEAD);
        let near = ahead.take_while(|mention| story.sentence(mention.span) <= here + NEAR);
        let near = near.filter(|mention| {
            mention.kind == EntityKind::Organization && mention.form == MentionForm::Name
        });
        let near = near.filter_map(|mention| mention.entity);
        let mut near = near.filter(|body| may_be(body) && !self.is_medium(*body, story));
        let first = near.next().filter(|body| count(body) > 1)?;
        near.all(|other| count(&other) <= count(&first)).then_some(first)
    }
}

/// "The mayor | of Tarn".
fn is_of(sentence: Span, words: &str, text: &str) -> bool {
    let behind = sentence.of(text).strip_prefix(words);
    behind.is_some_and(|behind| behind.starts_with(" of "))
}

/// "A keeper" of "A keeper whom a snake bit", "A former priest" of "A former priest who sold".
fn phrase<'t>(sentence: Span, text: &'t str, tokens: &Tokens) -> Option<&'t str> {
    let inside = tokens.tokens_in(sentence);
    let words = inside.iter().take(WORDS).map(Spanned::span).enumerate().skip(1);
    let ends = |word: &str| {
        matches!(word, "who" | "whose" | "whom" | "was" | "is" | "has" | "had")
            || is(word, Word::Preposition)
            || is(word, Word::Over)
            || word.ends_with("ed")
            || is_participle(word)
    };
    let (at, _) = words.filter(|(at, _)| *at > 1).find(|(_, word)| ends(word.of(text)))?;
    let first = inside.first()?.span();
    let last = inside.get(at.checked_sub(1)?)?.span();
    Some(first.cover(last).of(text))
}

/// "bitten", "caught": a participle of no weak verb, behind the noun.
fn is_participle(word: &str) -> bool {
    word.ends_with("en") && word.len() > 4
        || matches!(word, "caught" | "found" | "shot" | "left" | "hit" | "held")
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_company_of_the_lede_is_the_one_that_is_named_behind() {
        let text = "A water company has said that it was late.\n\nVigra boss Tom Berg said it was early.\n\nVigra shares fell.";
        assert_eq!(speakers(text), ["Vigra", "Tom Berg"]);
        let text = "A water company has said that it was late.\n\nNorden Bank trader Tom Berg said it was early.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }

    #[test]
    fn who_opens_the_story_is_named_behind() {
        let text = "A keeper bitten by a snake was doing well on Friday.\n\n“It was hungry,” said Tom Berg.\n\nZoo \
                    director Eva Dahl said it was old.\n\nThe keeper said it would be fed.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tom Berg"));
    }
}
