//! Bodies called by one common word that speaks without an article: "Labour said", "National would not say".
//!
//! A noun wants an article before it; a word that has none where it speaks, and a capital within sentences elsewhere
//! ("the law that Labour made"), is a name, and of a party, a chamber or a club rather than of a person.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

/// What the capitals of a story say of the common words that have one.
#[derive(Debug, Default)]
pub(crate) struct Bare {
    /// Where they stand alone within a sentence, by form.
    alone: Map<u32, Vec<usize>>,
    /// Those that close a longer run: "Don Guardian".
    last: Set<u32>,
    /// Those that open the name of a body: "Cascade Career College".
    opens: Set<u32>,
}

impl Scene<'_> {
    /// Marks the body that speaks in `words`, and where else it is called so.
    pub(crate) fn bare_body(&mut self, words: &Range<usize>, known: &mut Option<Bare>) -> bool {
        let word = words.start;
        let one = words.len() == 1 || self.words.lower(word + 1) == ",";
        if !one || !self.free(word) || !self.is_bare_name(word) || self.is_determined(word) {
            return false;
        }
        let known = known.get_or_insert_with(|| self.bare_words());
        let form = self.words.word(word).form;
        let Some(places) = known.alone.remove(&form).filter(|_| !known.last.contains(&form)) else {
            return false;
        };
        let short = known.opens.contains(&form);
        let reason = if short { MentionReason::ShortForm } else { MentionReason::SpeechVerb };
        let kind = EntityKind::Organization;
        self.mark_sure(word..word + 1, kind, reason);
        for place in places {
            self.mark(place..place + 1, kind, reason);
        }
        true
    }

    fn bare_words(&self) -> Bare {
        let mut bare = Bare::default();
        let bodies = self.marks.iter().filter(|mark| mark.kind == EntityKind::Organization);
        for mark in bodies.filter(|mark| mark.words.len() > 1) {
            bare.opens.insert(self.words.word(mark.words.start).form);
        }
        for word in self.capitals() {
            let small = |at: usize| self.words.near(word, at).is_none_or(|it| !it.capital);
            let Some(before) = word.checked_sub(1).filter(|&before| self.beside(word, before))
            else {
                continue;
            };
            if self.words.word(word).start || !small(word + 1) || !self.is_bare_name(word) {
                continue;
            }
            let form = self.words.word(word).form;
            if !small(before) {
                let land = self.single(before).is_some_and(|it| it.demonym || it.place >= 4.0);
                if !land && !self.words.word(before).start {
                    bare.last.insert(form);
                }
            } else if self.free(word) && !self.is_determined(word) {
                bare.alone.entry(form).or_default().push(word);
            }
        }
        bare
    }

    /// A common noun, none of people, with a capital.
    fn is_bare_name(&self, word: usize) -> bool {
        let odd = Class::TITLE
            .or(Class::ROLE)
            .or(Class::FUNCTION)
            .or(Class::NEAR)
            .or(Class::ORG_OF)
            .or(Class::BODY)
            .or(Class::GOVERNMENT)
            .or(Class::CHAMBER)
            .or(Class::CALENDAR)
            .or(Class::HONORIFIC)
            .or(Class::KIN)
            .or(Class::STAFF)
            .or(Class::DIRECTION)
            .or(Class::EVENT)
            .or(Class::SAY);
        let (it, form) = (self.words.word(word), self.words.form(word));
        it.capital
            && it.kind == WordKind::Word
            && !it.capitals
            && !it.compound
            && form.listed_common
            && form.letters > 3
            && form.given == 0
            && form.surname < 5
            && !Lesser::UNNAMED.has(form.lower())
            && (!self.class(word).any(odd) || form.lower() == "alliance")
            && !self.are_people(word)
            && !self.is_several(word)
            && self.single(word).is_none_or(|listed| listed.place < 4.0 && !listed.demonym)
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word)
    }

    fn is_determined(&self, word: usize) -> bool {
        matches!(
            self.before(word),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | "my"
                | "your"
                | "this"
                | "that"
        ) || word.checked_sub(1).is_some_and(|at| {
            self.beside(word, at)
                && matches!(
                    self.words.word(at).kind,
                    WordKind::Clitic | WordKind::Quote | WordKind::Number
                )
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn a_word_without_article_that_speaks_is_a_body() {
        let bodies = |text: &str| {
            let tokens = tokenize(text);
            let end = text.find(" said").expect("a verb");
            let start = text.get(..end).and_then(|front| front.rfind(". ")).map_or(0, |at| at + 2);
            let span = |at: usize| u32::try_from(at).expect("short");
            let phrase = [wirecopy_text::Span::new(span(start), span(end))];
            let input = Input { speakers: &phrase, ..Input::new(text, &tokens) };
            let found = input.recognize();
            found.entities.into_iter().filter(|it| it.kind == EntityKind::Organization).count()
        };
        assert_eq!(bodies("The law was made by Harvest. Harvest said it would stay."), 1);
        assert_eq!(bodies("The law was made by harvest. Harvest said it would stay."), 0);
    }
}
