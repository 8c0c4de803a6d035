//! What single words say about the names beside them.
//!
//! "Deputy" never opens a name and often opens a role; "River" closes the name of a place; "Monday"
//! is no surname. The words are data (`data/words.tsv`, one word and its classes per line); this file
//! only reads them.

use crate::map::Map;
use std::fmt;
use std::sync::LazyLock;
use wirecopy_text::WordTable;

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

/// Class names in the data file, in bit order.
const NAMES: [&str; 64] = [
    "honorific",
    "male",
    "female",
    "title",
    "role",
    "modifier",
    "portfolio",
    "company",
    "org_end",
    "org_weak",
    "org_start",
    "org_of",
    "place_end",
    "place_strong",
    "place_start",
    "direction",
    "particle",
    "calendar",
    "say",
    "act",
    "government",
    "near",
    "function",
    "suffix",
    "event",
    "sport",
    "match",
    "body",
    "stake",
    "syllable",
    "honours",
    "noun",
    "staff",
    "purpose",
    "chamber",
    "held",
    "deed",
    "trade",
    "kin",
    "foreign",
    "storm",
    "before_body",
    "behind_body",
    "behind_title",
    "of_land",
    "tells_body",
    "seat",
    "of_place",
    "travel",
    "members",
    "foreign_place",
    "fighting",
    "fighters",
    "realm",
    "ampersand",
    "bracket",
    "courtesy",
    "bali",
    "viet",
    "head",
    "fore",
    "joins",
    "rank",
    "tail",
];

impl Class {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const HONORIFIC: Self = Self(1);
    pub(crate) const MALE: Self = Self(1 << 1);
    pub(crate) const FEMALE: Self = Self(1 << 2);
    pub(crate) const TITLE: Self = Self(1 << 3);
    pub(crate) const ROLE: Self = Self(1 << 4);
    pub(crate) const MODIFIER: Self = Self(1 << 5);
    pub(crate) const PORTFOLIO: Self = Self(1 << 6);
    pub(crate) const COMPANY: Self = Self(1 << 7);
    pub(crate) const ORG_END: Self = Self(1 << 8);
    pub(crate) const ORG_WEAK: Self = Self(1 << 9);
    pub(crate) const ORG_START: Self = Self(1 << 10);
    pub(crate) const ORG_OF: Self = Self(1 << 11);
    pub(crate) const PLACE_END: Self = Self(1 << 12);
    pub(crate) const PLACE_STRONG: Self = Self(1 << 13);
    pub(crate) const PLACE_START: Self = Self(1 << 14);
    pub(crate) const DIRECTION: Self = Self(1 << 15);
    pub(crate) const PARTICLE: Self = Self(1 << 16);
    pub(crate) const CALENDAR: Self = Self(1 << 17);
    pub(crate) const SAY: Self = Self(1 << 18);
    pub(crate) const ACT: Self = Self(1 << 19);
    pub(crate) const GOVERNMENT: Self = Self(1 << 20);
    pub(crate) const NEAR: Self = Self(1 << 21);
    pub(crate) const FUNCTION: Self = Self(1 << 22);
    pub(crate) const SUFFIX: Self = Self(1 << 23);
    pub(crate) const EVENT: Self = Self(1 << 24);
    pub(crate) const SPORT: Self = Self(1 << 25);
    pub(crate) const MATCH: Self = Self(1 << 26);
    /// What a company or other body is: "the biggest bank".
    pub(crate) const BODY: Self = Self(1 << 27);
    /// What one holds in a company: "shares in Norden".
    pub(crate) const STAKE: Self = Self(1 << 28);
    /// A noun that stands before the noun of a role: "union leader".
    pub(crate) const NOUN: Self = Self(1 << 31);
    /// The second half of an East Asian given name: "Ji-hoon", "Wen-hua".
    pub(crate) const SYLLABLE: Self = Self(1 << 29);
    /// Letters behind a name that are no part of it: "KC", "OBE".
    pub(crate) const HONOURS: Self = Self(1 << 30);
    /// People whom firms employ to judge: "analysts at Norden".
    pub(crate) const STAFF: Self = Self(1 << 32);
    /// A parliament or office of one word: "Congress".
    pub(crate) const CHAMBER: Self = Self(1 << 34);
    /// What a centre that is a body is for: "Flood Warning Centre".
    pub(crate) const PURPOSE: Self = Self(1 << 33);
    /// What companies have and people have not: "Norden's fleet".
    pub(crate) const HELD: Self = Self(1 << 35);
    /// What opens the name of a body in another language: "Movimiento Sierra Libre".
    pub(crate) const FOREIGN: Self = Self(1 << 39);
    /// What has a given name and is no person: "Hurricane Hester".
    pub(crate) const STORM: Self = Self(1 << 40);
    /// Relatives who share a surname: "her brother".
    pub(crate) const KIN: Self = Self(1 << 38);
    /// What companies deal in: "Onega Metals".
    pub(crate) const TRADE: Self = Self(1 << 37);
    /// What companies do more than people: "Norden operates".
    pub(crate) const DEED: Self = Self(1 << 36);

