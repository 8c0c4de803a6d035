//! What a training run says about itself.

use core::fmt;

/// One pass over the examples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pass {
    /// The mean logarithm of the likelihood, per item or choice.
    pub value: f64,
}

/// What came out of a training run, and what rounding cost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Examples that no allowed sequence explains, left out.
    pub skipped: usize,
    /// Rows that weights were trained for.
    pub rows: usize,
    /// Rows that hold a weight after rounding.
    pub rows_kept: usize,
    /// Weights that are not zero after rounding.
    pub weights: usize,
    /// Weights cut to the largest value of a byte.
    pub clipped: usize,
    /// What a weight of one is in the table.
    pub unit: f32,
    /// Root of the mean squared error of rounding, of weights that were not zero.
    pub rounding: f32,
    /// Share of items or choices of the training set that are right before rounding. Zero for a
    /// perceptron, whose caller decodes.
    pub right_before: f64,
    /// The same after rounding.
    pub right_after: f64,
    /// The passes in order; none for a perceptron.
    pub passes: Vec<Pass>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, pass) in self.passes.iter().enumerate() {
            writeln!(f, "pass {}: {:.4}", number + 1, pass.value)?;
        }
        writeln!(
            f,
            "rows: {} trained, {} kept; {} left out",
            self.rows, self.rows_kept, self.skipped
        )?;
        writeln!(f, "weights: {}, {} of them clipped", self.weights, self.clipped)?;
        writeln!(f, "one is {:.3}; root mean square of rounding {:.4}", self.unit, self.rounding)?;
        if self.passes.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "right on the training set: {:.3} %, rounded {:.3} %",
            100.0 * self.right_before,
            100.0 * self.right_after
        )
    }
}
