//! A document as a model sees it: which words it judges, and what is known of each of them.
//!
//! Most words of a story stand in small letters and are no names. The model reads only *candidates*:
//! runs of words with a capital, and what may join two of them ("University *of the* Arts", "Marks *&*
//! Spencer"), so that it costs little where there is little to judge.

use super::memory::{Elsewhere, Memory};
use crate::lexicon::Class;
use crate::listed::{Listed, PlaceClass};
use crate::model::EntityKind;
use crate::scene::Scene;
use crate::words::{Form, Line, WordKind};
use std::ops::Range;
use wirecopy_linear::hash_str;

/// Words to each side of a candidate that features look at.
pub(super) const SIDE: usize = 2;
/// Most words without a capital inside a candidate.
const BRIDGE: usize = 3;

/// What is the same for all places of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) form: u64,
    pub(super) suffix: u64,
    pub(super) ending: u64,
    pub(super) prefix: u64,
    pub(super) class: u64,
    /// Commonness as a given name and as a surname.
    pub(super) names: u64,
    /// Commonness in small letters.
    pub(super) common: u64,
}

/// Of a word without a form.
static UNKNOWN: Shape =
    Shape { form: 0, suffix: 0, ending: 0, prefix: 0, class: 0, names: 0, common: 0 };

/// What is looked up once per word and then combined.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atoms<'v> {
    pub(super) of: &'v Shape,
    pub(super) shape: u64,
    /// The listed name of this one word.
    pub(super) single: u64,
    /// The longest listed name that holds the word, and where in it the word stands.
    pub(super) listed: u64,
    /// The rules' label, their reason, and whether they are sure.
    pub(super) rule: u64,
    pub(super) reason: u64,
    pub(super) sure: u64,
    /// Part of a role.
    pub(super) role: u64,
    pub(super) elsewhere: Elsewhere,
}

/// A word before the first or after the last of a line.
pub(super) const NOTHING: Atoms<'static> = Atoms {
    of: &Shape { form: 1, suffix: 1, ending: 1, prefix: 1, class: 1, names: 99, common: 99 },
    shape: 99,
    single: 99,
    listed: 99,
    rule: 99,
    reason: 99,
    sure: 0,
    role: 0,
    elsewhere: Elsewhere { label: 99, sure: 99, beside: 0 },
};

/// What is read once per document.
#[derive(Debug)]
pub(super) struct View<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    shapes: Vec<Shape>,
    /// Of each word: the listed name of itself alone, and the longest that holds it.
    lists: Vec<[u16; 2]>,
    /// The rules' label of each word.
    labels: Vec<u8>,
    roles: Vec<bool>,
    memory: Memory,
    /// The document reports on sport.
    pub(super) sport: u64,
}

/// A candidate: words of one line, none of which can be part of a name that goes on beyond them.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'l> {
    pub(super) line: &'l Line,
    pub(super) words: Range<usize>,
}

/// The atoms of a candidate and of the words beside it.
#[derive(Debug, Default)]
pub(super) struct Window<'v> {
    /// The word that the first atoms are of, plus [`SIDE`].
    start: usize,
    atoms: Vec<Atoms<'v>>,
    /// Of each word of the candidate, the run of words with capitals that holds it, if one does.
    runs: Vec<Range<usize>>,
}

impl<'v> Window<'v> {
    /// The atoms of a word of the candidate, or of one at most [`SIDE`] beyond it; `ahead` words on.
    pub(super) fn at(&self, word: usize, ahead: isize) -> &Atoms<'v> {
        let index = (word + SIDE).checked_add_signed(ahead).and_then(|i| i.checked_sub(self.start));
        index.and_then(|index| self.atoms.get(index)).unwrap_or(&NOTHING)
    }

    /// The run of words with capitals that holds a word of the candidate; empty if none does.
    pub(super) fn run(&self, word: usize) -> Range<usize> {
        let index = word.checked_sub(self.start);
        index.and_then(|index| self.runs.get(index)).cloned().unwrap_or_default()
    }
}

impl<'s, 'a> View<'s, 'a> {
    /// Linear in the number of words, but for sorting their forms.
    pub(super) fn new(scene: &'s Scene<'a>) -> Self {
        let shapes: Vec<Shape> = scene.words.forms.iter().map(read).collect();
        let count = scene.words.words.len();
        let mut labels = vec![0; count];
        let mut roles = vec![false; count];
        for mark in &scene.marks {
            let kind = kind_number(mark.kind);
            for word in mark.words.clone() {
                if let Some(label) = labels.get_mut(word) {
                    *label = kind * 2 - u8::from(word == mark.words.start);
                }
            }
            for role in &mark.roles {
                roles.get_mut(role.clone()).unwrap_or_default().fill(true);
            }
        }
        let memory = Memory::new(scene, &labels);
        let lists = lists(scene);
        Self { scene, shapes, lists, labels, roles, memory, sport: u64::from(scene.sport) }
    }

