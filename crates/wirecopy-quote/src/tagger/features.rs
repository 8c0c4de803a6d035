//! What a model sees of a word: itself, its neighbours, the marks, the nearest cues, and what the
//! rules made of it.
//!
//! A change here makes trained weights worthless: raise [`super::FEATURES`] and train again.

use super::label::labels_of;
use crate::lexicon::class::{MEDIUM, SPEAKER_NOUN, TITLE};
use crate::linking::Draft;
use crate::words::{Tag, Word, Words};
use wirecopy_linear::{Features, feature, hash_bytes};

/// Words to each side that templates look at.
const SIDE: usize = 3;

/// What is looked up once per word and then combined.
#[derive(Debug, Clone, Copy, Default)]
struct Atoms {
    form: u64,
    suffix: u64,
    shape: u64,
    tag: u64,
    marks: u64,
    /// The entry of the cue lists.
    cue: u64,
    /// The label that the rules give, and their reason.
    rule: u64,
    reason: u64,
    /// May be a cue here.
    is_cue: bool,
}

/// Stands before the first word and after the last.
const NOTHING: Atoms = Atoms {
    form: 0,
    suffix: 0,
    shape: 0,
    tag: 255,
    marks: 0,
    cue: 0,
    rule: 0,
    reason: 0,
    is_cue: false,
};

/// The nearest possible cue to one side, within the sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Near {
    cue: u64,
    rule: u64,
    marks: u64,
    distance: u64,
    commas: u64,
}

/// Where a word stands in its sentence, and what the sentence holds.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    from: u64,
    to: u64,
    sentence: u64,
    holds: u64,
    /// A headline, the first paragraph.
    paragraph: u64,
}

/// The words of one paragraph as a model sees them.
#[derive(Debug)]
pub(crate) struct View<'w, 'a> {
    words: &'w Words<'a>,
    /// With [`SIDE`] empty ones before and after.
    atoms: Vec<Atoms>,
    left: Vec<Near>,
    right: Vec<Near>,
    /// What each sentence holds, as bits.
    holds: Vec<u64>,
    paragraph: u64,
}

impl<'w, 'a> View<'w, 'a> {
    /// `first_paragraph` as in [`crate::linking::link`], whose drafts `rules` are.
    pub(crate) fn new(words: &'w Words<'a>, rules: &[Draft], first_paragraph: bool) -> Self {
        let atoms = read(words, rules);
        let inner = atoms.get(SIDE..SIDE + words.len()).unwrap_or(&[]);
        let (left, right) = (nearest(words, inner, false), nearest(words, inner, true));
        let holds = sentences_hold(words, inner);
        let paragraph = u64::from(words.capitals) * 2 + u64::from(first_paragraph);
        Self { words, atoms, left, right, holds, paragraph }
    }

    /// Adds the features of the word at `at` to the open row of `features`.
    pub(crate) fn add(&self, at: usize, features: &mut Features) {
        let Some(window) =
            self.atoms.get(at..=at + 2 * SIDE).and_then(|atoms| atoms.try_into().ok())
        else {
            return;
        };
        let left = self.left.get(at).copied().unwrap_or_default();
        let right = self.right.get(at).copied().unwrap_or_default();
        add_words(features, window);
        add_rules(features, window);
        add_near_cues(features, window, left, right);
        add_place(features, window, self.place(at));
    }

    fn place(&self, at: usize) -> Place {
        let (first, end) = self.words.sentence(at);
        let sentence = self.words.at(at).sentence as usize;
        Place {
            from: bucket(at - first),
            to: bucket(end - at),
            sentence: bucket(sentence),
            holds: self.holds.get(sentence).copied().unwrap_or(0),
            paragraph: self.paragraph,
        }
    }
}

