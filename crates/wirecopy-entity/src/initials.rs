//! Short forms that the document explains: "Bharatiya Jan Morcha (BJM)", "Harbour Safety Board (Hasab)".
//!
//! The letters in brackets say where the name before them begins, whatever its words. A word in brackets says
//! nothing of that, but behind the name of a body it is the body.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use crate::words::WordKind;
use std::ops::Range;

impl Scene<'_> {
    /// Marks names whose initials stand in brackets behind them.
    pub(crate) fn explained_acronyms(&mut self) {
        if !self.words.classes.any(Class::BRACKET) {
            return;
        }
        self.at_names(|scene, word| {
            if scene.before(word) == "(" && scene.after(word, word + 1) == ")" {
                scene.explained(word).or_else(|| scene.explained_word(word));
            }
            None
        });
    }

    /// "the MRI", "an IPO", "the DG said": the letters of a thing or an office.
    pub(crate) fn is_thing_in_letters(&self, word: usize) -> bool {
        if !self.is_acronym(word) {
            return false;
        }
        let lower = self.words.lower(word);
        let alone = self.words.near(word, word + 1).is_none_or(|it| !it.capital);
        let whose = || {
            self.class_before(word).any(Class::MODIFIER)
                || matches!(
                    self.before(word),
                    "the" | "a" | "an" | "our" | "his" | "her" | "their" | "its" | "my" | "this"
                )
        };
        let listed = || self.single(word).is_some_and(|listed| listed.organization >= 4.0);
        Lesser::LETTERS.has(lower) || alone && Lesser::OFFICE.has(lower) && whose() && !listed()
    }

    /// "Bharatiya Jan Morcha (| BJM)": letters in brackets.
    fn explained(&mut self, word: usize) -> Option<()> {
        let letters = self.words.form(word).letters;
        if !(2..=7).contains(&letters) || !self.is_acronym(word) {
            return None;
        }
        if Lesser::LETTERS.has(self.words.lower(word)) {
            return None;
        }
        let name = self.spelled_by(word)?;
        let last = name.end - 1;
        if self.is_persons(&name) {
            let kind = EntityKind::Person;
            if self.free(name.start) {
                self.mark_sure(name, kind, MentionReason::GivenName)?;
            }
            self.mark_sure(word..word + 1, kind, MentionReason::AcronymOf)?;
            return Some(());
        }
        let listed = self.evidence.exact(&name).is_some_and(|(_, l)| l.place >= 4.5 || l.person);
        if listed
            || self.is_furniture(word)
            || self.class(last).any(Class::EVENT.or(Class::PLACE_END))
        {
            return None;
        }
        let known = self
            .mark_at(name.start)
            .is_some_and(|mark| mark.words == name && mark.kind == EntityKind::Organization);
        // "Compact Fluorescent Light (CFL)" is a thing, unless it acts.
        let body = Class::ORG_END
            .or(Class::ORG_OF)
            .or(Class::ORG_WEAK)
            .or(Class::FOREIGN)
            .or(Class::COMPANY)
            .or(Class::BODY)
            .or(Class::GOVERNMENT);
        let acts = self.class_after(word, word + 2).any(Class::SAY.or(Class::ACT).or(Class::DEED));
        let odd = name.clone().any(|at| {
            let form = self.words.form(at);
            self.class(at).any(body)
                || form.letters > 2
                    && !form.listed_common
                    && form.class.is_plain()
                    && self.single(at).is_none_or(|listed| listed.place < 3.0)
        });
        if !(known || acts || odd) {
            return None;
        }
        let kind = EntityKind::Organization;
        if !known {
            self.mark_over(name, kind, MentionReason::OrganizationPrefix)?;
        }
        self.mark_sure(word..word + 1, kind, MentionReason::AcronymOf)?;
        Some(())
    }

    /// "Andrés Lobo Ruiz (ALR)": the name of somebody, by its words or by the title before it.
    fn is_persons(&self, name: &Range<usize>) -> bool {
        if let Some(mark) = self.mark_at(name.start) {
            return mark.kind == EntityKind::Person && mark.words == *name;
        }
        let surname = |word: usize| {
            let form = self.words.form(word);
            let known = form.surname > 0 || form.given > 0;
            let place = self.single(word).is_some_and(|listed| listed.place >= 5.0);
            form.class.is_plain() && !place && (known || !form.listed_common)
        };
        (2..=4).contains(&name.len())
            && self.all_free(name)
            && self.words.form(name.start).given >= 4
            && self.words.form(name.end - 1).surname > 0
            && name.clone().skip(1).all(surname)
    }

    /// "Harbour Safety Board (| Hasab)": one word that no list has, or letters that are not those of the name.
    fn explained_word(&mut self, word: usize) -> Option<()> {
        let (it, form) = (self.words.word(word), self.words.form(word));
        // "National Count Bureau (INCO)": letters of another language.
        let letters = it.capitals && form.letters >= 3 && self.single(word).is_none();
        let odd = it.capital
            && (!it.capitals || letters)
            && it.kind == WordKind::Word
            && (3..=14).contains(&form.letters)
            && self.common(word) < 0.3
            && (form.given, form.surname) == (0, 0)
            && self.single(word).is_none_or(|l| l.place < 3.0 && !l.demonym);
        if !odd || !self.free(word) || self.sport {
            return None;
        }
        let body = self.mark_at(word.checked_sub(2)?)?;
        if body.kind != EntityKind::Organization || body.words.len() < 2 {
            return None;
        }
        self.mark_sure(word..word + 1, EntityKind::Organization, MentionReason::AcronymOf)?;
        Some(())
    }

    /// The words before the bracket whose initials are the letters of the acronym.
    fn spelled_by(&self, acronym: usize) -> Option<Range<usize>> {
        let end = acronym.checked_sub(1)?;
        let mut at = end;
        let mut letters = self.words.form(acronym).text().chars().rev().peekable();
        while letters.peek().is_some() {
            at = at.checked_sub(1).filter(|&at| self.beside(acronym, at) && end - at <= REACH)?;
            let it = self.words.word(at);
            if it.capital && it.kind == WordKind::Word {
                let form = self.words.form(at);
                // "Non-Proliferation" has two initials.
                for part in form.text().split('-').rev() {
                    let initial = part.chars().next()?;
                    let own = letters.next_if(|letter| initial.to_uppercase().eq([*letter]));
                    own.or_else(|| initial.is_lowercase().then_some(initial))?;
                }
            } else if it.capital || it.kind == WordKind::Number || at + 1 == end {
                return None;
            } else {
                let small = self.class(at).any(Class::FUNCTION.or(Class::PARTICLE))
                    || matches!(self.words.lower(at), "&" | "," | "des" | "et" | "für")
                    || it.kind == WordKind::Clitic;
                // "Ministry of Manpower (MOM)"
                let initial = self.words.lower(at).chars().next()?;
                let met = letters.next_if(|letter| initial.to_uppercase().eq([*letter]));
                // "World Council for dance in Asia (WCDA)"
                (small || met.is_some()).then_some(())?;
            }
        }
        (end >= at + 2 && self.words.word(at).capital).then_some(at..end)
    }
}
