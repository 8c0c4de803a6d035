//! The tagger: scores for each label and word of a paragraph in, attributions out.
//!
//! A [`Labeller`] says how well each of [`LABELS`] fits each word; nothing else is asked of it, so a
//! table of weights, a network or a person can stand behind it. The best sequence of labels becomes
//! sources, cues and contents, which `assemble` links to attributions with the help of the rules.
//! [`QuoteModel`] is the labeller of this crate: integer weights over hashed features, one of which
//! is what the rules say.

mod assemble;
mod explain;
mod features;
mod label;
mod mend;
mod merge;
#[cfg(feature = "train")]
pub mod train;

pub use label::LABELS;

use crate::evidence::{Clue, ClueKind, Evidence};
use crate::lexicon::usage;
use crate::linking::Draft;
use crate::words::{Tag, Words};
pub(crate) use assemble::by_cue;
pub(crate) use features::Ruled;
use features::{Memory, View};
use std::cell::Cell;
use std::cmp::Reverse;
use std::{fmt, mem};
use wirecopy_linear::{Constraints, ModelError, Path, Scores, Tagger, Transitions};
use wirecopy_text::Span;

/// The name of every model whose features are those of this version.
pub(crate) const FEATURES: &str = "wirecopy-quote features 3";

/// Words that are scored together.
const BATCH: usize = 12;

/// Clues that an attribution names, at most.
const CLUES: usize = 3;

/// Says how well each label fits each word of a paragraph.
///
/// The scores of one paragraph are added up along the best sequence of labels, together with
/// [`transitions`](Self::transitions); only their differences within a word count. They are
/// integers, so that the answer is the same on every machine.
pub trait Labeller: fmt::Debug + Send + Sync {
    /// Pushes one row of [`LABELS`]`.len()` scores for each word of `paragraph`. Words without a
    /// row are taken to be outside of any attribution.
    fn score(&self, paragraph: &Paragraph<'_>, scores: &mut Scores);

    /// What the scores of a word went by when it was given a label: `word` counts the words of
    /// `paragraph`, `label` is one of [`LABELS`]. At most three clues, the strongest first. Asked only
    /// where the labels decided against the rules. The default has none.
    fn clues(&self, _paragraph: &Paragraph<'_>, _word: usize, _label: usize) -> Vec<Clue> {
        Vec::new()
    }

    /// Scores for one label after another. The default has none, but for what cannot be: a label
    /// that goes on with a run that has not begun.
    fn transitions(&self) -> Transitions {
        Transitions::new(&Constraints::bio(&LABELS))
    }
}

/// One paragraph as a [`Labeller`] sees it.
#[derive(Debug)]
pub struct Paragraph<'p> {
    words: &'p Words<'p>,
    view: View<'p, 'p>,
}

impl Paragraph<'_> {
    /// The text that the spans of the words point into.
    #[must_use]
    pub const fn text(&self) -> &str {
        self.words.text
    }

    /// Number of words. A hyphenated word is one word; signs are words.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words, in order.
    pub fn words(&self) -> impl ExactSizeIterator<Item = Span> {
        (0..self.len()).map(|at| self.words.at(at).span)
    }
}

/// Trained weights for quotations.
///
/// ```
/// use wirecopy_quote::QuoteModel;
///
/// let error = QuoteModel::from_bytes(b"not a model".to_vec()).unwrap_err();
/// assert!(!error.to_string().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct QuoteModel {
    tagger: Tagger,
}

impl QuoteModel {
    /// A model that is part of the program, used where it lies.
    ///
    /// # Errors
    ///
    /// If the bytes are no model for quotations, or one of another version's features.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, QuoteModelError> {
        Self::new(Tagger::from_static(bytes)?)
    }

    /// A model that was read from a file. Every byte is checked.
    ///
    /// # Errors
    ///
    /// If the bytes are no model for quotations, were cut short or changed, or belong to another
    /// version's features.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, QuoteModelError> {
        Self::new(Tagger::from_bytes(bytes)?)
    }

    /// The bytes of the model, to write to a file.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.tagger.as_bytes()
    }

    fn new(tagger: Tagger) -> Result<Self, QuoteModelError> {
        if tagger.name() != FEATURES {
            let found = tagger.name().to_owned();
            return Err(QuoteModelError(Reason::Features(found)));
        }
        if tagger.labels() != LABELS {
            return Err(QuoteModelError(Reason::Labels));
        }
        Ok(Self { tagger })
    }
}

impl Labeller for QuoteModel {
    fn score(&self, paragraph: &Paragraph<'_>, scores: &mut Scores) {
        // Some words at a time, so that their features lie in the nearest cache.
        let mut rows = [[0; View::TEMPLATES]; BATCH];
        let mut at = 0;
        while at < paragraph.len() {
            let words = at..paragraph.len().min(at + BATCH);
            for (row, at) in rows.iter_mut().zip(words.clone()) {
                paragraph.view.features(at, row);
            }
            self.tagger.score_rows(rows.get(..words.len()).unwrap_or(&[]), scores);
            at = words.end;
        }
    }