    /// The candidates of a line, in order.
    pub(super) fn candidates<'l>(&self, line: &'l Line, found: &mut Vec<Candidate<'l>>) {
        if line.table || line.region == crate::TextRegion::Furniture {
            return;
        }
        let mut word = line.words.start;
        while word < line.words.end {
            if !self.may_be_name(word) {
                word += 1;
                continue;
            }
            let start = word;
            let mut telling = false;
            loop {
                telling |= self.is_telling(word);
                word += 1;
                match self.bridge(line, word) {
                    Some(next) => word = next,
                    None => break,
                }
            }
            if telling {
                found.push(Candidate { line, words: start..word });
            }
        }
    }

    /// The next word of a candidate that goes on at `word`, over small words that stand in names.
    fn bridge(&self, line: &Line, word: usize) -> Option<usize> {
        (word..line.words.end.min(word + BRIDGE + 1))
            .find(|&next| self.may_be_name(next) || !self.joins(next))
            .filter(|&next| self.may_be_name(next))
    }

    /// Whether the word has a capital, or the rules see a name there.
    fn may_be_name(&self, word: usize) -> bool {
        self.labels.get(word).is_some_and(|label| *label != 0) || self.is_capital(word)
    }

    /// Whether a name may go on behind the word, which has no capital.
    fn joins(&self, word: usize) -> bool {
        let words = &self.scene.words;
        match words.word(word).kind {
            WordKind::Clitic => true,
            WordKind::Punct => match words.lower(word) {
                "," => words.class(word + 1).any(Class::COMPANY.or(Class::SUFFIX)),
                mark => matches!(mark, "&" | "-" | "–" | "/" | "." | "'"),
            },
            _ => words.class(word).any(Class::FUNCTION.or(Class::PARTICLE)),
        }
    }

    /// Whether the word may be a name by itself: not one that has its capital from the sentence alone.
    fn is_telling(&self, word: usize) -> bool {
        let it = self.scene.words.word(word);
        let common = || self.shape(word).common % 8 >= 4;
        self.labels.get(word).is_some_and(|label| *label != 0) || !(it.start && common())
    }

    fn shape(&self, word: usize) -> &Shape {
        let form = self.scene.words.word(word).form as usize;
        self.shapes.get(form).unwrap_or(&UNKNOWN)
    }

    /// Reads a candidate and what stands beside it.
    pub(super) fn read<'v>(&'v self, candidate: &Candidate<'_>, window: &mut Window<'v>) {
        let (line, words) = (&candidate.line.words, &candidate.words);
        window.start = words.start;
        window.atoms.clear();
        for index in words.start..words.end + 2 * SIDE {
            let word = index.checked_sub(SIDE).filter(|word| line.contains(word));
            window.atoms.push(word.map_or(NOTHING, |word| self.atoms(word)));
        }
        window.runs.clear();
        let mut word = words.start;
        while word < words.end {
            let end = (word..words.end).find(|&end| !self.is_capital(end)).unwrap_or(words.end);
            window.runs.resize(end - words.start, word..end);
            word = words.end.min(end + 1);
            window.runs.resize(word - words.start, 0..0);
        }
    }

    fn atoms(&self, word: usize) -> Atoms<'_> {
        let scene = self.scene;
        let [single, listed] = self.lists.get(word).copied().unwrap_or_default();
        let mark = scene.mark_at(word);
        let it = scene.words.word(word);
        Atoms {
            of: self.shape(word),
            shape: shape(scene, word),
            single: u64::from(single),
            listed: u64::from(listed),
            rule: u64::from(self.labels.get(word).copied().unwrap_or(0)),
            reason: mark.map_or(0, |mark| hash_str(mark.reason.name())),
            sure: mark.map_or(0, |mark| 1 + u64::from(mark.sure)),
            role: u64::from(self.roles.get(word) == Some(&true)),
            elsewhere: if it.capital {
                self.memory.elsewhere(scene, word)
            } else {
                Elsewhere::default()
            },
        }
    }

    /// A run of such words is one name more often than not.
    fn is_capital(&self, word: usize) -> bool {
        let it = self.scene.words.word(word);
        it.capital && !matches!(it.kind, WordKind::Punct | WordKind::Quote | WordKind::Clitic)
    }
}