    /// What stands before the name of a body: "shipper Halden Marine".
    pub(crate) const BEFORE_BODY: Self = Self(1 << 41);
    /// What stands behind the name of a body: "Norden shares".
    pub(crate) const BEHIND_BODY: Self = Self(1 << 42);
    /// What is a courtesy title behind another, and a name elsewhere: "Tan Sri", "Datuk Sri".
    pub(crate) const BEHIND_TITLE: Self = Self(1 << 43);
    /// What only a land has: "Norland's deputy prime minister".
    pub(crate) const OF_LAND: Self = Self(1 << 44);
    /// What says behind an unknown name that it is a body's: "Norden party", "Norden index".
    pub(crate) const TELLS_BODY: Self = Self(1 << 45);
    /// A body that is named for where it is: "Norden Town Council". Norden is the place.
    pub(crate) const SEAT: Self = Self(1 << 46);
    /// What is of a place: "the mayor of Norden".
    pub(crate) const OF_PLACE: Self = Self(1 << 47);
    /// Ways and what one does on them: "the bus to Norden".
    pub(crate) const TRAVEL: Self = Self(1 << 48);
    /// Whom a body is of, or what it is, before what it is for: "Citizens for Change".
    pub(crate) const MEMBERS: Self = Self(1 << 49);
    /// What opens the name of a place in another language: "Stade de Ribeira".
    pub(crate) const FOREIGN_PLACE: Self = Self(1 << 50);
    /// What a group is said to be whose name stands before it: "the Harakat rebel group".
    pub(crate) const FIGHTING: Self = Self(1 << 51);
    /// Who fights: "the Harakat militia".
    pub(crate) const FIGHTERS: Self = Self(1 << 52);
    /// What is named behind "of": "Republic of Ribeira", "Gulf of Ribeira".
    pub(crate) const REALM: Self = Self(1 << 53);
    /// The sign between partners: "Holm & Rowe".
    pub(crate) const AMPERSAND: Self = Self(1 << 54);
    /// The sign that opens what explains: "Harbour Safety Board (HSB)".
    pub(crate) const BRACKET: Self = Self(1 << 55);
    /// What opens a whole name out of courtesy: "Haji Musa Tarn", "U Thein Zaw".
    pub(crate) const COURTESY: Self = Self(1 << 56);
    /// Given names of Bali, which tell a child's place among its brothers and sisters: "I Wayan Sudra".
    pub(crate) const BALI: Self = Self(1 << 57);
    /// Surnames of Vietnam: "Nguyen Phu Tam".
    pub(crate) const VIET: Self = Self(1 << 58);
    /// What is a body only before "of" and "for": "Infirmary of Ribeira".
    pub(crate) const HEAD: Self = Self(1 << 59);
    /// What opens a name and is part of it, though it is a word or cut short: "Md. Karim Holm", "Tengku Karim".
    pub(crate) const FORE: Self = Self(1 << 60);
    /// Small words that only people have inside their names: "Karim bin Holm", "Karim anak Holm".
    pub(crate) const JOINS: Self = Self(1 << 61);
    /// Ranks and offices in letters before a name: "DI Holm", "CS Holm".
    pub(crate) const RANK: Self = Self(1 << 62);
    /// Courtesies that a hyphen joins to a name: "Holm-san", "Tapan-babu".
    pub(crate) const TAIL: Self = Self(1 << 63);

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set less the other.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set as a number.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    /// Less the classes of what only stands beside names and is a word like others.
    pub(crate) const fn own(self) -> Self {
        let beside = Self::BEFORE_BODY.or(Self::BEHIND_BODY).or(Self::BEHIND_TITLE);
        let places = Self::OF_LAND.or(Self::OF_PLACE).or(Self::TRAVEL);
        self.without(
            beside
                .or(places)
                .or(Self::TELLS_BODY)
                .or(Self::SEAT)
                .or(Self::MEMBERS)
                .or(Self::FOREIGN_PLACE)
                .or(Self::FIGHTING)
                .or(Self::FIGHTERS)
                .or(Self::REALM)
                .or(Self::AMPERSAND)
                .or(Self::BRACKET)
                .or(Self::COURTESY)
                .or(Self::BALI)
                .or(Self::VIET)
                .or(Self::HEAD)
                .or(Self::FORE)
                .or(Self::JOINS)
                .or(Self::RANK)
                .or(Self::TAIL),
        )
    }

