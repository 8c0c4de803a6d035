//! Which features get weights, and where.

use crate::hash::mix;
use crate::weights::{MAX_BITS, hashed_row};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// How the table of a model is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// 2^bits rows, at most 2^28. Features share rows by chance, and those that training never saw
    /// have one as well. For many labels, or to bound the size beforehand.
    Hashed {
        /// The binary logarithm of the number of rows.
        bits: u32,
    },
    /// A row for each feature that stands in the examples at least `min_count` times and keeps a
    /// weight; none for any other. For few labels, and wherever accuracy comes first.
    Checked {
        /// How often a feature must be seen.
        min_count: u32,
    },
}

/// A hash of 32-bit feature numbers, the same in every run.
#[derive(Debug, Default, Clone)]
struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = mix(self.0, u64::from(*byte));
        }
    }

    fn write_u32(&mut self, id: u32) {
        self.0 = mix(self.0, u64::from(id));
    }
}

type Map = HashMap<u32, u32, BuildHasherDefault<IdHasher>>;

/// The features that get weights, each with the number of its row.
#[derive(Debug, Clone)]
pub struct Vocabulary(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Hashed(u32),
    /// Features in order, and the place of each.
    Known(Vec<u32>, Map),
}

impl Vocabulary {
    /// All features, in 2^`bits` rows.
    #[must_use]
    pub fn hashed(bits: u32) -> Self {
        Self(Kind::Hashed(bits.min(MAX_BITS)))
    }

    /// The features that stand in `rows` at least `min_count` times.
    #[must_use]
    pub fn counted<'r>(rows: impl Iterator<Item = &'r [u32]>, min_count: u32) -> Self {
        let mut counts = Map::default();
        for feature in rows.flatten() {
            let count = counts.entry(*feature).or_insert(0);
            *count = count.saturating_add(1);
        }
        let kept = counts.into_iter().filter(|(_, count)| *count >= min_count);
        let mut features: Vec<u32> = kept.map(|(feature, _)| feature).collect();
        features.sort_unstable();
        let places = features.iter().enumerate().map(|(place, id)| (*id, place as u32)).collect();
        Self(Kind::Known(features, places))
    }

    /// What `table` asks for, given the rows of the examples.
    pub(crate) fn of<'r>(table: Table, rows: impl Iterator<Item = &'r [u32]>) -> Self {
        match table {
            Table::Hashed { bits } => Self::hashed(bits),
            Table::Checked { min_count } => Self::counted(rows, min_count),
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Hashed(bits) => 1 << bits,
            Kind::Known(features, _) => features.len(),
        }
    }

    /// Whether no feature gets weights.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of a feature, if it has one.
    #[inline]
    #[must_use]
    pub fn row(&self, feature: u32) -> Option<u32> {
        match &self.0 {
            Kind::Hashed(bits) => Some(hashed_row(feature, *bits) as u32),
            Kind::Known(_, places) => places.get(&feature).copied(),
        }
    }

    /// Bits of a hashed table; the features in order of a checked one.
    pub(crate) fn layout(&self) -> Result<u32, &[u32]> {
        match &self.0 {
            Kind::Hashed(bits) => Ok(*bits),
            Kind::Known(features, _) => Err(features),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_features_have_no_row() {
        let rows = [&[9, 7, 7][..], &[9, 5]];
        let vocabulary = Vocabulary::counted(rows.into_iter(), 2);
        assert_eq!([5, 7, 9].map(|id| vocabulary.row(id)), [None, Some(0), Some(1)]);
        assert_eq!(Vocabulary::hashed(4).row(u32::MAX), Some(15));
    }
}
