//! What features see of a word: hashes of its form, its ends, its shape.

use alloc::vec::Vec;
use wirecopy_linear::{hash_bytes, mix};

/// A word as atoms of features. Digits count as `0`, typographic marks as plain ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// The word in small letters.
    pub(crate) lower: u64,
    /// The word with its capitals.
    pub(crate) exact: u64,
    /// The last one to four bytes in small letters; zero if there are no more than that.
    pub(crate) suffixes: [u64; 4],
    /// The first one to three bytes in small letters; zero as above.
    pub(crate) prefixes: [u64; 3],
    /// Kinds of characters, runs cut to two.
    pub(crate) shape: u64,
    /// Bits: has a capital, has a digit, has a hyphen, has an apostrophe.
    pub(crate) traits: u64,
}

const CAPITAL: u64 = 1;
const DIGIT: u64 = 2;
const HYPHEN: u64 = 4;
const APOSTROPHE: u64 = 8;

impl Word {
    /// What stands before the first word, `distance` words away.
    pub(crate) fn before(distance: u64) -> Self {
        Self { lower: 0x100 + distance, exact: 0x100, shape: 0x100, ..Self::default() }
    }

    /// What stands after the last word, `distance` words away.
    pub(crate) fn after(distance: u64) -> Self {
        Self { lower: 0x200 + distance, exact: 0x200, shape: 0x200, ..Self::default() }
    }

    /// The atoms of `form`. `lower` is room for its small letters. Linear in the length.
    pub(crate) fn new(form: &str, lower: &mut Vec<u8>) -> Self {
        lower.clear();
        let mut shape = Shape::default();
        let mut traits = 0;
        let mut capitals = 0;
        for c in form.chars() {
            let c = plain(c);
            if c.is_ascii_lowercase() {
                lower.push(c as u8);
                shape.add('x');
            } else if c.is_ascii_uppercase() {
                capitals = mix(capitals, lower.len() as u64);
                traits |= CAPITAL;
                lower.push(c.to_ascii_lowercase() as u8);
                shape.add('X');
            } else if c.is_numeric() {
                traits |= DIGIT;
                lower.push(b'0');
                shape.add('d');
            } else if c.is_ascii() {
                traits |= if c == '-' { HYPHEN } else { 0 };
                traits |= if c == '\'' { APOSTROPHE } else { 0 };
                lower.push(c as u8);
                shape.add(c);
            } else {
                if c.is_uppercase() {
                    capitals = mix(capitals, lower.len() as u64);
                    traits |= CAPITAL;
                }
                shape.add(if c.is_uppercase() {
                    'X'
                } else if c.is_alphabetic() {
                    'x'
                } else {
                    '?'
                });
                let mut bytes = [0; 4];
                for c in c.to_lowercase() {
                    lower.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
                }
            }
        }
        let hash = hash_bytes(lower);
        Self {
            lower: hash,
            exact: mix(hash, capitals),
            suffixes: [1, 2, 3, 4].map(|length| suffix(lower, length)),
            prefixes: [1, 2, 3].map(|length| prefix(lower, length)),
            shape: shape.hash,
            traits,
        }
    }
}

/// Kinds of characters, each run cut to two.
#[derive(Default)]
struct Shape {
    hash: u64,
    last: [Option<char>; 2],
}

impl Shape {
    fn add(&mut self, kind: char) {
        if self.last != [Some(kind); 2] {
            self.hash = mix(self.hash, u64::from(kind));
            self.last = [self.last[1], Some(kind)];
        }
    }
}

/// Typographic marks as typewriters have them.
const fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        _ => c,
    }
}

/// The last bytes as a number, their count included; zero unless there are more.
fn suffix(bytes: &[u8], length: usize) -> u64 {
    let start = bytes.len().checked_sub(length).filter(|start| *start > 0);
    start.and_then(|start| bytes.get(start..)).map_or(0, packed)
}

/// The first bytes as a number, their count included; zero unless there are more.
fn prefix(bytes: &[u8], length: usize) -> u64 {
    if bytes.len() > length { bytes.get(..length).map_or(0, packed) } else { 0 }
}

fn packed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(bytes.len() as u64, |packed, byte| packed << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str) -> Word {
        Word::new(form, &mut Vec::new())
    }

    #[test]
    fn forms_that_should_look_alike_do() {
        assert_eq!(word("don’t"), word("don't"));
        assert_eq!(word("1997"), word("2003"));
        assert_eq!(word("Said").lower, word("said").lower);
        assert_eq!(word("Müller").lower, word("MÜLLER").lower);
        assert_eq!(word("Petersen").shape, word("Mayer").shape);
    }

    #[test]
    fn forms_that_should_differ_do() {
        assert_ne!(word("US").exact, word("us").exact);
        assert_ne!(word("Us").exact, word("US").exact);
        assert_ne!(word("in").suffixes[0], word("in").prefixes[0]);
        assert_eq!(word("in").suffixes[1], 0);
        assert_ne!(word("").lower, word("a").lower);
    }
}