/// Forms, tags, marks and cue entries of a word and its neighbours.
fn add_words(features: &mut Features, [ppp, pp, p, c, n, nn, nnn]: &[Atoms; 7]) {
    features.add_ids(&[
        feature(0, &[]),
        feature(1, &[c.form]),
        feature(2, &[p.form]),
        feature(3, &[n.form]),
        feature(4, &[pp.form]),
        feature(5, &[nn.form]),
        feature(6, &[p.form, c.form]),
        feature(7, &[c.form, n.form]),
        feature(8, &[c.suffix]),
        feature(9, &[c.shape, p.shape]),
        feature(10, &[c.tag]),
        feature(11, &[p.tag, c.tag]),
        feature(12, &[c.tag, n.tag]),
        feature(13, &[pp.tag, p.tag, c.tag]),
        feature(14, &[p.tag, c.tag, n.tag]),
        feature(15, &[c.tag, n.tag, nn.tag]),
        feature(16, &[ppp.tag, pp.tag, p.tag, c.tag]),
        feature(17, &[c.tag, n.tag, nn.tag, nnn.tag]),
        feature(18, &[p.form, c.tag]),
        feature(19, &[c.tag, n.form]),
        feature(20, &[c.marks, p.marks]),
        feature(21, &[c.marks, n.marks]),
        feature(22, &[c.marks, c.tag, p.tag]),
        feature(23, &[c.cue, c.tag]),
        feature(24, &[p.cue, p.tag, c.tag]),
        feature(25, &[n.cue, n.tag, c.tag]),
        feature(26, &[p.cue, c.form]),
        feature(27, &[nn.cue, n.tag, c.tag]),
        feature(28, &[pp.cue, p.form, c.tag]),
    ]);
}

/// What the rules made of a word and its neighbours.
fn add_rules(features: &mut Features, [_, pp, p, c, n, nn, _]: &[Atoms; 7]) {
    features.add_ids(&[
        feature(40, &[c.rule, c.reason]),
        feature(41, &[p.rule, c.rule, n.rule]),
        feature(42, &[p.rule, c.rule, p.form]),
        feature(43, &[c.rule, n.rule, n.form]),
        feature(44, &[c.rule, c.form]),
        feature(45, &[c.rule, c.tag, p.tag]),
        feature(46, &[p.rule, p.reason, c.rule, c.tag]),
        feature(47, &[pp.rule, p.rule, c.rule, n.rule, nn.rule]),
        feature(48, &[c.rule, c.marks, n.marks]),
    ]);
}

fn add_near_cues(features: &mut Features, window: &[Atoms; 7], left: Near, right: Near) {
    let [_, _, _, c, ..] = window;
    features.add_ids(&[
        feature(60, &[left.cue, left.distance]),
        feature(61, &[left.cue, left.commas, c.rule]),
        feature(62, &[left.cue, left.rule, c.tag]),
        feature(63, &[left.cue, left.distance, c.form]),
        feature(64, &[left.rule, left.commas, c.marks, c.rule]),
        feature(65, &[right.cue, right.distance]),
        feature(66, &[right.cue, right.commas, c.rule]),
        feature(67, &[right.cue, right.rule, c.tag]),
        feature(68, &[right.rule, right.commas, c.marks, c.rule]),
        feature(69, &[left.rule, right.rule, c.rule, left.commas.min(2), right.commas.min(2)]),
        feature(70, &[left.marks, right.marks, c.marks]),
    ]);
}

fn add_place(features: &mut Features, window: &[Atoms; 7], place: Place) {
    let [_, _, _, c, ..] = window;
    features.add_ids(&[
        feature(80, &[place.from, c.tag]),
        feature(81, &[place.from, c.rule]),
        feature(82, &[place.to, c.tag]),
        feature(83, &[place.to, c.rule]),
        feature(84, &[place.holds, c.rule]),
        feature(85, &[place.holds, c.tag, place.from]),
        feature(86, &[place.paragraph, c.rule]),
        feature(87, &[place.sentence, c.marks, c.rule]),
    ]);
}

fn read(words: &Words<'_>, rules: &[Draft]) -> Vec<Atoms> {
    let labels = labels_of(rules, words.len());
    let mut atoms = vec![NOTHING; words.len() + 2 * SIDE];
    let inner = atoms.iter_mut().skip(SIDE);
    for ((at, label), atom) in labels.iter().enumerate().zip(inner) {
        *atom = Atoms { rule: u64::from(*label), ..look_up(words, at) };
    }
    for rule in rules {
        for part in rule.content.iter().chain(&rule.cue).chain(&rule.speaker) {
            for atom in atoms.iter_mut().take(SIDE + part.to).skip(SIDE + part.from) {
                atom.reason = rule.reason as u64 + 1;
            }
        }
    }
    atoms
}

