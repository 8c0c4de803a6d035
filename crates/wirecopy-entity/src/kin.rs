//! Relatives who are named by their given names: "her brother Luc", "Amoako's father, Joe,".
//!
//! Where the story never gives more, the surname is that of whose relative they are. And where a surname
//! stands alone, it is rather his of whom the story told first than his wife's. The first of a couple ("Maria and
//! Peter Brandt") has the name of the second.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Scene};
use crate::titles::gender;
use crate::words::WordKind;

/// Farthest that the noun stands before the name, in words: "her daughter, the young painter Ana".
const NEAR: usize = 7;

/// What a relative is called and whose relative it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kin {
    pub(crate) owner: Owner,
    /// Of the noun: "brother".
    pub(crate) gender: Gender,
}

/// Whose relative somebody is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// "his", "her", "their", "whose".
    Latest(Gender),
    /// The mark of a person: "Amoako's".
    Mark(usize),
}

impl Scene<'_> {
    /// Whose relative the person is whose name starts at `name`, if the words before it say so.
    pub(crate) fn kin_of(&self, name: usize) -> Option<Kin> {
        let mut at = name.checked_sub(1).filter(|&at| self.beside(name, at))?;
        if self.words.lower(at) == "," {
            at = at.checked_sub(1).filter(|&at| self.beside(name, at))?;
        }
        let mut noun = None;
        while name - at <= NEAR {
            let it = self.words.word(at);
            if self.class(at).any(Class::KIN) && !it.capital {
                noun = Some(gender(self.class(at)));
            }
            let kin = |owner| noun.map(|gender| Kin { owner, gender });
            let before = at.checked_sub(1).filter(|&before| self.beside(name, before));
            match self.words.lower(at) {
                _ if it.kind == WordKind::Clitic => {
                    let owner = self.mark_index(before?)?;
                    let person = self.marks.get(owner)?.kind == EntityKind::Person;
                    return kin(Owner::Mark(owner)).filter(|_| person);
                }
                "his" => return kin(Owner::Latest(Gender::Male)),
                "her" => return kin(Owner::Latest(Gender::Female)),
                "their" | "whose" => return kin(Owner::Latest(Gender::Unknown)),
                "," if noun.is_none() && matches!(self.words.lower(at + 1), "the" | "a" | "an") => {
                    at = before?;
                }
                _ if it.capital || it.kind != WordKind::Word => return None,
                _ => at = before?,
            }
        }
        None
    }

    /// "Maria and Peter Brandt": the first of a couple has the name of the second.
    pub(crate) fn couples(&mut self) {
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { continue };
            let start = mark.words.start;
            if mark.kind != EntityKind::Person || mark.words.len() < 2 || start < 2 {
                continue;
            }
            let first = start - 2;
            if let Some(index) = self.part_from_plural(first) {
                self.behead(index, first);
                if let Some(mark) = self.marks.get_mut(index) {
                    mark.reason = MentionReason::Couple;
                }
                self.set_gender(index, first);
                continue;
            }
            let fits = matches!(self.before(start), "and" | "&")
                && self.beside(start, first)
                && self.free(first)
                && (self.words.form(first).given >= 3 && self.words.form(start).given >= 3
                    || self.are_relatives(first))
                && self.words.word(first).capital
                && !(first > 0
                    && self.words.word(first - 1).capital
                    && self.beside(first, first - 1)
                    && !self.opens_with_plural(first - 1))
                && !self.is_strong_geography(first);
            if fits
                && let Some(mark) =
                    self.mark_sure(first..first + 1, EntityKind::Person, MentionReason::Couple)
            {
                self.set_gender(mark, first);
            }
        }
    }

    /// "Twins | Lea" is no name.
    fn part_from_plural(&self, first: usize) -> Option<usize> {
        let index = self.mark_index(first)?;
        let mark = self.marks.get(index)?;
        let runs =
            mark.kind == EntityKind::Person && mark.words == (first.saturating_sub(1)..first + 1);
        let noun = |word: usize| {
            matches!(
                self.words.lower(word),
                "brothers" | "sisters" | "siblings" | "twins" | "triplets" | "cousins" | "spouses"
            )
        };
        (first > 0 && runs && noun(first - 1)).then_some(index)
    }

    /// "Sisters | Lea and Nora Brandl", "Owners | Bob and Eva Dahl": a plural that only the sentence gives a
    /// capital.
    fn opens_with_plural(&self, word: usize) -> bool {
        self.words.word(word).start
            && self.words.lower(word).ends_with('s')
            && (self.common(word) > 0.5 || self.class(word).any(Class::KIN))
    }

    /// "The brothers | Otgon and Batu Ganzor": names of no list, by what their bearers are.
    fn are_relatives(&self, first: usize) -> bool {
        matches!(
            self.before(first),
            "brothers"
                | "sisters"
                | "siblings"
                | "twins"
                | "cousins"
                | "triplets"
                | "couple"
                | "spouses"
        ) && self.common(first) < 0.1
            && self.is_name_like(first)
    }
}
