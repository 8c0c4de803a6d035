//! Word lists, read from the data files while the crate compiles.
//!
//! A word of up to sixteen ASCII letters is one `u128`, so a list is a sorted array of numbers in
//! the program itself: nothing is parsed or allocated at run time, and a lookup is a binary search.
//! Lists of one language lie under `data/<language>/` and meet in a [`Language`]; what all share
//! lies under `data/any/`.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "only constant evaluation indexes here: a bad file stops the compiler, not a caller"
)]

use wirecopy_text::lower_eight;

/// Longest word that a list can hold, in bytes.
pub(crate) const LONGEST_WORD: usize = 16;

/// Longest contraction in the lists, in bytes (a test sees to it).
pub(crate) const LONGEST_CONTRACTION: usize = 8;

/// At most sixteen bytes as a number, ASCII capitals folded; whatever is more does not count. Loads
/// that overlap read a word of any length without a loop over its bytes.
#[inline]
pub(crate) fn folded(word: &[u8]) -> u128 {
    let word = word.get(..LONGEST_WORD).unwrap_or(word);
    let past = |width: usize| 8 * (width - word.len()) as u32;
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let low = u64::from_be_bytes(*last).checked_shl(past(LONGEST_WORD)).unwrap_or(0);
        return u128::from(lower_eight(u64::from_be_bytes(*first))) << 64
            | u128::from(lower_eight(low));
    }
    let high = if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        u64::from(u32::from_be_bytes(*first)) << 32
            | u64::from(u32::from_be_bytes(*last)) << past(8)
    } else {
        word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)).unbounded_shl(past(8))
    };
    u128::from(lower_eight(high)) << 64
}

/// A sorted list of words.
#[derive(Debug)]
pub(crate) struct WordList {
    keys: &'static [u128],
    /// Bit `n` of entry `a` is set if a word of `n` bytes begins with `a` (`& 31`): most words that
    /// are looked up are in no list, and this says so at once.
    shapes: [u32; 32],
    /// Bit `sieve_bit(key)` is set for every word: of those that pass `shapes`, this turns most
    /// away before the binary search.
    sieve: [u64; SIEVE],
}

/// Size of the sieve of a [`WordList`], in words of 64 bits.
const SIEVE: usize = 32;

/// The place of a key in the sieve.
#[inline]
const fn sieve_bit(key: u128) -> (usize, u64) {
    let mixed = ((key >> 64) as u64 ^ key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> 59) as usize, 1 << (mixed >> 53 & 63))
}

impl WordList {
    const fn new(keys: &'static [u128]) -> Self {
        let mut shapes = [0; 32];
        let mut sieve = [0; SIEVE];
        let mut at = 0;
        while at < keys.len() {
            let first = (keys[at] >> (8 * (LONGEST_WORD - 1))) as usize & 31;
            shapes[first] |= 1 << (LONGEST_WORD - keys[at].trailing_zeros() as usize / 8);
            let (row, bit) = sieve_bit(keys[at]);
            sieve[row] |= bit;
            at += 1;
        }
        Self { keys, shapes, sieve }
    }

    /// Whether `word`, its ASCII capitals folded, is in the list.
    #[inline]
    pub(crate) fn has(&self, word: &[u8]) -> bool {
        self.index(word).is_some()
    }

    /// The place of `word`, its ASCII capitals folded, in the list.
    #[inline]
    fn index(&self, word: &[u8]) -> Option<usize> {
        let row = self.shapes.get(usize::from(word.first()? & 31)).copied().unwrap_or(0);
        if word.len() > LONGEST_WORD || row & (1 << word.len()) == 0 {
            return None;
        }
        let key = folded(word);
        let (row, bit) = sieve_bit(key);
        if self.sieve.get(row).is_none_or(|bits| bits & bit == 0) {
            return None;
        }
        self.keys.binary_search(&key).ok()
    }
}

/// What an abbreviation stands for, as far as sentences depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AbbreviationClass {
    /// A name follows: it never ends a sentence (`Mr.`, `Sen.`).
    Title,
    /// `Nov.`
    Month,
    /// `Wed.`
    Day,
    /// A number follows (`No. 5`).
    Number,
    /// `vs.`, `cf.`
    Versus,
    /// `Inc.`, `Corp.`
    Company,
    /// After a name: `Jr.`
    Name,
    /// `etc.`, `al.`
    Latin,
    /// A state or street: `Calif.`, `Ave.`
    Place,
    /// `lbs.`
    Unit,
}

/// Where a word with a full stop is taken for an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AbbreviationWhen {
    /// Wherever it stands.
    Any,
    /// Written with a capital (`Gen.`, not `gen.`).
    Capital,
    /// Before a digit (`No. 5`, not `He said no. 5 people left.`).
    Number,
    /// Before a comma, a digit or a small letter (`Wash., `).
    Inner,
}

/// Abbreviations, sorted.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    words: WordList,
    values: &'static [(AbbreviationClass, AbbreviationWhen)],
}

