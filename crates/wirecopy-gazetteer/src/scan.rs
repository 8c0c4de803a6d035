//! Eight bytes at a time: which are letters, where a word may start, where it ends.
//!
//! Every mask has the top bit of a byte set for "yes". The tricks are those of Lamport, "Multiple
//! byte processing with full-word instructions" (1975): with the top bits cleared, adding
//! `0x80 - c` to a byte sets its top bit exactly if the byte is `c` or more, and never carries.

use crate::hash::{SEED, load, mix};

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x80 * ONES;

const fn at_least(value: u64, byte: u8) -> u64 {
    value + (0x80 - byte as u64) * ONES
}

/// ASCII letters among the eight bytes of `value`.
#[inline]
const fn letters(value: u64) -> u64 {
    let lower = (value & !TOPS) | (0x20 * ONES);
    at_least(lower, b'a') & !at_least(lower, b'z' + 1) & !value & TOPS
}

/// ASCII digits among the eight bytes of `value`.
#[inline]
const fn digits(value: u64) -> u64 {
    let low = value & !TOPS;
    at_least(low, b'0') & !at_least(low, b'9' + 1) & !value & TOPS
}

/// Walks over the places in a text where a word may start: an ASCII letter or digit with none
/// before it, or the first byte of any other character with none before it.
#[derive(Debug, Clone)]
pub(crate) struct Starts {
    block: usize,
    mask: u64,
    carry: u64,
    small: u64,
}

impl Starts {
    /// From the start of a text. Without `small`, ASCII small letters start no word.
    pub(crate) const fn new(small: bool) -> Self {
        Self { block: 0, mask: 0, carry: 0, small: if small { TOPS } else { 0 } }
    }

    /// Whether every place was given.
    pub(crate) const fn is_done(&self, bytes: &[u8]) -> bool {
        self.mask == 0 && self.block >= bytes.len()
    }

    /// The next place at or after `from`, which never decreases.
    #[inline]
    pub(crate) fn next(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        let current = self.block.saturating_sub(8);
        if from >= self.block && from > 0 {
            self.skip_to(bytes, from);
        } else if from > current {
            self.mask &= u64::MAX << (8 * (from - current));
        }
        loop {
            if self.mask != 0 {
                let place = self.block - 8 + (self.mask.trailing_zeros() / 8) as usize;
                self.mask &= self.mask - 1;
                return Some(place);
            }
            if self.block >= bytes.len() {
                return None;
            }
            let value = load(bytes, self.block);
            self.read(value);
            self.block += 8;
        }
    }

    fn read(&mut self, value: u64) {
        let letters = letters(value);
        let plain = letters | digits(value);
        let leads = value & (value << 1) & TOPS;
        let small = letters & (value << 2);
        let eligible = (plain & !(small & !self.small)) | leads;
        self.mask = eligible & !((plain << 8) | self.carry);
        self.carry = plain >> 56;
    }

    /// Drops places before `from`, without reading the blocks between.
    fn skip_to(&mut self, bytes: &[u8], from: usize) {
        self.block = from & !7;
        // The byte before the block says whether its first byte goes on with a word.
        self.carry = match self.block.checked_sub(1).and_then(|at| bytes.get(at)) {
            Some(byte) if byte.is_ascii_alphanumeric() => 0x80,
            _ => 0,
        };
        if self.block < bytes.len() {
            self.read(load(bytes, self.block));
            self.mask &= u64::MAX << (8 * (from - self.block));
        } else {
            self.mask = 0;
        }
        self.block += 8;
    }
}

/// Reads ASCII letters and digits from `start`: where they end, and the hash of them in small
/// letters.
#[inline]
pub(crate) fn ascii_word(bytes: &[u8], start: usize) -> (usize, u64) {
    let (mut at, mut hash) = (start, SEED);
    loop {
        let value = load(bytes, at);
        let letters = letters(value);
        let stop = !(letters | digits(value)) & TOPS;
        let folded = value | (letters >> 2);
        if stop == 0 {
            hash = mix(hash, folded);
            at += 8;
            continue;
        }
        let length = (stop.trailing_zeros() / 8) as usize;
        if length > 0 {
            hash = mix(hash, folded & (u64::MAX >> (64 - 8 * length)));
        }
        return (at + length, hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::hash_bytes;
    use proptest::prelude::*;

    fn all(bytes: &[u8], small: bool) -> Vec<usize> {
        let mut starts = Starts::new(small);
        core::iter::from_fn(|| starts.next(bytes, 0)).collect()
    }

    fn naive(bytes: &[u8], small: bool) -> Vec<usize> {
        (0..bytes.len())
            .filter(|&at| {
                let inside = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
                let plain =
                    bytes[at].is_ascii_alphanumeric() && (small || !bytes[at].is_ascii_lowercase());
                !inside && (plain || bytes[at] >= 0xC0)
            })
            .collect()
    }

    proptest! {
        #[test]
        fn masks_agree_with_asking_each_byte(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(all(&bytes, true), naive(&bytes, true));
            prop_assert_eq!(all(&bytes, false), naive(&bytes, false));
        }

        #[test]
        fn skipping_drops_exactly_what_lies_before(text in "[Aa .é1]{0,60}", from in 0usize..70) {
            for first in [0, 1, 5] {
                let mut starts = Starts::new(true);
                for _ in 0..first { starts.next(text.as_bytes(), 0); }
                let left: Vec<usize> =
                    core::iter::from_fn(|| starts.next(text.as_bytes(), from)).collect();
                let expected: Vec<usize> = naive(text.as_bytes(), true)
                    .into_iter().skip(first).filter(|at| *at >= from).collect();
                prop_assert_eq!(left, expected);
            }
        }

        #[test]
        fn a_word_hashes_as_its_small_letters(word in "[A-Za-z0-9]{1,30}", rest in "[ .é]?x?") {
            let text = format!("{word}{rest}");
            let end = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let lower = text.get(..end).unwrap().to_ascii_lowercase();
            prop_assert_eq!(ascii_word(text.as_bytes(), 0), (end, hash_bytes(lower.as_bytes())));
        }
    }
}
