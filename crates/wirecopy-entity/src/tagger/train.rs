//! Training an [`EntityModel`] on annotated stories.
//!
//! ```
//! use wirecopy_entity::train::{Name, Trainer};
//! use wirecopy_entity::{EntityKind, Input};
//! use wirecopy_linear::train::{Crf, Table};
//! use wirecopy_text::Span;
//! use wirecopy_token::tokenize;
//!
//! let text = "The ferry from Larvik will sail, Ana Ruiz said.";
//! let gold = [
//!     Name { span: Span::new(15, 21), kind: EntityKind::Place },
//!     Name { span: Span::new(33, 41), kind: EntityKind::Person },
//! ];
//! let tokens = tokenize(text);
//! let mut trainer = Trainer::with(Crf { table: Table::Checked { min_count: 1 }, ..Crf::default() });
//! for _ in 0..20 {
//!     trainer.add(&Input::new(text, &tokens), &gold);
//! }
//! let (model, report) = trainer.fit()?;
//! let found = Input { model: Some(&model), ..Input::new(text, &tokens) }.recognize();
//! assert_eq!(found.mentions.len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::features;
use super::label::{LABELS, paint};
use super::view::{View, Window};
use super::{EntityModel, EntityModelError, FEATURES};
use crate::input::Input;
use crate::model::EntityKind;
use crate::scene::Scene;
use crate::words::Words;
use wirecopy_linear::train::{Crf, Report, Sequences, Table};
use wirecopy_linear::{Constraints, Features};
use wirecopy_text::Span;

/// A name that a person marked, in bytes. Kinds other than person, place and organisation count as no
/// name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
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
        Self::with(Crf { l1: 0.0003, table: Table::Hashed { bits: 17 }, ..Crf::default() })
    }

    /// A trainer with other settings.
    #[must_use]
    pub fn with(settings: Crf) -> Self {
        Self { settings, sequences: Sequences::new() }
    }

    /// Adds a story with all its names. What is not marked counts as no name, so annotate the whole
    /// story or cut it.
    pub fn add(&mut self, input: &Input<'_>, gold: &[Name]) {
        crate::with_marks(input, |scene| self.add_scene(&scene, gold));
    }

    fn add_scene(&mut self, scene: &Scene<'_>, gold: &[Name]) {
        let view = View::new(scene);
        let labels = gold_labels(&scene.words, gold);
        let (mut rows, mut window, mut candidates) =
            (Features::new(), Window::default(), Vec::new());
        scene.words.lines.iter().for_each(|line| view.candidates(line, &mut candidates));
        for candidate in &candidates {
            rows.clear();
            view.read(candidate, &mut window);
            for word in candidate.words.clone() {
                features::fill(&view, candidate, &window, word, &mut rows);
                rows.end_row();
            }
            self.sequences.push(&rows, labels.get(candidate.words.clone()).unwrap_or(&[]));
        }
    }

    /// Trains. Takes time and memory linear in the words: some minutes and half a gigabyte for a
    /// million.
    ///
    /// # Errors
    ///
    /// If no story was added.
    pub fn fit(&self) -> Result<(EntityModel, Report), EntityModelError> {
        let constraints = Constraints::bio(&LABELS);
        let (tagger, report) =
            self.settings.fit(FEATURES, &LABELS, &constraints, &self.sequences)?;
        Ok((EntityModel::new(tagger)?, report))
    }
}

/// The labels of all words; names that do not begin and end with a word are left out.
fn gold_labels(words: &Words<'_>, gold: &[Name]) -> Vec<u16> {
    let mut labels = vec![0; words.words.len()];
    for name in gold {
        let range = words.starting_at(name.span.start()).zip(words.ending_at(name.span.end()));
        if let Some((start, end)) = range
            && let Some(labels) = labels.get_mut(start..=end)
        {
            paint(labels, name.kind);
        }
    }
    labels
}
