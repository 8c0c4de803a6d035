//! Linear-chain conditional random fields.
//!
//! Probabilities, not logarithms, run forward and backward, scaled to sum to one at each item, so
//! that only the scores of items and transitions need an exponential.

use super::adagrad::{AdaGrad, add, is_snapshot};
use super::examples::{Rows, Sequences};
use super::math::{Shuffle, exp};
use super::pack::Trained;
use super::report::{Pass, Report};
use super::vocabulary::{Table, Vocabulary};
use crate::error::{Kind, ModelError};
use crate::model::{Model, Task};
use crate::models::Tagger;
use crate::sequence::{Constraints, FORBIDDEN, Path, Scores, Transitions};
use core::ops::Range;

/// The least sum of probabilities that is divided by.
const LEAST: f32 = 1e-30;

/// Settings for training a [`Tagger`].
///
/// The defaults are those that were best for finding quotations in some 600,000 words of news; small
/// sets want a smaller `min_count`, a larger `rate` and more `epochs`. The crate's README has an
/// example.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crf {
    /// Passes over the sequences.
    pub epochs: u32,
    /// Size of the first steps; AdaGrad makes them smaller for features seen often.
    pub rate: f32,
    /// Pull towards zero; more of it means fewer weights.
    pub l1: f32,
    /// Which order the sequences come in.
    pub seed: u64,
    /// The layout of the table.
    pub table: Table,
}

impl Default for Crf {
    fn default() -> Self {
        Self { epochs: 4, rate: 0.02, l1: 0.001, seed: 1, table: Table::Checked { min_count: 20 } }
    }
}

impl Crf {
    /// Trains on `sequences`, whose labels are indices into `labels`. Sequences that break the
    /// constraints are left out and counted in the report.
    ///
    /// Takes time and memory linear in the features of all items.
    ///
    /// # Errors
    ///
    /// If there is no label, more than 4,096, or not as many as `constraints` has.
    pub fn fit(
        &self,
        name: &str,
        labels: &[&str],
        constraints: &Constraints,
        sequences: &Sequences,
    ) -> Result<(Tagger, Report), ModelError> {
        if labels.len() != constraints.labels {
            let message = format!("expected {} labels, found {}", constraints.labels, labels.len());
            return Err(ModelError::new(Kind::WrongModel, message));
        }
        let vocabulary = Vocabulary::of(self.table, sequences.features.rows());
        let rows = Rows::new(&sequences.features, &vocabulary);
        let mut order = sequences.ranges();
        order.retain(|range| is_allowed(constraints, gold(sequences, range)));
        let mut report = Report { skipped: sequences.len() - order.len(), ..Report::default() };
        let mut learner = Learner {
            items: AdaGrad::new(vocabulary.len(), labels.len(), self.rate, self.l1),
            transitions: AdaGrad::new(labels.len() + 1, labels.len(), self.rate, 0.0),
            lattice: Lattice::new(constraints),
        };
        let mut shuffle = Shuffle::new(self.seed);
        for pass in 0..self.epochs {
            shuffle.shuffle(&mut order);
            let (mut sum, mut items) = (0.0, 0);
            for (done, range) in order.iter().enumerate() {
                sum += learner.learn(&rows, range.clone(), gold(sequences, range));
                items += range.len();
                if is_snapshot(pass, done, order.len()) {
                    learner.items.snapshot();
                    learner.transitions.snapshot();
                }
            }
            report.passes.push(Pass { value: sum / items.max(1) as f64 });
        }
        let width = learner.items.width();
        let items = learner.items.average();
        let transitions = Averages { weights: learner.transitions.average(), width, constraints };
        let trained = Trained { weights: &items, width, labels: labels.len() };
        let packed = trained.pack(&vocabulary, &mut report);
        let names: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let bytes = Model::write(
            Task::Tagger,
            name,
            &names,
            packed.unit,
            &transitions.rounded(packed.unit),
            (packed.layout, &packed.table),
        );
        let tagger = Tagger::from_bytes(bytes)?;
        let float = (&items[..], &transitions);
        (report.right_before, report.right_after) =
            compare(&tagger, float, &rows, sequences, &order);
        Ok((tagger, report))
    }
}

fn gold<'s>(sequences: &'s Sequences, range: &Range<usize>) -> &'s [u16] {
    sequences.labels.get(range.clone()).unwrap_or(&[])
}

