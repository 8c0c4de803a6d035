//! A body by a part of its name that was taken for a person: "Dusty Reef" behind "Dusty Reef Motors Corp.", "the Bisons"
//! behind "the Tarn Bisons", "Slumbery" behind "Slumbery Beds".
//!
//! The body was named before, nobody of the story has the words in a longer name, nothing is told of a person, and no
//! list has the first word as a given name or the only word as a surname, but for a firm's ("Brack" of "Brack & Lund") or
//! behind "the".

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, REACH, Scene};
use crate::words::Style;
use std::borrow::Cow;
use std::iter;
use std::ops::Range;

/// Letters of a part that is no abbreviation.
const LETTERS: usize = 4;

/// What the names of a story say of their parts.
#[derive(Debug, Default)]
struct Parts<'w> {
    /// Parts of bodies: where the body was first named, and whether it is a firm by its last word.
    bodies: Map<Cow<'w, str>, (usize, bool)>,
    /// First words of bodies that are called after nobody. A story gives people in full before it gives the surname
    /// alone: behind "Brack Motors Corp." a "Brack" is the firm.
    by_full: Set<Cow<'w, str>>,
    /// First and last words of people.
    people: Set<Cow<'w, str>>,
    /// People who are told of by a title or an office before one word.
    titled: Set<Cow<'w, str>>,
}

impl<'w> Scene<'w> {
    /// Turns people that bear a part of a body's name into the body.
    pub(crate) fn openers(&mut self) {
        let suspects: Vec<usize> =
            (0..self.marks.len()).filter(|index| self.may_be_part(*index)).collect();
        if suspects.is_empty() {
            return;
        }
        let parts = self.parts();
        for index in suspects {
            let Some(mark) = self.marks.get(index) else { continue };
            let (start, end) = (mark.words.start, mark.words.end);
            let key = self.words.key(mark.words.clone());
            let last = self.words.key(end - 1..end);
            let form = self.words.form(start);
            let sole = || {
                (form.given < 3 || self.sport)
                    && parts.by_full.contains(&key)
                    && !parts.titled.contains(&key)
            };
            let surname = form.surname > 0 && end == start + 1 && !sole();
            let given = (form.given > 0 && (end > start + 1 || !sole()) || surname)
                && self.before(start) != "the";
            let named = parts
                .bodies
                .get(&key)
                .is_some_and(|(body, firm)| *body < start && (*firm || !given));
            let somebody = end == start + 1 && parts.people.contains(&key)
                || end > start + 1
                    && parts.people.contains(&last)
                    && !parts.bodies.contains_key(&key);
            if named
                && !somebody
                && let Some(mark) = self.marks.get_mut(index)
            {
                (mark.kind, mark.reason) = (EntityKind::Organization, MentionReason::ShortForm);
                mark.gender = Gender::Unknown;
                mark.listed = None;
            }
        }
    }

    fn parts(&self) -> Parts<'w> {
        let mut parts = Parts::default();
        for mark in &self.marks {
            let (start, end) = (mark.words.start, mark.words.end);
            let long = (2..=REACH).contains(&mark.words.len());
            match mark.kind {
                // "Gregory III"
                EntityKind::Organization if long && !self.is_ordinal(end - 1) => {
                    self.parts_of_body(&mark.words, &mut parts);
                }
                EntityKind::Person if long => {
                    parts.people.insert(self.words.key(start..start + 1));
                    parts.people.insert(self.words.key(end - 1..end));
                }
                EntityKind::Person if mark.words.len() == 1 && is_told_of(mark) => {
                    parts.titled.insert(self.words.key(start..end));
                }
                _ => {}
            }
        }
        parts
    }

    fn parts_of_body(&self, words: &Range<usize>, parts: &mut Parts<'w>) {
        let (start, end) = (words.start, words.end);
        let joined = words.clone().any(|word| self.words.lower(word) == "&");
        let firm = self.class(end - 1).any(Class::COMPANY) || joined;
        if !Lesser::NAMED_AFTER.has(self.words.lower(end - 1)) {
            parts.by_full.insert(self.words.key(start..start + 1));
        }
        // "Nusa" of "PT Nusa Logam"
        let own = start + usize::from(self.is_form_before(start) && end > start + 2);
        if own > start {
            parts.by_full.insert(self.words.key(own..own + 1));
        }
        let opens = (start + 1..end).map(|cut| start..cut);
        let bare = (own + 1..end).map(|cut| own..cut).filter(|_| own > start);
        for part in opens.chain(bare).chain(iter::once(end - 1..end)) {
            parts.bodies.entry(self.words.key(part)).or_insert((start, firm));
        }
    }

    /// "PT", "OOO": the form of a firm that stands before its name.
    pub(crate) fn is_form_before(&self, word: usize) -> bool {
        self.is_acronym(word)
            && self.words.form(word).letters <= 4
            && self.class(word).any(Class::FOREIGN.or(Class::COMPANY))
    }

    /// Whether nothing but its place makes the mark a person.
    fn may_be_part(&self, index: usize) -> bool {
        let Some(mark) = self.marks.get(index) else { return false };
        let Some(last) = mark.words.end.checked_sub(1) else { return false };
        let start = mark.words.start;
        let form = self.words.form(start);
        mark.kind == EntityKind::Person
            && mark.gender == Gender::Unknown
            && mark.roles.is_empty()
            && mark.reason != MentionReason::Title
            && mark.reason != MentionReason::UserGazetteer
            && form.letters >= LETTERS
            && !self.class_before(start).any(Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE))
            && self.words.style(start) == Style::Sentence
            && !self.is_person_mark_described(mark, last)
    }

    /// "III" of "Gregory III".
    fn is_ordinal(&self, word: usize) -> bool {
        self.words.form(word).text().bytes().all(|byte| b"IVX".contains(&byte))
    }

    /// "Dusty Reef, 43,", "Dusty Reef, who".
    fn is_person_mark_described(&self, mark: &Mark, last: usize) -> bool {
        self.after(last, mark.words.end) == ","
            && self.is_person_aside(mark.words.end + 1, mark.words.start)
    }
}

/// Whether a title, an office or a pronoun tells that it is somebody.
fn is_told_of(mark: &Mark) -> bool {
    mark.reason == MentionReason::Title || !mark.roles.is_empty() || mark.gender != Gender::Unknown
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn a_part_of_the_name_is_the_body() {
        let text =
            "Zorvane Lumeq Motors Corp. sold two yards. Zorvane Lumeq said it would build a third.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let bodies = found.entities.iter().filter(|it| it.kind == EntityKind::Organization);
        assert_eq!(
            bodies.map(|it| it.name.as_str()).collect::<Vec<_>>(),
            ["Zorvane Lumeq Motors Corp."]
        );
        let text = "The mill of PT Zorvane Lumeq was shut. Zorvane Lumeq said it would wait.";
        let tokens = tokenize(text);
        assert_eq!(Input::new(text, &tokens).recognize().entities.len(), 1);
    }
}
