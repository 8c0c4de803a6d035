//! Tables of one-byte weights, read where they lie.
//!
//! Two layouts. A *hashed* table has 2^bits rows and every feature has one, shared with others by
//! chance: small for models with many labels, whose rows are nearly empty. A *checked* table keeps
//! only features that training kept, each with sixteen bits that tell it from others, so a feature
//! that training never saw adds nothing: better where few labels share dense rows. Rows of a checked
//! table lie in buckets of eight; what does not fit into a bucket lies in one of the next few.

use alloc::borrow::Cow;
use core::fmt;
use core::ops::Range;

/// Slots of a bucket.
pub(crate) const SLOTS: usize = 8;
/// Buckets that are looked into, at most.
pub(crate) const PROBES: usize = 8;
/// Bytes of a bucket's checks.
const CHECKS: usize = 2 * SLOTS;
/// Features whose weights fit into a 16-bit sum: 256 · 128 = 2^15.
const BLOCK: usize = 256;
/// Bits of the largest hashed table.
pub(crate) const MAX_BITS: u32 = 28;

/// How rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// 2^bits rows.
    Hashed { bits: u32 },
    /// Buckets of [`SLOTS`] rows.
    Checked { buckets: u32 },
}

impl Layout {
    /// Bytes of a table with rows of `stride` bytes.
    pub(crate) fn size(self, stride: usize) -> Option<usize> {
        match self {
            Self::Hashed { bits } => 1usize.checked_shl(bits)?.checked_mul(stride),
            Self::Checked { buckets } => (buckets as usize).checked_mul(CHECKS + SLOTS * stride),
        }
    }
}

/// Bytes of a row for `labels` labels: rounded up, so that the sums run in whole registers.
pub(crate) const fn stride(labels: usize) -> usize {
    if labels <= 16 { labels.next_power_of_two() } else { labels.next_multiple_of(16) }
}

/// The check of a feature; zero means an empty slot.
pub(crate) fn check(feature: u32) -> u16 {
    (feature as u16).max(1)
}

/// The bucket in which the search for a feature begins.
fn first_bucket(feature: u32, buckets: usize) -> usize {
    ((u64::from(feature) * buckets as u64) >> 32) as usize
}

/// The buckets that a feature may lie in, in order, as byte ranges of the table.
pub(crate) fn probes(
    feature: u32,
    buckets: u32,
    stride: usize,
) -> impl Iterator<Item = Range<usize>> {
    let size = CHECKS + SLOTS * stride;
    let buckets = buckets as usize;
    let first = first_bucket(feature, buckets);
    (first..first + PROBES.min(buckets)).map(move |bucket| {
        let bucket = if bucket < buckets { bucket } else { bucket - buckets };
        bucket * size..(bucket + 1) * size
    })
}

/// The bytes of row `slot` within a bucket.
pub(crate) fn slot_row(slot: usize, stride: usize) -> Range<usize> {
    CHECKS + slot * stride..CHECKS + (slot + 1) * stride
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
        match stride(self.labels) {
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
        match self.layout {
            Layout::Hashed { bits } => {
                let (rows, _) = table.as_chunks::<N>();
                let row = |feature| rows.get(hashed_row(feature, bits));
                add_all(features, row, sums);
            }
            Layout::Checked { buckets } => {
                let row = |feature| checked_row(table, buckets, N, feature)?.first_chunk::<N>();
                add_all(features, row, sums);
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
        let stride = stride(self.labels);
        match self.layout {
            Layout::Hashed { bits } => {
                let start = hashed_row(feature, bits) * stride;
                self.table().get(start..start + stride).unwrap_or(&[])
            }
            Layout::Checked { buckets } => {
                checked_row(self.table(), buckets, stride, feature).unwrap_or(&[])
            }
        }
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

/// The row of a feature in a checked table.
#[inline]
fn checked_row(table: &[u8], buckets: u32, stride: usize, feature: u32) -> Option<&[u8]> {
    let wanted = check(feature);
    for place in probes(feature, buckets, stride) {
        let bucket = table.get(place)?;
        let checks = u128::from_le_bytes(*bucket.first_chunk()?);
        if let Some(slot) = find(checks, wanted) {
            return bucket.get(slot_row(slot, stride));
        }
        // A bucket with room was never passed over; it is filled from the first slot.
        if checks >> (16 * (SLOTS - 1)) == 0 {
            return None;
        }
    }
    None
}

/// The slot whose check is `wanted`, all eight compared at once: no loop, no branch to guess.
#[inline]
fn find(checks: u128, wanted: u16) -> Option<usize> {
    const ONES: u128 = u128::MAX / 0xFFFF;
    const HIGHS: u128 = ONES << 15;
    let differ = checks ^ (ONES * u128::from(wanted));
    // The lowest lane that is zero has its high bit set here, and no lane below it.
    let zero = differ.wrapping_sub(ONES) & !differ & HIGHS;
    (zero != 0).then_some(zero.trailing_zeros() as usize / 16)
}

/// Sums the rows of `features`, in 16 bits as long as that is exact.
#[inline]
fn add_all<'t, const N: usize>(
    features: &[u32],
    row: impl Fn(u32) -> Option<&'t [u8; N]>,
    sums: &mut [i32],
) {
    for block in features.chunks(BLOCK) {
        let mut narrow = [0i16; N];
        for row in block.iter().filter_map(|feature| row(*feature)) {
            for (sum, weight) in narrow.iter_mut().zip(row) {
                *sum += i16::from(i8::from_ne_bytes([*weight]));
            }
        }
        for (sum, narrow) in sums.iter_mut().zip(narrow) {
            *sum = sum.wrapping_add(i32::from(narrow));
        }
    }
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
            let size = layout.size(stride(labels)).unwrap();
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