fn is_allowed(constraints: &Constraints, labels: &[u16]) -> bool {
    let mut before = None;
    labels.iter().all(|label| {
        let label = usize::from(*label);
        constraints.allows(before.replace(label), label)
    })
}

/// The weights, and the room to compute in.
struct Learner {
    items: AdaGrad,
    /// First the start, then each label: what may follow.
    transitions: AdaGrad,
    lattice: Lattice,
}

impl Learner {
    /// One step along the gradient of one sequence; gives the logarithm of its likelihood before.
    fn learn(&mut self, rows: &Rows, range: Range<usize>, gold: &[u16]) -> f64 {
        let lattice = &mut self.lattice;
        lattice.begin(&self.transitions);
        for row in range.clone() {
            self.items.add(rows.row(row), lattice.push());
        }
        let likelihood = lattice.gradient(gold);
        for (row, gradient) in range.zip(lattice.items.chunks_exact(lattice.width)) {
            self.items.step(rows.row(row), gradient);
        }
        for (row, gradient) in lattice.between.chunks_exact(lattice.width).enumerate() {
            self.transitions.step_row(row, gradient);
        }
        likelihood
    }
}

/// Scores of one sequence, and then their gradient in the same place.
#[derive(Debug)]
struct Lattice {
    labels: usize,
    /// `labels` rounded up; what lies beyond is zero.
    width: usize,
    /// One where a transition is allowed, the start first.
    mask: Vec<f32>,
    /// Scores of transitions, then their gradient.
    between: Vec<f32>,
    /// Powers of the scores of transitions.
    powers: Vec<f32>,
    /// Scores of items, then their gradient.
    items: Vec<f32>,
    /// Powers of the scores of items, the largest one.
    bases: Vec<f32>,
    forward: Vec<f32>,
    /// What the forward row summed to before it was scaled.
    scales: Vec<f32>,
    backward: Vec<f32>,
    next: Vec<f32>,
}

impl Lattice {
    fn new(constraints: &Constraints) -> Self {
        let labels = constraints.labels;
        let width = AdaGrad::new(0, labels, 0.0, 0.0).width();
        let mut mask = vec![0.0; (labels + 1) * width];
        for (row, allowed) in mask.chunks_exact_mut(width).zip(constraints.allowed.chunks(labels)) {
            for (mask, allowed) in row.iter_mut().zip(allowed) {
                *mask = f32::from(u8::from(*allowed));
            }
        }
        Self {
            labels,
            width,
            mask,
            between: vec![0.0; (labels + 1) * width],
            powers: vec![0.0; (labels + 1) * width],
            items: Vec::new(),
            bases: Vec::new(),
            forward: Vec::new(),
            scales: Vec::new(),
            backward: Vec::new(),
            next: Vec::new(),
        }
    }

    /// Begins a sequence with these transitions.
    fn begin(&mut self, transitions: &AdaGrad) {
        self.items.clear();
        for (row, between) in self.between.chunks_exact_mut(self.width).enumerate() {
            between.copy_from_slice(transitions.row(row));
        }
    }

    /// Room for the scores of the next item.
    fn push(&mut self) -> &mut [f32] {
        let start = self.items.len();
        self.items.resize(start + self.width, 0.0);
        self.items.get_mut(start..).unwrap_or_default()
    }

    /// Puts the gradient of the negative log-likelihood of `gold` in the place of the scores; gives
    /// the log-likelihood.
    fn gradient(&mut self, gold: &[u16]) -> f64 {
        let (width, labels) = (self.width, self.labels);
        let mut likelihood = self.score(gold);
        for ((power, score), mask) in self.powers.iter_mut().zip(&self.between).zip(&self.mask) {
            *power = exp(*score) * mask;
        }
        self.bases.clear();
        for row in self.items.chunks_exact(width) {
            let scores = row.get(..labels).unwrap_or(row);
            let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            likelihood -= f64::from(most);
            self.bases.extend(scores.iter().map(|score| exp(score - most)));
            self.bases.resize(self.bases.len().next_multiple_of(width), 0.0);
        }
        self.go_forward();
        likelihood -= self.scales.iter().map(|scale| f64::from(*scale).ln()).sum::<f64>();
        self.go_backward();
        self.take_away(gold);
        likelihood
    }

