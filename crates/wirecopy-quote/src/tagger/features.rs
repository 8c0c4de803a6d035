//! What a model sees of a word: itself, its neighbours, the marks, the nearest cues, and what the
//! rules made of it.
//!
//! A change here makes trained weights worthless: raise [`super::FEATURES`] and train again.

use super::label::{LABELS, labels_of};
use crate::evidence::ClueKind;
use crate::lexicon::class::{MEDIUM, NO_VERB, SPEAKER_NOUN, TITLE};
use crate::lexicon::usage;
use crate::linking::Draft;
use crate::words::{Tag, Word, Words};
use std::iter::repeat;
use wirecopy_linear::{cross, hash_folded, spread};
use wirecopy_text::{Span, lower_eight};

/// Words before and after that templates look at.
const SIDE: usize = 3;
const AHEAD: usize = 2;

/// What is looked up once per word and then combined, spread for [`cross`].
#[derive(Debug, Clone, Copy)]
struct Atoms {
    form: u64,
    suffix: u64,
    tag: u64,
    marks: u64,
    /// The entry of the cue lists.
    cue: u64,
    /// The label that the rules give, and their reason.
    rule: u64,
    reason: u64,
    /// The same label, and where the word stands to quotation marks, as numbers.
    label: u16,
    mark: u8,
    /// May be a cue here.
    is_cue: bool,
}

/// Stands before the first word and after the last.
const NOTHING: Atoms = Atoms {
    form: 0,
    suffix: 0,
    tag: 0,
    marks: spread(0),
    cue: spread(0),
    rule: spread(0),
    reason: spread(0),
    label: 0,
    mark: 0,
    is_cue: false,
};

/// The nearest possible cue to one side, within the sentence.
#[derive(Debug, Clone, Copy)]
struct Near {
    cue: u64,
    rule: u64,
    marks: u64,
    distance: u64,
    /// Commas between, up to three.
    commas: u64,
    /// Where it stands.
    at: Option<u32>,
}

impl Near {
    /// No cue to that side.
    const NONE: Self = Self {
        cue: spread(0),
        rule: spread(0),
        marks: spread(0),
        distance: spread(0),
        commas: spread(0),
        at: None,
    };
}

/// What templates look at for one word: its neighbours, the nearest cues, its place.
struct Sight<'v> {
    ppp: &'v Atoms,
    pp: &'v Atoms,
    p: &'v Atoms,
    c: &'v Atoms,
    n: &'v Atoms,
    nn: &'v Atoms,
    left: &'v Near,
    right: &'v Near,
    /// Words from the start of the sentence.
    from: u64,
    sentence: u64,
    /// What the sentence holds.
    holds: u64,
}

/// What the rules make of the words that a model reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ruled<'d> {
    pub(crate) given: &'d [Draft],
    pub(crate) doubted: &'d [Draft],
    /// It is the second reading, that of a content by itself.
    pub(crate) within: bool,
}

impl<'d> Ruled<'d> {
    /// The first reading: `given` are the drafts that [`crate::linking::link_all`] made of a paragraph.
    pub(crate) const fn outer(given: &'d [Draft]) -> Self {
        Self { given, doubted: &[], within: false }
    }

    /// The second reading, with what cues would attribute, but the rules doubt.
    pub(crate) const fn within(given: &'d [Draft], doubted: &'d [Draft]) -> Self {
        Self { given, doubted, within: true }
    }

    /// All that cues attribute, rightly or not.
    pub(crate) fn all(self) -> impl Iterator<Item = &'d Draft> {
        self.given.iter().chain(self.doubted)
    }

    /// What the rules make of each word: its label, and a number for that and for how sure they are.
    /// How far they are right is learned for each reading, what words say is learned once for both.
    fn of_words(self, len: usize) -> impl Iterator<Item = (u16, u64)> {
        let labels = LABELS.len() as u64;
        let (first, doubted) = if self.within { (labels, 2 * labels) } else { (0, 0) };
        let given = labels_of(self.given, len).into_iter();
        let other = if self.doubted.is_empty() { Vec::new() } else { labels_of(self.doubted, len) };
        given.zip(other.into_iter().chain(repeat(0))).map(move |(given, other)| {
            match (given, other) {
                (0, 1..) => (0, doubted + u64::from(other)),
                _ => (given, first + u64::from(given)),
            }
        })
    }
}

