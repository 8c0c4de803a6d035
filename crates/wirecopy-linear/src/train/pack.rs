//! From trained weights to the table of a model: rounding to one byte, and the layout.

use super::report::Report;
use super::vocabulary::Vocabulary;
use crate::weights::{Layout, group_count, group_of, row_of, write_checked};

/// How full a checked table is, in percent. Fuller ones are smaller, and sooner find no hash for a
/// group.
const LOAD: usize = 90;
/// A table this many times as long as its rows is given up: features that still meet are left out.
const LONGEST: usize = 64;

/// Trained weights: for each row of the vocabulary `width` numbers, the labels first.
#[derive(Debug)]
pub(crate) struct Trained<'w> {
    pub(crate) weights: &'w [f32],
    pub(crate) width: usize,
    pub(crate) labels: usize,
}

/// A table ready to be written.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) layout: Layout,
    pub(crate) table: Vec<u8>,
    /// What a weight of one is in the table.
    pub(crate) unit: f32,
}

impl Trained<'_> {
    fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.weights.chunks_exact(self.width).map(|row| row.get(..self.labels).unwrap_or(row))
    }

    /// Rounds and lays out, and notes in `report` what that did.
    pub(crate) fn pack(&self, vocabulary: &Vocabulary, report: &mut Report) -> Packed {
        let unit = self.unit();
        let (mut square_error, mut trained) = (0.0, 0usize);
        let mut rounded = Vec::with_capacity(self.rows().count() * self.labels);
        report.rows = vocabulary.len();
        for row in self.rows() {
            let start = rounded.len();
            for weight in row {
                let exact = weight * unit;
                let byte = round(exact);
                let error = f64::from(weight - f32::from(byte) / unit);
                square_error += error * error;
                trained += usize::from(*weight != 0.0);
                report.weights += usize::from(byte != 0);
                report.clipped += usize::from(exact.abs() > 127.5);
                rounded.push(byte);
            }
            let kept = rounded.get(start..).is_some_and(|row| row.iter().any(|byte| *byte != 0));
            report.rows_kept += usize::from(kept);
        }
        report.unit = unit;
        report.rounding = (square_error / trained.max(1) as f64).sqrt() as f32;
        let (layout, table) = match vocabulary.layout() {
            Ok(bits) => {
                let layout = Layout::Hashed { bits };
                (layout, hashed(&rounded, self.labels, layout.stride(self.labels)))
            }
            Err(features) => checked(&rounded, self.labels, features),
        };
        Packed { layout, table, unit }
    }

    /// The scale with the least squared error of rounding, among those that clip more and more.
    fn unit(&self) -> f32 {
        const STEP: f32 = 0.85;
        const STEPS: usize = 16;
        let largest = self.rows().flatten().fold(0.0f32, |most, weight| most.max(weight.abs()));
        if largest <= 0.0 {
            return 1.0;
        }
        let mut best = (f64::INFINITY, 1.0);
        let mut clip = largest;
        for _ in 0..STEPS {
            let unit = 127.0 / clip;
            let errors = self
                .rows()
                .flatten()
                .map(|weight| f64::from(weight - f32::from(round(weight * unit)) / unit));
            let error = errors.map(|error| error * error).sum::<f64>();
            if error < best.0 {
                best = (error, unit);
            }
            clip *= STEP;
        }
        best.1
    }
}

fn round(exact: f32) -> i8 {
    exact.round().clamp(-127.0, 127.0) as i8
}

/// The rows one after the other.
fn hashed(rounded: &[i8], labels: usize, stride: usize) -> Vec<u8> {
    let mut table = Vec::with_capacity(rounded.len() / labels * stride);
    for row in rounded.chunks_exact(labels) {
        let end = table.len() + stride;
        table.extend(row.iter().map(|byte| byte.to_ne_bytes()[0]));
        table.resize(end, 0);
    }
    table
}

/// The rows that hold a weight, each where it meets no other; as many rows as it takes.
fn checked(rounded: &[i8], labels: usize, features: &[u32]) -> (Layout, Vec<u8>) {
    let rows = rounded.chunks_exact(labels).zip(features);
    let kept: Vec<(&[i8], u32)> = rows
        .filter(|(row, _)| row.iter().any(|byte| *byte != 0))
        .map(|(row, feature)| (row, *feature))
        .collect();
    let mut rows = ((kept.len() * 100).div_ceil(LOAD)).max(1) as u32;
    loop {
        let (hashes, all) = hashes(&kept, rows);
        if all || rows as usize > kept.len() * LONGEST {
            return (Layout::Checked { rows }, write_checked(rows, &hashes, &kept, labels));
        }
        rows += rows / 32 + 1;
    }
}

/// The number of a hash for each group, the largest groups first, so that no two features have the
/// same row; and whether there is one for each group.
fn hashes(kept: &[(&[i8], u32)], rows: u32) -> (Vec<u8>, bool) {
    let mut groups = vec![Vec::new(); group_count(rows) as usize];
    for (_, feature) in kept {
        if let Some(group) = groups.get_mut(group_of(*feature, rows)) {
            group.push(*feature);
        }
    }
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|group| groups.get(*group).map_or(0, |group| usize::MAX - group.len()));
    let (mut taken, mut hashes) = (vec![false; rows as usize], vec![0; groups.len()]);
    let mut places = Vec::new();
    for number in order {
        let group = groups.get(number).map_or(&[][..], Vec::as_slice);
        let hash = (0..=u8::MAX).find(|hash| {
            places.clear();
            places.extend(group.iter().map(|feature| row_of(*feature, *hash, rows)));
            places.sort_unstable();
            places.windows(2).all(|pair| pair.first() != pair.last())
                && places.iter().all(|place| taken.get(*place) == Some(&false))
        });
        let Some(hash) = hash else { return (hashes, false) };
        for place in &places {
            taken.get_mut(*place).into_iter().for_each(|taken| *taken = true);
        }
        hashes.get_mut(number).into_iter().for_each(|to| *to = hash);
    }
    (hashes, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::feature;
    use crate::weights::Weights;

    #[test]
    fn a_checked_table_knows_its_features_and_no_others() {
        for count in [0usize, 1, 7, 100, 5000] {
            let ids: Vec<u32> = (0..count as u64).map(|atom| feature(1, &[atom])).collect();
            let vocabulary = Vocabulary::counted([&ids[..]].into_iter(), 1);
            let mut weights = vec![0.0; vocabulary.len() * 8];
            for id in &ids {
                let row = vocabulary.row(*id).unwrap() as usize;
                weights[row * 8 + 2] = (id % 100) as f32 + 1.0;
            }
            let trained = Trained { weights: &weights, width: 8, labels: 3 };
            let mut report = Report::default();
            let packed = trained.pack(&vocabulary, &mut report);
            assert_eq!(Some(packed.table.len()), packed.layout.size(3));
            let table = Weights::new(packed.table.into(), 0, packed.layout, 3);
            let right = ids.iter().filter(|id| {
                let want = ((**id % 100 + 1) as f32 * packed.unit).round() as i32;
                table.weight(**id, 2) == want
            });
            assert_eq!(right.count(), count, "{count} features");
            let strangers = (0..10_000).filter(|atom| table.weight(feature(2, &[*atom]), 2) != 0);
            // One in 255 of those whose row is somebody's.
            assert!(strangers.count() <= 60, "{count} features");
            assert_eq!(report.rows_kept, count);
        }
    }
}