    /// The score of `gold`.
    fn score(&self, gold: &[u16]) -> f64 {
        let mut before = 0;
        let mut sum = 0.0;
        for (row, label) in self.items.chunks_exact(self.width).zip(gold) {
            let label = usize::from(*label);
            let between = self.between.get(before * self.width + label);
            sum += f64::from(row.get(label).copied().unwrap_or(0.0));
            sum += f64::from(between.copied().unwrap_or(0.0));
            before = label + 1;
        }
        sum
    }

    /// The probability of each label at each item, given all items up to it.
    fn go_forward(&mut self) {
        let width = self.width;
        self.forward.clear();
        self.scales.clear();
        let mut before: Vec<f32> = self.powers.get(..width).unwrap_or(&[]).to_vec();
        for (item, bases) in self.bases.chunks_exact(width).enumerate() {
            if item > 0 {
                let last = self.forward.get((item - 1) * width..item * width).unwrap_or(&[]);
                before.fill(0.0);
                let rows = self.powers.chunks_exact(width).skip(1);
                for (probability, row) in last.iter().zip(rows) {
                    for (sum, power) in before.iter_mut().zip(row) {
                        *sum += probability * power;
                    }
                }
            }
            let start = self.forward.len();
            self.forward.extend(before.iter().zip(bases).map(|(before, base)| before * base));
            let row = self.forward.get_mut(start..).unwrap_or_default();
            let scale = row.iter().sum::<f32>().max(LEAST);
            row.iter_mut().for_each(|probability| *probability /= scale);
            self.scales.push(scale);
        }
    }

    /// Turns scores into probabilities given all items: of labels in `items`, of transitions,
    /// summed over the sequence, in `between`.
    fn go_backward(&mut self) {
        let width = self.width;
        self.between.fill(0.0);
        self.backward.clear();
        self.backward.resize(width, 1.0);
        self.next.resize(width, 0.0);
        for item in (0..self.scales.len()).rev() {
            let range = item * width..(item + 1) * width;
            let scale = self.scales.get(item).copied().unwrap_or(1.0);
            let forward = self.forward.get(range.clone()).unwrap_or(&[]);
            let bases = self.bases.get(range.clone()).unwrap_or(&[]);
            let cells = self.items.get_mut(range.clone()).unwrap_or_default();
            for ((cell, forward), backward) in cells.iter_mut().zip(forward).zip(&self.backward) {
                *cell = forward * backward;
            }
            let sum = cells.iter().sum::<f32>().max(LEAST);
            cells.iter_mut().for_each(|cell| *cell /= sum);
            if item == 0 {
                // The start comes before every sequence once.
                add(self.between.get_mut(..width).unwrap_or_default(), cells);
                return;
            }
            // What the item and all after it make of each label here.
            for ((backward, base), next) in self.backward.iter().zip(bases).zip(&mut self.next) {
                *next = backward * base / scale;
            }
            let last = self.forward.get(range.start - width..range.start).unwrap_or(&[]);
            let rows = self.powers.chunks_exact(width).zip(self.between.chunks_exact_mut(width));
            for ((backward, probability), (powers, between)) in
                self.backward.iter_mut().zip(last).zip(rows.skip(1))
            {
                let mut sum = 0.0;
                for ((power, next), between) in powers.iter().zip(&self.next).zip(between) {
                    let both = power * next;
                    *between += probability * both;
                    sum += both;
                }
                *backward = sum;
            }
        }
    }

    /// Takes what was observed from what was expected.
    fn take_away(&mut self, gold: &[u16]) {
        let mut before = 0;
        for (row, label) in self.items.chunks_exact_mut(self.width).zip(gold) {
            let label = usize::from(*label);
            if let Some(cell) = row.get_mut(label) {
                *cell -= 1.0;
            }
            if let Some(cell) = self.between.get_mut(before * self.width + label) {
                *cell -= 1.0;
            }
            before = label + 1;
        }
    }
}

/// Averaged weights of transitions.
struct Averages<'c> {
    weights: Vec<f32>,
    width: usize,
    constraints: &'c Constraints,
}

impl Averages<'_> {
    /// Each weight with whether it is allowed, the start first.
    fn cells(&self) -> impl Iterator<Item = (f32, bool)> {
        let rows = self.weights.chunks_exact(self.width);
        let allowed = self.constraints.allowed.chunks_exact(self.constraints.labels);
        rows.zip(allowed)
            .flat_map(|(row, allowed)| row.iter().copied().zip(allowed.iter().copied()))
    }

    /// As a model has them.
    fn rounded(&self, unit: f32) -> Vec<i16> {
        let round = |weight: f32| (weight * unit).round().clamp(-32_767.0, 32_767.0) as i16;
        self.cells()
            .map(|(weight, allowed)| if allowed { round(weight) } else { FORBIDDEN })
            .collect()
    }
}

