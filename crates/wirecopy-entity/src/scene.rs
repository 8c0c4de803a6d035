//! The state that the rules share: words, evidence, and the names marked so far.
//!
//! A rule marks a run of words that no rule before it marked; rules go from the surest to the least
//! sure, each in one walk over the words.

use crate::input::{Input, TextRegion};
use crate::kept::Kept;
use crate::lexicon::Class;
use crate::listed::{Evidence, Listed};
use crate::model::{EntityKind, MentionReason};
use crate::sense::Prominent;
use crate::words::{WordKind, Words};
use std::ops::Range;

/// Longest run of words that a rule looks at to one side.
pub(crate) const REACH: usize = 12;
/// Longest name of a person, in words.
pub(crate) const LONGEST_NAME: usize = 5;

/// A name as marked by a rule.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) words: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) reason: MentionReason,
    /// The listed name, where these words are one.
    pub(crate) listed: Option<u32>,
    /// Roles beside the name.
    pub(crate) roles: Vec<Range<usize>>,
    /// A title or honorific of men or women stands beside it.
    pub(crate) gender: Gender,
    /// The rule is sure enough to be believed elsewhere in the document.
    pub(crate) sure: bool,
}

/// What the words around a name say of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

/// Words, evidence, marks.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) evidence: Evidence<'a>,
    pub(crate) marks: Vec<Mark>,
    /// Names inside marks and inside compounds: they own no words.
    pub(crate) nested: Vec<Inner>,
    /// The document reports on sport.
    pub(crate) sport: bool,
    /// And none in which one plays alone.
    pub(crate) team_sport: bool,
    /// The mark of each word, or `NOBODY`.
    owner: Vec<u32>,
    /// The words that a name may start or end with.
    prominent: Vec<Prominent>,
}

/// A name within another, by its place in the text.
#[derive(Debug, Clone)]
pub(crate) struct Inner {
    pub(crate) span: wirecopy_text::Span,
    pub(crate) kind: EntityKind,
    pub(crate) reason: MentionReason,
    pub(crate) listed: Option<u32>,
}

const NOBODY: u32 = u32::MAX;

impl<'a> Scene<'a> {
    pub(crate) fn new(input: &Input<'a>, kept: &'a mut Kept) -> Self {
        let Kept { vocabulary, lists, .. } = kept;
        let (words, beginnings) = Words::new(input, vocabulary);
        let evidence = Evidence::new(input, &words, &beginnings, lists);
        let owner = vec![NOBODY; words.words.len()];
        let prominent = beginnings.prominent;
        let (marks, nested) = (Vec::with_capacity(prominent.len() / 2), Vec::new());
        let mut scene = Self {
            words,
            evidence,
            marks,
            nested,
            sport: false,
            team_sport: false,
            owner,
            prominent,
        };
        scene.sport = scene.is_sport();
        scene.team_sport = scene.sport && !scene.is_solo();
        scene
    }

    /// Tries a rule at every word that a name may start or end with and no mark holds, from left to
    /// right. Where the rule gives the end of what it marked, the next word is there.
    pub(crate) fn at_names(&mut self, rule: impl FnMut(&mut Self, usize) -> Option<usize>) {
        self.at(|_| true, rule);
    }

    /// The same at the words of some classes only.
    pub(crate) fn at_classes(
        &mut self,
        classes: Class,
        rule: impl FnMut(&mut Self, usize) -> Option<usize>,
    ) {
        if self.words.classes.any(classes) {
            self.at(|prominent| prominent.class.any(classes), rule);
        }
    }

    /// The words that a name may start or end with.
    pub(crate) fn name_words(&self) -> impl Iterator<Item = usize> {
        self.prominent.iter().map(|it| it.word as usize)
    }

    /// The words with a capital.
    pub(crate) fn capitals(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.prominent.iter().filter(|it| it.capital).map(|it| it.word as usize)
    }

    #[inline]
    fn at(
        &mut self,
        is_asked: impl Fn(&Prominent) -> bool,
        mut rule: impl FnMut(&mut Self, usize) -> Option<usize>,
    ) {
        let (mut from, mut index) = (0, 0);
        while let Some(prominent) = self.prominent.get(index) {
            index += 1;
            let word = prominent.word as usize;
            if is_asked(prominent) && word >= from && self.free(word) {
                from = rule(self, word).unwrap_or(from);
            }
        }
    }

