//! What models learn from.

use super::vocabulary::Vocabulary;
use crate::features::Features;

/// Sequences with the right label of each item, for [`Crf`](super::Crf).
#[derive(Debug, Clone, Default)]
pub struct Sequences {
    pub(crate) features: Features,
    pub(crate) labels: Vec<u16>,
    /// Where each sequence ends, in items.
    ends: Vec<usize>,
}

impl Sequences {
    /// No sequences.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sequence: a row of features and a label for each item. An empty one is passed over; of
    /// a pair of unlike length, what is too much is left out.
    pub fn push(&mut self, features: &Features, labels: &[u16]) {
        let before = self.labels.len();
        for (row, label) in features.rows().zip(labels) {
            self.features.add_ids(row);
            self.features.end_row();
            self.labels.push(*label);
        }
        if self.labels.len() > before {
            self.ends.push(self.labels.len());
        }
    }

    /// Number of sequences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Number of items in all sequences.
    #[must_use]
    pub fn items(&self) -> usize {
        self.labels.len()
    }

    pub(crate) fn ranges(&self) -> Vec<core::ops::Range<usize>> {
        ranges(&self.ends)
    }
}

/// Choices among candidates, with those that are right, for
/// [`ConditionalLogit`](super::ConditionalLogit).
#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub(crate) features: Features,
    /// Whether each candidate is right.
    pub(crate) right: Vec<bool>,
    /// Where each choice ends, in candidates.
    ends: Vec<usize>,
}

impl Choices {
    /// No choices.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a choice: a row of features for each candidate, and which are right (one, or several that
    /// will all do). A choice where none or all are right teaches nothing and is passed over.
    pub fn push(&mut self, candidates: &Features, right: &[usize]) {
        let count = right.iter().filter(|index| **index < candidates.len()).count();
        if count == 0 || count == candidates.len() {
            return;
        }
        for (index, row) in candidates.rows().enumerate() {
            self.features.add_ids(row);
            self.features.end_row();
            self.right.push(right.contains(&index));
        }
        self.ends.push(self.right.len());
    }

    /// Number of choices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(crate) fn ranges(&self) -> Vec<core::ops::Range<usize>> {
        ranges(&self.ends)
    }
}

fn ranges(ends: &[usize]) -> Vec<core::ops::Range<usize>> {
    let starts = core::iter::once(&0).chain(ends);
    starts.zip(ends).map(|(start, end)| *start..*end).collect()
}

/// Rows of features as rows of a table, so that training looks nothing up.
#[derive(Debug)]
pub(crate) struct Rows {
    slots: Vec<u32>,
    ends: Vec<usize>,
}

impl Rows {
    pub(crate) fn new(features: &Features, vocabulary: &Vocabulary) -> Self {
        let mut rows = Self { slots: Vec::new(), ends: Vec::with_capacity(features.len()) };
        for row in features.rows() {
            rows.slots.extend(row.iter().filter_map(|feature| vocabulary.row(*feature)));
            rows.ends.push(rows.slots.len());
        }
        rows
    }

    pub(crate) fn row(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(row).copied().unwrap_or(0);
        self.slots.get(start.unwrap_or(0)..end).unwrap_or(&[])
    }
}
