//! Tables of one-byte weights, read where they lie.
//!
//! Two layouts. A *hashed* table has 2^bits rows and every feature has one, shared with others by
//! chance: small for models with many labels, whose rows are nearly empty. A *checked* table keeps
//! only features that training kept, each with a byte that tells it from others, so a feature
//! that training never saw adds nothing (but for one in 255): better where few labels share dense
//! rows.
//!
//! A checked table is a perfect hash (hash and displace; Belazzougui, Botelho and Dietzfelbinger
//! 2009): a feature belongs to a group, the group's byte chooses one of 256 hashes, and under that hash
//! each feature of the group has a row of its own. So a lookup is two loads, with nothing to search
//! and no branch to guess; with seven labels a row is eight bytes, and nine in ten are used.
//!
//! | bytes of a checked table | what |
//! |---|---|
//! | a byte for each group, then zeros up to a multiple of 64 | the number of its hash |
//! | the rows | one weight for each label, then zeros; the last byte is the check, zero if nobody's |

use alloc::borrow::Cow;
use core::hint::select_unpredictable;
use core::{fmt, iter};

/// Rows that share a group, on average.
const GROUP: usize = 3;
/// The rows of a checked table begin at a multiple of this after its groups.
const ALIGNMENT: usize = 64;
/// Smallest row of a checked table.
const SMALLEST: usize = 8;
/// Rows whose weights fit into a 16-bit sum.
const BLOCK: usize = 256;
/// Bits of the largest hashed table.
pub(crate) const MAX_BITS: u32 = 28;

/// How rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// 2^bits rows.
    Hashed { bits: u32 },
    /// Rows with checks.
    Checked { rows: u32 },
}

impl Layout {
    /// Bytes of a table with rows for `labels` labels.
    pub(crate) fn size(self, labels: usize) -> Option<usize> {
        match self {
            Self::Hashed { bits } => 1usize.checked_shl(bits)?.checked_mul(self.stride(labels)),
            Self::Checked { rows } => {
                let size = (rows as usize).checked_mul(self.stride(labels))?;
                size.checked_add(groups_size(rows))
            }
        }
    }

    /// Bytes of a row for `labels` labels: rounded up, so that the sums run in whole registers.
    pub(crate) fn stride(self, labels: usize) -> usize {
        match self {
            Self::Hashed { .. } => stride(labels),
            Self::Checked { .. } => stride(labels + 1).max(SMALLEST),
        }
    }
}

/// `count` rounded up to what is summed in whole registers.
const fn stride(count: usize) -> usize {
    if count <= 16 { count.next_power_of_two() } else { count.next_multiple_of(16) }
}

/// The byte that tells a feature from others in its row; never zero.
#[inline]
fn check(feature: u32) -> u8 {
    let [low, ..] = feature.to_le_bytes();
    low.max(1)
}

/// `number` of 32 bits, scaled to below `count`.
#[inline]
fn scale(number: u32, count: u32) -> usize {
    ((u64::from(number) * u64::from(count)) >> 32) as usize
}

/// Groups of a checked table with that many rows.
#[inline]
pub(crate) const fn group_count(rows: u32) -> u32 {
    rows / GROUP as u32 + 1
}

/// Bytes of the groups, with what stands behind them.
const fn groups_size(rows: u32) -> usize {
    (group_count(rows) as usize).next_multiple_of(ALIGNMENT)
}

/// The group of a feature in a checked table.
#[inline]
pub(crate) fn group_of(feature: u32, rows: u32) -> usize {
    scale(feature, group_count(rows))
}

/// The row of a feature under hash number `hash`.
#[inline]
pub(crate) fn row_of(feature: u32, hash: u8, rows: u32) -> usize {
    // Odd multipliers with nothing up their sleeves: the golden ratio and steps of the root of two.
    let multiplier = 0x9E37_79B9_u32.wrapping_add(u32::from(hash).wrapping_mul(0x6A09_E668));
    scale(feature.wrapping_mul(multiplier), rows)
}