/// The listed name of each word alone, and the longest over it with the word's place in it.
fn lists(scene: &Scene<'_>) -> Vec<[u16; 2]> {
    let strengths: Vec<u16> = scene.evidence.names.iter().map(strength).collect();
    let mut lists = vec![[0; 2]; scene.words.words.len()];
    let mut covered = 0;
    for hit in scene.evidence.hits() {
        let strength = strengths.get(hit.name as usize).copied().unwrap_or(0);
        let length = hit.end - hit.start;
        if length == 1
            && let Some([single, _]) = lists.get_mut(hit.start)
        {
            *single = strength;
        }
        if hit.end <= covered {
            continue;
        }
        covered = hit.end;
        for (place, cell) in lists.iter_mut().take(hit.end).skip(hit.start).enumerate() {
            let part = match place {
                _ if length == 1 => 0,
                0 => 1,
                place if place + 1 == length => 2,
                _ => 3,
            };
            let [_, listed] = cell;
            if *listed == 0 || part != 0 {
                *listed = strength * 4 + part;
            }
        }
    }
    lists
}

/// As the model numbers kinds.
pub(super) const fn kind_number(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Place => 2,
        EntityKind::Organization => 3,
        EntityKind::Demonym => 4,
        EntityKind::Other => 5,
    }
}

fn shape(scene: &Scene<'_>, word: usize) -> u64 {
    let it = scene.words.word(word);
    let capital = u64::from(it.capital) + u64::from(it.capitals);
    let mark = match it.kind {
        WordKind::Punct => match scene.words.lower(word) {
            "," => 1,
            "." => 2,
            "(" => 3,
            ")" => 4,
            "-" | "–" | "—" | "--" => 5,
            ":" => 6,
            "/" => 7,
            "&" => 8,
            _ => 0,
        },
        _ => u64::from(it.compound) + 2 * u64::from(it.start),
    };
    it.kind as u64 * 64 + capital * 16 + mark
}

fn read(form: &Form) -> Shape {
    Shape {
        form: form.hash,
        suffix: ending(form.lower(), 3),
        ending: ending(form.lower(), 2),
        prefix: prefix(form.lower(), 3),
        class: form.class.own().bits(),
        names: names(form),
        common: common(form),
    }
}

/// The last bytes of a word.
fn ending(text: &str, bytes: usize) -> u64 {
    let text = text.as_bytes();
    let last = text.get(text.len().saturating_sub(bytes)..).unwrap_or(text);
    last.iter().rev().fold(0, |ending, byte| ending << 8 | u64::from(*byte))
}

/// The first bytes of a word.
fn prefix(text: &str, bytes: usize) -> u64 {
    let text = text.as_bytes();
    let first = text.get(..bytes).unwrap_or(text);
    first.iter().fold(0, |prefix, byte| prefix << 8 | u64::from(*byte))
}

fn names(form: &Form) -> u64 {
    let bucket = |rank: u8| match rank {
        0 => 0,
        1..=3 => 1,
        4..=5 => 2,
        _ => 3,
    };
    bucket(form.given) * 4 + bucket(form.surname)
}

fn common(form: &Form) -> u64 {
    let share = match form.common {
        share if share < 0.05 => 0,
        share if share < 0.15 => 1,
        share if share < 0.3 => 2,
        share if share < 0.5 => 3,
        share if share < 0.7 => 4,
        _ => 5,
    };
    share + 8 * u64::from(form.listed_common)
}

/// What a listed name may be, as a number below 2^10.
pub(super) fn strength(listed: &Listed) -> u16 {
    let place = match listed.place {
        strength if strength <= 0.0 => 0,
        strength if strength < 3.5 => 1,
        strength if strength < 4.5 => 2,
        strength if strength < 5.5 => 3,
        strength if strength < 7.0 => 4,
        _ => 5,
    };
    let class = match listed.place_class {
        None => 0,
        Some(PlaceClass::Feature) => 1,
        Some(PlaceClass::City) => 2,
        Some(PlaceClass::Region) => 3,
        Some(PlaceClass::Area) => 4,
        Some(PlaceClass::Country) => 5,
        Some(PlaceClass::County) => 6,
    };
    let body = match listed.organization {
        strength if strength <= 0.0 => 0,
        strength if strength < 4.2 => 1,
        strength if strength < 5.0 => 2,
        _ => 3,
    };
    let flags = u16::from(listed.person) * 2 + u16::from(listed.demonym);
    1 + ((place * 7 + class) * 4 + body) * 4 + flags
}
