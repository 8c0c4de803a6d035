//! Words that a single rule asks for by themselves (`data/usages.tsv`). They have no class of their own, so
//! that the scan passes over them as over any other word.

use std::sync::LazyLock;
use wirecopy_text::WordTable;

/// What a word is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Usage {
    /// Behind a number it makes an amount of it: "10 percent" is no day of the month before it.
    Amount,
    /// Stands between a number and its unit: "five straight days".
    Between,
    /// A verb whose infinitive lies ahead: "agreed to meet Friday".
    Hope,
    /// A noun whose infinitive lies ahead, done or not: "a deal to sell the port".
    Promise,
    /// Ends with a stop that ends no sentence: "Gen."; written as it must stand.
    Shortened,
}

const NAMES: [(&str, Usage); 5] = [
    ("amount", Usage::Amount),
    ("between", Usage::Between),
    ("hope", Usage::Hope),
    ("promise", Usage::Promise),
    ("shortened", Usage::Shortened),
];

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = include_str!("../data/usages.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'))
}

/// Of each word the bits of what it is asked for.
static WORDS: LazyLock<WordTable<u8>> = LazyLock::new(|| {
    let mut words = WordTable::<u8>::default();
    for (name, word) in rows() {
        let usage = NAMES.iter().find(|(known, _)| *known == name);
        if let (Some((_, usage)), Some(bits)) = (usage, words.entry(word)) {
            *bits |= 1 << *usage as u8;
        }
    }
    words
});

impl Usage {
    /// Whether the word is asked for this.
    pub(crate) fn has(self, word: &str) -> bool {
        let bits = match self {
            Self::Shortened => WORDS.get(word.as_bytes()),
            _ => WORDS.get_lower(word.as_bytes()),
        };
        bits.is_some_and(|bits| bits >> self as u8 & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_row_is_found() {
        assert!(rows().is_sorted_by(|a, b| a < b));
        for (name, word) in rows() {
            let usage = NAMES.iter().find(|(known, _)| *known == name).expect(name).1;
            assert!(usage.has(word), "{name}: {word}");
        }
        assert!(Usage::Hope.has("Agreed") && !Usage::Shortened.has("gen"));
    }
}
