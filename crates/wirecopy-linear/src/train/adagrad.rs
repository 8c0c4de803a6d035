//! A table of weights that learns: AdaGrad steps, an L1 pull towards zero, an average over time.

/// Weights that are worked on together.
const LANES: usize = 8;
/// Where the sums of squares begin.
const FIRST_SQUARE: f32 = 1e-2;
/// A gradient that is smaller than this in sum changes nothing worth the time.
const NEGLIGIBLE: f32 = 1e-3;

/// Rows of weights, each beside its sums of squared gradients, so that both share a cache line.
#[derive(Debug)]
pub(crate) struct AdaGrad {
    /// Weights of a row, rounded up to whole lanes (but one alone stays one).
    width: usize,
    cells: Vec<f32>,
    rate: f32,
    l1: f32,
    /// Sum of the weights at each snapshot.
    sums: Vec<f32>,
    snapshots: u32,
}

impl AdaGrad {
    pub(crate) fn new(rows: usize, labels: usize, rate: f32, l1: f32) -> Self {
        let width = width(labels);
        let mut cells = vec![0.0; rows * 2 * width];
        for row in cells.chunks_exact_mut(2 * width) {
            row.iter_mut().skip(width).for_each(|square| *square = FIRST_SQUARE);
        }
        Self { width, cells, rate, l1, sums: vec![0.0; rows * width], snapshots: 0 }
    }

    /// Weights of a row with its padding: what score and gradient rows must have.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The weights of a row.
    pub(crate) fn row(&self, row: usize) -> &[f32] {
        let start = row * 2 * self.width;
        self.cells.get(start..start + self.width).unwrap_or(&[])
    }

    /// Adds the weights of `rows` to `scores`.
    pub(crate) fn add(&self, rows: &[u32], scores: &mut [f32]) {
        for row in rows {
            add(scores, self.row(*row as usize));
        }
    }

    /// One step against `gradient` in each of `rows`.
    pub(crate) fn step(&mut self, rows: &[u32], gradient: &[f32]) {
        if gradient.iter().map(|g| g.abs()).sum::<f32>() < NEGLIGIBLE {
            return;
        }
        for row in rows {
            self.step_row(*row as usize, gradient);
        }
    }

    /// One step against `gradient` in one row.
    pub(crate) fn step_row(&mut self, row: usize, gradient: &[f32]) {
        let start = row * 2 * self.width;
        let Some(cells) = self.cells.get_mut(start..start + 2 * self.width) else { return };
        let (weights, squares) = cells.split_at_mut(self.width);
        let (rate, l1) = (self.rate, self.l1);
        let update = |weight: &mut f32, square: &mut f32, gradient: &f32| {
            *square += gradient * gradient;
            let rate = rate / square.sqrt();
            let moved = *weight - rate * gradient;
            *weight = (moved.abs() - rate * l1).max(0.0).copysign(moved);
        };
        let (weight_lanes, weights) = weights.as_chunks_mut::<LANES>();
        let (square_lanes, squares) = squares.as_chunks_mut::<LANES>();
        let (gradient_lanes, gradients) = gradient.as_chunks::<LANES>();
        for ((weights, squares), gradients) in
            weight_lanes.iter_mut().zip(square_lanes).zip(gradient_lanes)
        {
            for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradients) {
                update(weight, square, gradient);
            }
        }
        for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradients) {
            update(weight, square, gradient);
        }
    }

    /// Counts the weights of this moment into the average.
    pub(crate) fn snapshot(&mut self) {
        self.snapshots += 1;
        let rows = self.cells.chunks_exact(2 * self.width);
        for (sums, row) in self.sums.chunks_exact_mut(self.width).zip(rows) {
            add(sums, row);
        }
    }

    /// The average of the snapshots; without any, the weights as they are. Rows of
    /// [`width`](Self::width).
    pub(crate) fn average(mut self) -> Vec<f32> {
        if self.snapshots == 0 {
            self.snapshot();
        }
        let count = self.snapshots as f32;
        self.sums.iter_mut().for_each(|sum| *sum /= count);
        self.sums
    }
}

/// Weights of a row with padding.
fn width(labels: usize) -> usize {
    if labels == 1 { 1 } else { labels.next_multiple_of(LANES) }
}

/// Adds `row` to `sums`.
pub(crate) fn add(sums: &mut [f32], row: &[f32]) {
    let (sum_lanes, sums) = sums.as_chunks_mut::<LANES>();
    let (row_lanes, row) = row.as_chunks::<LANES>();
    for (sums, row) in sum_lanes.iter_mut().zip(row_lanes) {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += weight;
        }
    }
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += weight;
    }
}

/// When snapshots are taken: four times a pass, after the first pass.
pub(crate) fn is_snapshot(pass: u32, done: usize, of: usize) -> bool {
    const PER_PASS: usize = 4;
    pass > 0 && (done + 1).is_multiple_of((of / PER_PASS).max(1))
}
