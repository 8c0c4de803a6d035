//! What a body is called for short, as the text says: "Harbour Safety Board (Hasab)", "the Grain Office, known by its
//! French initials ONC,", "Tarn Relief, or TR,".
//!
//! The short name may have other letters than the name, since it comes of another language. A name in brackets behind
//! a body's is the same in another language.

use crate::lexicon::Class;
use crate::map::Set;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, Scene};
use crate::words::WordKind;
use std::borrow::Cow;

/// Words that may stand between a body's name and its short one.
const LEAD: usize = 9;

/// Letters of a short name that stands between commas.
const LETTERS: usize = 8;

impl<'w> Scene<'w> {
    /// Short names that the text explains are bodies, wherever they stand.
    pub(crate) fn known_as(&mut self) {
        let shorts: Vec<usize> = self.capitals().filter(|word| self.is_led(*word)).collect();
        let mut keys: Set<Cow<'w, str>> = Set::default();
        for word in shorts {
            let words = self.mark_at(word).map_or(word..word + 1, |mark| mark.words.clone());
            if words.start != word || self.body_called(word, words.end).is_none() {
                continue;
            }
            let (kind, reason) = (EntityKind::Organization, MentionReason::AcronymOf);
            if let Some(index) = self.mark_index(word) {
                self.make_body(index, reason);
            } else {
                self.mark_sure(words.clone(), kind, reason);
            }
            keys.insert(self.words.key(words));
        }
        if keys.is_empty() {
            return;
        }
        for index in 0..self.marks.len() {
            let is_one = self.marks.get(index).is_some_and(|mark| {
                mark.kind != EntityKind::Organization
                    && !mark.words.is_empty()
                    && keys.contains(&self.words.key(mark.words.clone()))
            });
            if is_one {
                self.make_body(index, MentionReason::ShortForm);
            }
        }
        let free: Vec<usize> = self.capitals().filter(|word| self.free(*word)).collect();
        for word in free {
            if keys.contains(&self.words.key(word..word + 1)) {
                self.mark(word..word + 1, EntityKind::Organization, MentionReason::ShortForm);
            }
        }
    }

    fn make_body(&mut self, index: usize, reason: MentionReason) {
        if let Some(mark) = self.marks.get_mut(index) {
            (mark.kind, mark.reason, mark.gender) =
                (EntityKind::Organization, reason, Gender::Unknown);
            mark.roles.clear();
        }
    }

    /// Whether the word before may lead to a short name. Cheap.
    fn is_led(&self, word: usize) -> bool {
        matches!(
            self.before(word),
            "(" | ","
                | "or"
                | "as"
                | "by"
                | "acronym"
                | "initials"
                | "abbreviation"
                | "name"
                | "called"
                | "the"
                | "to"
        )
    }

    /// The mark of the body that `short`, as far as `end`, stands for, as the words between say.
    pub(crate) fn body_called(&self, short: usize, end: usize) -> Option<&Mark> {
        let first = self.lead_of(short, end)?;
        let last = first.checked_sub(1)?;
        let body = self.mark_at(last).filter(|body| {
            body.kind == EntityKind::Organization
                && body.words.end == first
                && body.words.len() > 1
                && body.words.end <= short
        })?;
        Some(body)
    }

    /// The first word behind the name that the short one stands for.
    fn lead_of(&self, short: usize, end: usize) -> Option<usize> {
        let one = end == short + 1;
        let it = self.words.word(short);
        let plain = it.kind == WordKind::Word || it.kind == WordKind::Acronym;
        if !plain || !it.capital {
            return None;
        }
        let (before, after) = (self.before(short), self.after(end.checked_sub(1)?, end));
        let letters = one && self.is_acronym(short) && self.words.form(short).letters <= LETTERS;
        let unlisted = || {
            self.single(short).is_none_or(|listed| listed.organization < 3.0 && listed.place < 3.0)
        };
        if before == "(" && after == ")" {
            // "(Nasdaq)", "(Oslo)"
            let known =
                || self.mark_at(short).is_some_and(|mark| mark.reason == MentionReason::AcronymOf);
            let fits = !one || letters || unlisted() && !self.sport || known();
            return fits.then(|| short - 1);
        }
        // "(Instituto Rural, IR)"
        if before == "," && after == ")" && letters {
            let back = short.saturating_sub(LEAD)..short;
            return back.rev().find(|word| self.words.lower(*word) == "(");
        }
        // "the Grain Office, ONC,"
        if before == "," && matches!(after, "," | ")") && letters && unlisted() {
            return Some(short - 1);
        }
        if !(one && (letters || unlisted())) {
            return None;
        }
        self.told_lead(short)
    }

    /// ", known by its French initials | ONC", ", or | TR,", "(known as | Tare)".
    fn told_lead(&self, short: usize) -> Option<usize> {
        let mut told = false;
        let mut at = short;
        while short - at < LEAD {
            at = at.checked_sub(1).filter(|at| self.beside(short, *at))?;
            let lower = self.words.lower(at);
            if matches!(lower, "," | "(" | "–" | "—" | "--" | "-") {
                return told.then_some(at);
            }
            told |= matches!(
                lower,
                "known"
                    | "called"
                    | "abbreviated"
                    | "shortened"
                    | "dubbed"
                    | "nicknamed"
                    | "acronym"
                    | "initials"
                    | "abbreviation"
            ) || lower == "or" && at + 2 >= short;
            let small = !self.words.word(at).capital && self.words.word(at).kind == WordKind::Word
                || self.words.word(at).kind == WordKind::Quote;
            if !(small || self.evidence.is_demonym(at) || self.class(at).any(Class::FUNCTION)) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn the_text_says_what_a_body_is_called() {
        let bodies = |text: &str| {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let bodies = found.entities.into_iter();
            let bodies = bodies.filter(|body| body.kind == crate::EntityKind::Organization);
            bodies.map(|body| body.name).collect::<Vec<_>>()
        };
        for lead in [" (ZNV)", ", known by its initials ZNV,", ", or ZNV,", ", ZNV,"] {
            let text = format!("The Harbour Safety Board{lead} said no. ZNV said it was late.");
            assert_eq!(bodies(&text), ["Harbour Safety Board"], "{text}");
        }
    }
}