/// A checked table of `row_count` rows: the numbers of hashes, and the rows of `N` bytes.
#[derive(Clone, Copy)]
struct Checked<'t, const N: usize> {
    hashes: &'t [u8],
    rows: &'t [[u8; N]],
    row_count: u32,
}

impl<'t, const N: usize> Checked<'t, N> {
    fn new(table: &'t [u8], row_count: u32) -> Self {
        let (hashes, rows) = table.split_at_checked(groups_size(row_count)).unwrap_or_default();
        Self { hashes, rows: rows.as_chunks().0, row_count }
    }

    /// The row of a feature; zeros if it has none.
    #[inline]
    fn row(&self, feature: u32) -> &'t [u8; N] {
        let hash = self.hashes.get(group_of(feature, self.row_count)).copied().unwrap_or(0);
        let row = self.rows.get(row_of(feature, hash, self.row_count)).unwrap_or(&[0; N]);
        // Whether training saw a feature is a coin toss that no processor guesses.
        select_unpredictable(row.last() == Some(&check(feature)), row, &[0; N])
    }
}

/// Writes a checked table: where the rows of `features` lie, and the number of each group's hash.
#[cfg(feature = "train")]
pub(crate) fn write_checked(
    rows: u32,
    hashes: &[u8],
    features: &[(&[i8], u32)],
    labels: usize,
) -> alloc::vec::Vec<u8> {
    let layout = Layout::Checked { rows };
    let (stride, groups) = (layout.stride(labels), groups_size(rows));
    let mut table = alloc::vec![0; groups + rows as usize * stride];
    table.iter_mut().zip(hashes).for_each(|(to, hash)| *to = *hash);
    for (weights, feature) in features {
        let hash = hashes.get(group_of(*feature, rows)).copied().unwrap_or(0);
        let start = groups + row_of(*feature, hash, rows) * stride;
        let Some(row) = table.get_mut(start..start + stride) else { continue };
        let bytes = weights.iter().map(|weight| weight.to_ne_bytes()[0]);
        row.iter_mut().zip(bytes).for_each(|(cell, weight)| *cell = weight);
        if let Some(last) = row.last_mut() {
            *last = check(*feature);
        }
    }
    table
}

/// A table in the bytes of a model.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Weights {
    bytes: Cow<'static, [u8]>,
    /// Where the table begins in the bytes.
    start: usize,
    layout: Layout,
    labels: usize,
}

impl fmt::Debug for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, {} labels, {} bytes", self.layout, self.labels, self.table().len())
    }
}

impl Weights {
    /// A table that begins at `start` in `bytes` and goes to their end; the caller has checked its
    /// size.
    pub(crate) fn new(
        bytes: Cow<'static, [u8]>,
        start: usize,
        layout: Layout,
        labels: usize,
    ) -> Self {
        Self { bytes, start, layout, labels }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn table(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or(&[])
    }

    /// Adds the weights of `features` to `sums`, one for each label.
    #[inline]
    pub(crate) fn add(&self, features: &[u32], sums: &mut [i32]) {
        self.add_each(iter::once((features, sums)));
    }

    /// Adds, for each item, the weights of its features to its sums, one for each label.
    #[inline]
    pub(crate) fn add_each<'i>(&self, items: impl Iterator<Item = (&'i [u32], &'i mut [i32])>) {
        match self.layout.stride(self.labels) {
            1 => self.add_rows::<1>(items),
            2 => self.add_rows::<2>(items),
            4 => self.add_rows::<4>(items),
            8 => self.add_rows::<8>(items),
            16 => self.add_rows::<16>(items),
            32 => self.add_rows::<32>(items),
            48 => self.add_rows::<48>(items),
            64 => self.add_rows::<64>(items),
            _ => items.for_each(|(features, sums)| self.add_long_rows(features, sums)),
        }
    }

