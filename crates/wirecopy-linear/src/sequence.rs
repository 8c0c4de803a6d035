//! The best sequence of labels, given scores for each label of each item.
//!
//! This is the narrow door of a tagger: whatever gives [`Scores`] (a [`Tagger`](crate::Tagger), a
//! neural network, a list of rules) is decoded by the same [`Transitions`].

use crate::narrow::{Lane, Narrow};
use alloc::vec;
use alloc::vec::Vec;

/// A transition that must not be.
pub(crate) const FORBIDDEN: i16 = i16::MIN;
/// What a forbidden transition costs: more than the scores of any item can make up for. Were all
/// sequences forbidden, the one that breaks fewest rules (up to eight) is still an answer.
const PENALTY: i32 = -(1 << 27);
/// Transitions and scores are no further from zero than this while decoding.
const MOST: i32 = 1 << 26;
/// As far as a label may fall behind the best while decoding: sums stay within 32 bits.
const FLOOR: i32 = -(1 << 30);
/// Labels that are decoded together: two or one registers.
pub(crate) const LANES: usize = 8;

/// Scores of every label for every item, row by row.
///
/// ```
/// use wirecopy_linear::Scores;
///
/// let mut scores = Scores::new(2);
/// scores.push(&[5, -3]);
/// scores.row_mut(0)[1] += 10;
/// assert_eq!(scores.row(0), [5, 7]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    labels: usize,
    /// Each item's row in whole lanes; what no label has is [`i32::MIN`].
    values: Vec<[i32; LANES]>,
}

impl Scores {
    /// No items, `labels` labels (at least one).
    #[must_use]
    pub fn new(labels: usize) -> Self {
        Self { labels: labels.max(1), values: Vec::new() }
    }

    /// Number of labels.
    #[must_use]
    pub fn labels(&self) -> usize {
        self.labels
    }

    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len() / self.lanes()
    }

    /// Whether there is no item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Forgets all items and sets the number of labels; keeps the memory.
    pub fn reset(&mut self, labels: usize) {
        self.labels = labels.max(1);
        self.values.clear();
    }

    /// Adds an item. Labels that `row` does not have score zero.
    pub fn push(&mut self, row: &[i32]) {
        self.push_zeros().iter_mut().zip(row).for_each(|(to, score)| *to = *score);
    }

    /// Adds an item that scores zero everywhere and gives its row.
    pub fn push_zeros(&mut self) -> &mut [i32] {
        self.push_all(1).next().unwrap_or_default()
    }

    /// The scores of an item, one for each label; none if there is no such item.
    #[must_use]
    pub fn row(&self, item: usize) -> &[i32] {
        let start = item.saturating_mul(self.lanes());
        let lanes = self.values.get(start..start.saturating_add(self.lanes())).unwrap_or(&[]);
        lanes.as_flattened().get(..self.labels).unwrap_or(&[])
    }

    /// The scores of an item, to change them.
    #[must_use]
    pub fn row_mut(&mut self, item: usize) -> &mut [i32] {
        let (start, lanes) = (item.saturating_mul(self.lanes()), self.lanes());
        let lanes = self.values.get_mut(start..start.saturating_add(lanes)).unwrap_or_default();
        lanes.as_flattened_mut().get_mut(..self.labels).unwrap_or_default()
    }

    /// Adds `count` items that score zero everywhere and gives their rows.
    pub(crate) fn push_all(&mut self, count: usize) -> impl Iterator<Item = &mut [i32]> {
        let (start, lanes, labels) = (self.values.len(), self.lanes(), self.labels);
        self.values.resize(start + count * lanes, [0; LANES]);
        let rows = self.values.get_mut(start..).unwrap_or_default().chunks_exact_mut(lanes);
        rows.map(move |row| {
            let (row, none) =
                row.as_flattened_mut().split_at_mut_checked(labels).unwrap_or_default();
            none.fill(i32::MIN);
            row
        })
    }

    /// The items in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[i32]> {
        let labels = self.labels;
        let lanes = self.values.chunks_exact(self.lanes());
        lanes.map(move |lanes| lanes.as_flattened().get(..labels).unwrap_or(&[]))
    }

    /// Lanes of an item.
    fn lanes(&self) -> usize {
        self.labels.div_ceil(LANES)
    }
}

