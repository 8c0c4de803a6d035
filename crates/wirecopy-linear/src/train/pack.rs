//! From trained weights to the table of a model: rounding to one byte, and the layout.

use super::report::Report;
use super::vocabulary::Vocabulary;
use crate::weights::{Layout, SLOTS, insert};

/// How full a checked table is, in percent. Fuller ones are smaller, and send more lookups on to a
/// second bucket: of full buckets of seven every tenth passes a row on.
const LOAD: usize = 66;

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

/// The rows that hold a weight, in buckets; as many buckets as it takes.
fn checked(rounded: &[i8], labels: usize, features: &[u32]) -> (Layout, Vec<u8>) {
    let rows = rounded.chunks_exact(labels).zip(features);
    let kept: Vec<(&[i8], u32)> = rows
        .filter(|(row, _)| row.iter().any(|byte| *byte != 0))
        .map(|(row, feature)| (row, *feature))
        .collect();
    let mut buckets = (kept.len() * 100).div_ceil(LOAD * SLOTS).max(1) as u32;
    loop {
        if let Some(table) = fill(&kept, labels, buckets) {
            return (Layout::Checked { buckets }, table);
        }
        buckets += buckets / 16 + 1;
    }
}

/// A table of that many buckets, if everything finds room. Of two features with one bucket and check
/// the second is left out: one in about 2^17.
fn fill(rows: &[(&[i8], u32)], labels: usize, buckets: u32) -> Option<Vec<u8>> {
    let mut table = vec![0; Layout::Checked { buckets }.size(labels)?];
    let all = rows.iter().all(|(row, feature)| insert(&mut table, buckets, *feature, row));
    all.then_some(table)
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
            assert!(right.count() + 1 >= count, "{count} features");
            let strangers = (0..10_000).filter(|atom| table.weight(feature(2, &[*atom]), 2) != 0);
            assert!(strangers.count() <= 10, "{count} features");
            assert_eq!(report.rows_kept, count);
        }
    }
}