impl Abbreviations {
    /// What the data file says about `word`, which has no full stop at its end.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> Option<(AbbreviationClass, AbbreviationWhen)> {
        self.values.get(self.words.index(word)?).copied()
    }
}

/// Words that are written as one and are two, with the length of the first.
#[derive(Debug)]
pub(crate) struct Contractions {
    words: WordList,
    splits: &'static [u8],
    /// Bit `b` of entry `a` is set if a contraction ends in the letters `b a` (each `& 31`).
    endings: &'static [u32; 32],
}

impl Contractions {
    /// Whether a contraction ends in these two letters.
    #[inline]
    pub(crate) fn may_end(&self, before: u8, last: u8) -> bool {
        let row = self.endings.get(usize::from(last & 31)).copied().unwrap_or(0);
        row & (1 << (before & 31)) != 0
    }

    /// Length of the first part, if `word` is a contraction.
    #[inline]
    pub(crate) fn split(&self, word: &[u8]) -> Option<usize> {
        self.splits.get(self.words.index(word)?).map(|length| usize::from(*length))
    }
}

/// Everything that the tokeniser knows of one language.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) abbreviations: Abbreviations,
    pub(crate) contractions: Contractions,
    /// Words that open with an apostrophe: `'em`, `'til`.
    pub(crate) apostrophe: WordList,
    /// Prefixes that keep a hyphenated word whole: `co-founder`.
    pub(crate) prefixes: WordList,
    /// Suffixes that do: `nation-wise`.
    pub(crate) suffixes: WordList,
    /// Units written right after a number, and set apart from it: `6|pm`.
    pub(crate) units: WordList,
    /// Words that open a sentence often and a name hardly ever.
    pub(crate) starters: WordList,
    /// Words that introduce the name of a photographer: `Image: …`
    pub(crate) credits: WordList,
    /// Capitalised words that go on with a time of day: `9 a.m. EST`.
    pub(crate) after_time: WordList,
    /// Verbs that follow a quoted question: `"Why?" Baker asked.`
    pub(crate) speech_verbs: WordList,
}

/// English, as `data/en/` has it.
pub(crate) static ENGLISH: Language = Language {
    abbreviations: Abbreviations {
        words: WordList::new(&ABBREVIATION_KEYS),
        values: &ABBREVIATION_VALUES,
    },
    contractions: Contractions {
        words: WordList::new(&CONTRACTION_KEYS),
        splits: &CONTRACTION_SPLITS,
        endings: &CONTRACTION_ENDINGS,
    },
    apostrophe: WordList::new(&APOSTROPHE),
    prefixes: WordList::new(&PREFIXES),
    suffixes: WordList::new(&SUFFIXES),
    units: WordList::new(&UNITS),
    starters: WordList::new(&STARTERS),
    credits: WordList::new(&CREDITS),
    after_time: WordList::new(&AFTER_TIME),
    speech_verbs: WordList::new(&SPEECH_VERBS),
};

/// Top-level domains, which end a bare host name.
pub(crate) static DOMAINS: WordList = WordList::new(&DOMAIN_KEYS);
/// File name extensions, which end a file name.
pub(crate) static EXTENSIONS: WordList = WordList::new(&EXTENSION_KEYS);
/// Letters that stand before a dollar sign: `US$`.
pub(crate) static CURRENCIES: WordList = WordList::new(&CURRENCY_KEYS);

macro_rules! words {
    ($name:ident, $file:literal) => {
        static $name: [u128; lines(include_bytes!($file))] = keys(include_bytes!($file));
    };
}

words!(APOSTROPHE, "../data/en/apostrophe.txt");
words!(PREFIXES, "../data/en/prefixes.txt");
words!(SUFFIXES, "../data/en/suffixes.txt");
words!(UNITS, "../data/en/units.txt");
words!(STARTERS, "../data/en/starters.txt");
words!(CREDITS, "../data/en/credits.txt");
words!(AFTER_TIME, "../data/en/after_time.txt");
words!(SPEECH_VERBS, "../data/en/speech_verbs.txt");
words!(DOMAIN_KEYS, "../data/any/domains.txt");
words!(EXTENSION_KEYS, "../data/any/extensions.txt");
words!(CURRENCY_KEYS, "../data/any/currencies.txt");
words!(ABBREVIATION_KEYS, "../data/en/abbreviations.tsv");
words!(CONTRACTION_KEYS, "../data/en/contractions.tsv");

const ABBREVIATION_FILE: &[u8] = include_bytes!("../data/en/abbreviations.tsv");
static ABBREVIATION_VALUES: [(AbbreviationClass, AbbreviationWhen); lines(ABBREVIATION_FILE)] =
    abbreviation_values(ABBREVIATION_FILE);

const CONTRACTION_FILE: &[u8] = include_bytes!("../data/en/contractions.tsv");
static CONTRACTION_SPLITS: [u8; lines(CONTRACTION_FILE)] = contraction_splits(CONTRACTION_FILE);
static CONTRACTION_ENDINGS: [u32; 32] = contraction_endings(CONTRACTION_FILE);

/// Lines of a data file.
const fn lines(file: &[u8]) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < file.len() {
        count += (file[at] == b'\n') as usize;
        at += 1;
    }
    count
}

