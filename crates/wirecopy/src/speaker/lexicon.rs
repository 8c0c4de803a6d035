//! What single words say of somebody who is described (`data/descriptions.tsv`; each kind of row is
//! told in `data/SOURCES.md`).

use std::sync::LazyLock;
use wirecopy_entity::Gender;
use wirecopy_text::WordTable;

/// What a word is. A word may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Adds,
    Agency,
    Any,
    Apart,
    Article,
    Banking,
    Behind,
    Body,
    Branch,
    Career,
    Child,
    Club,
    Comes,
    Court,
    Dead,
    Done,
    Expected,
    Family,
    Filler,
    Firm,
    Foreign,
    Fronts,
    General,
    Gone,
    Heard,
    Hidden,
    Hides,
    Hired,
    Issued,
    Lands,
    League,
    Made,
    Makes,
    More,
    Nameless,
    Office,
    Officer,
    Older,
    Openly,
    Other,
    Over,
    Own,
    Owner,
    Paper,
    Peer,
    Person,
    Preposition,
    Public,
    Rank,
    Realm,
    Release,
    Seat,
    Serves,
    Shared,
    Shown,
    Site,
    Sort,
    Speaks,
    Spouse,
    Squad,
    Stop,
    Stranger,
    Thing,
    Titled,
    Tried,
    Two,
    United,
    Vague,
    Was,
    When,
    Wide,
    Widowed,
    Work,
    Writer,
    Younger,
}

/// The kinds of rows that have two columns.
const KINDS: [(&str, Word); 75] = [
    ("adds", Word::Adds),
    ("agency", Word::Agency),
    ("any", Word::Any),
    ("apart", Word::Apart),
    ("article", Word::Article),
    ("banking", Word::Banking),
    ("behind", Word::Behind),
    ("body", Word::Body),
    ("branch", Word::Branch),
    ("career", Word::Career),
    ("child", Word::Child),
    ("club", Word::Club),
    ("comes", Word::Comes),
    ("court", Word::Court),
    ("dead", Word::Dead),
    ("done", Word::Done),
    ("expected", Word::Expected),
    ("family", Word::Family),
    ("filler", Word::Filler),
    ("firm", Word::Firm),
    ("foreign", Word::Foreign),
    ("fronts", Word::Fronts),
    ("general", Word::General),
    ("gone", Word::Gone),
    ("heard", Word::Heard),
    ("hidden", Word::Hidden),
    ("hides", Word::Hides),
    ("hired", Word::Hired),
    ("issued", Word::Issued),
    ("lands", Word::Lands),
    ("league", Word::League),
    ("made", Word::Made),
    ("makes", Word::Makes),
    ("more", Word::More),
    ("nameless", Word::Nameless),
    ("office", Word::Office),
    ("officer", Word::Officer),
    ("older", Word::Older),
    ("openly", Word::Openly),
    ("other", Word::Other),
    ("over", Word::Over),
    ("own", Word::Own),
    ("owner", Word::Owner),
    ("paper", Word::Paper),
    ("peer", Word::Peer),
    ("person", Word::Person),
    ("preposition", Word::Preposition),
    ("public", Word::Public),
    ("rank", Word::Rank),
    ("realm", Word::Realm),
    ("release", Word::Release),
    ("seat", Word::Seat),
    ("serves", Word::Serves),
    ("shared", Word::Shared),
    ("shown", Word::Shown),
    ("site", Word::Site),
    ("sort", Word::Sort),
    ("speaks", Word::Speaks),
    ("spouse", Word::Spouse),
    ("squad", Word::Squad),
    ("stop", Word::Stop),
    ("stranger", Word::Stranger),
    ("thing", Word::Thing),
    ("titled", Word::Titled),
    ("tried", Word::Tried),
    ("two", Word::Two),
    ("united", Word::United),
    ("vague", Word::Vague),
    ("was", Word::Was),
    ("when", Word::When),
    ("wide", Word::Wide),
    ("widowed", Word::Widowed),
    ("work", Word::Work),
    ("writer", Word::Writer),
    ("younger", Word::Younger),
];

/// What is known of a word.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Bits of [`Word`].
    kinds: u128,
    /// Groups of nouns for bodies that may stand for one another.
    alike: Vec<&'static str>,
    /// The heads of roles that it may stand for.
    pub(super) fits: Vec<&'static str>,
    /// A relative, and of which gender (`?` for either).
    pub(super) kin: Option<&'static str>,
    sex: Option<&'static str>,
    /// How old whoever is called so may be, from and to.
    pub(super) ages: Option<(u16, u16)>,
    /// What a body is whose name ends in the word.
    pub(super) called: Vec<&'static str>,
    /// What a body is whose name begins with the word.
    pub(super) opens: Vec<&'static str>,
    /// Whether it is a noun for whoever has or does something that a row tells.
    pub(super) is_trade: bool,
    /// Who has it, of a noun.
    keepers: Vec<&'static str>,
    /// Who does it, of a verb.
    does: Option<&'static str>,
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
    ages: None,
    called: Vec::new(),
    opens: Vec::new(),
    is_trade: false,
    keepers: Vec::new(),
    does: None,
    offices: Vec::new(),
};