/// The words of one paragraph as a model sees them.
#[derive(Debug)]
pub(crate) struct View<'w, 'a> {
    words: &'w Words<'a>,
    memory: Memory,
}

/// What is seen of the words; the memory is used again for the next paragraph.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// With [`SIDE`] empty ones before and [`AHEAD`] after.
    atoms: Vec<Atoms>,
    left: Vec<Near>,
    right: Vec<Near>,
    /// What each sentence holds: bits, spread.
    holds: Vec<u64>,
}

impl Memory {
    /// Words for which there is room.
    pub(super) fn capacity(&self) -> usize {
        self.atoms.capacity()
    }
}

impl<'w, 'a> View<'w, 'a> {
    pub(crate) fn new(words: &'w Words<'a>, rules: Ruled<'_>, mut memory: Memory) -> Self {
        read(words, rules, &mut memory.atoms);
        let inner = memory.atoms.get(SIDE..SIDE + words.len()).unwrap_or(&[]);
        nearest(words, inner, false, &mut memory.left);
        nearest(words, inner, true, &mut memory.right);
        sentences_hold(words, inner, &mut memory.holds);
        Self { words, memory }
    }

    /// What the next view may use.
    pub(crate) fn into_memory(self) -> Memory {
        self.memory
    }

    /// Number of features of a word.
    pub(super) const TEMPLATES: usize = KINDS.len();

    /// What the templates look at for the word at `at`; nothing beyond the last.
    #[inline]
    fn sight(&self, at: usize) -> Option<Sight<'_>> {
        let Memory { atoms, left, right, holds } = &self.memory;
        let window = atoms.get(at..=at + SIDE + AHEAD)?;
        let [ppp, pp, p, c, n, nn] = window else { return None };
        let (first, _) = self.words.sentence(at);
        let sentence = self.words.at(at).sentence as usize;
        Some(Sight {
            ppp,
            pp,
            p,
            c,
            n,
            nn,
            left: left.get(at)?,
            right: right.get(at)?,
            from: bucket(at - first),
            sentence: bucket(sentence),
            holds: holds.get(sentence).copied()?,
        })
    }

    /// Writes the features of the word at `at`; none beyond the last.
    #[inline]
    pub(super) fn features(&self, at: usize, row: &mut [u32; KINDS.len()]) {
        if let Some(sight) = self.sight(at) {
            write_features(&sight, row);
        }
    }

    /// The features of the word at `at`, each with what it looks at.
    pub(super) fn clues(&self, at: usize) -> impl Iterator<Item = (ClueKind, u32)> {
        let features = self.sight(at).map(|sight| {
            let mut row = [0; KINDS.len()];
            write_features(&sight, &mut row);
            row
        });
        KINDS.into_iter().zip(features.into_iter().flatten())
    }

    /// The words that a clue of the word at `at` was seen in, if they are others.
    pub(super) fn seen(&self, at: usize, kind: ClueKind) -> Option<Span> {
        let words = self.words;
        let span = |from: usize, to: usize| (from < to).then(|| words.span(from, to));
        let cue = |near: Option<&Near>| near?.at.map(|at| words.at(at as usize).span);
        match kind {
            ClueKind::Before => span(at.saturating_sub(1), at),
            ClueKind::After => span(at + 1, words.len().min(at + 2)),
            ClueKind::Near => span(at.saturating_sub(2), words.len().min(at + 3)),
            ClueKind::Kinds => span(at.saturating_sub(1), words.len().min(at + 2)),
            ClueKind::Word => Some(words.at(at).span),
            ClueKind::Lists => {
                let listed =
                    self.memory.atoms.get(at + SIDE).is_some_and(|atom| atom.cue != NOTHING.cue);
                listed.then(|| words.at(at).span)
            }
            ClueKind::CueBefore => cue(self.memory.left.get(at)),
            ClueKind::CueAfter => cue(self.memory.right.get(at)),
            _ => None,
        }
    }
}

/// Templates: what each looks at, its number, and its atoms.
macro_rules! templates {
    ($view:ident: $($kind:ident $number:literal [$($atom:expr),*])+) => {
        /// What each feature that [`write_features`] writes looks at.
        const KINDS: [ClueKind; [$($number),+].len()] = [$(ClueKind::$kind),+];

        #[inline]
        fn write_features($view: &Sight<'_>, row: &mut [u32; KINDS.len()]) {
            *row = [$(cross($number, &[$($atom),*])),+];
        }
    };
}

