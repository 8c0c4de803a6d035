//! Training a [`QuoteModel`] on annotated stories.
//!
//! ```
//! use wirecopy_quote::train::{Attribution, Trainer};
//! use wirecopy_text::Span;
//! use wirecopy_token::tokenize;
//!
//! let text = "The ferry will sail, Ana Ruiz said.";
//! let gold = Attribution {
//!     content: vec![Span::new(0, 19)],
//!     source: vec![Span::new(21, 29)],
//!     cue: vec![Span::new(30, 34)],
//! };
//! let mut trainer = Trainer::new();
//! for _ in 0..20 {
//!     trainer.add(text, &tokenize(text), &[gold.clone()]);
//! }
//! let (model, report) = trainer.fit()?;
//! assert!(model.as_bytes().len() > 1_000);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::features::{Memory, View};
use super::label::{Role, paint};
use super::{FEATURES, LABELS, QuoteModel, QuoteModelError};
use crate::linking::link;
use crate::phrases::Phrase;
use crate::words::Words;
use wirecopy_linear::train::{Crf, Report, Sequences, Table};
use wirecopy_linear::{Constraints, Features};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// What a person says is attributed: byte spans into the story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who: usually one span, or none.
    pub source: Vec<Span>,
    /// The words that say that it was said.
    pub cue: Vec<Span>,
    /// What: one span or several.
    pub content: Vec<Span>,
}

/// Collects annotated stories, then trains.
///
/// The defaults are those of the weights that come with wirecopy. Training is deterministic: the
/// same stories in the same order give the same bytes on every machine.
#[derive(Debug, Clone, Default)]
pub struct Trainer {
    settings: Crf,
    sequences: Sequences,
}

impl Trainer {
    /// A trainer with no stories.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Crf {
            epochs: 16,
            rate: 0.01,
            l1: 0.0003,
            table: Table::Checked { min_count: 10 },
            ..Crf::default()
        })
    }

    /// A trainer with other settings: fewer than some hundred stories want a smaller `min_count`.
    #[must_use]
    pub fn with(settings: Crf) -> Self {
        Self { settings, sequences: Sequences::new() }
    }

    /// Adds a story with everything that it attributes. Words of no attribution count as evidence
    /// that nothing is attributed there, so annotate the whole story or cut it. An attribution within
    /// the content of another is passed over.
    pub fn add(&mut self, text: &str, tokens: &Tokens, gold: &[Attribution]) {
        let gold = outer(gold);
        let (mut features, mut memory) = (Features::new(), Memory::default());
        for (number, paragraph) in tokens.paragraphs().iter().enumerate() {
            let words = Words::new(text, tokens, paragraph);
            let rules = link(&words, number == 0);
            let view = View::new(&words, &rules, memory);
            features.clear();
            for at in 0..words.len() {
                let mut row = [0; View::TEMPLATES];
                view.features(at, &mut row);
                features.add_ids(&row);
                features.end_row();
            }
            self.sequences.push(&features, &gold_labels(&words, &gold));
            memory = view.into_memory();
        }
    }

    /// Trains. Takes time and memory linear in the words: about a minute and 400 MB for a million.
    ///
    /// # Errors
    ///
    /// If no story was added.
    pub fn fit(&self) -> Result<(QuoteModel, Report), QuoteModelError> {
        let constraints = Constraints::bio(&LABELS);
        let (tagger, report) =
            self.settings.fit(FEATURES, &LABELS, &constraints, &self.sequences)?;
        Ok((QuoteModel::new(tagger)?, report))
    }
}

/// The attributions that stand within no other's content: a word has one label, and a cue within a
/// content would cut it in two.
fn outer(gold: &[Attribution]) -> Vec<&Attribution> {
    let is_outer = |at: &usize| {
        let own = gold.get(*at).and_then(|own| own.cue.first().or(own.content.first()));
        let mut others = gold.iter().enumerate().filter(|(other, _)| other != at);
        !own.is_some_and(|own| {
            others.any(|(_, other)| other.content.iter().any(|piece| piece.contains_span(*own)))
        })
    };
    (0..gold.len()).filter(is_outer).filter_map(|at| gold.get(at)).collect()
}

/// The labels that people's spans amount to; cues and sources win over content.
fn gold_labels(words: &Words<'_>, gold: &[&Attribution]) -> Vec<u16> {
    let mut labels = vec![0; words.len()];
    let mut put = |span: &Span, role: Role| {
        let mut from = words.index_at(span.start());
        if words.before(from, 1).span.end() > span.start() {
            from = from.saturating_sub(1);
        }
        let to = words.index_at(span.end());
        if from < to {
            paint(&mut labels, Phrase::new(from, to), role);
        }
    };
    for attribution in gold {
        attribution.content.iter().for_each(|span| put(span, Role::Content));
    }
    for attribution in gold {
        attribution.source.iter().for_each(|span| put(span, Role::Source));
        attribution.cue.iter().for_each(|span| put(span, Role::Cue));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_within_another_content_is_passed_over() {
        let said =
            |content, cue| Attribution { content: vec![content], cue: vec![cue], source: vec![] };
        let whole = said(Span::new(10, 50), Span::new(5, 9));
        let inner = said(Span::new(30, 50), Span::new(20, 24));
        let next = said(Span::new(60, 70), Span::new(52, 56));
        let gold = [whole.clone(), inner, next.clone()];
        assert_eq!(outer(&gold), [&whole, &next]);
    }
}
