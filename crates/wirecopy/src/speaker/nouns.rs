//! What single words say of somebody who is described (`data/descriptions.tsv`; each kind of row is
//! told in `data/SOURCES.md`).

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
    Court,
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
const KINDS: [(&str, Noun); 24] = [
    ("agency", Noun::Agency),
    ("any", Noun::Any),
    ("behind", Noun::Behind),
    ("body", Noun::Body),
    ("court", Noun::Court),
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

/// What is known of a word.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Bits of [`Noun`].
    kinds: u32,
    /// Groups of nouns for bodies that may stand for one another.
    alike: Vec<&'static str>,
    /// The heads of roles that it may stand for.
    pub(super) fits: Vec<&'static str>,
    /// A relative, and of which gender (`?` for either).
    pub(super) kin: Option<&'static str>,
    sex: Option<&'static str>,
    /// The ways to write offices that begin with it, and each office.
    pub(super) offices: Vec<(&'static str, &'static str)>,
}

/// What is known of a word that is in no row.
static NOTHING: Known = Known {
    kinds: 0,
    alike: Vec::new(),
    fits: Vec::new(),
    kin: None,
    sex: None,
    offices: Vec::new(),
};

impl Known {
    pub(super) const fn is(&self, noun: Noun) -> bool {
        self.kinds & 1 << noun as u32 != 0
    }

    /// The gender of whoever the noun may be for: "the actress".
    pub(super) fn gender(&self) -> Option<Gender> {
        match self.sex.or(self.kin)? {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            _ => None,
        }
    }
}

fn rows() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/descriptions.tsv").lines()
}

static WORDS: LazyLock<WordTable<Known>> = LazyLock::new(|| {
    let mut words = WordTable::<Known>::default();
    for row in rows() {
        let mut columns = row.split('\t');
        let (Some(kind), Some(word)) = (columns.next(), columns.next()) else { continue };
        let for_what = columns.next().unwrap_or_default();
        let key = if kind == "same" { word.split(' ').next().unwrap_or_default() } else { word };
        let Some(known) = words.entry(key) else { continue };
        match kind {
            "alike" => known.alike = for_what.split(' ').collect(),
            "fits" => known.fits = for_what.split(' ').collect(),
            "kin" => known.kin = Some(for_what),
            "sex" => known.sex = Some(for_what),
            "same" => known.offices.push((word, for_what)),
            _ => {
                let noun = KINDS.iter().find(|(name, _)| *name == kind);
                known.kinds |= noun.map_or(0, |(_, noun)| 1 << *noun as u32);
            }
        }
    }
    words
});

/// What is known of the word, which is in small letters. One look-up.
pub(super) fn known(word: &str) -> &'static Known {
    WORDS.get(word.as_bytes()).unwrap_or(&NOTHING)
}

/// Whether the word, in small letters, is `noun`. One look-up.
pub(super) fn is(word: &str, noun: Noun) -> bool {
    known(word).is(noun)
}

/// Whether a word behind the name of a body leaves the name the head: "Interfax news agency".
pub(super) fn is_behind_body(word: &str) -> bool {
    WORDS.get_lower(word.as_bytes()).is_some_and(|known| known.is(Noun::Behind))
}

/// Whether the noun is one for a body of whatever kind: "the opposition", "the company".
pub(super) fn is_body(noun: &str) -> bool {
    let known = known(noun);
    known.is(Noun::Agency) || known.is(Noun::Body) || known.is(Noun::Realm)
}

/// Whether two nouns for bodies may stand for one another: "the party" for an alliance.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let other = &known(other).alike;
    known(one).alike.iter().any(|group| other.contains(group))
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
    fn every_row_is_found() {
        for (kind, word) in rows().filter_map(|row| row.split_once('\t')) {
            if let Some((_, noun)) = KINDS.iter().find(|(name, _)| *name == kind) {
                assert!(is(word, *noun), "{kind}: {word}");
            }
        }
        for row in rows().filter(|row| row.starts_with("fits") || row.starts_with("kin")) {
            let known = known(row.split('\t').nth(1).unwrap());
            assert!(!known.fits.is_empty() || known.kin.is_some(), "{row}");
        }
        assert!(!is("table", Noun::Any) && is_behind_body("Tuesday") && are_alike("bloc", "party"));
    }
}
