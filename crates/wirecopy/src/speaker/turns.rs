//! Who answers: "“Is it safe?” Dahl asked the engineer, Tom Holm." and below “Not yet.” is Holm's; where two people are
//! at hand they speak in turn.

use super::description::{Description, Determiner};
use super::traits::is_of_sex;
use super::{Resolver, mentions_in};
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_quote::{Quote, QuoteKind};
use wirecopy_text::{Span, Spanned};

/// Bytes behind "asked" in which somebody is named, and around the question.
const HEARER: u32 = 300;
const NEAR: u32 = 800;

/// People who speak in turn: who spoke last, and who answers, with the words for each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turns {
    /// Where what was said last ends.
    end: u32,
    last: (Span, u32),
    next: (Span, u32),
}

impl Resolver<'_> {
    /// Whether the quotation asks somebody something; who speaks next is known then.
    pub(super) fn hand_over(&self, quote: &Quote, span: Span, who: &[u32]) -> Option<Turns> {
        let [who] = who else { return None };
        let asks = quote.kind == QuoteKind::Direct
            && quote.cue.iter().any(|cue| matches!(cue.of(self.text), "asked" | "asks"));
        let said = quote.content.last()?;
        let question = said.of(self.text).trim_end_matches(['"', '”', '’', '\'', '»']);
        if !asks || !question.ends_with('?') {
            return None;
        }
        let next = self.hearer(quote, *who).or_else(|| self.other(said.start(), *who))?;
        let end = quote.span().end().max(span.end());
        Some(Turns { end, last: (span, *who), next })
    }

    /// Who is named behind the cue in its sentence: "asked the engineer, Tom Holm".
    fn hearer(&self, quote: &Quote, who: u32) -> Option<(Span, u32)> {
        let cue = quote.cue.last()?;
        let at = self.discourse.sentence(*cue);
        let sentence = self.discourse.tokens.sentences().get(at)?.span();
        let end = sentence.end().min(cue.end().saturating_add(HEARER)).max(cue.end());
        let rest = Span::new(cue.end(), end);
        let mut named = mentions_in(self.named, rest).iter().filter_map(person);
        named.find(|(_, person)| *person != who)
    }

    /// The only other person who is named in the two paragraphs before.
    fn other(&self, at: u32, who: u32) -> Option<(Span, u32)> {
        let paragraphs = self.discourse.tokens.paragraphs();
        let here = paragraphs.partition_point(|paragraph| paragraph.span().end() <= at);
        let first = paragraphs.get(here.saturating_sub(1))?.span();
        let last = paragraphs.get(here)?.span();
        let near = Span::new(
            first.start().max(at.saturating_sub(NEAR)),
            last.end().min(at.saturating_add(NEAR)),
        );
        let near = mentions_in(self.named, near).iter();
        let mut others = near.filter_map(person).filter(|(_, person)| *person != who);
        let other = others.next()?;
        others.all(|(_, person)| person == other.1).then_some(other)
    }

    /// Whose the words in marks are that are a paragraph of their own, behind those that ended at `end`.
    pub(super) fn answers(&self, end: u32) -> Option<(Span, u32)> {
        self.turns.as_ref().filter(|turns| turns.end == end).map(|turns| turns.next)
    }

    /// After an answer the other may speak again.
    pub(super) fn turn_over(&mut self, end: u32) {
        self.turns = self.turns.map(|turns| Turns { end, last: turns.next, next: turns.last });
    }
}

fn person(mention: &Mention) -> Option<(Span, u32)> {
    let entity = mention.entity.filter(|_| mention.kind == EntityKind::Person)?;
    Some((mention.span, entity))
}

impl Resolver<'_> {
    /// "Holm asked clerk Tom Berg. | The officer replied that …": who was asked in the sentence before.
    pub(super) fn answerer(&self, quote: &wirecopy_quote::Quote, span: Span) -> Option<u32> {
        let answers = |cue: &Span| {
            let last = cue.of(self.text).rsplit(' ').next().unwrap_or_default();
            matches!(
                last,
                "replied" | "replies" | "answered" | "answers" | "responded" | "responds"
            )
        };
        if !quote.cue.iter().any(answers) {
            return None;
        }
        let words = Description::new(span.of(self.text)).filter(|words| {
            words.opens
                && words.determiner == Determiner::Definite
                && words.is_somebody()
                && !words.is_plural()
        })?;
        let here = self.discourse.sentence(span);
        let before = self.discourse.tokens.sentences().get(here.checked_sub(1)?)?.span();
        let mut people = mentions_in(self.named, before)
            .iter()
            .filter(|mention| mention.kind == EntityKind::Person);
        let (first, asked) = (people.next()?, people.next()?);
        let gap = Span::new(first.span.end().min(asked.span.start()), asked.span.start());
        let asks = gap.of(self.text).split(' ').any(|word| {
            matches!(word, "asked" | "told" | "asks" | "questioned" | "pressed" | "challenged")
        });
        let person = asked.entity.filter(|_| asks && people.next().is_none())?;
        let suits = is_of_sex(person, &words, &self.discourse);
        (suits && asked.entity != first.entity).then_some(person)
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn whoever_is_asked_answers() {
        let text =
            "“Is it safe?” Anna Dahl asked the engineer, Tom Holm.\n\n“Not yet, I am afraid.”";
        assert_eq!(speakers(text), ["Anna Dahl", "Tom Holm"]);
    }

    #[test]
    fn two_speak_in_turn() {
        let text = "Judge Anna Dahl turned to the engineer, Tom Holm.\n\n“Is the bridge safe?” the judge asked.\n\n“Not \
                    yet, my lady.”\n\n“And when will it be?”";
        assert_eq!(speakers(text), ["Anna Dahl", "Tom Holm", "Anna Dahl"]);
    }
}