/// Scores of a label after another, and of a label at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transitions {
    labels: usize,
    /// What may stand at the start, in whole lanes.
    start: Vec<[i32; LANES]>,
    /// Of each lane, what may follow each label.
    after: Vec<[i32; LANES]>,
    /// The same in small numbers, where these are enough.
    narrow: Option<Narrow>,
}

/// The memory that decoding needs, and its result; reuse it.
#[derive(Debug, Clone, Default)]
pub struct Path {
    /// The score of the best way to each label, less that of the best of all.
    best: Vec<[i32; LANES]>,
    next: Vec<[i32; LANES]>,
    /// The same as `best` for each item but the last, from which the way back is found.
    ways: Vec<[i32; LANES]>,
    narrow: Vec<Lane>,
    labels: Vec<u16>,
    score: i64,
}

impl Path {
    /// Nothing decoded yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The best label of each item.
    #[must_use]
    pub fn labels(&self) -> &[u16] {
        &self.labels
    }

    /// The sum of scores and transitions along the path.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.score
    }
}

impl Transitions {
    /// Rows of a model file: `labels + 1` rows of `labels`.
    pub(crate) fn from_model(labels: usize, values: &[i16]) -> Self {
        let value = |value: &i16| if *value == FORBIDDEN { PENALTY } else { i32::from(*value) };
        Self::from_values(labels, values.iter().map(value))
    }

    /// Transitions that score zero where `constraints` allow them.
    #[must_use]
    pub fn new(constraints: &Constraints) -> Self {
        Self::from_scores(constraints, [])
    }

    /// Scores for each transition that `constraints` allow: from the start to each label, then from
    /// each label to each. What `scores` lacks is zero; what lies beyond ±2^26 counts as that.
    ///
    /// ```
    /// use wirecopy_linear::{Constraints, Path, Scores, Transitions};
    ///
    /// // Two labels that like to stay what they are.
    /// let transitions = Transitions::from_scores(&Constraints::none(2), [0, 0, 5, -5, -5, 5]);
    /// let mut scores = Scores::new(2);
    /// for row in [[3, 0], [0, 1], [3, 0]] {
    ///     scores.push(&row);
    /// }
    /// assert_eq!(transitions.decode(&scores, &mut Path::new()), [0, 0, 0]);
    /// ```
    #[must_use]
    pub fn from_scores(constraints: &Constraints, scores: impl IntoIterator<Item = i64>) -> Self {
        let scores = scores.into_iter().chain(core::iter::repeat(0));
        let most = i64::from(MOST);
        let value = |(allowed, score): (&bool, i64)| {
            if *allowed { score.clamp(-most, most) as i32 } else { PENALTY }
        };
        Self::from_values(constraints.labels, constraints.allowed.iter().zip(scores).map(value))
    }

    fn from_values(labels: usize, mut flat: impl Iterator<Item = i32>) -> Self {
        let lanes = labels.div_ceil(LANES);
        let mut start = vec![[PENALTY; LANES]; lanes];
        let mut after = vec![[PENALTY; LANES]; lanes * labels];
        let places = start.as_flattened_mut().iter_mut().take(labels);
        places.zip(&mut flat).for_each(|(place, value)| *place = value);
        for (before, label) in (0..labels).flat_map(|before| (0..labels).map(move |l| (before, l)))
        {
            let row = after.get_mut(label / LANES * labels + before);
            let place = row.and_then(|row| row.get_mut(label % LANES));
            if let (Some(place), Some(value)) = (place, flat.next()) {
                *place = value;
            }
        }
        let wide = Self { labels, start, after, narrow: None };
        Self { narrow: Narrow::new(&wide), ..wide }
    }