// Of 57 templates these 33 did best for their cost in cross-validation; the numbers that are missing are
// the others.
templates! { see:
    Place 0 []
    Word 1 [see.c.form]
    Before 2 [see.p.form]
    After 3 [see.n.form]
    Near 4 [see.pp.form]
    Near 5 [see.nn.form]
    Word 8 [see.c.suffix]
    Kinds 11 [see.p.tag, see.c.tag]
    Kinds 13 [see.pp.tag, see.p.tag, see.c.tag]
    Kinds 14 [see.p.tag, see.c.tag, see.n.tag]
    Kinds 15 [see.c.tag, see.n.tag, see.nn.tag]
    Kinds 16 [see.ppp.tag, see.pp.tag, see.p.tag, see.c.tag]
    Before 18 [see.p.form, see.c.tag]
    After 19 [see.c.tag, see.n.form]
    Marks 22 [see.c.marks, see.c.tag, see.p.tag]
    Lists 23 [see.c.cue, see.c.tag]
    After 25 [see.n.cue, see.n.tag, see.c.tag]
    Before 26 [see.p.cue, see.c.form]
    Near 27 [see.nn.cue, see.n.tag, see.c.tag]
    Rules 40 [see.c.rule, see.c.reason]
    Before 42 [see.p.rule, see.c.rule, see.p.form]
    Rules 47 [see.pp.rule, see.p.rule, see.c.rule, see.n.rule, see.nn.rule]
    Marks 48 [see.c.rule, see.c.marks, see.n.marks]
    CueBefore 60 [see.left.cue, see.left.distance]
    CueBefore 62 [see.left.cue, see.left.rule, see.c.tag]
    CueBefore 64 [see.left.rule, see.left.commas, see.c.marks, see.c.rule]
    CueAfter 67 [see.right.cue, see.right.rule, see.c.tag]
    CueAfter 68 [see.right.rule, see.right.commas, see.c.marks, see.c.rule]
    Marks 70 [see.left.marks, see.right.marks, see.c.marks]
    Place 81 [see.from, see.c.rule]
    Place 84 [see.holds, see.c.rule]
    Place 85 [see.holds, see.c.tag, see.from]
    Place 87 [see.sentence, see.c.marks, see.c.rule]
}

fn read(words: &Words<'_>, rules: Ruled<'_>, atoms: &mut Vec<Atoms>) {
    atoms.clear();
    atoms.resize(SIDE, NOTHING);
    atoms.extend(rules.of_words(words.len()).enumerate().map(|(at, (label, rule))| Atoms {
        rule: spread(rule),
        label,
        ..look_up(words, at)
    }));
    atoms.resize(atoms.len() + AHEAD, NOTHING);
    for rule in rules.doubted.iter().chain(rules.given) {
        let reason = spread(rule.reason as u64 + 1);
        for part in rule.content.iter().chain(&rule.cue).chain(&rule.speaker) {
            for atom in atoms.iter_mut().take(SIDE + part.to).skip(SIDE + part.from) {
                atom.reason = reason;
            }
        }
    }
}

fn look_up(words: &Words<'_>, at: usize) -> Atoms {
    let word = words.at(at);
    let surface = word.surface;
    let cue = cue(word);
    let may_be_cue = match cue {
        0 => false,
        1..NOUN => true,
        NOUN.. => word.tag != Tag::Name,
    };
    let speaks = word.entry.is(MEDIUM | SPEAKER_NOUN | TITLE);
    let mark = marks(words, at);
    Atoms {
        form: form(surface),
        suffix: spread(suffix(surface)),
        tag: spread(word.tag as u64 * 2 + u64::from(speaks)),
        marks: spread(u64::from(mark)),
        cue: spread(cue),
        mark,
        is_cue: may_be_cue && !word.quoted && (word.entry.verb.is_none() || word.tag.is_verb()),
        ..NOTHING
    }
}

/// Where the numbers of verbs, nouns and adjectives of the cue lists begin in [`Atoms::cue`].
const VERB: u64 = 1_000;
const NOUN: u64 = 3_000;
const ADJECTIVE: u64 = 4_000;