    fn clues(&self, paragraph: &Paragraph<'_>, word: usize, label: usize) -> Vec<Clue> {
        let mut sums: Vec<(ClueKind, i32)> = Vec::new();
        for (kind, feature) in paragraph.view.clues(word) {
            let mut weights = [0; LABELS.len()];
            self.tagger.score_row(&[feature], &mut weights);
            let weight = weights.get(label).map_or(0, |weight| weight - weights[0]);
            match sums.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, sum)) => *sum += weight,
                None => sums.push((kind, weight)),
            }
        }
        sums.retain(|(_, sum)| *sum > 0);
        sums.sort_by_key(|(_, sum)| Reverse(*sum));
        let kinds = sums.into_iter().take(CLUES);
        kinds.map(|(kind, _)| Clue { kind, words: paragraph.view.seen(word, kind) }).collect()
    }

    fn transitions(&self) -> Transitions {
        self.tagger.transitions().clone()
    }
}

/// Why bytes are no model for quotations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteModelError(Reason);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reason {
    Model(ModelError),
    Features(String),
    Labels,
}

impl From<ModelError> for QuoteModelError {
    fn from(error: ModelError) -> Self {
        Self(Reason::Model(error))
    }
}

impl fmt::Display for QuoteModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Model(error) => error.fmt(f),
            Reason::Features(found) => {
                write!(f, "the model was trained for “{found}”; this version needs “{FEATURES}”")
            }
            Reason::Labels => f.write_str("the model's labels are not those of quotations"),
        }
    }
}

impl std::error::Error for QuoteModelError {}

/// Words of a paragraph whose memory a thread does not keep.
const LONG: usize = 1 << 12;

/// Memory for a paragraph, which a thread keeps from story to story.
#[derive(Debug)]
struct Room {
    memory: Memory,
    scores: Scores,
    path: Path,
}

thread_local! {
    static ROOM: Cell<Option<Box<Room>>> = const { Cell::new(None) };
}

impl Default for Room {
    fn default() -> Self {
        Self { memory: Memory::default(), scores: Scores::new(LABELS.len()), path: Path::new() }
    }
}

/// A labeller with what it needs again and again.
#[derive(Debug)]
pub(crate) struct Judge<'m> {
    labeller: &'m dyn Labeller,
    transitions: Transitions,
    room: Box<Room>,
}

impl Drop for Judge<'_> {
    fn drop(&mut self) {
        let room = mem::take(&mut self.room);
        if room.memory.capacity() <= LONG {
            // A thread that is about to end keeps nothing.
            let _ = ROOM.try_with(|place| place.set(Some(room)));
        }
    }
}

impl<'m> Judge<'m> {
    pub(crate) fn new(labeller: &'m dyn Labeller) -> Self {
        let room = ROOM.try_with(Cell::take).ok().flatten();
        let transitions = labeller.transitions();
        Self { labeller, transitions, room: room.unwrap_or_default() }
    }

    /// What `words` attribute, given what the rules make of them.
    pub(crate) fn drafts(&mut self, words: &Words<'_>, rules: Ruled<'_>) -> Vec<Draft> {
        if rules.given.is_empty() && !may_attribute(words) {
            return Vec::new();
        }
        let Room { memory, scores, path } = &mut *self.room;
        let view = View::new(words, rules, mem::take(memory));
        let paragraph = Paragraph { words, view };
        scores.reset(LABELS.len());
        self.labeller.score(&paragraph, scores);
        let labels = self.transitions.decode(scores, path);
        let tagged = assemble::assemble(words, labels, rules);
        let mut drafts = merge::merge(words, tagged, rules);
        let by_cue = by_cue(rules.given);
        for draft in &mut drafts {
            let margin = |at| margin(scores, labels, at);
            let decisive = explain::decisive(labels, margin, &by_cue, draft);
            let Some((decided, at)) = decisive else { continue };
            let label = labels.get(at).copied().unwrap_or(0);
            let clues = self.labeller.clues(&paragraph, at, usize::from(label));
            if !clues.is_empty() {
                let word = words.at(at).span;
                draft.evidence = Some(Evidence { decided, word, clues });
            }
        }
        *memory = paragraph.view.into_memory();
        drafts
    }
}

/// By how much the label of the word at `at` scores more than none.
fn margin(scores: &Scores, labels: &[u16], at: usize) -> i64 {
    let label = labels.get(at).copied().unwrap_or(0);
    let score = |label: usize| i64::from(scores.row(at).get(label).copied().unwrap_or(0));
    score(usize::from(label)) - score(0)
}

/// Whether a word of the lists of cues, a quotation mark or a colon stands in the paragraph: without
/// them there is nothing that weights could make an attribution of, and they cost most of the time.
fn may_attribute(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| {
        let word = words.at(at);
        word.entry.has(usage::CUE) || matches!(word.tag, Tag::Quote | Tag::Colon)
    })
}
