//! Lesser classes of words: each is asked by one or two rules, and there only of words that are already narrowed
//! down, so that no word of a text pays for them.
//!
//! "The Tarn Institute for Research **on** Piers" goes on behind "research", and "Chama **cha** Vigra" is joined by a
//! word of another language. The words are data (`data/lesser.tsv`, one word and its lesser classes per line); what
//! every word is asked for stands in `words.tsv`.

use std::sync::LazyLock;
use wirecopy_text::WordTable;

/// A set of lesser classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Lesser(u64);

/// Names in the data file, in bit order.
const NAMES: [&str; 37] = [
    "glue",
    "joint",
    "paper",
    "thing",
    "manner",
    "bond",
    "done",
    "exchange",
    "panel",
    "study",
    "two_seats",
    "house",
    "department",
    "chamber",
    "partial",
    "outlet",
    "club",
    "judge",
    "royal",
    "wide",
    "bureau",
    "sender",
    "peer",
    "officer",
    "seen",
    "letters",
    "office",
    "namesake",
    "settled",
    "sort",
    "chief",
    "led",
    "named_after",
    "unnamed",
    "slug",
    "take",
    "deal",
];

impl Lesser {
    /// Small words of other languages that join names of bodies and of nobody: "Espoir et Vigra".
    pub(crate) const GLUE: Self = Self(1);
    /// The same, and those that may join names of people or places, too.
    pub(crate) const JOINT: Self = Self(1 << 1);
    /// Papers that go by one common word: "the Mirror".
    pub(crate) const PAPER: Self = Self(1 << 2);
    /// What is for somebody and no body: "Guide for Parents".
    pub(crate) const THING: Self = Self(1 << 3);
    /// Adverbs before "known" and "called".
    pub(crate) const MANNER: Self = Self(1 << 4);
    /// Behind a hyphen, what a body is to somebody: "Tarn-based".
    pub(crate) const BOND: Self = Self(1 << 5);
    /// What firms and papers do more than people: "surveyed by".
    pub(crate) const DONE: Self = Self(1 << 6);
    /// Exchanges that firms are traded at: "(NYSE: VGR)".
    pub(crate) const EXCHANGE: Self = Self(1 << 7);
    /// Bodies that are on or into something: "Commission into Child Care".
    pub(crate) const PANEL: Self = Self(1 << 8);
    /// What a body does on a field: "Institute for Research on Piers".
    pub(crate) const STUDY: Self = Self(1 << 9);
    /// Bodies of two lands or towns: "Diocese of Tarn and Vigra".
    pub(crate) const TWO_SEATS: Self = Self(1 << 10);
    /// Bodies whose place may stand behind them: "Tarn Women's Hospital Vigra".
    pub(crate) const HOUSE: Self = Self(1 << 11);
    /// Parts of a council that go by its name and theirs: "Tarn County Council's Parks Committee".
    pub(crate) const DEPARTMENT: Self = Self(1 << 12);
    /// What has such parts.
    pub(crate) const CHAMBER: Self = Self(1 << 13);
    /// What is no body alone: "Staff", but "General Staff".
    pub(crate) const PARTIAL: Self = Self(1 << 14);
    /// What sends news: "Sahar news agency".
    pub(crate) const OUTLET: Self = Self(1 << 15);
    /// What opens the name of a club behind "1.".
    pub(crate) const CLUB: Self = Self(1 << 16);
    /// Letters behind the surname of a judge, as written: "Holm CJ".
    pub(crate) const JUDGE: Self = Self(1 << 17);
    /// Monarchs and their families.
    pub(crate) const ROYAL: Self = Self(1 << 18);
    /// What opens the name of a body of a whole land: "National Pot and Pan Guild".
    pub(crate) const WIDE: Self = Self(1 << 19);
    /// Behind a hyphen, what closes the name of a firm, as written: "Tarn-Info".
    pub(crate) const BUREAU: Self = Self(1 << 20);
    /// Who sends missions abroad: "European Union Mission in Norland".
    pub(crate) const SENDER: Self = Self(1 << 21);
    /// Ranks that go with the name of a place: "Duke of Tarn".
    pub(crate) const PEER: Self = Self(1 << 22);
    /// Who has an office in a firm: "vice chairman of Tarn Turbines".
    pub(crate) const OFFICER: Self = Self(1 << 23);
    /// What papers do with what others wrote: "a letter seen by Lantern".
    pub(crate) const SEEN: Self = Self(1 << 24);
    /// Things that go by letters: "the MRI", "an IPO".
    pub(crate) const LETTERS: Self = Self(1 << 25);
    /// Offices that go by letters: "the DG said".
    pub(crate) const OFFICE: Self = Self(1 << 26);
    /// Houses that are called after people: "the Ann Holm hospital".
    pub(crate) const NAMESAKE: Self = Self(1 << 27);
    /// Where people live, before "of": "the city of Tarn".
    pub(crate) const SETTLED: Self = Self(1 << 28);
    /// What kind of house it is: "the Ann Holm military hospital".
    pub(crate) const SORT: Self = Self(1 << 29);
    /// Opens the name of the highest of such bodies: "Chief Inspectorate of Piers".
    pub(crate) const CHIEF: Self = Self(1 << 30);
    /// Such bodies.
    pub(crate) const LED: Self = Self(1 << 31);
    /// Bodies that bear the name of somebody who may speak: "the Holm Foundation".
    pub(crate) const NAMED_AFTER: Self = Self(1 << 32);
    /// Nouns without an article that are no name: "Management said".
    pub(crate) const UNNAMED: Self = Self(1 << 33);
    /// What a desk puts before a headline: "Soccer-Vigra win".
    pub(crate) const SLUG: Self = Self(1 << 34);
    /// The same, before a number: "UPDATE 2-Vigra cuts forecast".
    pub(crate) const TAKE: Self = Self(1 << 35);
    /// What is done with firms: "the takeover of Vigra", "a merger with Vigra".
    pub(crate) const DEAL: Self = Self(1 << 36);

