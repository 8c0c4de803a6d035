//! Names in capitals that open the turns of a transcript: "MARA TELLVIK (RADIO NORD):", "MINISTER DE
//! RUYTERS:", "TELLVIK:".
//!
//! One line that opens so may be a headline. Where several do, the capitals before the bracket, comma or
//! colon are who speaks, whether a list has them or not. "QUESTION:" and "SECOND REPORTER:" name nobody.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Line, Style, WordKind};
use std::ops::Range;

/// Longest label in words, with what its brackets hold.
const LABEL: usize = 16;
/// Longest name in one, in words.
const NAME: usize = 5;

impl Scene<'_> {
    /// Marks the names of two words and more, and those behind a title.
    pub(crate) fn turns(&mut self) {
        let labels: Vec<Range<usize>> =
            self.words.lines.iter().filter_map(|line| self.label(line)).collect();
        if labels.len() < 2 {
            return;
        }
        for label in labels {
            if let Some(name) = self.name_in_label(&label) {
                self.mark_sure(name, EntityKind::Person, MentionReason::Turn);
            }
        }
    }

    /// "ADA TELLVIK (Norland) thanked", "ADA TELLVIK, Minister for Ports of Norland, said": who takes the floor, as
    /// minutes have it.
    pub(crate) fn delegates(&mut self) {
        let found: Vec<Range<usize>> =
            self.words.lines.iter().filter_map(|line| self.delegate(line)).collect();
        for name in found {
            self.mark_over(name, EntityKind::Person, MentionReason::Turn);
        }
    }

    fn delegate(&self, line: &Line) -> Option<Range<usize>> {
        let start = line.words.start;
        if line.style != Style::Sentence || !self.words.word(start).capitals {
            return None;
        }
        let limit = line.words.end.min(start + NAME + 1);
        let loud = |word: &usize| {
            let it = self.words.word(*word);
            it.capitals || it.capital && it.kind != WordKind::Word || self.words.lower(*word) == "."
        };
        let end = (start..limit).find(|word| !loud(word))?;
        let seat = || {
            let close = (end + 2..end + LABEL / 2).find(|&at| self.after(start, at) == ")")?;
            let small = |at: usize| {
                let it = self.words.word(at);
                it.capital && !it.capitals || matches!(self.words.lower(at), "of" | "the" | "and")
            };
            (end + 1..close).all(small).then_some(())
        };
        let office = Class::TITLE.or(Class::ROLE).or(Class::MODIFIER);
        let closes = match self.words.lower(end) {
            "(" => seat().is_some(),
            "," => {
                self.words.near(start, end + 1).is_some_and(|it| it.capital && !it.capitals)
                    && self.class(end + 1).any(office)
            }
            _ => false,
        };
        let name = start..end;
        let place = || {
            let first = self.evidence.at(start).first();
            first.is_some_and(|hit| {
                self.evidence
                    .listed(hit.name)
                    .is_some_and(|l| l.place >= 4.0 || l.organization >= 3.0)
            })
        };
        let initial = |word: usize| self.words.form(word).letters <= 1;
        let fits = closes
            && name.len() >= 2
            && self.all_free(&name)
            && name.clone().all(|word| initial(word) || self.may_be_in_label(word))
            && self.is_own_word(end - 1)
            && !self.is_body_word(end - 1)
            && !self.ends_like_body(name.clone())
            && !place();
        fits.then_some(name)
    }

    /// The capitals that open a line up to a bracket, comma or colon, with a colon behind them.
    fn label(&self, line: &Line) -> Option<Range<usize>> {
        let start = line.words.start;
        if line.style != Style::Sentence || !self.words.word(start).capitals {
            return None;
        }
        let limit = line.words.end.min(start + LABEL);
        let loud = |word: &usize| {
            let it = self.words.word(*word);
            it.capitals || it.capital && it.kind != WordKind::Word
        };
        let end = (start..limit).find(|word| !loud(word))?;
        let closes = match self.words.lower(end) {
            ":" => true,
            "(" | "[" | "," => (end..limit).any(|word| self.words.lower(word) == ":"),
            _ => false,
        };
        closes.then_some(start..end)
    }

    /// The name at the end of a label, behind the office.
    fn name_in_label(&self, label: &Range<usize>) -> Option<Range<usize>> {
        let office = Class::TITLE
            .or(Class::ROLE)
            .or(Class::HONORIFIC)
            .or(Class::MODIFIER)
            .or(Class::PORTFOLIO);
        let heads = |word: &usize| {
            let form = self.words.form(*word);
            // "JUSTICE ADA TELLVIK:", though there are people called Justice.
            let rank = form.class.any(Class::TITLE.or(Class::HONORIFIC))
                && *word == label.start
                && label.len() > 2;
            form.class.any(office) && (rank || form.given < 5 && form.surname < 6)
        };
        let start = label.clone().rev().find(heads).map_or(label.start, |head| head + 1);
        let name = start..label.end;
        let titled = start > label.start;
        let fits = (1 + usize::from(!titled)..=NAME).contains(&name.len())
            && self.all_free(&name)
            && name.clone().all(|word| self.may_be_in_label(word))
            && self.is_own_word(name.end - 1)
            && !self.is_body_word(name.end - 1)
            && !self.ends_like_body(name.clone());
        fits.then_some(name)
    }

    /// Whether the word may be part of the name of a person who speaks.
    fn may_be_in_label(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let other = Class::FUNCTION.or(Class::CALENDAR).or(Class::COMPANY).or(Class::ORG_END);
        let known = form.given > 0 || form.surname > 0;
        let plain = form.common < 0.3
            && !form.class.any(other)
            && self.single(word).is_none_or(|listed| listed.organization < 3.0);
        form.class.any(Class::PARTICLE) || known || plain
    }

    /// "HERALD", "SERVICE"
    pub(crate) fn is_body_word(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let body = Class::ORG_END.or(Class::ORG_WEAK).or(Class::BODY).or(Class::BEFORE_BODY);
        form.class.any(body) && (form.surname < 4 || form.common > 0.3)
    }

    /// No usual word unless people are called so.
    fn is_own_word(&self, word: usize) -> bool {
        let form = self.words.form(word);
        form.letters > 1
            && !form.class.any(Class::PARTICLE)
            && (form.given > 0 || form.surname > 0 || !form.listed_common)
    }
}
