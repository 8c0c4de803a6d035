//! Firms that are called after their partners.
//!
//! "Corvane & Rowe", "Solway & Tarn Water", "Tellman, Brandt & Co.": capitals on both sides of the sign. No
//! firm are two given names ("Ana & Nils"), two towns, two things that anybody may speak of ("Health &
//! Safety"), and the authors of a book that is cited ("Holm & Brandt, 2014").

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "Solway & | Tarn Water", "Corvane & Rowe": capitals on both sides of the sign.
    pub(crate) fn partners(&mut self) {
        if self.words.classes.any(Class::AMPERSAND) {
            self.at_names(|scene, word| scene.partner(word));
        }
    }

    fn partner(&mut self, left: usize) -> Option<usize> {
        if self.after(left, left + 1) != "&" || self.words.style(left) != Style::Sentence {
            return None;
        }
        let other = Class::TITLE
            .or(Class::ROLE)
            .or(Class::HONORIFIC)
            .or(Class::CALENDAR)
            .or(Class::FUNCTION)
            .or(Class::DIRECTION);
        let name = |word: usize| {
            let it = self.words.word(word);
            self.beside(left, word)
                && it.capital
                && it.kind == WordKind::Word
                && self.words.form(word).letters > 1
                && self.free(word)
                && self.is_name_like(word)
                && (!self.class(word).any(other) || self.words.form(word).surname >= 5)
                && !(it.start && self.common(word) > 0.6 && self.words.form(word).surname < 5)
        };
        let right = left + 2;
        let alone = left == 0 || !name(left - 1);
        if self.is_furniture(left) || !alone || !name(left) || !name(right) || !self.free(left + 1)
        {
            return None;
        }
        let mut end = right + 1;
        while end < right + 4 && name(end) && !self.is_possessive(end - 1) {
            end += 1;
        }
        let longer = end > right + 1;
        if self.class(end).any(Class::COMPANY) && self.beside(left, end) && self.free(end) {
            end += 1;
        }
        let closing = Class::TRADE.or(Class::STAFF).or(Class::MEMBERS);
        let closes = self.closes_body(end - 1) || self.class(end - 1).any(closing);
        // "Holm & Brandt, 2014", "Tempe & Mesa"
        let number =
            |word: usize| self.words.near(left, word).is_some_and(|it| it.kind == WordKind::Number);
        let cited =
            number(end) || matches!(self.after(left, end), "," | "(" | "[") && number(end + 1);
        let town = |word: usize| self.single(word).is_some_and(|listed| listed.place >= 3.0);
        // "Harrow & Moore": names of people that are towns', too.
        let person = |word: usize| self.words.form(word).surname >= 6;
        let towns = !longer && town(left) && town(right) && !(person(left) || person(right));
        let given = |word: usize| self.words.form(word).given >= 4;
        // "Holm & Holm" is nobody, and no town.
        let twice = self.words.lower(left) == self.words.lower(right);
        // "Health & Safety" is what anybody may speak of.
        let thing =
            |word: usize| self.common(word) > 0.15 || self.class(word).any(Class::PORTFOLIO);
        let things = thing(left) && (right..end).all(thing);
        let listed = self.evidence.at(left).iter().any(|hit| hit.end > left + 1);
        // "Bodman, Longely & Dahling"
        let last_of_list = !longer
            && self.before(left) == ","
            && left >= 2
            && self.words.word(left - 2).capital
            && !self.class(left - 2).any(Class::CALENDAR);
        if longer && !closes
            || last_of_list
            || !twice && given(left) && given(right)
            || things
            || !twice && listed
            || cited
            || !twice && towns
            || self.is_acronym(left)
        {
            return None;
        }
        let comma = left.checked_sub(1).filter(|&comma| self.is_first_partner(comma));
        let named = closes || self.class(end - 1).any(Class::COMPANY);
        let start = comma.filter(|_| named).map_or(left, |comma| comma - 1);
        self.mark_sure(start..end, EntityKind::Organization, MentionReason::OrganizationSuffix)?;
        Some(end)
    }

    /// "Tellman | , Brandt & Co.": one name before the comma that is no place's and nobody's in full.
    pub(crate) fn is_first_partner(&self, comma: usize) -> bool {
        let Some(first) = comma.checked_sub(1).filter(|&first| self.beside(comma, first)) else {
            return false;
        };
        let it = self.words.word(first);
        let behind_name = first.checked_sub(1).is_some_and(|before| {
            self.words.near(first, before).is_some_and(|it| it.capital && !it.start)
                || self.words.lower(before) == ","
        });
        self.words.lower(comma) == ","
            && it.capital
            && it.kind == WordKind::Word
            && self.free(first)
            && self.free(comma)
            && self.is_name_like(first)
            && self.class(first).is_plain()
            && self.common(first) < 0.2
            && self.single(first).is_none_or(|listed| listed.place < 3.5 && !listed.demonym)
            && !behind_name
    }
}
