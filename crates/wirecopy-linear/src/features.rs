//! Rows of features, one for each word, candidate or decision, in one reusable buffer.

use crate::hash::feature;
use alloc::vec::Vec;
use core::iter;

/// Features of several items: for each item a row of 32-bit [`feature`]s.
///
/// Make one, fill it for each sentence, [`clear`](Self::clear) it: nothing is allocated after the
/// first long sentence.
///
/// ```
/// use wirecopy_linear::{Features, hash_str};
///
/// let mut features = Features::new();
/// let words = ["Rain", "fell"].map(hash_str);
/// for (i, word) in words.iter().enumerate() {
///     features.add(0, &[]); // a bias
///     features.add(1, &[*word]);
///     if i > 0 {
///         features.add(2, &[words[i - 1], *word]);
///     }
///     features.end_row();
/// }
/// assert_eq!(features.len(), 2);
/// assert_eq!(features.row(1).len(), 3);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    ids: Vec<u32>,
    ends: Vec<usize>,
}

impl Features {
    /// No rows.
    #[must_use]
    pub const fn new() -> Self {
        Self { ids: Vec::new(), ends: Vec::new() }
    }

    /// Adds template `template` over `atoms` to the row that is being filled.
    #[inline]
    pub fn add(&mut self, template: u32, atoms: &[u64]) {
        self.ids.push(feature(template, atoms));
    }

    /// Adds a feature that was hashed before.
    #[inline]
    pub fn add_id(&mut self, id: u32) {
        self.ids.push(id);
    }

    /// Adds features that were hashed before.
    #[inline]
    pub fn add_ids(&mut self, ids: &[u32]) {
        self.ids.extend_from_slice(ids);
    }

    /// Ends the row that is being filled; the next feature begins a new one.
    #[inline]
    pub fn end_row(&mut self) {
        self.ends.push(self.ids.len());
    }

    /// Forgets all rows, keeps the memory.
    #[inline]
    pub fn clear(&mut self) {
        self.ids.clear();
        self.ends.clear();
    }

    /// Number of ended rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no row was ended.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The features of row `row`; none if there is no such row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(row).copied().unwrap_or(0);
        self.ids.get(start.unwrap_or(0)..end).unwrap_or(&[])
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        let starts = iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| self.ids.get(*start..*end).unwrap_or(&[]))
    }

    /// The features added since the last row ended.
    #[must_use]
    pub fn open_row(&self) -> &[u32] {
        let start = self.ends.last().copied().unwrap_or(0);
        self.ids.get(start..).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_what_was_added() {
        let mut features = Features::new();
        features.end_row();
        features.add_ids(&[1, 2]);
        features.end_row();
        features.add_id(3);
        assert_eq!(features.rows().collect::<Vec<_>>(), [&[][..], &[1, 2]]);
        assert_eq!([features.row(0), features.row(1), features.row(2)], [&[][..], &[1, 2], &[]]);
        assert_eq!(features.open_row(), [3]);
        features.clear();
        assert!(features.is_empty() && features.open_row().is_empty());
    }
}