fn cue(word: &Word<'_>) -> u64 {
    if !word.entry.has(usage::CUE) {
        return match word.surface {
            ":" => 1,
            surface if word.entry.is(NO_VERB) && surface.eq_ignore_ascii_case("according") => 2,
            _ => 0,
        };
    }
    match (word.entry.verb, word.entry.noun, word.entry.adjective) {
        (Some(verb), ..) => VERB + u64::from(verb),
        (_, Some(noun), _) => NOUN + u64::from(noun),
        (_, _, Some(adjective)) => ADJECTIVE + u64::from(adjective),
        _ => 0,
    }
}

/// Outside of marks, in marks that hold no speech, an opening mark, a closing one, between the two.
fn marks(words: &Words<'_>, at: usize) -> u8 {
    let word = words.at(at);
    match (word.pair, word.quoted) {
        (None, _) => 0,
        (Some(_), false) => 1,
        _ if words.opens_speech(at) => 2,
        _ if words.closes_speech(at) => 3,
        _ => 4,
    }
}

/// For each word, the nearest possible cue to one side.
fn nearest(words: &Words<'_>, atoms: &[Atoms], to_the_right: bool, list: &mut Vec<Near>) {
    list.clear();
    list.resize(atoms.len(), Near::NONE);
    let (mut found, mut commas): (Option<(usize, Near)>, u64) = (None, 0);
    let mut sentence = u32::MAX;
    for step in 0..atoms.len() {
        let at = if to_the_right { atoms.len() - 1 - step } else { step };
        let (Some(atom), Some(near)) = (atoms.get(at), list.get_mut(at)) else { break };
        let word = words.at(at);
        if word.sentence != sentence {
            sentence = word.sentence;
            found = None;
        }
        if let Some((place, cue)) = &mut found {
            *near = Near { distance: bucket(at.abs_diff(*place)), ..*cue };
            if word.tag == Tag::Comma {
                commas += 1;
                cue.commas = spread(commas.min(3));
            }
        }
        if atom.is_cue {
            let (cue, rule, marks) = (atom.cue, atom.rule, spread(u64::from(atom.mark) + 1));
            found = Some((at, Near { cue, rule, marks, at: Some(at as u32), ..Near::NONE }));
            commas = 0;
        }
    }
}

/// Which of speech, a cue of the rules, a cue of the lists, content of the rules a sentence holds.
fn sentences_hold(words: &Words<'_>, atoms: &[Atoms], holds: &mut Vec<u64>) {
    let bits = |atom: &Atoms| {
        u64::from(atom.mark >= 2)
            | u64::from(matches!(atom.label, 3 | 4)) << 1
            | u64::from(atom.is_cue) << 2
            | u64::from(atom.label >= 5) << 3
    };
    holds.clear();
    holds.extend(words.sentences().iter().map(|&(from, to)| {
        let atoms = atoms.get(from..to).unwrap_or(&[]);
        spread(atoms.iter().fold(0, |all, atom| all | bits(atom)))
    }));
}

/// A distance, more coarsely the longer it is, and spread.
const fn bucket(n: usize) -> u64 {
    spread(match n {
        0..=4 => n as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    })
}

/// Longest word whose end counts, in bytes.
const LONGEST: usize = 32;

/// The word in lower case (of ASCII letters), its digits all the same.
fn form(surface: &str) -> u64 {
    let bytes = surface.as_bytes();
    hash_folded(bytes.get(..LONGEST).unwrap_or(bytes), folded)
}

/// Eight bytes, capitals made small and digits zero, all at once.
fn folded(bytes: u64) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let low = bytes & (0x7F * EACH);
    let is_from = |least: u8| low + (0x80 - least as u64) * EACH;
    let capitals = is_from(b'A') & !is_from(b'Z' + 1) & !bytes & (0x80 * EACH);
    let digits = is_from(b'0') & !is_from(b'9' + 1) & !bytes & (0x80 * EACH);
    (bytes | (capitals >> 2)) & !((digits >> 7) * 0x0F)
}

/// The last three bytes, in lower case.
fn suffix(surface: &str) -> u64 {
    let last = match *surface.as_bytes() {
        [.., a, b, c] => [a, b, c, 0],
        [a, b] => [a, b, 0, 0],
        [a] => [a, 0, 0, 0],
        [] => [0; 4],
    };
    lower_eight(u64::from(u32::from_le_bytes(last)))
}