    /// Whether no mark holds the word.
    pub(crate) fn free(&self, word: usize) -> bool {
        self.owner.get(word) == Some(&NOBODY)
    }

    /// Whether no mark holds any of the words.
    pub(crate) fn all_free(&self, words: &Range<usize>) -> bool {
        words.clone().all(|word| self.free(word))
    }

    /// The mark that holds the word.
    pub(crate) fn mark_at(&self, word: usize) -> Option<&Mark> {
        self.marks.get(self.mark_index(word)?)
    }

    /// The index of the mark that holds the word.
    pub(crate) fn mark_index(&self, word: usize) -> Option<usize> {
        self.owner.get(word).filter(|&&mark| mark != NOBODY).map(|&mark| mark as usize)
    }

    /// The marks in the order of the text.
    pub(crate) fn in_order(&self) -> Vec<&Mark> {
        let mut order = Vec::with_capacity(self.marks.len());
        let mut last = NOBODY;
        for &owner in self.owner.iter().filter(|owner| **owner != NOBODY) {
            if owner != last {
                last = owner;
                order.extend(self.marks.get(owner as usize));
            }
        }
        order
    }

    /// Marks `words`, unless one of them is marked or they are none.
    pub(crate) fn mark(
        &mut self,
        words: Range<usize>,
        kind: EntityKind,
        reason: MentionReason,
    ) -> Option<usize> {
        if words.is_empty() || !self.all_free(&words) {
            return None;
        }
        let id = u32::try_from(self.marks.len()).unwrap_or(NOBODY);
        for word in words.clone() {
            if let Some(owner) = self.owner.get_mut(word) {
                *owner = id;
            }
        }
        let listed = self.evidence.exact(&words).map(|(name, _)| name);
        self.marks.push(Mark {
            words,
            kind,
            reason,
            listed,
            roles: Vec::new(),
            gender: Gender::Unknown,
            sure: false,
        });
        Some(self.marks.len() - 1)
    }

