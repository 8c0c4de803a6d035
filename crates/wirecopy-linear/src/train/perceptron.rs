//! The averaged perceptron.

use super::pack::Trained;
use super::report::Report;
use super::vocabulary::Vocabulary;
use crate::error::ModelError;
use crate::model::{Model, Task};
use crate::models::Classifier;

/// Trains a [`Classifier`], decision by decision.
///
/// The caller decodes, greedily or with exploration, and calls [`update`](Self::update) where a
/// decision was wrong. Whole numbers throughout, so nothing is lost in long runs.
///
/// ```
/// use wirecopy_linear::feature;
/// use wirecopy_linear::train::{Perceptron, Vocabulary};
///
/// let mut trainer = Perceptron::new(&["even", "odd"], Vocabulary::hashed(8));
/// for number in (0..10).cycle().take(100) {
///     let features = [feature(1, &[number])];
///     trainer.learn(&features, (number % 2) as usize);
/// }
/// let (classifier, _) = trainer.finish("parity of a digit").unwrap();
/// let mut scores = [0; 2];
/// classifier.add_scores(&[feature(1, &[7])], &mut scores);
/// assert!(scores[1] > scores[0]);
/// ```
#[derive(Debug, Clone)]
pub struct Perceptron {
    labels: Vec<String>,
    vocabulary: Vocabulary,
    weights: Vec<i32>,
    /// For each weight the sum of its changes, each times the moment it came.
    moments: Vec<i64>,
    time: i64,
}

impl Perceptron {
    /// All weights zero.
    #[must_use]
    pub fn new(labels: &[&str], vocabulary: Vocabulary) -> Self {
        let cells = vocabulary.len() * labels.len();
        Self {
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            vocabulary,
            weights: vec![0; cells],
            moments: vec![0; cells],
            time: 1,
        }
    }

    fn range(&self, feature: u32) -> Option<core::ops::Range<usize>> {
        let start = self.vocabulary.row(feature)? as usize * self.labels.len();
        Some(start..start + self.labels.len())
    }

    /// Adds the present scores of the labels to `scores`.
    pub fn add_scores(&self, features: &[u32], scores: &mut [i32]) {
        for feature in features {
            let row = self.range(*feature).and_then(|range| self.weights.get(range));
            for (score, weight) in scores.iter_mut().zip(row.unwrap_or(&[])) {
                *score = score.saturating_add(*weight);
            }
        }
    }

    /// Ends a decision: the average counts decisions, right or wrong.
    pub fn tick(&mut self) {
        self.time += 1;
    }

    /// Makes `right` likelier than `wrong` for `features`.
    pub fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        for feature in features {
            let Some(range) = self.range(*feature) else { continue };
            for (label, change) in [(right, 1), (wrong, -1)] {
                if label >= self.labels.len() {
                    continue;
                }
                let cell = range.start + label;
                if let (Some(weight), Some(moment)) =
                    (self.weights.get_mut(cell), self.moments.get_mut(cell))
                {
                    *weight = weight.saturating_add(change);
                    *moment = moment.saturating_add(i64::from(change) * self.time);
                }
            }
        }
    }

    /// One whole decision: scores, updates if the best label is not `right`, ticks. Returns the best
    /// label.
    pub fn learn(&mut self, features: &[u32], right: usize) -> usize {
        let mut scores = vec![0; self.labels.len()];
        self.add_scores(features, &mut scores);
        let best = scores.iter().enumerate().rev().max_by_key(|(_, score)| **score);
        let best = best.map_or(0, |(label, _)| label);
        if best != right {
            self.update(features, right, best);
        }
        self.tick();
        best
    }

    /// The average over all decisions, rounded. The report tells the rounding only: the caller
    /// decodes, so the caller scores.
    ///
    /// # Errors
    ///
    /// If there is no label, or there are more than 4,096.
    pub fn finish(&self, name: &str) -> Result<(Classifier, Report), ModelError> {
        let time = self.time as f64;
        let average =
            |(weight, moment): (&i32, &i64)| (f64::from(*weight) - *moment as f64 / time) as f32;
        let weights: Vec<f32> = self.weights.iter().zip(&self.moments).map(average).collect();
        let labels = self.labels.len();
        let trained = Trained { weights: &weights, width: labels.max(1), labels };
        let mut report = Report::default();
        let packed = trained.pack(&self.vocabulary, &mut report);
        let bytes = Model::write(
            Task::Classifier,
            name,
            &self.labels,
            packed.unit,
            &[],
            (packed.layout, &packed.table),
        );
        Ok((Classifier::from_bytes(bytes)?, report))
    }
}
