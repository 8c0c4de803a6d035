//! The three models: a tagger for sequences, a classifier for single items, a ranker for candidates.

use crate::error::ModelError;
use crate::features::Features;
use crate::model::{Model, Task};
use crate::sequence::{Path, Scores, Transitions};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// What every model has: where it comes from and what it is.
macro_rules! common {
    ($model:ident, $task:expr) => {
        impl $model {
            /// A model that is part of the program, used where it lies. Reads the header only;
            /// [`verify`](Self::verify) also reads the weights.
            ///
            /// # Errors
            ///
            /// If the bytes are no model of this kind, or not a whole one.
            pub fn from_static(bytes: &'static [u8]) -> Result<Self, ModelError> {
                Self::from_model(Model::read(Cow::Borrowed(bytes), $task)?)
            }

            /// A model that was read from somewhere. Checks every byte.
            ///
            /// # Errors
            ///
            /// If the bytes are no model of this kind, or were cut short or changed.
            pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, ModelError> {
                let model = Model::read(Cow::Owned(bytes), $task)?;
                model.verify()?;
                Self::from_model(model)
            }

            /// Whether the checksum is that of the bytes. Takes about a millisecond for 8 MB.
            ///
            /// # Errors
            ///
            /// If it is not.
            pub fn verify(&self) -> Result<(), ModelError> {
                self.model.verify()
            }

            /// The bytes of the model, to write to a file.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8] {
                self.model.weights.bytes()
            }

            /// The name given in training. Put the version of your features into it and check it at
            /// load: weights for other features load well and answer nonsense.
            #[must_use]
            pub fn name(&self) -> &str {
                &self.model.name
            }

            /// What one logit of the training is in scores. For display; nothing here computes with
            /// it.
            #[must_use]
            pub fn unit(&self) -> f32 {
                self.model.unit
            }
        }
    };
}

/// Gives labels to the items of a sequence: scores for each item, transitions between labels.
///
/// See the crate's README for one trained from scratch.
#[derive(Debug, Clone, PartialEq)]
pub struct Tagger {
    model: Model,
    transitions: Transitions,
}

common!(Tagger, Task::Tagger);

impl Tagger {
    fn from_model(model: Model) -> Result<Self, ModelError> {
        let transitions = Transitions::from_model(model.labels.len(), &model.transitions);
        Ok(Self { model, transitions })
    }

    /// The names of the labels; a label is an index into them.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.model.labels
    }

    /// The label with that name.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<usize> {
        self.model.label(name)
    }

    /// The scores between labels.
    #[must_use]
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// The weight of a feature for a label: what it adds to the score.
    #[must_use]
    pub fn weight(&self, feature: u32, label: usize) -> i32 {
        self.model.weights.weight(feature, label)
    }

    /// Scores every label for every row of `features`.
    pub fn score(&self, features: &Features, scores: &mut Scores) {
        scores.reset(self.model.labels.len());
        let rows = scores.push_all(features.len());
        self.model.weights.add_each(features.rows().zip(rows));
    }

    /// The same for items with a fixed number of features each; their scores come behind those that
    /// are there.
    pub fn score_rows<const N: usize>(&self, features: &[[u32; N]], scores: &mut Scores) {
        let rows = scores.push_all(features.len());
        self.model.weights.add_each(features.iter().map(<[u32; N]>::as_slice).zip(rows));
    }

    /// Adds the scores of the labels for one item to `scores`, as far as it is long.
    #[inline]
    pub fn score_row(&self, features: &[u32], scores: &mut [i32]) {
        self.model.weights.add(features, scores);
    }

    /// The best sequence of labels. To change scores before that, use [`score`](Self::score) and
    /// [`Transitions::decode`], which this does.
    pub fn tag<'p>(
        &self,
        features: &Features,
        scores: &mut Scores,
        path: &'p mut Path,
    ) -> &'p [u16] {
        self.score(features, scores);
        self.transitions.decode(scores, path)
    }
}

/// Chooses one label for an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Classifier {
    model: Model,
}

common!(Classifier, Task::Classifier);

impl Classifier {
    #[expect(clippy::unnecessary_wraps, reason = "as the other models")]
    fn from_model(model: Model) -> Result<Self, ModelError> {
        Ok(Self { model })
    }

    /// The names of the labels; a label is an index into them.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.model.labels
    }

    /// The label with that name.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<usize> {
        self.model.label(name)
    }

    /// The weight of a feature for a label: what it adds to the score.
    #[must_use]
    pub fn weight(&self, feature: u32, label: usize) -> i32 {
        self.model.weights.weight(feature, label)
    }

    /// Adds the scores of the labels to `scores`, as far as it is long.
    #[inline]
    pub fn add_scores(&self, features: &[u32], scores: &mut [i32]) {
        self.model.weights.add(features, scores);
    }
}

/// Scores candidates; the highest is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranker {
    model: Model,
}

common!(Ranker, Task::Ranker);

impl Ranker {
    fn from_model(model: Model) -> Result<Self, ModelError> {
        if model.labels.len() == 1 {
            return Ok(Self { model });
        }
        let message = alloc::format!("expected one label, found {}", model.labels.len());
        Err(ModelError::new(crate::error::Kind::Corrupt, message))
    }

    /// The weight of a feature: what it adds to the score of a candidate.
    #[must_use]
    pub fn weight(&self, feature: u32) -> i32 {
        self.model.weights.weight(feature, 0)
    }

    /// The score of a candidate.
    #[inline]
    #[must_use]
    pub fn score(&self, features: &[u32]) -> i32 {
        let mut score = [0];
        self.model.weights.add(features, &mut score);
        let [score] = score;
        score
    }

    /// The row of `candidates` with the highest score, and that score; of equal ones the first.
    #[must_use]
    pub fn best(&self, candidates: &Features) -> Option<(usize, i32)> {
        let scores = candidates.rows().map(|row| self.score(row));
        scores.enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}
