//! First names that no list has, before a surname that the story otherwise uses alone.
//!
//! "Police freed Memory Vangsnes. … Vangsnes said": where nobody of that surname is named in full, the capital
//! before it is no noun. "NORLAND'S TORGEIR VANGSNES, WHO …" in capitals needs a word that English does not have.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::collections::BTreeSet;
use std::ops::Range;

impl Scene<'_> {
    /// Gives those surnames their first names.
    pub(crate) fn forenames(&mut self) {
        let alone = self.surnames_alone();
        if alone.is_empty() {
            return;
        }
        let found: Vec<Range<usize>> = self
            .capitals()
            .filter(|&word| alone.contains(&self.words.word(word).form))
            .filter_map(|word| self.with_forename(word))
            .collect();
        for words in found {
            let roles = self.mark_at(words.end - 1).map(|mark| mark.roles.clone());
            let mark = self.mark_over(words, EntityKind::Person, MentionReason::NameShape);
            if let Some(mark) = mark.and_then(|mark| self.marks.get_mut(mark)) {
                mark.roles = roles.unwrap_or_default();
            }
        }
    }

    /// The forms of people of one word, less those that somebody bears behind others.
    fn surnames_alone(&self) -> BTreeSet<u32> {
        let people = || self.marks.iter().filter(|mark| mark.kind == EntityKind::Person);
        let form = |word: usize| self.words.word(word).form;
        let mut alone: BTreeSet<u32> = people()
            .filter(|mark| mark.words.len() == 1)
            .map(|mark| mark.words.start)
            .filter(|&word| self.words.form(word).given < 3)
            .map(form)
            .collect();
        for mark in people().filter(|mark| mark.words.len() > 1) {
            alone.remove(&form(mark.words.end - 1));
        }
        alone
    }

    /// "| Memory Vangsnes": the first name and the surname at `word`.
    fn with_forename(&self, word: usize) -> Option<Range<usize>> {
        let first = word.checked_sub(1).filter(|&first| self.is_forename(first))?;
        let person = self
            .mark_at(word)
            .is_none_or(|mark| mark.kind == EntityKind::Person && mark.words.len() == 1);
        let goes_on =
            self.words.near(word, word + 1).is_some_and(|it| it.capital && self.free(word + 1));
        (self.beside(word, first) && person && !goes_on).then_some(first..word + 1)
    }

    fn is_forename(&self, word: usize) -> bool {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let plain = it.capital
            && it.kind == WordKind::Word
            && !it.compound
            && self.free(word)
            && self.class(word).is_plain()
            && form.letters > 2
            && !self.is_furniture(word)
            && !self.evidence.is_demonym(word)
            && self.single(word).is_none_or(|l| l.place < 4.0 && l.organization < 3.0);
        if !plain {
            return false;
        }
        if self.words.style(word) != Style::Sentence {
            return !form.listed_common;
        }
        let behind_capital = word.checked_sub(1).is_some_and(|before| {
            self.words.near(word, before).is_some_and(|it| {
                it.capital
                    && it.kind == WordKind::Word
                    && !self.class(before).any(Class::TITLE.or(Class::HONORIFIC).or(Class::ROLE))
            })
        });
        !self.is_acronym(word)
            && !behind_capital
            && self.before(word) != "the"
            // "Tearful Vangsnes", "Tonight Vangsnes"
            && (form.given >= 5 || !(it.start && form.listed_common))
            && (form.given > 0 || !self.is_derived(word))
    }
}
