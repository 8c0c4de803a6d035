//! Tables of one-byte weights, read where they lie.
//!
//! Two layouts. A *hashed* table has 2^bits rows and every feature has one, shared with others by
//! chance: small for models with many labels, whose rows are nearly empty. A *checked* table keeps
//! only features that training kept, each with sixteen bits that tell it from others, so a feature
//! that training never saw adds nothing: better where few labels share dense rows.
//!
//! A checked table is cut into buckets of eight cells: rows in seven of them, and what tells the rows
//! apart in the last. With up to seven labels a bucket is one line of a processor's cache, since a
//! lookup costs little but the wait for its line.
//!
//! | bytes of a bucket | what |
//! |---|---|
//! | seven cells | a row each: one weight for each label, then zeros; the last byte is the upper half of the row's check |
//! | 7 bytes of the last cell | the lower halves of the checks, no two the same; zero where there is no row |
//! | the next byte | 1 if a row found no room here, else 0 |
//!
//! A row that finds no room lies in one of the next few buckets.

use alloc::borrow::Cow;
use core::fmt;

/// Rows of a bucket.
pub(crate) const SLOTS: usize = 7;
/// Bytes of a bucket's key, as its last cell begins: the lower checks and whether it was passed.
const KEY: usize = 8;
/// Buckets that are looked into, at most.
const PROBES: usize = 8;
/// Features that are looked up together. Their weights fit into a 16-bit sum.
const BLOCK: usize = 64;
/// Bits of the largest hashed table.
pub(crate) const MAX_BITS: u32 = 28;

/// How rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// 2^bits rows.
    Hashed { bits: u32 },
    /// Buckets of rows with checks.
    Checked { buckets: u32 },
}

impl Layout {
    /// Bytes of a table with rows for `labels` labels.
    pub(crate) fn size(self, labels: usize) -> Option<usize> {
        match self {
            Self::Hashed { bits } => 1usize.checked_shl(bits)?.checked_mul(self.stride(labels)),
            Self::Checked { buckets } => {
                (buckets as usize).checked_mul((SLOTS + 1) * self.stride(labels))
            }
        }
    }

    /// Bytes of a row, and of a cell, for `labels` labels: rounded up, so that the sums run in whole
    /// registers.
    pub(crate) fn stride(self, labels: usize) -> usize {
        match self {
            Self::Hashed { .. } => stride(labels),
            Self::Checked { .. } => stride(labels + 1).max(KEY),
        }
    }
}

/// `count` rounded up to what is summed in whole registers.
const fn stride(count: usize) -> usize {
    if count <= 16 { count.next_power_of_two() } else { count.next_multiple_of(16) }
}

/// The two bytes that tell a feature from others in its bucket; the first is not zero.
fn check(feature: u32) -> (u8, u8) {
    let [low, high, ..] = feature.to_le_bytes();
    (low.max(1), high)
}

/// Which of `count` buckets the search for a feature begins in.
#[inline]
fn first_bucket(feature: u32, count: u32) -> usize {
    ((u64::from(feature) * u64::from(count)) >> 32) as usize
}

/// The buckets that a feature may lie in, in order.
fn probes(feature: u32, count: u32) -> impl Iterator<Item = usize> {
    let (first, count) = (first_bucket(feature, count), count as usize);
    let all = (first..first + PROBES.min(count)).map(move |index| (index, count));
    all.map(|(index, count)| if index < count { index } else { index - count })
}

/// The slot of a bucket whose lower check is that of the feature, if there is one. All are compared
/// at once: no loop, no branch to guess.
#[inline]
fn slot(key: u64, low: u8) -> Option<usize> {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHS: u64 = (ONES << 7) & (u64::MAX >> 8);
    let differ = key ^ (ONES * u64::from(low));
    // The lowest byte that is zero has its high bit set here, and no byte below it.
    let zero = differ.wrapping_sub(ONES) & !differ & HIGHS;
    (zero != 0).then_some(zero.trailing_zeros() as usize / 8)
}

/// Whether a row found no room in the bucket with this key.
#[inline]
fn was_passed(key: u64) -> bool {
    key >> 56 != 0
}

/// The row of a feature in a checked table of `count` buckets whose cells have `stride` bytes.
fn find(table: &[u8], count: u32, stride: usize, feature: u32) -> Option<&[u8]> {
    let (low, high) = check(feature);
    for bucket in probes(feature, count) {
        let bucket = table.chunks_exact((SLOTS + 1) * stride).nth(bucket)?;
        let mut cells = bucket.chunks_exact(stride);
        let key = u64::from_le_bytes(*cells.clone().next_back()?.first_chunk()?);
        let row = slot(key, low).and_then(|slot| cells.nth(slot));
        let row = row.filter(|row| row.last() == Some(&high));
        if row.is_some() || !was_passed(key) {
            return row;
        }
    }
    None
}