    /// Whether small numbers may do.
    #[cfg(test)]
    pub(crate) fn is_narrow(&self) -> bool {
        self.narrow.is_some()
    }

    /// The same in large numbers only.
    #[cfg(test)]
    pub(crate) fn without_narrow(self) -> Self {
        Self { narrow: None, ..self }
    }

    /// Number of labels.
    #[must_use]
    pub fn labels(&self) -> usize {
        self.labels
    }

    /// The score of `label` after `before` (at the start, if `None`); forbidden ones score -2^27.
    #[must_use]
    pub fn score(&self, before: Option<usize>, label: usize) -> i64 {
        let lane = label / LANES;
        let row = match before {
            None => self.start.get(lane),
            Some(before) => self.after.get(lane * self.labels + before),
        };
        i64::from(row.and_then(|row| row.get(label % LANES)).copied().unwrap_or(PENALTY))
    }

    /// Whether `label` may stand after `before` (at the start, if `None`).
    #[must_use]
    pub fn allows(&self, before: Option<usize>, label: usize) -> bool {
        self.score(before, label) > i64::from(PENALTY)
    }

    /// Finds the best sequence (Viterbi). Of equal ones, the one with lower labels, from the end.
    /// Takes items times labels squared. What of a score lies beyond ±2^26 counts as that.
    pub fn decode<'p>(&self, scores: &Scores, path: &'p mut Path) -> &'p [u16] {
        path.labels.clear();
        path.ways.clear();
        path.score = 0;
        if scores.is_empty() || scores.labels != self.labels {
            return &path.labels;
        }
        if let Some(narrow) = self.narrow.as_ref().filter(|narrow| narrow.takes(&scores.values)) {
            path.score = narrow.decode(&scores.values, &mut path.narrow, &mut path.labels);
            return &path.labels;
        }
        path.ways.reserve(scores.values.len());
        match self.start.as_slice() {
            [start] => self.walk_one(*start, &scores.values, path),
            _ => self.walk(scores, path),
        }
        self.trace(path);
        path.score = self.sum(scores, &path.labels);
        &path.labels
    }

    /// Walks over the items from the first to the last.
    fn walk(&self, scores: &Scores, path: &mut Path) {
        path.next.clear();
        path.next.extend_from_slice(&self.start);
        path.best.resize(self.start.len(), [FLOOR; LANES]);
        for (item, row) in scores.values.chunks_exact(self.start.len()).enumerate() {
            if item > 0 {
                self.step(path);
            }
            path.settle(row);
        }
    }

    /// The same where all labels fit into one lane, which so stays in registers.
    fn walk_one(&self, start: [i32; LANES], rows: &[[i32; LANES]], path: &mut Path) {
        let Some((first, rows)) = rows.split_first() else { return };
        let mut best = settled(start, first);
        for row in rows {
            path.ways.push(best);
            let mut next = [i32::MIN; LANES];
            for (best, transitions) in best.iter().zip(&self.after) {
                for (next, transition) in next.iter_mut().zip(transitions) {
                    *next = (*next).max(best + transition);
                }
            }
            best = settled(next, row);
        }
        path.best.clear();
        path.best.push(best);
    }

    /// One transition: the best way to each label.
    #[inline]
    fn step(&self, path: &mut Path) {
        for (next, after) in path.next.iter_mut().zip(self.after.chunks_exact(self.labels)) {
            // A copy, so that it stays in registers.
            let mut most = [i32::MIN; LANES];
            for (best, transitions) in path.best.as_flattened().iter().zip(after) {
                for (most, transition) in most.iter_mut().zip(transitions) {
                    *most = (*most).max(best + transition);
                }
            }
            *next = most;
        }
        path.ways.extend_from_slice(&path.best);
    }

    /// Walks back from the best last label; of several, and of several ways to it, the first. Where each way
    /// came from is sought for one label of an item only, which is less than to keep it for all.
    fn trace(&self, path: &mut Path) {
        let last = path.best.as_flattened().iter().take(self.labels);
        let mut label = last.clone().position(|score| *score == 0).unwrap_or(0);
        path.labels.push(label as u16);
        for best in path.ways.chunks_exact(self.start.len()).rev() {
            let first = label / LANES * self.labels;
            let after = self.after.get(first..).unwrap_or_default();
            let after = after.iter().map(|row| row.get(label % LANES).copied().unwrap_or(PENALTY));
            let (mut most, mut from) = (i32::MIN, 0);
            let best = best.as_flattened().iter().take(self.labels);
            for ((best, transition), before) in best.zip(after).zip(0..) {
                if best + transition > most {
                    (most, from) = (best + transition, before);
                }
            }
            label = from;
            path.labels.push(label as u16);
        }
        path.labels.reverse();
    }

    /// The scores of `labels` and their transitions, added up.
    fn sum(&self, scores: &Scores, labels: &[u16]) -> i64 {
        let mut before = None;
        let items = scores.rows().zip(labels).map(|(row, label)| {
            let label = usize::from(*label);
            let score = row.get(label).copied().map_or(0, i64::from);
            score + self.score(before.replace(label), label)
        });
        items.sum()
    }
}

