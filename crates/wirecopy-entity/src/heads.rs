//! Bodies by the noun of their names: "the Commission" of the Holm Ports Commission.
//!
//! Within a sentence a common noun has a capital only where it is a name. So the noun that heads the name of a
//! body of the story, behind "the" or before an office, is the body: "the Front put it at nine", "a Commission
//! spokesman". Where two bodies have the same noun it is neither's (`shorter`).

use crate::lexicon::Class;
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

impl Scene<'_> {
    /// The noun that heads the name of a body: "Holm Ports | Commission", "| Chamber of Commerce".
    pub(crate) fn head_of_body(&self, words: &Range<usize>) -> Option<usize> {
        if words.len() < 2 {
            return None;
        }
        let joins = |&word: &usize| matches!(self.words.lower(word), "of" | "for");
        let head = words.clone().skip(1).find(joins).unwrap_or(words.end).checked_sub(1)?;
        let noun = self.words.word(head).kind == WordKind::Word
            && self.words.word(head).capital
            && (self.words.form(head).listed_common
                || self.words.form(head).surname < 5
                || self.class(head).any(Class::ORG_OF))
            && self.class(head).any(Class::ORG_END.or(Class::ORG_OF))
            && !self.class(head).any(Class::PLACE_END);
        noun.then_some(head)
    }

    /// Whether a noun that heads the name of a body stands for it here.
    pub(crate) fn stands_for_a_body(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let beside = |at: usize| self.words.near(word, at).is_some_and(|it| it.capital);
        let behind =
            word.checked_sub(1).is_some_and(beside) && !matches!(self.before(word), "the" | "a");
        if !it.capital
            || it.kind != WordKind::Word
            || behind
            || beside(word + 1)
            || self.words.style(word) != Style::Sentence
        {
            return false;
        }
        let office = self.class_after(word, word + 1).any(Class::ROLE.or(Class::TITLE));
        self.before(word) == "the" || office && self.before(word) == "a"
    }

    /// "Vigra shareholders", "the chief executive of | Vigra": a firm, though somebody has the name.
    pub(crate) fn is_firm_among_people(&self, word: usize) -> bool {
        let next = self.class_after(word, word + 1);
        let small = self.words.near(word, word + 1).is_some_and(|it| !it.capital);
        self.has_head_or_shares(word)
            || small && next.any(Class::BEHIND_BODY) && !next.any(Class::ROLE)
            || self.is_possessive(word) && self.class_after(word, word + 2).any(Class::HELD)
    }

    /// "the chief executive of | Vigra", "shares in | Vigra".
    pub(crate) fn has_head_or_shares(&self, word: usize) -> bool {
        let headed = self.before(word) == "of"
            && word >= 2
            && matches!(
                self.words.lower(word - 2),
                "executive"
                    | "officer"
                    | "chairman"
                    | "chairwoman"
                    | "president"
                    | "director"
                    | "ceo"
                    | "cfo"
                    | "founder"
                    | "co-founder"
                    | "directors"
                    | "executives"
                    | "employees"
            );
        let staked = matches!(self.before(word), "in" | "of")
            && word >= 2
            && self.class_before(word - 1).any(Class::STAKE);
        headed || staked
    }
}