    /// The same, for a rule that is believed elsewhere in the document.
    pub(crate) fn mark_sure(
        &mut self,
        words: Range<usize>,
        kind: EntityKind,
        reason: MentionReason,
    ) -> Option<usize> {
        let mark = self.mark(words, kind, reason)?;
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.sure = true;
        }
        Some(mark)
    }

    /// Marks `words` in place of the marks that lie within them; none if one reaches out of them.
    pub(crate) fn mark_over(
        &mut self,
        words: Range<usize>,
        kind: EntityKind,
        reason: MentionReason,
    ) -> Option<usize> {
        let inside: Vec<usize> = words.clone().filter_map(|word| self.mark_index(word)).collect();
        let within = inside.iter().all(|index| {
            self.marks
                .get(*index)
                .is_some_and(|mark| mark.words.start >= words.start && mark.words.end <= words.end)
        });
        if !within {
            return None;
        }
        for index in inside {
            if let Some(mark) = self.marks.get_mut(index) {
                mark.words = 0..0;
            }
        }
        self.owner.get_mut(words.clone()).unwrap_or_default().fill(NOBODY);
        self.mark_sure(words, kind, reason)
    }

    /// Puts other marks in the place of all. Of two that share a word the first stands.
    pub(crate) fn replace(&mut self, marks: Vec<Mark>) {
        self.owner.fill(NOBODY);
        self.marks.clear();
        for mark in marks {
            if !self.all_free(&mark.words) {
                continue;
            }
            let id = u32::try_from(self.marks.len()).unwrap_or(NOBODY);
            self.owner.get_mut(mark.words.clone()).unwrap_or_default().fill(id);
            self.marks.push(mark);
        }
    }

    /// Takes a mark from its words.
    pub(crate) fn drop_mark(&mut self, mark: usize) {
        let Some(mark) = self.marks.get_mut(mark) else { return };
        self.owner.get_mut(mark.words.clone()).unwrap_or_default().fill(NOBODY);
        mark.words = 0..0;
    }

    /// Takes the words from `end` on out of a mark.
    pub(crate) fn shorten(&mut self, mark: usize, end: usize) {
        let Some(mark) = self.marks.get_mut(mark) else { return };
        let freed = end.max(mark.words.start + 1)..mark.words.end;
        mark.words.end = mark.words.end.min(freed.start);
        mark.listed = None;
        if !freed.is_empty() {
            self.owner.get_mut(freed).unwrap_or_default().fill(NOBODY);
        }
    }

    /// Takes the words before `start` out of a mark.
    pub(crate) fn behead(&mut self, mark: usize, start: usize) {
        let Some(mark) = self.marks.get_mut(mark) else { return };
        let freed = mark.words.start..start.min(mark.words.end.saturating_sub(1));
        mark.words.start = mark.words.start.max(freed.end);
        mark.listed = None;
        mark.gender = Gender::Unknown;
        if !freed.is_empty() {
            self.owner.get_mut(freed).unwrap_or_default().fill(NOBODY);
        }
    }

    /// How usual the word is in small letters, as it stands here.
    pub(crate) fn common(&self, word: usize) -> f32 {
        self.words.sense(word).common
    }

    /// The classes of the word as it stands here: "US" in running text is no pronoun.
    pub(crate) fn class(&self, word: usize) -> Class {
        self.words.sense(word).class
    }

    /// Capitals in a line that is not all capitals.
    pub(crate) fn is_acronym(&self, word: usize) -> bool {
        self.words.sense(word).acronym
    }

    /// Whether the word may be part of a name by its letters.
    pub(crate) fn is_name_like(&self, word: usize) -> bool {
        self.words.sense(word).name_like
    }

    /// A name-like word that is no weekday, month, or common word at the start of a sentence.
    pub(crate) fn is_name_word(&self, word: usize) -> bool {
        self.is_name_like(word)
            && !self.class(word).any(Class::CALENDAR)
            && !(self.words.word(word).start && self.common(word) > 0.5)
    }

    /// The word in the same line, or `None` beyond its ends.
    pub(crate) fn beside(&self, of: usize, word: usize) -> bool {
        self.words.near(of, word).is_some()
    }

    /// The lower-case form of the word before, within the line.
    pub(crate) fn before(&self, word: usize) -> &str {
        match word.checked_sub(1) {
            Some(previous) if self.beside(word, previous) => self.words.lower(previous),
            _ => "",
        }
    }

    /// The lower-case form of the word at `next`, within the line of `of`.
    pub(crate) fn after(&self, of: usize, next: usize) -> &str {
        if self.beside(of, next) { self.words.lower(next) } else { "" }
    }

    /// The class of the word before, within the line.
    pub(crate) fn class_before(&self, word: usize) -> Class {
        match word.checked_sub(1) {
            Some(previous) if self.beside(word, previous) => self.class(previous),
            _ => Class::NONE,
        }
    }

    /// The class of the word at `next`, within the line of `of`.
    pub(crate) fn class_after(&self, of: usize, next: usize) -> Class {
        if self.beside(of, next) { self.class(next) } else { Class::NONE }
    }

    /// Whether a clitic ("'s") follows the word.
    pub(crate) fn is_possessive(&self, word: usize) -> bool {
        self.beside(word, word + 1) && self.words.word(word + 1).kind == WordKind::Clitic
    }

    /// One listed name of one word.
    pub(crate) fn single(&self, word: usize) -> Option<&Listed> {
        self.evidence.single(word)
    }

    /// A country, big city, or nationality by itself: no part of a person's name without other
    /// evidence.
    pub(crate) fn is_strong_geography(&self, word: usize) -> bool {
        let form = self.words.form(word);
        self.single(word).is_some_and(|listed| {
            let place =
                listed.place >= 7.0 || (listed.place >= 5.6 && form.given < 4 && form.surname < 4);
            (listed.demonym && form.given < 5) || (place && !(form.given >= 6 || form.surname >= 7))
        })
    }

    /// Whether the line is copy that no story names stand in (credits).
    pub(crate) fn is_furniture(&self, word: usize) -> bool {
        self.words.line(word).is_some_and(|line| line.region == TextRegion::Furniture)
    }
}