    /// Whether the word is one like others.
    pub(crate) const fn is_plain(self) -> bool {
        self.own().0 == 0
    }

    /// Whether the two share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl fmt::Debug for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set = NAMES.iter().enumerate().filter(|(bit, _)| self.0 & (1 << bit) != 0);
        f.debug_set().entries(set.map(|(_, name)| name)).finish()
    }
}

static WORDS: LazyLock<WordTable<Class>> =
    LazyLock::new(|| include_str!("../data/words.tsv").lines().filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, Class)> {
    let (word, classes) = line.split_once('\t')?;
    let bits = classes.split(' ').filter_map(|class| NAMES.iter().position(|name| *name == class));
    Some((word, Class(bits.fold(0, |bits, bit| bits | 1 << bit))))
}

/// The classes of a word in lower case. One look-up.
pub(crate) fn classes(lower: &str) -> Class {
    WORDS.get(lower.as_bytes()).copied().unwrap_or(Class::NONE)
}

static REGIONS: LazyLock<Map<&str, &str>> = LazyLock::new(|| {
    include_str!("../data/regions.tsv").lines().filter_map(|line| line.split_once('\t')).collect()
});

/// The full name of an abbreviated state or province: "Calif." is California.
pub(crate) fn region(abbreviation: &str) -> Option<&'static str> {
    REGIONS.get(abbreviation).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_every_class_is_known() {
        let lines: Vec<_> = include_str!("../data/words.tsv").lines().collect();
        assert!(lines.is_sorted(), "sorted by bytes");
        for line in lines {
            let (word, names) = line.split_once('\t').unwrap();
            assert!(!word.is_empty() && word == word.to_lowercase(), "{line}");
            assert_ne!(classes(word), Class::NONE, "{line}: too long");
            assert!(names.split(' ').all(|name| NAMES.contains(&name)), "{line}");
        }
    }

    #[test]
    fn words_have_their_classes() {
        assert!(classes("mr.").any(Class::HONORIFIC) && classes("mr.").any(Class::MALE));
        assert!(classes("deputy").any(Class::MODIFIER));
        assert!(classes("monday").any(Class::CALENDAR));
        assert_eq!(classes("zzzz"), Class(0));
    }
}
