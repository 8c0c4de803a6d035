//! The words of a line: how many, in which case, and which of the lists they are in.

use std::sync::LazyLock;
use wirecopy_text::floor_char_boundary;

/// Bytes of the longest function word.
const LONGEST_FUNCTION_WORD: usize = 10;

/// A list of `data/words.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// What ends with a stop and no sentence, behind a name: "Jr."
    Abbreviation,
    /// What a question opens with.
    Asks,
    /// What says when: months and days of the week by three letters, units, time zones.
    Calendar,
    /// What stands in small letters within a name.
    Particle,
    /// What a slug is told by.
    Wire,
    /// What somebody has made, before "by" and a name.
    Work,
    /// What a writer is, at the end of a byline without "By".
    Writer,
}

const LISTS: [(&str, List); 7] = [
    ("abbreviation", List::Abbreviation),
    ("asks", List::Asks),
    ("calendar", List::Calendar),
    ("particle", List::Particle),
    ("wire", List::Wire),
    ("work", List::Work),
    ("writer", List::Writer),
];

static WORDS: LazyLock<[Vec<&'static str>; LISTS.len()]> = LazyLock::new(|| {
    LISTS.map(|(name, _)| {
        let rows = include_str!("../data/words.tsv").lines().map(|row| row.split_once('\t'));
        rows.flatten().filter(|(list, _)| *list == name).map(|(_, word)| word).collect()
    })
});

/// The words of `list`, in order.
pub(crate) fn listed(list: List) -> &'static [&'static str] {
    WORDS.get(list as usize).map_or(&[], Vec::as_slice)
}

static FUNCTION_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../data/function_words.txt").lines().collect());

/// The first bytes of `line`, at most `length`, without half a character.
pub(crate) fn head(line: &str, length: usize) -> &str {
    line.get(..floor_char_boundary(line, length)).unwrap_or("")
}

/// `line` in lower case.
pub(crate) fn lower(line: &str) -> String {
    let changes = |c: char| !c.is_ascii() && !c.to_lowercase().eq([c]);
    if !line.is_ascii() && line.contains(changes) {
        line.to_lowercase()
    } else {
        line.to_ascii_lowercase()
    }
}

/// Number of words of `line`, at most `most`: what white space sets apart.
pub(crate) fn count(line: &str, most: usize) -> usize {
    if !line.is_ascii() {
        return count_slowly(line, most);
    }
    let is_space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let bytes = line.as_bytes();
    let first = bytes.first().is_some_and(|first| !is_space(*first));
    // So many that their count fits into a byte.
    let pairs = bytes.chunks(128).zip(bytes.get(1..).unwrap_or(&[]).chunks(128));
    let begun = pairs.map(|(before, bytes)| {
        let begins = |(before, byte): (&u8, &u8)| is_space(*before) & !is_space(*byte);
        usize::from(before.iter().zip(bytes).fold(0, |count, pair| count + u8::from(begins(pair))))
    });
    most.min(usize::from(first) + begun.sum::<usize>())
}

/// The same, beyond ASCII too.
fn count_slowly(line: &str, most: usize) -> usize {
    let (mut count, mut inside, mut at) = (0, false, 0);
    while let Some(rest) = line.as_bytes().get(at..).filter(|rest| !rest.is_empty() && count < most)
    {
        if let Some(bytes) = rest.first_chunk::<8>().filter(|bytes| bytes.is_ascii()) {
            count += begun(*bytes, &mut inside);
            at += 8;
            continue;
        }
        for (from, byte) in (at..).zip(rest.iter().take(8)) {
            let space = match byte {
                b' ' | b'\t'..=b'\r' => true,
                // The rest of a character is what its first byte is.
                0x80..=0xBF => continue,
                // All white space beyond ASCII begins with one of these.
                0xC2 | 0xE1..=0xE3 => {
                    line.get(from..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
                }
                _ => false,
            };
            count += usize::from(!space && !inside);
            inside = !space;
        }
        at += 8;
    }
    count.min(most)
}

/// Number of words that begin in eight ASCII bytes, all looked at at once; `inside` says whether a word
/// goes on before them, and is made to say it of what comes after.
fn begun(bytes: [u8; 8], inside: &mut bool) -> usize {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const TOP: u64 = 0x80 * EACH;
    let bytes = u64::from_le_bytes(bytes);
    let from = |least: u64| (bytes | TOP) - least * EACH;
    let no_blank = (bytes ^ (b' ' as u64 * EACH)) + (TOP - EACH);
    let letters = no_blank & !(from(b'\t'.into()) & !from(b'\r' as u64 + 1)) & TOP;
    let begins = letters & !(letters << 8 | u64::from(*inside) << 7);
    *inside = letters >> 63 == 1;
    // Adds up the bits: eight bytes of one each.
    ((begins >> 7).wrapping_mul(EACH) >> 56) as usize
}

/// Whether `word` is one that no line ends with unless it goes on: "of", "the".
pub(crate) fn is_function_word(word: &str) -> bool {
    word.len() <= LONGEST_FUNCTION_WORD
        && FUNCTION_WORDS.binary_search(&lower(word).as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_unique() {
        assert!(FUNCTION_WORDS.is_sorted_by(|a, b| a < b), "function_words.txt");
        let rows = include_str!("../data/words.tsv").lines().skip(1);
        assert!(rows.clone().is_sorted_by(|a, b| a < b), "words.tsv");
        let known = |row: &str| LISTS.iter().any(|(name, _)| row.split('\t').next() == Some(name));
        assert!(rows.clone().all(|row| row.split('\t').count() == 2 && known(row)), "words.tsv");
        for (place, (name, list)) in LISTS.iter().enumerate() {
            assert!(*list as usize == place && !listed(*list).is_empty(), "{name}");
        }
    }

    #[test]
    fn words_are_what_white_space_sets_apart() {
        for line in [
            "",
            "  ",
            "one",
            " one\ttwo ",
            "“A” – b…",
            "a\u{a0}b\u{2003}\u{3000}c\u{85}d",
            "née\u{200b}x",
        ] {
            assert_eq!(count(line, 9), line.split_whitespace().count(), "{line:?}");
        }
        assert_eq!(count("a b c", 2), 2);
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        for line in ["ABC", "Ärger “UM” ǅ", "ΟΔΟΣ", "İ", "naïve – “X”"] {
            assert_eq!(lower(line), line.to_lowercase());
        }
    }
}
