//! Maps for looking up words: hashed eight bytes at a time, from a seed drawn once per process, so
//! that no text can be written whose words collide.
//!
//! Nothing is ever read in the order of a map.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;

/// A map that is only asked by key.
pub(crate) type Map<K, V> = HashMap<K, V, Seeded>;
/// A set that is only asked by key.
pub(crate) type Set<K> = HashSet<K, Seeded>;

/// A map with room for so many.
pub(crate) fn with_room<K, V>(count: usize) -> Map<K, V> {
    Map::with_capacity_and_hasher(count, Seeded::default())
}

#[expect(clippy::disallowed_types, reason = "only a seed is drawn; no order is ever read")]
static SEED: LazyLock<(u64, u64)> = LazyLock::new(|| {
    let random = std::hash::RandomState::new();
    (random.hash_one(1), random.hash_one(2) | 1)
});

/// Starts hashers from the seed of the process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seeded(u64, u64);

impl Default for Seeded {
    fn default() -> Self {
        Self(SEED.0, SEED.1)
    }
}

impl BuildHasher for Seeded {
    type Hasher = Mixer;

    fn build_hasher(&self) -> Mixer {
        Mixer { state: self.0, multiplier: self.1 }
    }
}

/// Each eight bytes are multiplied in, and the halves of the product folded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mixer {
    state: u64,
    multiplier: u64,
}

impl Hasher for Mixer {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.write_u64(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            self.write_u64(tail(rest));
        }
    }

    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
    }

    #[inline]
    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    #[inline]
    fn write_u64(&mut self, value: u64) {
        let product = u128::from(self.state ^ value) * u128::from(self.multiplier);
        #[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
        let folded = product as u64 ^ (product >> 64) as u64;
        self.state = folded.rotate_left(23);
    }

    #[inline]
    fn write_u128(&mut self, value: u128) {
        // One product of both halves, each hidden by a part of the seed.
        #[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
        let (low, high) = (value as u64, (value >> 64) as u64);
        let product = u128::from(self.state ^ low) * u128::from(self.multiplier ^ high);
        #[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
        let folded = product as u64 ^ (product >> 64) as u64;
        self.state = folded;
    }

    #[inline]
    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.state
    }
}

/// One to seven bytes as a number that says how many they are.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    let length = (bytes.len() as u64) << 56;
    if let (Some(head), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two overlap.
        let shift = 8 * (bytes.len() - 4);
        let (head, last) = (u32::from_le_bytes(*head), u32::from_le_bytes(*last));
        return length | u64::from(head) | u64::from(last) << shift;
    }
    length | bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_hash_apart() {
        let seeded = Seeded::default();
        let words: Vec<String> = (0..20_000).map(|number| format!("w{number}")).collect();
        let hashes: Set<u64> = words.iter().map(|word| seeded.hash_one(word)).collect();
        assert_eq!(hashes.len(), words.len());
        for bytes in 1..8 {
            let padded = format!("{:\0<1$}", "ab", bytes + 2);
            assert_ne!(seeded.hash_one("ab"), seeded.hash_one(padded));
        }
        assert_eq!(seeded.hash_one("ab"), Seeded::default().hash_one("ab"));
    }
}
