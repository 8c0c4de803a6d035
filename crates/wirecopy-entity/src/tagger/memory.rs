//! What the rest of the document says of a word: how the rules labelled it elsewhere, and what stands
//! beside it there.
//!
//! "Lavrov" at the start of a sentence is easier with "Mr. Lavrov" three paragraphs on. Only words
//! with a capital count, and never the place that is asked about. This marks nothing: it gives features to the
//! weights. The rules' own memory is `document`.

use super::view::kind_number;
use crate::lexicon::Class;
use crate::map::Map;
use crate::scene::Scene;

/// Labels of the rules: none, person, place, organisation, anything else.
const KINDS: usize = 5;
/// Things that may stand beside a word.
const BESIDE: usize = 8;

/// Counts for one word in lower case.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    /// Its places.
    all: u32,
    kinds: [u32; KINDS],
    sure: [u32; KINDS],
    beside: [u32; BESIDE],
}

/// Counts for all words of a document.
#[derive(Debug)]
pub(super) struct Memory {
    /// Of each form with a capital somewhere, where its counts are.
    group: Vec<u32>,
    counts: Vec<Counts>,
    /// Of each word with a capital, what stands beside it.
    beside: Vec<u8>,
}

/// What the document says of a word but for the place asked about.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Elsewhere {
    /// The most usual label and how usual it is.
    pub(super) label: u64,
    /// The most usual label of rules that are sure.
    pub(super) sure: u64,
    /// What stands beside it somewhere, as bits.
    pub(super) beside: u64,
}

impl Memory {
    /// `labels` are the rules' labels of all words. One walk.
    pub(super) fn new(scene: &Scene<'_>, labels: &[u8]) -> Self {
        let group = vec![u32::MAX; scene.words.forms.len()];
        let mut memory = Self { group, counts: Vec::new(), beside: vec![0; labels.len()] };
        // Forms that differ in capitals alone are one group.
        let mut groups: Map<u32, u32> = Map::default();
        for (word, label) in labels.iter().enumerate() {
            if !scene.words.word(word).capital {
                continue;
            }
            let beside = beside(scene, word);
            if let Some(cell) = memory.beside.get_mut(word) {
                *cell = beside;
            }
            let mark = scene.mark_at(word);
            let form = scene.words.word(word).form as usize;
            let Some(group) = memory.group.get_mut(form) else { continue };
            if *group == u32::MAX {
                let next = u32::try_from(memory.counts.len()).unwrap_or(u32::MAX);
                *group = *groups.entry(scene.words.form(word).group).or_insert(next);
                if *group == next {
                    memory.counts.push(Counts::default());
                }
            }
            let Some(counts) = memory.counts.get_mut(*group as usize) else { continue };
            counts.all += 1;
            for (bit, count) in counts.beside.iter_mut().enumerate() {
                *count += u32::from(beside >> bit & 1);
            }
            let kind = kind_of(*label);
            add(&mut counts.kinds, kind);
            if mark.is_some_and(|mark| mark.sure) {
                add(&mut counts.sure, kind);
            }
        }
        memory
    }

    /// What all other places of the word at `word`, which has a capital, say.
    pub(super) fn elsewhere(&self, scene: &Scene<'_>, word: usize) -> Elsewhere {
        let it = scene.words.word(word);
        let group = self.group.get(it.form as usize).map_or(usize::MAX, |group| *group as usize);
        // Every second word with a capital has no other place.
        let Some(counts) = self.counts.get(group).filter(|counts| counts.all > 1) else {
            return Elsewhere::default();
        };
        let (mut kinds, mut sure) = (counts.kinds, counts.sure);
        let mark = scene.mark_at(word);
        let kind = mark.map_or(0, |mark| kind_number(mark.kind).min(4));
        take(&mut kinds, kind);
        if mark.is_some_and(|mark| mark.sure) {
            take(&mut sure, kind);
        }
        let here = self.beside.get(word).copied().unwrap_or(0);
        let bits = counts.beside.iter().enumerate();
        let beside = bits.fold(0, |bits, (bit, count)| {
            bits | u64::from(*count > u32::from(here >> bit & 1)) << bit
        });
        Elsewhere { label: usual(&kinds), sure: usual(&sure), beside }
    }
}

/// The kind that a label is of.
const fn kind_of(label: u8) -> u8 {
    let kind = label.div_ceil(2);
    if kind > 4 { 4 } else { kind }
}

fn add(counts: &mut [u32; KINDS], kind: u8) {
    if let Some(count) = counts.get_mut(usize::from(kind)) {
        *count += 1;
    }
}

fn take(counts: &mut [u32; KINDS], kind: u8) {
    if let Some(count) = counts.get_mut(usize::from(kind)) {
        *count = count.saturating_sub(1);
    }
}

/// The largest count's number, whether nearly all are its, and whether they are more than one; zero
/// if there is none.
fn usual(counts: &[u32; KINDS]) -> u64 {
    let sum: u32 = counts.iter().sum();
    if sum == 0 {
        return 0;
    }
    let (mut best, mut most) = (0, 0);
    for (kind, count) in counts.iter().enumerate() {
        if *count > most {
            (best, most) = (kind as u64, *count);
        }
    }
    1 + best * 4 + u64::from(most * 5 >= sum * 4) * 2 + u64::from(most > 1)
}

/// What stands beside the word at `word`, as bits.
fn beside(scene: &Scene<'_>, word: usize) -> u8 {
    let before = scene.class_before(word);
    let after = scene.class_after(word, word + 1);
    let given = word.checked_sub(1).is_some_and(|previous| {
        scene.beside(word, previous)
            && scene.words.word(previous).capital
            && scene.words.form(previous).given >= 3
    });
    let closes = scene.beside(word, word + 1) && scene.words.word(word + 1).capital;
    let bits = [
        before.any(Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE)),
        after.any(Class::SAY) || before.any(Class::SAY),
        before.any(Class::NEAR),
        closes && after.any(Class::COMPANY.or(Class::ORG_END).or(Class::ORG_WEAK)),
        scene.before(word) == "the",
        given,
        scene.is_possessive(word),
        closes && after.any(Class::PLACE_END),
    ];
    bits.iter().enumerate().fold(0, |set, (bit, is)| set | u8::from(*is) << bit)
}
