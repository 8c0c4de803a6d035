//! The best sequence in numbers of 16 bits: all labels of an item lie in one register, and the better of
//! two ways to each takes one instruction instead of six.
//!
//! Each item makes its best way zero, and a way further behind than [`FLOOR`] counts as that far. Nothing is
//! lost by it where each label has a stand-in: one that may follow every label and stand at the start, and
//! after which all may stand that may stand after the label itself. With BIO, `B-x` is that of `I-x`, and
//! every other label is its own. A way at the floor never is part of the best sequence: from the best label
//! of its item one gets to the stand-in of the next, and from there to the one after it, and loses
//! four transitions and the scores of two labels at most, which is less than the floor as long as all are
//! small. Of other transitions and scores [`Transitions`] takes care in numbers of 32 bits.

use crate::sequence::{LANES, Transitions};
use alloc::vec::Vec;

/// As far as a label may fall behind the best, and what a forbidden transition costs.
const FLOOR: i16 = -(1 << 14);
/// Scores are no further from zero than this.
const MOST_SCORE: i32 = 1 << 12;
/// Transitions are closer to zero than this.
const MOST_TRANSITION: i64 = 1 << 11;
// Four transitions and two scores stay above the floor.
const _: () = assert!(4 * (MOST_TRANSITION - 1) + 2 * (MOST_SCORE as i64) < -(FLOOR as i64));

/// Numbers for all labels; what no label has is forbidden.
pub(crate) type Lane = [i16; LANES];

/// Transitions of at most [`LANES`] labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Narrow {
    labels: usize,
    start: Lane,
    /// What may follow each label.
    after: [Lane; LANES],
    /// What each label may follow.
    before: [Lane; LANES],
}

impl Narrow {
    /// Nothing if labels are too many, transitions too large, or some label has no stand-in.
    pub(crate) fn new(transitions: &Transitions) -> Option<Self> {
        let labels = 0..transitions.labels();
        let befores = || core::iter::once(None).chain(labels.clone().map(Some));
        let allows = |before, label| transitions.allows(before, label);
        let stands_in = |other: usize, label: usize| {
            befores().all(|before| allows(before, other))
                && labels
                    .clone()
                    .all(|next| allows(Some(other), next) || !allows(Some(label), next))
        };
        let small = |before, label| {
            !allows(before, label) || transitions.score(before, label).abs() < MOST_TRANSITION
        };
        let fits = labels.len() <= LANES
            && befores().all(|before| labels.clone().all(|label| small(before, label)))
            && labels.clone().all(|label| labels.clone().any(|other| stands_in(other, label)));
        let score = |before, label| {
            let score = Some(transitions.score(before, label)).filter(|_| allows(before, label));
            score.and_then(|score| i16::try_from(score).ok()).unwrap_or(FLOOR)
        };
        fits.then(|| Self {
            labels: labels.len(),
            start: core::array::from_fn(|label| score(None, label)),
            after: core::array::from_fn(|at| core::array::from_fn(|to| score(Some(at), to))),
            before: core::array::from_fn(|to| core::array::from_fn(|at| score(Some(at), to))),
        })
    }

    /// Whether the scores of the labels are small enough.
    pub(crate) fn takes(&self, rows: &[[i32; LANES]]) -> bool {
        let mut all = [0; LANES];
        for row in rows {
            for (all, score) in all.iter_mut().zip(row) {
                // As many bits as the score has.
                *all |= *score ^ (*score >> 31);
            }
        }
        all.iter().take(self.labels).all(|bits| *bits < MOST_SCORE)
    }

    /// Writes the best labels behind `labels` and gives what they score; `ways` is memory to use.
    pub(crate) fn decode(
        &self,
        rows: &[[i32; LANES]],
        ways: &mut Vec<Lane>,
        labels: &mut Vec<u16>,
    ) -> i64 {
        ways.clear();
        ways.reserve(rows.len());
        let (mut next, mut sum) = (self.start, 0);
        for row in rows {
            let (best, most) = settled(next, row);
            sum += i64::from(most);
            ways.push(best);
            next = [i16::MIN; LANES];
            for (best, after) in best.iter().zip(&self.after) {
                for (next, transition) in next.iter_mut().zip(after) {
                    *next = (*next).max(best + transition);
                }
            }
        }
        let Some((last, ways)) = ways.split_last() else { return 0 };
        let mut label = first_of(*last);
        labels.push(label as u16);
        for best in ways.iter().rev() {
            let mut sums = self.before.get(label).copied().unwrap_or([FLOOR; LANES]);
            sums.iter_mut().zip(best).for_each(|(sum, best)| *sum += best);
            label = first_of(sums);
            labels.push(label as u16);
        }
        labels.reverse();
        sum
    }
}

/// The ways to the labels with the scores of an item, the best of them zero, and what that was.
#[inline]
fn settled(mut ways: Lane, scores: &[i32; LANES]) -> (Lane, i16) {
    for (way, score) in ways.iter_mut().zip(scores) {
        let score = (*score).clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        *way = way.saturating_add(score);
    }
    let most = most(ways);
    (ways.map(|way| way.saturating_sub(most).max(FLOOR)), most)
}

#[inline]
fn most(lane: Lane) -> i16 {
    lane.into_iter().fold(i16::MIN, i16::max)
}

/// The first of the labels that have most, without a branch that nobody guesses.
#[inline]
fn first_of(lane: Lane) -> usize {
    let most = most(lane);
    let numbers: Lane = core::array::from_fn(|label| label as i16);
    let places = lane.iter().zip(numbers).map(|(sum, at)| if *sum == most { at } else { i16::MAX });
    places.fold(i16::MAX, i16::min) as usize
}

#[cfg(test)]
mod tests {
    use crate::sequence::{Constraints, Path, Scores, Transitions};
    use proptest::prelude::*;

    /// Numbers up to `most` from zero, the outermost ones often.
    fn number(most: i32) -> impl Strategy<Value = i32> {
        prop_oneof![-most..=most, -2..=2i32, Just(most), Just(-most)]
    }

    proptest! {
        #[test]
        fn small_numbers_find_what_large_ones_find(
            kinds in 0usize..4,
            transitions in prop::collection::vec(number(2047), 56),
            rows in prop::collection::vec(prop::collection::vec(number(4095), 7), 1..20),
        ) {
            let names = ["O", "B-a", "I-a", "B-b", "I-b", "B-c", "I-c"];
            let constraints = Constraints::bio(names.get(..1 + 2 * kinds).unwrap());
            let narrow = Transitions::from_scores(&constraints, transitions.into_iter().map(i64::from));
            prop_assert!(narrow.is_narrow());
            let wide = narrow.clone().without_narrow();
            let mut scores = Scores::new(1 + 2 * kinds);
            rows.iter().for_each(|row| scores.push(row));
            let (mut path, mut other) = (Path::new(), Path::new());
            prop_assert_eq!(narrow.decode(&scores, &mut path), wide.decode(&scores, &mut other));
            prop_assert_eq!(path.score(), other.score());
        }
    }

    #[test]
    fn a_label_without_a_stand_in_needs_large_numbers() {
        let mut constraints = Constraints::none(3);
        assert!(Transitions::new(&constraints).is_narrow());
        constraints.forbid(Some(0), 1);
        assert!(Transitions::new(&constraints).is_narrow());
        constraints.forbid(Some(1), 2);
        constraints.forbid(Some(1), 0);
        constraints.forbid(Some(2), 1);
        constraints.forbid(Some(2), 0);
        assert!(!Transitions::new(&constraints).is_narrow());
    }
}