/// The first column of a data file, which is sorted (a test sees to it).
const fn keys<const N: usize>(file: &[u8]) -> [u128; N] {
    let mut keys = [0; N];
    let (mut line, mut at, mut width, mut in_word) = (0, 0, 0, true);
    while at < file.len() {
        if file[at] == b'\n' {
            line += 1;
            width = 0;
            in_word = true;
        } else if file[at] == b'\t' {
            in_word = false;
        } else if in_word {
            assert!(width < LONGEST_WORD, "a word in a data file is too long");
            keys[line] |= (file[at] as u128) << (8 * (LONGEST_WORD - 1 - width));
            width += 1;
        }
        at += 1;
    }
    keys
}

/// The byte that follows the `column`th tab of the line that starts at `at`, and the next line.
const fn cell(file: &[u8], mut at: usize, column: usize) -> (usize, usize) {
    let (mut tabs, mut found) = (0, at);
    while file[at] != b'\n' {
        if file[at] == b'\t' {
            tabs += 1;
            if tabs == column {
                found = at + 1;
            }
        }
        at += 1;
    }
    (found, at + 1)
}

const fn abbreviation_values<const N: usize>(
    file: &[u8],
) -> [(AbbreviationClass, AbbreviationWhen); N] {
    use AbbreviationClass as Class;
    use AbbreviationWhen as When;
    let mut values = [(Class::Title, When::Any); N];
    let (mut line, mut at) = (0, 0);
    while line < N {
        let (class, _) = cell(file, at, 1);
        let (when, next) = cell(file, at, 2);
        values[line] = (
            match (file[class], file[class + 1]) {
                (b't', _) => Class::Title,
                (b'm', _) => Class::Month,
                (b'd', _) => Class::Day,
                (b'n', b'u') => Class::Number,
                (b'v', _) => Class::Versus,
                (b'c', _) => Class::Company,
                (b'n', _) => Class::Name,
                (b'l', _) => Class::Latin,
                (b'p', _) => Class::Place,
                (b'u', _) => Class::Unit,
                _ => panic!("unknown class of abbreviation"),
            },
            match file[when] {
                b'a' => When::Any,
                b'c' => When::Capital,
                b'n' => When::Number,
                b'i' => When::Inner,
                _ => panic!("unknown condition of an abbreviation"),
            },
        );
        line += 1;
        at = next;
    }
    values
}

const fn contraction_splits<const N: usize>(file: &[u8]) -> [u8; N] {
    let mut splits = [0; N];
    let (mut line, mut at) = (0, 0);
    while line < N {
        let (split, next) = cell(file, at, 1);
        splits[line] = file[split] - b'0';
        line += 1;
        at = next;
    }
    splits
}

const fn contraction_endings(file: &[u8]) -> [u32; 32] {
    let mut endings = [0; 32];
    let mut at = 0;
    while at < file.len() {
        let (split, next) = cell(file, at, 1);
        endings[(file[split - 2] & 31) as usize] |= 1 << (file[split - 3] & 31);
        at = next;
    }
    endings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_has_no_word_twice() {
        let lists: [&[u128]; 13] = [
            &APOSTROPHE,
            &PREFIXES,
            &SUFFIXES,
            &UNITS,
            &STARTERS,
            &SPEECH_VERBS,
            &CREDITS,
            &AFTER_TIME,
            &DOMAIN_KEYS,
            &EXTENSION_KEYS,
            &CURRENCY_KEYS,
            &ABBREVIATION_KEYS,
            &CONTRACTION_KEYS,
        ];
        for list in lists {
            assert!(list.len() > 3);
            assert!(list.is_sorted_by(|a, b| a < b), "{list:x?}");
        }
    }

    #[test]
    fn no_contraction_is_longer_than_the_scanner_looks() {
        for line in CONTRACTION_FILE.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let word = line.split(|byte| *byte == b'\t').next().unwrap();
            assert!(word.len() <= LONGEST_CONTRACTION, "{word:?}");
        }
    }

    #[test]
    fn a_word_of_any_length_is_folded_byte_by_byte() {
        let bytes: [u8; 20] = *b"aZ@[`{\x80\xC1\xDAqAzMnOpQrSt";
        for word in (0..=bytes.len()).map(|length| &bytes[..length]) {
            let mut padded = [0; LONGEST_WORD];
            for (byte, of_word) in padded.iter_mut().zip(word) {
                *byte = of_word.to_ascii_lowercase();
            }
            assert_eq!(folded(word), u128::from_be_bytes(padded), "{word:?}");
        }
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        assert!(ENGLISH.starters.has(b"The") && !ENGLISH.starters.has(b"Treasury"));
        let mr = ENGLISH.abbreviations.get(b"MR");
        assert_eq!(mr, Some((AbbreviationClass::Title, AbbreviationWhen::Any)));
        assert_eq!(ENGLISH.contractions.split(b"Cannot"), Some(3));
        assert_eq!(ENGLISH.contractions.split(b"carrot"), None);
    }
}
