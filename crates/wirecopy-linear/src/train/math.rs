//! Arithmetic that gives the same bits on every machine: sums, products, quotients and roots are
//! exact by IEEE 754; the exponential of the system's library is not, so it is written here.

use crate::hash::mix;

/// `e` to the power of `x`, to about one unit in the last place; `x` is cut to -87..=87.
#[inline]
pub(crate) fn exp(x: f32) -> f32 {
    /// Adding and taking this away rounds to a whole number.
    const ROUNDER: f32 = 12_582_912.0;
    /// ln 2 in two parts, so that multiples of the first are exact.
    const LN_2: [f32; 2] = [355.0 / 512.0, -2.121_944_4e-4];
    /// Coefficients of (e^r - 1 - r) / r² on -ln 2 / 2 .. ln 2 / 2, as in Moshier's Cephes.
    const SERIES: [f32; 6] =
        [1.987_569_1e-4, 1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5];
    let x = x.clamp(-87.0, 87.0);
    let whole = (x * core::f32::consts::LOG2_E + ROUNDER) - ROUNDER;
    let rest = x - whole * LN_2[0] - whole * LN_2[1];
    let tail = SERIES.iter().fold(0.0, |sum, coefficient| sum * rest + coefficient);
    let value = tail * rest * rest + rest + 1.0;
    let power = (whole as i32 + 127) as u32;
    value * f32::from_bits(power << 23)
}

/// A fixed order that looks like chance: for passes over examples.
///
/// ```
/// use wirecopy_linear::train::Shuffle;
///
/// let mut items = [1, 2, 3, 4, 5];
/// Shuffle::new(7).shuffle(&mut items);
/// let mut again = [1, 2, 3, 4, 5];
/// Shuffle::new(7).shuffle(&mut again);
/// assert_eq!(items, again);
/// ```
#[derive(Debug, Clone)]
pub struct Shuffle {
    seed: u64,
    drawn: u64,
}

impl Shuffle {
    /// The order that belongs to `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, drawn: 0 }
    }

    /// A number below `bound` (zero if that is zero).
    pub fn below(&mut self, bound: usize) -> usize {
        self.drawn += 1;
        let number = mix(mix(self.seed, self.drawn), self.drawn) >> 32;
        ((number * bound as u64) >> 32) as usize
    }

    /// Brings items into another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_one() {
        for step in -8700..=8700 {
            let x = step as f32 / 100.0;
            let want = f64::from(x).exp();
            let error = (f64::from(exp(x)) - want).abs() / want;
            assert!(error < 3e-7, "{x}: {error}");
        }
        assert_eq!(exp(0.0).to_bits(), 1.0f32.to_bits());
        assert!(exp(f32::NEG_INFINITY) > 0.0 && exp(f32::INFINITY).is_finite());
    }

    #[test]
    fn every_place_is_drawn() {
        let mut shuffle = Shuffle::new(1);
        let mut counts = [0; 10];
        for _ in 0..10_000 {
            counts[shuffle.below(10)] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
    }
}
