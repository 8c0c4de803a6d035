//! One word, one kind: a name of one word that no list has means the same wherever it stands.
//!
//! Each place is judged by what stands around it, by rules and weights alike, so that "Tomazo" is a person
//! where he speaks, a town behind "in", and nothing where the word stands among small letters. Here the
//! places of one word vote, once everything else has spoken, and its other places follow.

use crate::lexicon::Class;
use crate::map::{Map, with_room};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Mark, Scene};
use crate::words::{Style, WordKind};
use std::borrow::Cow;

/// How common a word may be in small letters.
const RARE: f32 = 0.05;
/// Votes of a mark that more than the words beside it speak for.
const STRONG: u32 = 4;
/// Votes of what is said of people alone.
const CERTAIN: u32 = 100;

/// Longest name that votes, in words.
const LONGEST: usize = 5;

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organization];

/// What the places of one word are.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    kinds: [u32; 3],
    marks: u32,
    /// Places that are names and have no mark.
    bare: u32,
}

impl Votes {
    /// The kind that most of the votes are for, by far.
    fn kind(&self) -> Option<EntityKind> {
        let all: u32 = self.kinds.iter().sum();
        let (kind, most) = KINDS.iter().zip(self.kinds).max_by_key(|(_, votes)| *votes)?;
        (most > 0 && (all - most) * 2 <= most).then_some(*kind)
    }
}