impl Path {
    /// Adds the scores of an item to the ways to its labels, and makes the best of them zero.
    ///
    /// A lane that no label has falls behind, and is never the best.
    #[inline]
    fn settle(&mut self, row: &[[i32; LANES]]) {
        let mut best = i32::MIN;
        for ((to, sums), scores) in self.best.iter_mut().zip(&self.next).zip(row) {
            // A copy, so that it stays in registers.
            let mut lane = *sums;
            for (sum, score) in lane.iter_mut().zip(scores) {
                *sum += (*score).clamp(-MOST, MOST);
            }
            best = best.max(most(&lane));
            *to = lane;
        }
        for to in self.best.as_flattened_mut() {
            *to = (*to - best).max(FLOOR);
        }
    }
}

/// The ways to the labels of one lane with the scores of an item, the best of them zero.
#[inline]
fn settled(mut ways: [i32; LANES], scores: &[i32; LANES]) -> [i32; LANES] {
    for (way, score) in ways.iter_mut().zip(scores) {
        *way += (*score).clamp(-MOST, MOST);
    }
    let best = most(&ways);
    ways.map(|way| (way - best).max(FLOOR))
}

/// The largest number of a lane.
#[inline]
fn most(lane: &[i32; LANES]) -> i32 {
    lane.iter().copied().fold(i32::MIN, i32::max)
}

/// Which label may follow which.
///
/// ```
/// use wirecopy_linear::Constraints;
///
/// let bio = Constraints::bio(&["O", "B-CUE", "I-CUE", "B-SRC", "I-SRC"]);
/// assert!(bio.allows(Some(1), 2)); // B-CUE I-CUE
/// assert!(!bio.allows(Some(1), 4)); // B-CUE I-SRC
/// assert!(!bio.allows(None, 2)); // nothing begins inside
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraints {
    pub(crate) labels: usize,
    /// First the start, then each label: a row of what may follow.
    pub(crate) allowed: Vec<bool>,
}

impl Constraints {
    /// Every label may follow every label.
    #[must_use]
    pub fn none(labels: usize) -> Self {
        let labels = labels.max(1);
        Self { labels, allowed: vec![true; labels * (labels + 1)] }
    }