fn look_up(words: &Words<'_>, at: usize) -> Atoms {
    let word = words.at(at);
    let surface = words.surface(at);
    let cue = cue(word, surface);
    let may_be_cue = match cue {
        0 => false,
        1..NOUN => true,
        NOUN.. => word.tag != Tag::Name,
    };
    let speaks = word.entry.is(MEDIUM | SPEAKER_NOUN | TITLE);
    let lower = surface.chars().any(char::is_lowercase);
    Atoms {
        form: form(surface),
        suffix: suffix(surface),
        shape: word.kind as u64 * 4 + u64::from(word.capital) * 2 + u64::from(lower),
        tag: word.tag as u64 * 2 + u64::from(speaks),
        marks: marks(words, at),
        cue,
        is_cue: may_be_cue && !word.quoted && (word.entry.verb.is_none() || word.tag.is_verb()),
        ..NOTHING
    }
}

/// Where the numbers of verbs, nouns and adjectives of the cue lists begin in [`Atoms::cue`].
const VERB: u64 = 1_000;
const NOUN: u64 = 3_000;
const ADJECTIVE: u64 = 4_000;

fn cue(word: &Word, surface: &str) -> u64 {
    match (word.entry.verb, word.entry.noun, word.entry.adjective) {
        (Some(verb), ..) => VERB + u64::from(verb),
        (_, Some(noun), _) => NOUN + u64::from(noun),
        (_, _, Some(adjective)) => ADJECTIVE + u64::from(adjective),
        _ if surface == ":" => 1,
        _ if surface.eq_ignore_ascii_case("according") => 2,
        _ => 0,
    }
}

/// Outside of marks, in marks that hold no speech, an opening mark, a closing one, between the two.
fn marks(words: &Words<'_>, at: usize) -> u64 {
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
fn nearest(words: &Words<'_>, atoms: &[Atoms], to_the_right: bool) -> Vec<Near> {
    let mut list = vec![Near::default(); atoms.len()];
    let mut found: Option<(usize, Near)> = None;
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
            cue.commas = (cue.commas + u64::from(word.tag == Tag::Comma)).min(3);
        }
        if atom.is_cue {
            let (cue, rule, marks) = (atom.cue, atom.rule, atom.marks + 1);
            found = Some((at, Near { cue, rule, marks, ..Near::default() }));
        }
    }
    list
}

/// Which of speech, a cue of the rules, a cue of the lists, content of the rules a sentence holds.
fn sentences_hold(words: &Words<'_>, atoms: &[Atoms]) -> Vec<u64> {
    let mut holds = Vec::new();
    for (at, atom) in atoms.iter().enumerate() {
        let number = words.at(at).sentence as usize;
        if holds.len() <= number {
            holds.resize(number + 1, 0);
        }
        if let Some(bits) = holds.get_mut(number) {
            *bits |= u64::from(atom.marks >= 2)
                | u64::from(matches!(atom.rule, 3 | 4)) << 1
                | u64::from(atom.is_cue) << 2
                | u64::from(atom.rule >= 5) << 3;
        }
    }
    holds
}

const fn bucket(n: usize) -> u64 {
    match n {
        0..=4 => n as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// Longest word whose end counts, in bytes.
const LONGEST: usize = 32;

/// The word in lower case (of ASCII letters), its digits all the same.
fn form(surface: &str) -> u64 {
    let mut buffer = [0u8; LONGEST];
    let bytes = surface.as_bytes();
    for (to, byte) in buffer.iter_mut().zip(bytes) {
        *to = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
    }
    hash_bytes(buffer.get(..bytes.len()).unwrap_or(&buffer))
}

/// The last three bytes.
fn suffix(surface: &str) -> u64 {
    let last = surface.bytes().rev().take(3);
    last.fold(0, |suffix, byte| suffix << 8 | u64::from(byte.to_ascii_lowercase()))
}
