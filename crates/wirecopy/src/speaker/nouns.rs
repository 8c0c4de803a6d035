//! What single words say of somebody who is described (`data/descriptions.tsv`; each kind of row is
//! told in `data/SOURCES.md`).

use std::collections::BTreeMap;
use std::sync::LazyLock;
use wirecopy_entity::Gender;
use wirecopy_text::WordTable;

/// What a word is. A word may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Agency,
    Any,
    Behind,
    Body,
    Expected,
    Filler,
    Firm,
    Gone,
    Hidden,
    More,
    Nameless,
    Office,
    Older,
    Other,
    Paper,
    Person,
    Public,
    Realm,
    Spouse,
    Thing,
    Wide,
    Work,
    Younger,
}

/// The kinds of rows that have two columns.
const KINDS: [(&str, Noun); 23] = [
    ("agency", Noun::Agency),
    ("any", Noun::Any),
    ("behind", Noun::Behind),
    ("body", Noun::Body),
    ("expected", Noun::Expected),
    ("filler", Noun::Filler),
    ("firm", Noun::Firm),
    ("gone", Noun::Gone),
    ("hidden", Noun::Hidden),
    ("more", Noun::More),
    ("nameless", Noun::Nameless),
    ("office", Noun::Office),
    ("older", Noun::Older),
    ("other", Noun::Other),
    ("paper", Noun::Paper),
    ("person", Noun::Person),
    ("public", Noun::Public),
    ("realm", Noun::Realm),
    ("spouse", Noun::Spouse),
    ("thing", Noun::Thing),
    ("wide", Noun::Wide),
    ("work", Noun::Work),
    ("younger", Noun::Younger),
];

/// The rows with three columns: a word, and what it stands for.
#[derive(Debug, Default)]
struct Pairs {
    alike: BTreeMap<&'static str, &'static str>,
    fits: BTreeMap<&'static str, &'static str>,
    kin: BTreeMap<&'static str, &'static str>,
    sex: BTreeMap<&'static str, &'static str>,
    /// By the first word: each way to write it, and the office.
    same: BTreeMap<&'static str, Vec<(&'static str, &'static str)>>,
}

fn rows() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/descriptions.tsv").lines()
}

static WORDS: LazyLock<WordTable<u32>> = LazyLock::new(|| {
    let mut bits: BTreeMap<&str, u32> = BTreeMap::new();
    for (kind, word) in rows().filter_map(|row| row.split_once('\t')) {
        if let Some((_, noun)) = KINDS.iter().find(|(name, _)| *name == kind) {
            *bits.entry(word).or_default() |= 1 << *noun as u32;
        }
    }
    bits.into_iter().collect()
});

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut pairs = Pairs::default();
    for row in rows() {
        let mut columns = row.split('\t');
        let (Some(kind), Some(word), Some(for_what)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        match kind {
            "alike" => drop(pairs.alike.insert(word, for_what)),
            "fits" => drop(pairs.fits.insert(word, for_what)),
            "kin" => drop(pairs.kin.insert(word, for_what)),
            "sex" => drop(pairs.sex.insert(word, for_what)),
            _ => {
                let first = word.split(' ').next().unwrap_or_default();
                pairs.same.entry(first).or_default().push((word, for_what));
            }
        }
    }
    pairs
});

/// Whether the word, in small letters, is `noun`. One look-up.
pub(super) fn is(word: &str, noun: Noun) -> bool {
    WORDS.get(word.as_bytes()).is_some_and(|bits| bits & 1 << noun as u32 != 0)
}

/// Whether a word behind the name of a body leaves the name the head: "Interfax news agency".
pub(super) fn is_behind_body(word: &str) -> bool {
    WORDS.get_lower(word.as_bytes()).is_some_and(|bits| bits & 1 << Noun::Behind as u32 != 0)
}

/// Whether the noun is one for a body of whatever kind: "the opposition", "the company".
pub(super) fn is_body(noun: &str) -> bool {
    [Noun::Agency, Noun::Body, Noun::Realm].iter().any(|kind| is(noun, *kind))
}

/// Whether two nouns for bodies may stand for one another: "the party" for an alliance.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let groups = |noun: &str| PAIRS.alike.get(noun).into_iter().flat_map(|names| names.split(' '));
    groups(one).any(|group| groups(other).any(|other| other == group))
}

/// The heads of roles that a noun may stand for.
pub(super) fn fits(noun: &str) -> impl Iterator<Item = &'static str> {
    PAIRS.fits.get(noun).into_iter().flat_map(|heads| heads.split(' '))
}

/// A relative, and of which gender (`?` for either).
pub(super) fn kin(noun: &str) -> Option<&'static str> {
    PAIRS.kin.get(noun).copied()
}

/// The gender of whoever the noun may be for: "the actress".
pub(super) fn gender(noun: &str) -> Option<Gender> {
    match *PAIRS.sex.get(noun).or_else(|| PAIRS.kin.get(noun))? {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// The ways to write offices that begin with the word, and each office.
pub(super) fn offices(first: &str) -> &'static [(&'static str, &'static str)] {
    PAIRS.same.get(first).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_every_kind_is_known() {
        let lines: Vec<_> = rows().collect();
        assert!(lines.is_sorted(), "sorted by bytes");
        for line in lines {
            let columns: Vec<_> = line.split('\t').collect();
            let wanted = match columns[0] {
                "alike" | "fits" | "kin" | "same" | "sex" => 3,
                kind if KINDS.iter().any(|(name, _)| *name == kind) => 2,
                other => panic!("{other}"),
            };
            assert_eq!(columns.len(), wanted, "{line}");
        }
    }

    #[test]
    fn every_row_of_two_columns_is_found() {
        for (kind, word) in rows().filter_map(|row| row.split_once('\t')) {
            if let Some((_, noun)) = KINDS.iter().find(|(name, _)| *name == kind) {
                assert!(is(word, *noun), "{kind}: {word}");
            }
        }
        assert!(!is("table", Noun::Any) && is_behind_body("Tuesday") && are_alike("bloc", "party"));
    }
}