    /// `I-x` follows only `B-x` and `I-x`; every other label may stand anywhere.
    #[must_use]
    pub fn bio(labels: &[&str]) -> Self {
        let mut constraints = Self::none(labels.len());
        for (inside, label) in labels.iter().enumerate() {
            let Some(kind) = label.strip_prefix("I-") else { continue };
            constraints.forbid(None, inside);
            for (before, label) in labels.iter().enumerate() {
                let same = label.strip_prefix("B-").or_else(|| label.strip_prefix("I-"));
                if same != Some(kind) {
                    constraints.forbid(Some(before), inside);
                }
            }
        }
        constraints
    }

    /// Forbids `label` after `before` (at the start, if `None`).
    pub fn forbid(&mut self, before: Option<usize>, label: usize) {
        if label < self.labels {
            let place = before.map_or(0, |before| before + 1) * self.labels + label;
            if let Some(allowed) = self.allowed.get_mut(place) {
                *allowed = false;
            }
        }
    }

    /// Whether `label` may stand after `before` (at the start, if `None`).
    #[must_use]
    pub fn allows(&self, before: Option<usize>, label: usize) -> bool {
        let place = before.map_or(0, |before| before + 1) * self.labels + label;
        label < self.labels && self.allowed.get(place).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every sequence, in order; the first of the best ones from the end is the last label's lowest.
    fn by_force(transitions: &Transitions, scores: &Scores) -> i64 {
        let (labels, items) = (scores.labels(), scores.len());
        let mut best = i64::MIN;
        for number in 0..labels.pow(items as u32) {
            let (mut rest, mut before, mut sum) = (number, None, 0);
            for item in 0..items {
                let label = rest % labels;
                rest /= labels;
                sum += transitions.score(before, label) + i64::from(scores.row(item)[label]);
                before = Some(label);
            }
            best = best.max(sum);
        }
        best
    }

    proptest! {
        #[test]
        fn decoding_finds_the_best_of_all_sequences(
            labels in 1usize..4,
            items in 1usize..6,
            numbers in prop::collection::vec(-100i16..100, 12 + 24),
            forbidden in prop::collection::vec(prop::bool::weighted(0.2), 12),
        ) {
            let mut values = numbers[..labels * (labels + 1)].to_vec();
            for (value, forbidden) in values.iter_mut().zip(&forbidden) {
                if *forbidden {
                    *value = FORBIDDEN;
                }
            }
            let transitions = Transitions::from_model(labels, &values);
            let mut scores = Scores::new(labels);
            for row in numbers[12..].chunks_exact(4).take(items) {
                scores.push(&row.iter().map(|n| i32::from(*n)).collect::<Vec<_>>());
            }
            let mut path = Path::new();
            transitions.decode(&scores, &mut path);
            prop_assert_eq!(path.score(), by_force(&transitions, &scores));
            let mut before = None;
            let mut sum = 0;
            for (item, label) in path.labels().iter().enumerate() {
                let label = usize::from(*label);
                sum += transitions.score(before, label) + i64::from(scores.row(item)[label]);
                before = Some(label);
            }
            prop_assert_eq!(sum, path.score());
        }
    }

    #[test]
    fn where_nothing_is_allowed_there_is_still_an_answer() {
        let mut constraints = Constraints::none(2);
        for label in 0..2 {
            constraints.forbid(None, label);
            constraints.forbid(Some(0), label);
            constraints.forbid(Some(1), label);
        }
        let mut scores = Scores::new(2);
        for _ in 0..1000 {
            scores.push(&[1, i32::MAX]);
        }
        let mut path = Path::new();
        assert!(Transitions::new(&constraints).decode(&scores, &mut path).iter().all(|l| *l == 1));
        assert_eq!(path.labels().len(), 1000);
    }

    #[test]
    fn scores_of_other_labels_give_nothing() {
        let transitions = Transitions::new(&Constraints::none(3));
        let mut scores = Scores::new(2);
        scores.push(&[1, 2]);
        assert!(transitions.decode(&scores, &mut Path::new()).is_empty());
    }
}
