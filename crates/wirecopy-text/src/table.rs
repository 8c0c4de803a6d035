//! Words known beforehand, each with a value.

use crate::bytes::lower_eight;
use alloc::vec;
use alloc::vec::Vec;

/// Bytes of a word; its length is the last byte of its key.
const LONGEST: usize = 23;

/// A table of up to 65,536 short words that is filled once and then asked often.
///
/// Most words of a text are in no list of words: for these one byte is read, a tag of the hash, and the
/// tags of a few thousand words lie in the nearest cache. The row of a word that is there holds the word
/// itself. The hash is fixed: no text can make a lookup longer than the words in the table do.
///
/// ```
/// use wirecopy_text::WordTable;
///
/// let table: WordTable<u8> = [("mr.", 1), ("deputy", 2)].into_iter().collect();
/// assert_eq!(table.get(b"deputy"), Some(&2));
/// assert_eq!(table.get(b"Deputy"), None);
/// ```
#[derive(Debug, Clone, Default)]
pub struct WordTable<V> {
    /// Of each slot some bits of the hash, or zero. A power of two, at least twice as many as rows.
    tags: Vec<u8>,
    /// Of each slot the row.
    places: Vec<u16>,
    rows: Vec<(Key, V)>,
}

/// The bytes of a word and its length.
type Key = [u64; 3];

impl<V> WordTable<V> {
    /// Longest word, in bytes.
    pub const LONGEST: usize = LONGEST;

    /// The value of `word`; `None` if it is not there. Constant time.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<&V> {
        self.value(key(word, |eight| eight)?)
    }

    /// The value of `word` in lower case: of ASCII letters, all of a word at once.
    ///
    /// ```
    /// use wirecopy_text::WordTable;
    ///
    /// let table: WordTable<u8> = [("mr.", 1), ("deputy", 2)].into_iter().collect();
    /// assert_eq!(table.get_lower(b"DEPUTY"), Some(&2));
    /// ```
    #[inline]
    #[must_use]
    pub fn get_lower(&self, word: &[u8]) -> Option<&V> {
        self.value(key(word, lower_eight)?)
    }

    #[inline]
    fn value(&self, (key, hash): (Key, u64)) -> Option<&V> {
        let row = self.find(key, hash).ok()?;
        self.rows.get(row).map(|(_, value)| value)
    }

    /// The row of the key, or the empty slot where it would be.
    #[inline]
    fn find(&self, [one, two, three]: Key, hash: u64) -> Result<usize, Option<usize>> {
        let is_same = |(own, _): &(Key, V)| {
            let [first, second, third] = own;
            (first ^ one) | (second ^ two) | (third ^ three) == 0
        };
        let mask = self.tags.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let found = *self.tags.get(at).ok_or(None)?;
            if found == 0 {
                return Err(Some(at));
            }
            if found == tag(hash) {
                let row = usize::from(*self.places.get(at).ok_or(None)?);
                if self.rows.get(row).is_some_and(is_same) {
                    return Ok(row);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// Makes room for more rows.
    fn grow(&mut self) {
        let slots = ((self.rows.len() + 1) * 2).next_power_of_two().max(16);
        (self.tags, self.places) = (vec![0; slots], vec![0; slots]);
        for (row, (key, _)) in (0..=u16::MAX).zip(&self.rows) {
            let hash = hash(*key);
            let mut at = hash as usize & (slots - 1);
            while self.tags.get(at).is_some_and(|tag| *tag != 0) {
                at = (at + 1) & (slots - 1);
            }
            put(&mut self.tags, &mut self.places, at, hash, row);
        }
    }
}

impl<V: Default> WordTable<V> {
    /// The value of `word`, the default if it was not there. `None` for a word that is too long, and for
    /// a new one where the table is full.
    pub fn entry(&mut self, word: &str) -> Option<&mut V> {
        if self.tags.len() < (self.rows.len() + 1) * 2 {
            self.grow();
        }
        let (key, hash) = key(word.as_bytes(), |eight| eight)?;
        let row = match self.find(key, hash) {
            Ok(row) => row,
            Err(slot) => {
                let row = self.rows.len();
                let number = u16::try_from(row).ok()?;
                put(&mut self.tags, &mut self.places, slot?, hash, number);
                self.rows.push((key, V::default()));
                row
            }
        };
        self.rows.get_mut(row).map(|(_, value)| value)
    }
}

impl<'w, V: Default> FromIterator<(&'w str, V)> for WordTable<V> {
    fn from_iter<I: IntoIterator<Item = (&'w str, V)>>(words: I) -> Self {
        let mut table = Self { tags: Vec::new(), places: Vec::new(), rows: Vec::new() };
        for (word, value) in words {
            if let Some(entry) = table.entry(word) {
                *entry = value;
            }
        }
        table
    }
}

/// Fills a slot.
fn put(tags: &mut [u8], places: &mut [u16], at: usize, hash: u64, row: u16) {
    if let (Some(slot), Some(place)) = (tags.get_mut(at), places.get_mut(at)) {
        (*slot, *place) = (tag(hash), row);
    }
}

/// The key of a word and its hash; `None` for a word that is too long. `fold` changes bytes, eight at a time,
/// and leaves zeros alone.
///
/// Each length has a way of its own, so that of the short words that most are one part is read.
#[inline]
fn key(word: &[u8], fold: impl Fn(u64) -> u64) -> Option<(Key, u64)> {
    let length = (word.len() as u64) << 56;
    let eight = |at: usize| word.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    // The last eight bytes without those that the part before has.
    let last = |parts: usize| {
        let last = word.last_chunk().map(|bytes| u64::from_le_bytes(*bytes))?;
        Some(last >> (8 * (8 * parts - word.len())))
    };
    let with_hash = |key: Key| (key, hash(key));
    Some(match word.len() {
        0..=8 => with_hash([fold(short(word)), 0, length]),
        9..=16 => with_hash([fold(eight(0)?), fold(last(2)?), length]),
        17..=LONGEST => with_hash([fold(eight(0)?), fold(eight(8)?), fold(last(3)?) | length]),
        _ => return None,
    })
}

/// Up to eight bytes, of a number that is not known.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    if let (Some(head), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two overlap.
        let shift = 8 * (bytes.len() - 4);
        return u64::from(u32::from_le_bytes(*head))
            | u64::from(u32::from_le_bytes(*last)) << shift;
    }
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 0 };
    let middle = bytes.get(bytes.len() / 2).unwrap_or(last);
    u64::from(*first) | u64::from(*middle) << 8 | u64::from(*last) << 16
}

