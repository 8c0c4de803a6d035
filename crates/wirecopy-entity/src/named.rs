//! "a driver called | Tomazo", "identified the gunman as | Tomazo": people who are said to be named so.

use crate::lexicon::Class;
use crate::scene::Scene;
use crate::words::WordKind;

impl Scene<'_> {
    /// "a driver called | Tomazo", "his name is | Tomazo": said of people alone.
    pub(crate) fn is_called(&self, word: usize) -> bool {
        let Some(verb) = word.checked_sub(1).filter(|&verb| self.beside(word, verb)) else {
            return false;
        };
        match self.words.lower(verb) {
            "called" | "named" => {}
            "as" if self.before(verb) != "name" => return self.is_identified(verb),
            "is" | "was" | "as" => return self.before(verb) == "name",
            _ => return false,
        }
        let person = Class::ROLE.or(Class::MALE).or(Class::FEMALE);
        (verb.saturating_sub(4)..verb)
            .rev()
            .take_while(|&at| self.beside(word, at) && self.words.word(at).kind == WordKind::Word)
            .find(|&at| self.class(at).any(person))
            .is_some_and(|at| !self.class(at).any(Class::BODY) && !self.words.word(at).capital)
    }

    /// "named the victim | as", "identified the gunman | as".
    fn is_identified(&self, preposition: usize) -> bool {
        let mut before = (preposition.saturating_sub(5)..preposition).rev();
        let told = before.find(|&at| {
            self.beside(preposition, at)
                && matches!(self.words.lower(at), "named" | "identified" | "naming" | "identifying")
        });
        let person = Class::ROLE.or(Class::MALE).or(Class::FEMALE);
        told.is_some_and(|verb| {
            (verb + 1..preposition).any(|at| {
                self.class(at).any(person)
                    || matches!(self.words.lower(at), "him" | "dead" | "victims")
            })
        })
    }
}
