//! Papers and other bodies that are told: "she told the Evening Herald".
//!
//! Whoever is told something behind "the", and is no office and no nation, is a paper, a broadcaster or a
//! panel, whatever words its name is made of. And so is what calls itself something.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

/// Longest name that is read, in words.
const LONGEST: usize = 4;

impl Scene<'_> {
    /// "the Jaysh al-Tarn | rebel group", "Harakat Tarn | militia": capitals that no list has before what says
    /// who fights.
    pub(crate) fn fighters(&mut self) {
        if self.words.classes.any(Class::FIGHTING.or(Class::FIGHTERS)) {
            self.at_names(|scene, word| scene.fighting_body(word));
        }
    }

    fn fighting_body(&mut self, word: usize) -> Option<usize> {
        let name = |at: usize| {
            self.words.near(word, at).is_some_and(|it| {
                (it.capital || it.compound) && it.kind == WordKind::Word && self.free(at)
            })
        };
        let article = |at: usize| self.words.word(at).start && self.class(at).any(Class::FUNCTION);
        let first = name(word)
            && !article(word)
            && word.checked_sub(1).is_none_or(|before| !name(before) || article(before));
        if !first || self.words.style(word) != Style::Sentence || self.is_furniture(word) {
            return None;
        }
        let end = (word..word + LONGEST).find(|&at| !name(at)).unwrap_or(word + LONGEST);
        let fighting = self.class_after(word, end).any(Class::FIGHTING);
        let noun = end + usize::from(fighting);
        let told = self.class_after(word, noun).any(Class::FIGHTERS)
            || fighting
                && matches!(self.after(word, noun), "group" | "groups" | "movement" | "faction");
        let odd = Class::CALENDAR.or(Class::TITLE).or(Class::ROLE).or(Class::FUNCTION);
        let plain = (word..end).all(|at| {
            !self.evidence.is_demonym(at)
                && !self.class(at).any(odd)
                && self.common(at) < 0.5
                && self.single(at).is_none_or(|listed| listed.place < 4.0)
        });
        if !told || !plain {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(word..end, kind, MentionReason::Employer)?;
        Some(end)
    }

    /// Marks the capitals behind "told the" and "calling itself".
    pub(crate) fn told(&mut self) {
        self.at_names(|scene, word| scene.told_body(word));
    }

    fn told_body(&mut self, word: usize) -> Option<usize> {
        // "calling itself “Free Vigra”"
        let marks = usize::from(
            word.checked_sub(1).is_some_and(|mark| self.words.word(mark).kind == WordKind::Quote),
        );
        let article = self.before(word - marks);
        if !matches!(article, "the" | "itself") || marks > 0 && article == "the" {
            return None;
        }
        let verb = (word - marks).checked_sub(2).filter(|&verb| self.beside(word, verb))?;
        let tells = match self.words.lower(verb) {
            "told" | "tells" | "telling" | "tell" => article == "the",
            "calling" | "calls" | "called" | "styling" => article == "itself",
            _ => false,
        };
        if !tells || self.words.style(word) != Style::Sentence || self.is_furniture(word) {
            return None;
        }
        let name = |at: usize| {
            self.words.near(word, at).is_some_and(|it| it.capital && it.kind == WordKind::Word)
        };
        let end = (word..word + LONGEST).find(|&at| !name(at)).unwrap_or(word + LONGEST);
        let last = end.checked_sub(1).filter(|&last| last >= word)?;
        if marks > 0 {
            let close = (end..end + 2 * LONGEST).find(|&at| {
                self.words.near(word, at).is_none_or(|it| it.kind == WordKind::Quote)
            })?;
            let joined = self.words.near(word, close - 1).is_some_and(|it| it.capital);
            let kind = EntityKind::Organization;
            if joined {
                self.mark(word..close, kind, MentionReason::OrganizationSuffix)?;
            }
            return Some(close);
        }
        let body = self.class(last).any(Class::ORG_END.or(Class::ORG_WEAK).or(Class::ORG_OF));
        let other = Class::TITLE
            .or(Class::ROLE)
            .or(Class::HONORIFIC)
            .or(Class::MODIFIER)
            .or(Class::CALENDAR)
            .or(Class::EVENT);
        // "told the Solmans", "told the Norlanders"
        let people = last == word
            && !body
            && (self.words.lower(last).ends_with('s')
                || self.evidence.is_demonym(last)
                || self.single(last).is_some_and(|listed| listed.place >= 5.0));
        let odd = (word..end).any(|at| !body && self.class(at).any(other))
            || self.class(last).any(other)
            || self.evidence.is_demonym(last);
        let goes_on = name(end) || self.is_possessive(last) || self.after(word, end) == "programme";
        let odd = if article == "itself" { last == word && people } else { people || odd };
        if odd || goes_on {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark(word..end, kind, MentionReason::OrganizationSuffix)?;
        Some(end)
    }
}