impl Known {
    pub(super) const fn is(&self, what: Word) -> bool {
        self.kinds & 1 << what as u32 != 0
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

/// Endings of nouns.
struct Endings {
    all: Vec<&'static str>,
    /// A bit for each letter that closes one of them: most nouns end in none.
    letters: u32,
}

impl Endings {
    /// The endings of a kind of row.
    fn of(kind: &str) -> Self {
        let rows = rows().filter_map(|row| row.split_once('\t'));
        let all: Vec<_> = rows.filter(|(of, _)| *of == kind).map(|(_, ending)| ending).collect();
        let letters = all.iter().fold(0, |letters, ending| letters | last_letter(ending));
        Self { all, letters }
    }

    fn has(&self, noun: &str) -> bool {
        self.letters & last_letter(noun) != 0
            && self.all.iter().any(|ending| noun.ends_with(ending))
    }
}

fn last_letter(word: &str) -> u32 {
    word.bytes().next_back().map_or(0, |letter| 1 << (letter & 31))
}

/// Whether the noun ends as those for persons do: "pharmacist".
pub(super) fn ends_as_person(noun: &str) -> bool {
    static ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::of("person-ending"));
    ENDINGS.has(noun)
}

/// Whether the noun ends as those for things do: "treatment".
pub(super) fn ends_as_thing(noun: &str) -> bool {
    static ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::of("thing-ending"));
    ENDINGS.has(noun)
}

/// "13-19".
fn ages(written: &str) -> Option<(u16, u16)> {
    let (from, to) = written.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
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
            "ages" => known.ages = ages(for_what),
            "alike" => known.alike = for_what.split(' ').collect(),
            "called" => known.called = for_what.split(' ').collect(),
            "does" => known.does = Some(for_what),
            "fits" => known.fits = for_what.split(' ').collect(),
            "keeps" => known.keepers = for_what.split(' ').collect(),
            "kin" => known.kin = Some(for_what),
            "opens" => known.opens = for_what.split(' ').collect(),
            "sex" => known.sex = Some(for_what),
            "same" => known.offices.push((word, for_what)),
            _ => {
                let what = KINDS.iter().find(|(name, _)| *name == kind);
                known.kinds |= what.map_or(0, |(_, what)| 1 << *what as u32);
            }
        }
    }
    for row in rows().filter(|row| row.starts_with("keeps\t") || row.starts_with("does\t")) {
        let trades = row.rsplit('\t').next().unwrap_or_default();
        for trade in trades.split(' ') {
            if let Some(known) = words.entry(trade) {
                known.is_trade = true;
            }
        }
    }
    words
});

/// What is known of the word, which is in small letters. One look-up.
pub(super) fn known(word: &str) -> &'static Known {
    WORDS.get(word.as_bytes()).unwrap_or(&NOTHING)
}

/// Whether the word, in small letters, is `what`. One look-up.
pub(super) fn is(word: &str, what: Word) -> bool {
    known(word).is(what)
}

/// Whether the word, in letters of any case, is `what`. One look-up.
pub(super) fn is_in_any_case(word: &str, what: Word) -> bool {
    WORDS.get_lower(word.as_bytes()).is_some_and(|known| known.is(what))
}

/// Whether a word behind the name of a body leaves the name the head: "Interfax news agency".
pub(super) fn is_behind_body(word: &str) -> bool {
    is_in_any_case(word, Word::Behind)
}

/// Whether the noun is one for a body of whatever kind: "the opposition", "the company".
pub(super) fn is_body(noun: &str) -> bool {
    let known = known(noun);
    known.is(Word::Agency) || known.is(Word::Body) || known.is(Word::Realm)
}

/// "coach" of "coaches": who does it.
pub(super) fn does(verb: &str) -> Option<&'static str> {
    known(verb).does
}

/// Whether the noun is what the other keeps: "the miller" has a mill.
pub(super) fn is_kept_by(noun: &str, keeper: &str) -> bool {
    known(noun).keepers.contains(&keeper)
}

/// Whether the last word of a body's name is one for what the noun says: "the parliament" is the Storting.
pub(super) fn is_called(name: &str, noun: &str) -> bool {
    known(name).called.contains(&noun)
}

/// Whether the first word of a body's name is one for what the noun says: "the bank" is the Banco Rural.
pub(super) fn opens_as(name: &str, noun: &str) -> bool {
    known(name).opens.contains(&noun)
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
                "ages" | "alike" | "called" | "does" | "fits" | "keeps" | "kin" | "opens"
                | "same" | "sex" => 3,
                "person-ending" | "thing-ending" => 2,
                kind if KINDS.iter().any(|(name, _)| *name == kind) => 2,
                other => panic!("{other}"),
            };
            assert_eq!(columns.len(), wanted, "{line}");
        }
    }

    #[test]
    fn every_row_is_found() {
        for (kind, word) in rows().filter_map(|row| row.split_once('\t')) {
            if let Some((_, what)) = KINDS.iter().find(|(name, _)| *name == kind) {
                assert!(is(word, *what), "{kind}: {word}");
            }
        }
        for row in rows().filter(|row| row.starts_with("fits") || row.starts_with("kin")) {
            let known = known(row.split('\t').nth(1).unwrap());
            assert!(!known.fits.is_empty() || known.kin.is_some(), "{row}");
        }
        assert!(!is("table", Word::Any) && is_behind_body("Tuesday") && are_alike("bloc", "party"));
    }
}