#[inline]
const fn hash(key: Key) -> u64 {
    let [one, two, three] = key;
    let mixed = one.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ two.wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ three.wrapping_mul(0x1656_67B1_9E37_79F9);
    (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(32)
}

#[inline]
const fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeMap;
    use alloc::format;
    use alloc::string::{String, ToString as _};

    #[test]
    fn words_keep_their_values_however_many_there_are() {
        let words: Vec<String> = (0..20_000).map(|number| format!("w{number}")).collect();
        let table: WordTable<usize> = words.iter().map(String::as_str).zip(0..).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(table.get(word.as_bytes()), Some(&number));
        }
        assert!(
            (20_000..40_000).all(|number| table.get(format!("w{number}").as_bytes()).is_none())
        );
    }

    #[test]
    fn words_of_every_length_are_told_apart() {
        let long = "abcdefghijklmnopqrstuvwx";
        let mut table = WordTable::<usize>::default();
        assert_eq!(table.get(b"a"), None);
        let mut kept = BTreeMap::new();
        for (start, end) in (0..25).flat_map(|start| (start..=24).map(move |end| (start, end))) {
            let word = long.get(start..end).unwrap();
            match table.entry(word) {
                Some(entry) => *entry = *kept.entry(word).or_insert(start * 100 + end),
                None => assert_eq!(word.len(), 24),
            }
        }
        assert!(kept.iter().all(|(word, value)| table.get(word.as_bytes()) == Some(value)));
        assert_eq!(table.get(long.as_bytes()), None);
        for bytes in [&b"a\0"[..], b"\0", b"abc\0\0", b"ad", b"aab", b"abb"] {
            assert_eq!(table.get(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn lower_case_is_that_of_ascii() {
        for byte in 0..=u8::MAX {
            let bytes = [byte, b'Z', b'[', b'@', b'z', 0xC3, 0xDA, byte];
            let want = bytes.map(|byte| byte.to_ascii_lowercase());
            assert_eq!(lower_eight(u64::from_le_bytes(bytes)), u64::from_le_bytes(want));
        }
        let table: WordTable<u8> = [("zenit", 2)].into_iter().collect();
        assert_eq!(table.get_lower(b"ZENIT"), Some(&2));
        assert_eq!(table.get_lower(b"Zenith"), None);
        assert_eq!(table.get_lower("ZÉNIT".as_bytes()), None);
    }

    #[test]
    fn a_full_table_takes_no_more() {
        let words: Vec<String> = (0..1 << 16).map(|number: u32| number.to_string()).collect();
        let mut table: WordTable<u8> = words.iter().map(|word| (word.as_str(), 1)).collect();
        assert!(table.entry("one more").is_none());
        assert_eq!(table.get(words[65_535].as_bytes()), Some(&1));
        assert_eq!(table.entry("7").copied(), Some(1));
    }
}