impl Scene<'_> {
    /// Lets the places of each word agree. Linear in the number of words.
    pub(crate) fn concord(&mut self) {
        self.concord_of_phrases();
        let mut votes: Map<u32, Votes> = with_room(self.marks.len());
        for mark in self.marks.iter().filter(|mark| self.may_vote(mark)) {
            let Some(slot) = KINDS.iter().position(|kind| *kind == mark.kind) else { continue };
            let votes = votes.entry(self.words.form(mark.words.start).group).or_default();
            votes.marks += 1;
            if let Some(count) = votes.kinds.get_mut(slot) {
                *count += if is_weak(mark) { 1 } else { STRONG };
            }
        }
        let people = self.marks.iter().filter(|mark| mark.kind == EntityKind::Person);
        for mark in people.filter(|mark| mark.words.len() > 1) {
            for word in [mark.words.start, mark.words.end - 1] {
                if self.is_of_no_other_sense(word) {
                    let votes = votes.entry(self.words.form(word).group).or_default();
                    votes.marks += 1;
                    let [person, ..] = &mut votes.kinds;
                    *person += if mark.sure && !is_weak(mark) { STRONG } else { 1 };
                }
            }
        }
        let bodies = self.marks.iter().filter(|m| m.kind == EntityKind::Organization && m.sure);
        for word in bodies.filter_map(|mark| self.joined_to(mark)) {
            let votes = votes.entry(self.words.form(word).group).or_default();
            let [.., body] = &mut votes.kinds;
            *body += STRONG;
        }
        let kin = self.words.classes.any(Class::KIN);
        for word in self.name_words().filter(|_| kin) {
            if self.has_relatives(word) && self.is_of_no_other_sense(word) {
                let votes = votes.entry(self.words.form(word).group).or_default();
                let [person, ..] = &mut votes.kinds;
                *person += CERTAIN;
            }
        }
        if votes.is_empty() {
            return;
        }
        let mut bare = Vec::new();
        for word in self.name_words() {
            let group = self.words.form(word).group;
            let Some(votes) = votes.get_mut(&group) else { continue };
            if self.free(word) && self.stands_as_a_name(word) {
                votes.bare += 1;
                bare.push((word, group));
            }
        }
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index).filter(|m| self.may_vote(m) && is_weak(m))
            else {
                continue;
            };
            let group = self.words.form(mark.words.start).group;
            let listed = self.is_listed_as(mark.words.start, mark.kind);
            let kind = votes.get(&group).and_then(Votes::kind);
            let kind = kind.filter(|kind| *kind != mark.kind && !listed);
            if let (Some(kind), Some(mark)) = (kind, self.marks.get_mut(index)) {
                mark.kind = kind;
                mark.reason = MentionReason::SameDocument;
            }
        }
        for (word, group) in bare {
            let known = votes.get(&group).filter(|votes| {
                votes.marks >= 2 && votes.marks * 4 >= votes.bare
                    || votes.kinds.iter().any(|votes| *votes >= STRONG)
            });
            if let Some(kind) = known.and_then(Votes::kind) {
                self.mark(word..word + 1, kind, MentionReason::SameDocument);
            }
        }
    }

    /// Names of several words are of one kind, too: "El Correo Libre" is no place where it stands behind "in".
    fn concord_of_phrases(&mut self) {
        let several = |mark: &Mark| (2..=LONGEST).contains(&mark.words.len());
        let may_change = |mark: &Mark| several(mark) && is_weak(mark) && KINDS.contains(&mark.kind);
        if !self.marks.iter().any(may_change) {
            return;
        }
        let mut votes: Map<Cow<'_, str>, Votes> = with_room(self.marks.len());
        for mark in self.marks.iter().filter(|mark| several(mark)) {
            let Some(slot) = KINDS.iter().position(|kind| *kind == mark.kind) else { continue };
            let votes = votes.entry(self.words.key(mark.words.clone())).or_default();
            if let Some(count) = votes.kinds.get_mut(slot) {
                *count += if is_weak(mark) { 1 } else { STRONG };
            }
        }
        let mut changed = Vec::new();
        for (index, mark) in self.marks.iter().enumerate().filter(|(_, mark)| may_change(mark)) {
            let kind = votes.get(&self.words.key(mark.words.clone())).and_then(Votes::kind);
            if let Some(kind) = kind.filter(|kind| *kind != mark.kind) {
                changed.push((index, kind));
            }
        }
        for (index, kind) in changed {
            if let Some(mark) = self.marks.get_mut(index) {
                mark.kind = kind;
                mark.reason = MentionReason::SameDocument;
            }
        }
    }

    /// "Solway" of "Tarn Foods and | Solway agreed": whoever else is one word, no list has it.
    fn joined_to(&self, body: &Mark) -> Option<usize> {
        let last = body.words.clone().last()?;
        let (and, word) = (last + 1, last + 2);
        let closes = self.class(last).any(Class::COMPANY.or(Class::TRADE));
        let one = self.after(last, and) == "and"
            && self.beside(last, word)
            && self.words.word(word).capital
            && !self.words.near(word, word + 1).is_some_and(|it| it.capital)
            && !self.is_possessive(word);
        let unknown = || {
            let form = self.words.form(word);
            self.is_of_no_other_sense(word) && form.given < 3 && form.surname < 3
        };
        (closes && one && unknown()).then_some(word)
    }

    /// Whether the mark is one word that stands in no small letters and is no well-known place.
    fn may_vote(&self, mark: &Mark) -> bool {
        mark.words.len() == 1 && self.is_of_no_other_sense(mark.words.start)
    }

    fn is_listed_as(&self, word: usize, kind: EntityKind) -> bool {
        self.single(word).is_some_and(|listed| match kind {
            EntityKind::Place => listed.place > 0.0,
            EntityKind::Organization => listed.organization > 0.0,
            _ => false,
        })
    }

    fn is_of_no_other_sense(&self, word: usize) -> bool {
        let form = self.words.form(word);
        form.letters > 2
            && !form.listed_common
            && form.class.is_plain()
            && self.common(word) < RARE
            && self.words.word(word).kind == WordKind::Word
            && self.single(word).is_none_or(|l| l.place < 4.0 && !l.demonym && !l.club)
    }

    /// "Tomazo's mother", "Tomazo's elder sister": nobody but a person has them.
    pub(crate) fn has_relatives(&self, word: usize) -> bool {
        // "Tomazo's sister company"
        let kin = |at: usize| {
            self.class_after(word, at).any(Class::KIN)
                && !self.class_after(word, at + 1).any(Class::BODY.or(Class::NOUN))
        };
        self.is_possessive(word) && (kin(word + 2) || kin(word + 3))
    }

    /// A capital among small letters.
    fn stands_as_a_name(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let small = |at: usize| {
            self.words.near(word, at).is_none_or(|it| !it.capital || it.kind != WordKind::Word)
        };
        it.capital
            && !it.compound
            && self.is_of_no_other_sense(word)
            && !self.is_listed_as(word, EntityKind::Organization)
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word)
            && small(word + 1)
            && word.checked_sub(1).is_none_or(|before| {
                small(before) || self.words.word(before).start && self.common(before) > 0.5
            })
            // "Earl of Morvan"
            && !(self.before(word) == "of" && word >= 2 && self.words.word(word - 2).capital)
    }
}

/// Whether nothing but the words beside it speaks for the kind of a mark.
fn is_weak(mark: &Mark) -> bool {
    use MentionReason::{Employer, PlacePreposition, SameDocument, SpeechVerb};
    matches!(mark.reason, Employer | PlacePreposition | SameDocument | SpeechVerb)
        || mark.reason.is_learned()
}
