//! Words known beforehand, each with a value.

use alloc::vec;
use alloc::vec::Vec;

/// Bytes of a key.
const LONGEST: usize = 24;
/// Rows, less one: the low half of a slot is the number of a row plus one.
const MOST: usize = 0xFFFE;

/// A table of up to 65,534 short words that is filled once and then asked often.
///
/// Most words of a text are in no list of words: for these one slot is read, where a tag of the hash
/// says so. The row of a word that is there holds the word itself, so nothing else is read. The hash is
/// fixed: no text can make a lookup longer than the words in the table do.
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
    /// A power of two, at least twice as many as rows: in the low half the row plus one, or zero; in
    /// the high half a tag.
    slots: Vec<u32>,
    rows: Vec<(Key, V)>,
}

/// A word with zeros behind it.
type Key = [u64; LONGEST / 8];

impl<V> WordTable<V> {
    /// Longest word, in bytes.
    pub const LONGEST: usize = LONGEST;

    /// The value of `word`; `None` if it is not there. Constant time.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &[u8]) -> Option<&V> {
        let key = key(word)?;
        let row = self.find(&key, hash(&key)).ok()?;
        self.rows.get(row).map(|(_, value)| value)
    }

    /// The row of the key, or the empty slot where it would be.
    #[inline]
    fn find(&self, key: &Key, hash: u64) -> Result<usize, Option<usize>> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at).ok_or(None)?;
            let Some(row) = (slot as usize & 0xFFFF).checked_sub(1) else { return Err(Some(at)) };
            if slot >> 16 == tag(hash) && self.rows.get(row).is_some_and(|(own, _)| own == key) {
                return Ok(row);
            }
            at = (at + 1) & mask;
        }
    }

    /// Makes room for more rows.
    fn grow(&mut self) {
        let slots = ((self.rows.len() + 1) * 2).next_power_of_two().max(16);
        self.slots = vec![0; slots];
        for (row, (key, _)) in (1..).zip(&self.rows) {
            let hash = hash(key);
            let mut at = hash as usize & (slots - 1);
            while self.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (slots - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = tag(hash) << 16 | row;
            }
        }
    }
}

impl<V: Default> WordTable<V> {
    /// The value of `word`, the default if it was not there. `None` for a word that is too long or ends
    /// in a zero byte, and for a new one where the table is full.
    pub fn entry(&mut self, word: &str) -> Option<&mut V> {
        if self.slots.len() < (self.rows.len() + 1) * 2 {
            self.grow();
        }
        let key = key(word.as_bytes())?;
        let hash = hash(&key);
        let row = match self.find(&key, hash) {
            Ok(row) => row,
            Err(slot) => {
                let row = self.rows.len();
                let number = u32::try_from(row + 1).ok().filter(|_| row < MOST)?;
                *self.slots.get_mut(slot?)? = tag(hash) << 16 | number;
                self.rows.push((key, V::default()));
                row
            }
        };
        self.rows.get_mut(row).map(|(_, value)| value)
    }
}

impl<'w, V: Default> FromIterator<(&'w str, V)> for WordTable<V> {
    fn from_iter<I: IntoIterator<Item = (&'w str, V)>>(words: I) -> Self {
        let mut table = Self { slots: Vec::new(), rows: Vec::new() };
        for (word, value) in words {
            if let Some(entry) = table.entry(word) {
                *entry = value;
            }
        }
        table
    }
}

/// `None` for what no key can be made of.
#[inline]
fn key(word: &[u8]) -> Option<Key> {
    let fits = word.len() <= LONGEST && word.last() != Some(&0);
    let mut key = [0; LONGEST / 8];
    for (part, bytes) in key.iter_mut().zip(word.chunks(8)) {
        *part = match bytes.first_chunk() {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => tail(bytes),
        };
    }
    fits.then_some(key)
}

/// One to seven bytes.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    if let (Some(head), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two overlap.
        let shift = 8 * (bytes.len() - 4);
        return u64::from(u32::from_le_bytes(*head))
            | u64::from(u32::from_le_bytes(*last)) << shift;
    }
    bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

#[inline]
const fn hash(key: &Key) -> u64 {
    let [one, two, three] = *key;
    let mixed = one.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ two.wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
        ^ three.wrapping_mul(0x1656_67B1_9E37_79F9);
    (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(32)
}

#[inline]
const fn tag(hash: u64) -> u32 {
    (hash >> 48) as u32
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
        let long = "abcdefghijklmnopqrstuvwxy";
        let mut table = WordTable::<usize>::default();
        assert_eq!(table.get(b"a"), None);
        let mut kept = BTreeMap::new();
        for (start, end) in (0..25).flat_map(|start| (start..=25).map(move |end| (start, end))) {
            let word = long.get(start..end).unwrap();
            match table.entry(word) {
                Some(entry) => *entry = *kept.entry(word).or_insert(start * 100 + end),
                None => assert_eq!(word.len(), 25),
            }
        }
        assert!(kept.iter().all(|(word, value)| table.get(word.as_bytes()) == Some(value)));
        assert_eq!(table.get(long.as_bytes()), None);
        for bytes in [&b"a\0"[..], b"\0", b"abc\0\0"] {
            assert_eq!(table.get(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_full_table_takes_no_more() {
        let words: Vec<String> = (0..=MOST).map(|number| number.to_string()).collect();
        let mut table: WordTable<u8> = words.iter().map(|word| (word.as_str(), 1)).collect();
        assert!(table.entry("one more").is_none());
        assert_eq!(table.get(words[MOST - 1].as_bytes()), Some(&1));
        assert_eq!(table.entry("7").copied(), Some(1));
    }
}
