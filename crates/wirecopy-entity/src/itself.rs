//! Bodies that no list has and nobody describes: "Corvane will close its plant", "Corvane will cut routes. Its chief
//! executive said", "Solway Foods and | Tarn Mills", "Open Doors Relief warned".

use crate::lexicon::Class;
use crate::model::EntityKind;
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

/// Words of a clause in which "its" stands behind the verb, and of a sentence behind which "Its" does.
const CLAUSE: usize = 8;
const SENTENCE: usize = 32;

/// Longest name that is made of common words.
const LONGEST: usize = 5;

impl Scene<'_> {
    /// "Corvane | will close its plant": an unknown name that opens the sentence and has what bodies have.
    pub(crate) fn acts_for_itself(&self, word: usize, end: usize) -> bool {
        let unknown = |word: usize| {
            let form = self.words.form(word);
            (form.given, form.surname) == (0, 0) && self.single(word).is_none()
        };
        let verb = self.class_after(word, end);
        let acts = verb.any(Class::SAY.or(Class::ACT).or(Class::DEED).or(Class::GOVERNMENT))
            || self.after(word, end).ends_with("ed");
        if !self.words.word(word).start || !acts || !(word..end).all(unknown) {
            return false;
        }
        let mut behind = (end + 1..end + CLAUSE).map(|at| (at, self.words.near(word, at)));
        let clause = behind.find(|(at, it)| {
            let lower = self.after(word, *at);
            it.is_none_or(|it| it.capital || it.kind == WordKind::Punct)
                || matches!(lower, "its" | "itself" | "his" | "her" | "their" | "he" | "she")
        });
        if let Some((at, _)) = clause
            && matches!(self.after(word, at), "its" | "itself")
        {
            return true;
        }
        // "Its chief executive", "Its shares"
        let head = Class::STAFF.or(Class::STAKE).or(Class::HELD).or(Class::ROLE);
        let opens = |at: &usize| self.words.word(*at).start;
        let next =
            (end..end + SENTENCE).take_while(|at| self.words.near(word, *at).is_some()).find(opens);
        next.is_some_and(|at| {
            self.words.lower(at) == "its"
                && (at + 1..at + 3).any(|noun| self.class_after(at, noun).any(head))
                && !matches!(self.after(at, at + 1), "president" | "king" | "queen" | "prime")
        })
    }

    /// "Corvane" of "Corvane's admission": one word that no list has.
    pub(crate) fn unknown_owner(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let word = words.start;
        let form = self.words.form(word);
        let unknown = words.len() == 1
            && self.is_possessive(word)
            && self.free(word)
            && self.is_name_word(word)
            && self.words.style(word) == Style::Sentence
            && form.letters > 3
            && (form.given, form.surname) == (0, 0)
            && self.class(word).is_plain()
            && self.single(word).is_none()
            && self.common(word) < 0.05;
        unknown.then(|| words.clone())
    }

    /// "Open Doors Relief", "Rights Lantern Africa": common words, each with a capital, and nobody's name.
    pub(crate) fn is_named_run(&self, words: &Range<usize>) -> bool {
        let odd = Class::CALENDAR.or(Class::HONORIFIC).or(Class::TITLE);
        let Some(last) = words.end.checked_sub(1) else { return false };
        let role = self.class(last).any(Class::ROLE);
        let common = |word: usize| {
            let form = self.words.form(word);
            let several = || self.is_several(word) && !form.capitals;
            (form.listed_common || several()) && form.surname < 5 && form.given == 0
        };
        // "Zorvane | Now": a word that nothing else has, before a common one.
        let odd_first = words.len() == 2 && common(last) && self.is_unknown_word(words.start);
        // "Rescue | Paws": nobody with a given name.
        let nobody = |word: usize| {
            word == last
                && self.mark_at(word).is_some_and(|mark| {
                    mark.kind == EntityKind::Person
                        && mark.words == (last..words.end)
                        && mark.roles.is_empty()
                })
        };
        let part = |word: usize| {
            let it = self.words.word(word);
            let joins = matches!(self.words.lower(word), "of" | "for" | "and" | "without");
            let inner = word > words.start && word < last;
            inner && joins
                || it.capital
                    && (!it.capitals || common(word))
                    && it.kind == WordKind::Word
                    && !self.class(word).any(odd)
                    && (self.free(word) || nobody(word))
                    && (common(word) || odd_first)
        };
        // "Rights Lantern Africa"
        let region = words.len() > 2
            && self.mark_at(last).is_some_and(|mark| {
                mark.kind == EntityKind::Place && mark.words == (last..words.end)
            });
        // "Residents of Tarn": they live there.
        let people = region && self.after(words.start, words.start + 1) == "of";
        let people = people && self.are_people(words.start);
        (2..=LONGEST).contains(&words.len())
            && !role
            && !people
            && self.words.style(words.start) == Style::Sentence
            && !self.evidence.is_demonym(words.start)
            && !self.class(words.start).any(Class::FUNCTION.or(Class::KIN))
            && (words.start..words.end - usize::from(region)).all(part)
    }

    /// A word that no list has for anything.
    fn is_unknown_word(&self, word: usize) -> bool {
        let form = self.words.form(word);
        (form.given, form.surname) == (0, 0)
            && !form.listed_common
            && form.letters > 3
            && form.class.is_plain()
            && !self.words.word(word).compound
            && !self.words.word(word).capitals
            && self.single(word).is_none()
    }

    /// "residents", "dealers", "peoples": several, who may be of somewhere.
    pub(crate) fn are_people(&self, word: usize) -> bool {
        let lower = self.words.lower(word);
        let people = Class::OF_PLACE.or(Class::STAFF).or(Class::KIN).or(Class::ROLE);
        self.class(word).any(people)
            || matches!(lower, "people" | "peoples" | "women" | "men")
            || ["ers", "ors", "ists", "ants", "ents", "ians", "ives", "als", "men"]
                .iter()
                .any(|end| lower.ends_with(end))
    }

    /// "Solway Foods and | Tarn Mills": the second of two of which the first is a body.
    pub(crate) fn second_of_two(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let and = words.clone().find(|&word| self.words.lower(word) == "and")?;
        let article = |word: usize| usize::from(self.words.lower(word) == "the");
        let first = words.start + article(words.start);
        let second = and + 1 + article(and + 1);
        let mark = self.mark_at(first)?;
        let whole = mark.kind == EntityKind::Organization && mark.words.end == and;
        let free = second < words.end && (second..words.end).all(|word| self.free(word));
        (whole && free).then_some(and + 1..words.end)
    }
}