/// The rows of `features`, at most [`BLOCK`] of them, in a checked table of `count` buckets; zeros for
/// features that have none. Only lookups that go on to a second bucket are branches to guess.
#[inline]
fn find_all<'t, const N: usize>(
    table: &'t [u8],
    count: u32,
    features: &[u32],
    rows: &mut [&'t [u8; N]; BLOCK],
) {
    let (cells, _) = table.as_chunks::<N>();
    let (buckets, _) = cells.as_chunks::<{ SLOTS + 1 }>();
    let bucket = |feature: u32| buckets.get(first_bucket(feature, count));
    // All lines are asked for before the first is looked at: one wait, not many.
    let mut keys = [0; BLOCK];
    for (key, feature) in keys.iter_mut().zip(features) {
        let cell = bucket(*feature).and_then(|[.., cell]| cell.first_chunk());
        *key = cell.map_or(0, |key| u64::from_le_bytes(*key));
    }
    let mut further = 0u64;
    for (at, ((row, key), feature)) in rows.iter_mut().zip(&keys).zip(features).enumerate() {
        let (low, high) = check(*feature);
        let slot = slot(*key, low);
        let near = bucket(*feature).and_then(|cells| cells.get(slot.unwrap_or(SLOTS)));
        let near = near.unwrap_or(&[0; N]);
        let found = slot.is_some() & (near.last() == Some(&high));
        *row = if found { near } else { &[0; N] };
        further |= u64::from(!found & was_passed(*key)) << at;
    }
    while further != 0 {
        let at = further.trailing_zeros() as usize;
        further &= further - 1;
        let feature = features.get(at).copied().unwrap_or(0);
        let found = find(table, count, N, feature).and_then(|row| row.first_chunk());
        if let (Some(found), Some(row)) = (found, rows.get_mut(at)) {
            *row = found;
        }
    }
}

/// Writes a row into a checked table with `count` buckets, unless another row has the same bucket and
/// check. Whether there was room.
#[cfg(feature = "train")]
pub(crate) fn insert(table: &mut [u8], count: u32, feature: u32, weights: &[i8]) -> bool {
    let (low, high) = check(feature);
    let size = table.len() / count.max(1) as usize;
    for bucket in probes(feature, count) {
        let Some(bucket) = table.get_mut(bucket * size..(bucket + 1) * size) else { return false };
        let (cells, key) = bucket.split_at_mut(size / (SLOTS + 1) * SLOTS);
        let Some([lows @ .., passed]) = key.first_chunk_mut::<KEY>() else { return false };
        let mut slots = cells.chunks_exact_mut(size / (SLOTS + 1)).zip(lows);
        match slots.find(|(_, key)| **key == 0 || **key == low) {
            Some((row, key)) if *key == 0 => {
                *key = low;
                let bytes = weights.iter().map(|weight| weight.to_ne_bytes()[0]);
                row.iter_mut().zip(bytes).for_each(|(cell, weight)| *cell = weight);
                if let Some(last) = row.last_mut() {
                    *last = high;
                }
                return true;
            }
            Some((row, _)) if row.last() == Some(&high) => return true,
            _ => *passed = 1,
        }
    }
    false
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
        match self.layout.stride(self.labels) {
            1 => self.add_rows::<1>(features, sums),
            2 => self.add_rows::<2>(features, sums),
            4 => self.add_rows::<4>(features, sums),
            8 => self.add_rows::<8>(features, sums),
            16 => self.add_rows::<16>(features, sums),
            32 => self.add_rows::<32>(features, sums),
            48 => self.add_rows::<48>(features, sums),
            64 => self.add_rows::<64>(features, sums),
            _ => self.add_long_rows(features, sums),
        }
    }

    fn add_rows<const N: usize>(&self, features: &[u32], sums: &mut [i32]) {
        let table = self.table();
        for block in features.chunks(BLOCK) {
            let mut rows = [&[0; N]; BLOCK];
            match self.layout {
                Layout::Hashed { bits } => {
                    let (all, _) = table.as_chunks();
                    for (row, feature) in rows.iter_mut().zip(block) {
                        *row = all.get(hashed_row(*feature, bits)).unwrap_or(&[0; N]);
                    }
                }
                Layout::Checked { buckets } => find_all(table, buckets, block, &mut rows),
            }
            let mut narrow = [0i16; N];
            for row in rows.iter().take(block.len()) {
                for (sum, weight) in narrow.iter_mut().zip(row.iter()) {
                    *sum += i16::from(i8::from_ne_bytes([*weight]));
                }
            }
            for (sum, narrow) in sums.iter_mut().zip(narrow) {
                *sum = sum.wrapping_add(i32::from(narrow));
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
            Layout::Checked { buckets } => find(table, buckets, stride, feature),
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
