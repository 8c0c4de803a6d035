//! Conditional logit: the likelihood of the right candidates among all.

use super::adagrad::{AdaGrad, is_snapshot};
use super::examples::{Choices, Rows};
use super::math::{Shuffle, exp};
use super::pack::Trained;
use super::report::{Pass, Report};
use super::vocabulary::{Table, Vocabulary};
use crate::error::ModelError;
use crate::model::{Model, Task};
use crate::models::Ranker;
use core::ops::Range;

/// Settings for training a [`Ranker`].
///
/// ```
/// use wirecopy_linear::train::{Choices, ConditionalLogit};
/// use wirecopy_linear::Features;
///
/// // The nearest candidate is right, whatever else it is.
/// let mut choices = Choices::new();
/// for i in 0..50 {
///     let mut candidates = Features::new();
///     for distance in [i % 3, (i + 1) % 3, (i + 2) % 3] {
///         candidates.add(1, &[distance]);
///         candidates.add(2, &[i]);
///         candidates.end_row();
///     }
///     let nearest = (0..3).find(|c| (i + c) % 3 == 0).unwrap();
///     choices.push(&candidates, &[nearest as usize]);
/// }
/// let (ranker, report) = ConditionalLogit::default().fit("distance", &choices).unwrap();
/// assert!(report.right_after == 1.0);
///
/// let mut candidates = Features::new();
/// for distance in [2, 0] {
///     candidates.add(1, &[distance]);
///     candidates.end_row();
/// }
/// assert_eq!(ranker.best(&candidates).map(|(index, _)| index), Some(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConditionalLogit {
    /// Passes over the choices. Six are enough for some hundred.
    pub epochs: u32,
    /// Size of the first steps; AdaGrad makes them smaller for features seen often.
    pub rate: f32,
    /// Pull towards zero; more of it means fewer weights.
    pub l1: f32,
    /// Which order the choices come in.
    pub seed: u64,
    /// The layout of the table.
    pub table: Table,
}

impl Default for ConditionalLogit {
    fn default() -> Self {
        Self { epochs: 6, rate: 0.1, l1: 0.001, seed: 1, table: Table::Checked { min_count: 3 } }
    }
}

impl ConditionalLogit {
    /// Trains on `choices`.
    ///
    /// # Errors
    ///
    /// Never for settings that make sense; an error would name what is wrong with the model.
    pub fn fit(&self, name: &str, choices: &Choices) -> Result<(Ranker, Report), ModelError> {
        let vocabulary = Vocabulary::of(self.table, choices.features.rows());
        let rows = Rows::new(&choices.features, &vocabulary);
        let mut weights = AdaGrad::new(vocabulary.len(), 1, self.rate, self.l1);
        let mut report = Report::default();
        let mut order = choices.ranges();
        let mut shuffle = Shuffle::new(self.seed);
        for pass in 0..self.epochs {
            shuffle.shuffle(&mut order);
            let mut sum = 0.0;
            for (done, choice) in order.iter().enumerate() {
                sum += learn(&mut weights, &rows, choices, choice);
                if is_snapshot(pass, done, order.len()) {
                    weights.snapshot();
                }
            }
            report.passes.push(Pass { value: sum / order.len().max(1) as f64 });
        }
        let weights = weights.average();
        let trained = Trained { weights: &weights, width: 1, labels: 1 };
        let packed = trained.pack(&vocabulary, &mut report);
        let labels = ["score".to_owned()];
        let table = (packed.layout, &packed.table[..]);
        let bytes = Model::write(Task::Ranker, name, &labels, packed.unit, &[], table);
        let ranker = Ranker::from_bytes(bytes)?;
        report.right_before = share(&order, choices, |row| {
            rows.row(row).iter().filter_map(|slot| weights.get(*slot as usize)).sum::<f32>()
        });
        report.right_after =
            share(&order, choices, |row| ranker.score(choices.features.row(row)) as f32);
        Ok((ranker, report))
    }
}

/// One step; gives the logarithm of the likelihood before it.
fn learn(weights: &mut AdaGrad, rows: &Rows, choices: &Choices, choice: &Range<usize>) -> f64 {
    let scores = choice.clone().map(|row| {
        let mut score = [0.0];
        weights.add(rows.row(row), &mut score);
        let [score] = score;
        score
    });
    let scores: Vec<f32> = scores.collect();
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| exp(score - most)).collect();
    let right = choices.right.get(choice.clone()).unwrap_or(&[]);
    let all: f32 = powers.iter().sum();
    let good: f32 = powers.iter().zip(right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
    let good = good.max(f32::MIN_POSITIVE);
    for ((row, power), right) in choice.clone().zip(&powers).zip(right) {
        let gradient = power / all - if *right { power / good } else { 0.0 };
        weights.step(rows.row(row), &[gradient]);
    }
    f64::from(good / all).ln()
}

/// The share of choices whose first best candidate is right.
fn share(order: &[Range<usize>], choices: &Choices, score: impl Fn(usize) -> f32) -> f64 {
    let right = order.iter().filter(|choice| {
        let scored = (*choice).clone().map(|row| (row, score(row)));
        let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.and_then(|(row, _)| choices.right.get(row)).copied().unwrap_or(false)
    });
    right.count() as f64 / order.len().max(1) as f64
}
