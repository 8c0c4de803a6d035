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

/// Bytes of a block.
pub(crate) const BLOCK: usize = 64;
/// No block holds more places than this: each needs another byte before it, or a second of its own.
pub(crate) const MOST_PLACES: usize = BLOCK / 2;

/// The flags of a block, each zero or one, side by side.
#[inline]
fn packed(flags: &[u8; BLOCK]) -> u64 {
    let lanes = flags.as_chunks::<8>().0.iter().enumerate();
    lanes.fold(0, |bits, (lane, flags)| {
        let byte = u64::from_le_bytes(*flags).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits | byte << (8 * lane)
    })
}

/// Walks over the places in a text where a word may start: an ASCII letter or digit with none
/// before it, or the first byte of any other character with none before it.
#[derive(Debug, Clone)]
pub(crate) struct Starts {
    block: usize,
    /// One if the byte before the block is an ASCII letter or digit.
    carry: u64,
    /// No place is before this.
    from: usize,
    /// One if ASCII small letters start words.
    small: u8,
}

impl Starts {
    /// From the start of a text. Without `small`, ASCII small letters start no word.
    pub(crate) const fn new(small: bool) -> Self {
        Self { block: 0, carry: 0, from: 0, small: small as u8 }
    }

    /// Whether every block was given.
    pub(crate) const fn is_done(&self, bytes: &[u8]) -> bool {
        self.block >= bytes.len()
    }

    /// Goes to the block of byte `from`, before or behind, and gives no place before that byte.
    pub(crate) fn seek(&mut self, bytes: &[u8], from: usize) {
        self.from = from;
        self.block = from - from % BLOCK;
        let before = self.block.checked_sub(1).and_then(|at| bytes.get(at));
        self.carry = u64::from(before.is_some_and(u8::is_ascii_alphanumeric));
    }

    /// Goes on to the block of byte `from`, if that is not reached yet.
    #[inline]
    pub(crate) fn skip_to(&mut self, bytes: &[u8], from: usize) {
        if from >= self.block.saturating_add(BLOCK) {
            self.seek(bytes, from);
        }
    }

    /// The first byte of the next block, and a bit for each place in it. `None` at the end.
    #[inline]
    pub(crate) fn next_block(&mut self, bytes: &[u8]) -> Option<(usize, u64)> {
        let rest = bytes.get(self.block..).filter(|rest| !rest.is_empty())?;
        let mut last = [0; BLOCK];
        let block = rest.first_chunk::<BLOCK>().unwrap_or_else(|| {
            last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            &last
        });
        let (mut plain, mut eligible) = ([0; BLOCK], [0; BLOCK]);
        // Simple enough for the compiler to take sixteen bytes at a time.
        for ((byte, plain), eligible) in block.iter().zip(&mut plain).zip(&mut eligible) {
            let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
            let one = letter | u8::from(byte.wrapping_sub(b'0') < 10);
            let small = letter & byte >> 5 & !self.small;
            *plain = one;
            *eligible = one & !small | u8::from(*byte >= 0xC0);
        }
        let (plain, eligible) = (packed(&plain), packed(&eligible));
        let mut places = eligible & !((plain << 1) | self.carry);
        if self.from > self.block {
            places &= u64::MAX << (self.from - self.block).min(BLOCK - 1);
        }
        let start = self.block;
        self.carry = plain >> (BLOCK - 1);
        self.block += BLOCK;
        Some((start, places))
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

    fn rest(starts: &mut Starts, bytes: &[u8]) -> Vec<usize> {
        let blocks = core::iter::from_fn(|| starts.next_block(bytes));
        blocks
            .flat_map(|(at, places)| {
                (0..BLOCK).filter(move |bit| places >> bit & 1 != 0).map(move |bit| at + bit)
            })
            .collect()
    }

    fn all(bytes: &[u8], small: bool) -> Vec<usize> {
        rest(&mut Starts::new(small), bytes)
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

    #[test]
    fn a_block_holds_no_more_places_than_it_says() {
        for piece in ["a.", "é", "aé", "éa", "1 é", "…a"] {
            let text = piece.repeat(BLOCK);
            let mut starts = Starts::new(true);
            while let Some((_, places)) = starts.next_block(text.as_bytes()) {
                assert!(places.count_ones() as usize <= MOST_PLACES, "{piece}");
            }
        }
    }

    proptest! {
        #[test]
        fn masks_agree_with_asking_each_byte(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(all(&bytes, true), naive(&bytes, true));
            prop_assert_eq!(all(&bytes, false), naive(&bytes, false));
        }

        #[test]
        fn seeking_drops_exactly_what_lies_before(
            text in "[Aa .é1]{0,200}", first in 0usize..250, then in 0usize..250,
        ) {
            let mut starts = Starts::new(true);
            let from = |at: usize| -> Vec<usize> {
                naive(text.as_bytes(), true).into_iter().filter(|place| *place >= at).collect()
            };
            starts.seek(text.as_bytes(), first);
            prop_assert_eq!(rest(&mut starts.clone(), text.as_bytes()), from(first));
            starts.seek(text.as_bytes(), then);
            prop_assert_eq!(rest(&mut starts, text.as_bytes()), from(then));
            // Skipping leaves out whole blocks only.
            let mut starts = Starts::new(true);
            starts.skip_to(text.as_bytes(), then);
            prop_assert!(rest(&mut starts, text.as_bytes()).ends_with(&from(then)));
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
