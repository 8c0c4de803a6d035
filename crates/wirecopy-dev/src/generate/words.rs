//! Words by which the raw lists are read (`data/words.tsv`): list, word, and for some lists what it stands
//! for. What each list is for is told where it is asked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

type Words = BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::new();
    for row in include_str!("../../data/words.tsv").lines().skip(1) {
        let mut cells = row.split('\t');
        if let (Some(list), Some(word)) = (cells.next(), cells.next()) {
            words.entry(list).or_default().insert(word, cells.next().unwrap_or_default());
        }
    }
    words
});

/// The words of `list`, sorted.
pub(super) fn listed(list: &str) -> impl Iterator<Item = &'static str> {
    WORDS.get(list).into_iter().flat_map(|words| words.keys().copied())
}

/// What `word` stands for in `list`; `None` if it is not there.
pub(super) fn meaning(list: &str, word: &str) -> Option<&'static str> {
    WORDS.get(list)?.get(word).copied()
}

/// Whether `word` is in `list`.
pub(super) fn has(list: &str, word: &str) -> bool {
    meaning(list, word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_every_row_is_read() {
        let rows = include_str!("../../data/words.tsv").lines().skip(1);
        assert!(rows.clone().is_sorted_by(|a, b| a < b));
        assert_eq!(rows.count(), WORDS.values().map(BTreeMap::len).sum::<usize>());
    }
}