/// The shares of items labelled right by the weights as trained, and as rounded.
fn compare(
    tagger: &Tagger,
    (items, transitions): (&[f32], &Averages<'_>),
    rows: &Rows,
    sequences: &Sequences,
    order: &[Range<usize>],
) -> (f64, f64) {
    /// Fixed point for the weights as trained, so that the same decoder serves.
    const FINE: f32 = 4096.0;
    let labels = transitions.constraints.labels;
    let width = transitions.width;
    let between = Transitions::from_scores(
        transitions.constraints,
        transitions.cells().map(|(weight, _)| (weight * FINE) as i64),
    );
    let mut sums = vec![0.0; width];
    let mut row_scores = vec![0; labels];
    let mut fine = Scores::new(labels);
    let mut coarse = Scores::new(labels);
    let mut path = Path::new();
    let (mut before, mut after, mut all) = (0, 0, 0);
    for range in order {
        fine.reset(labels);
        coarse.reset(labels);
        for row in range.clone() {
            sums.fill(0.0);
            for slot in rows.row(row) {
                let start = *slot as usize * width;
                add(&mut sums, items.get(start..start + width).unwrap_or(&[]));
            }
            for (score, sum) in row_scores.iter_mut().zip(&sums) {
                *score = (sum * FINE) as i32;
            }
            fine.push(&row_scores);
            tagger.score_row(sequences.features.row(row), coarse.push_zeros());
        }
        let gold = gold(sequences, range);
        let right = |labels: &[u16]| labels.iter().zip(gold).filter(|(a, b)| a == b).count();
        before += right(between.decode(&fine, &mut path));
        after += right(tagger.transitions().decode(&coarse, &mut path));
        all += gold.len();
    }
    let all = all.max(1) as f64;
    (before as f64 / all, after as f64 / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lattice with scores from a fixed list.
    fn lattice(constraints: &Constraints, items: usize, change: Option<(usize, f32)>) -> Lattice {
        let mut lattice = Lattice::new(constraints);
        for _ in 0..items {
            lattice.push();
        }
        let labels = constraints.labels;
        let mut shuffle = Shuffle::new(3);
        let mut number = 0;
        for cells in [&mut lattice.items, &mut lattice.between] {
            for row in cells.chunks_exact_mut(8) {
                for cell in row.iter_mut().take(labels) {
                    *cell = shuffle.below(2000) as f32 / 1000.0 - 1.0;
                    if let Some((_, by)) = change.filter(|(changed, _)| *changed == number) {
                        *cell += by;
                    }
                    number += 1;
                }
            }
        }
        lattice
    }

    #[test]
    fn the_gradient_is_the_slope_of_the_likelihood() {
        const STEP: f32 = 1.0 / 64.0;
        let constraints = Constraints::bio(&["O", "B-X", "I-X"]);
        let gold = [0, 1, 2, 2, 0, 1];
        let mut whole = lattice(&constraints, gold.len(), None);
        whole.gradient(&gold);
        let gradient: Vec<f32> = [&whole.items, &whole.between]
            .into_iter()
            .flat_map(|cells| cells.chunks_exact(8).flat_map(|row| row.iter().take(3)))
            .copied()
            .collect();
        assert_eq!(gradient.len(), gold.len() * 3 + 12);
        for (number, gradient) in gradient.iter().enumerate() {
            let at = |by| lattice(&constraints, gold.len(), Some((number, by))).gradient(&gold);
            let slope = (at(STEP) - at(-STEP)) / f64::from(2.0 * STEP);
            let error = (slope + f64::from(*gradient)).abs();
            assert!(error < 2e-4, "{number}: slope {slope}, gradient {gradient}");
        }
    }

    #[test]
    fn the_likelihoods_of_all_sequences_sum_to_one() {
        let mut constraints = Constraints::none(3);
        constraints.forbid(Some(1), 2);
        constraints.forbid(None, 0);
        let mut sum = 0.0;
        for number in 0..81u16 {
            let gold = [number % 3, number / 3 % 3, number / 9 % 3, number / 27];
            if is_allowed(&constraints, &gold) {
                sum += lattice(&constraints, 4, None).gradient(&gold).exp();
            }
        }
        assert!((sum - 1.0).abs() < 1e-5, "{sum}");
    }
}