    /// Whether the word is of a class of this set.
    pub(crate) fn has(self, word: &str) -> bool {
        WORDS.get(word.as_bytes()).is_some_and(|own| own.0 & self.0 != 0)
    }
}

static WORDS: LazyLock<WordTable<Lesser>> =
    LazyLock::new(|| include_str!("../data/lesser.tsv").lines().filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, Lesser)> {
    let (word, classes) = line.split_once('\t')?;
    let bits = classes.split(' ').filter_map(|class| NAMES.iter().position(|name| *name == class));
    Some((word, Lesser(bits.fold(0, |bits, bit| bits | 1 << bit))))
}

#[cfg(test)]
mod tests {
    use super::{Lesser, NAMES};
    use wirecopy_text::WordTable;

    #[test]
    fn the_file_is_sorted_and_every_class_is_known_and_used() {
        let lines: Vec<_> = include_str!("../data/lesser.tsv").lines().collect();
        assert!(lines.is_sorted(), "sorted by bytes");
        let mut used = Vec::new();
        for line in lines {
            let (word, classes) = line.split_once('\t').unwrap();
            assert!(!word.is_empty() && word.len() <= WordTable::<Lesser>::LONGEST, "{line}");
            assert!(classes.split(' ').all(|class| NAMES.contains(&class)), "{line}");
            let as_written = classes.split(' ').all(|class| matches!(class, "bureau" | "judge"));
            assert!(as_written || word == word.to_lowercase(), "{line}");
            used.extend(classes.split(' '));
        }
        assert!(NAMES.iter().all(|name| used.contains(name)), "{used:?}");
    }

    #[test]
    fn words_have_their_classes() {
        assert!(Lesser::GLUE.has("et") && !Lesser::GLUE.has("des") && Lesser::JOINT.has("des"));
        assert!(Lesser::SENDER.has("nato") && Lesser::JUDGE.has("CJ") && !Lesser::JUDGE.has("cj"));
    }
}