    fn add_rows<'i, const N: usize>(
        &self,
        items: impl Iterator<Item = (&'i [u32], &'i mut [i32])>,
    ) {
        match self.layout {
            Layout::Hashed { bits } => {
                let (all, _) = self.table().as_chunks::<N>();
                let row = |id| all.get(hashed_row(id, bits)).unwrap_or(&[0; N]);
                items.for_each(|(features, sums)| add_all(features, sums, row));
            }
            Layout::Checked { rows } => {
                let table = Checked::<N>::new(self.table(), rows);
                items.for_each(|(features, sums)| add_all(features, sums, |id| table.row(id)));
            }
        }
    }

    fn add_long_rows(&self, features: &[u32], sums: &mut [i32]) {
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(self.row(*feature)) {
                *sum = sum.wrapping_add(weight_of(*weight));
            }
        }
    }

    /// The row of a feature; empty if it has none.
    fn row(&self, feature: u32) -> &[u8] {
        let (table, stride) = (self.table(), self.layout.stride(self.labels));
        let row = match self.layout {
            Layout::Hashed { bits } => {
                let start = hashed_row(feature, bits) * stride;
                table.get(start..start + stride)
            }
            Layout::Checked { rows } => {
                let (hashes, all) = table.split_at_checked(groups_size(rows)).unwrap_or_default();
                let hash = hashes.get(group_of(feature, rows)).copied().unwrap_or(0);
                let start = row_of(feature, hash, rows) * stride;
                let row = all.get(start..start + stride);
                row.filter(|row| row.last() == Some(&check(feature)))
            }
        };
        row.and_then(|row| row.get(..self.labels)).unwrap_or(&[])
    }

    /// The weight of a feature for a label.
    pub(crate) fn weight(&self, feature: u32, label: usize) -> i32 {
        if label >= self.labels {
            return 0;
        }
        self.row(feature).get(label).copied().map_or(0, weight_of)
    }
}

/// Adds the rows of `features` to `sums`.
#[inline]
fn add_all<'t, const N: usize>(
    features: &[u32],
    sums: &mut [i32],
    row_of: impl Fn(u32) -> &'t [u8; N],
) {
    for block in features.chunks(BLOCK) {
        let mut narrow = [0i16; N];
        for feature in block {
            for (sum, weight) in narrow.iter_mut().zip(row_of(*feature)) {
                *sum += i16::from(i8::from_ne_bytes([*weight]));
            }
        }
        for (sum, narrow) in sums.iter_mut().zip(narrow) {
            *sum = sum.wrapping_add(i32::from(narrow));
        }
    }
}

/// The row of a feature in a hashed table.
#[inline]
pub(crate) fn hashed_row(feature: u32, bits: u32) -> usize {
    (u64::from(feature) >> (32 - bits)) as usize
}

fn weight_of(byte: u8) -> i32 {
    i32::from(i8::from_ne_bytes([byte]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use alloc::vec::Vec;

    #[test]
    fn long_rows_and_short_rows_sum_the_same() {
        for labels in [1, 2, 3, 5, 9, 16, 17, 40, 64, 65, 100] {
            let layout = Layout::Hashed { bits: 4 };
            let size = layout.size(labels).unwrap();
            let bytes: Vec<u8> = (0..size).map(|i| (i * 89 % 251) as u8).collect();
            let weights = Weights::new(bytes.into(), 0, layout, labels);
            let features: Vec<u32> = (0..1000u32).map(|i| i.wrapping_mul(0x9E37_79B9)).collect();
            let mut got = vec![0; labels];
            weights.add(&features, &mut got);
            let want: Vec<i32> = (0..labels)
                .map(|label| features.iter().map(|f| weights.weight(*f, label)).sum())
                .collect();
            assert_eq!(got, want, "{labels} labels");
        }
    }
}
