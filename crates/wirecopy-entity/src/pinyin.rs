//! Chinese names as they are written in Latin letters: "Fan Licheng", "Ouyang Meiling".
//!
//! The surname stands first, and it is often a word of English or a pronoun ("Fan", "Long", "He"); the given
//! name of two syllables is one word that no list has, or a town of that name. Both are told by the
//! syllables of the language, which are few (`data/pinyin.tsv`).

use crate::form::Form;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;
use std::sync::LazyLock;
use wirecopy_text::WordTable;

/// What the file says of a syllable, or of a surname of two.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    syllable: bool,
    surname: bool,
}

static SYLLABLES: LazyLock<WordTable<Entry>> =
    LazyLock::new(|| include_str!("../data/pinyin.tsv").lines().filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, Entry)> {
    let (word, kinds) = line.split_once('\t')?;
    let entry = Entry { syllable: kinds.contains("syllable"), surname: kinds.contains("surname") };
    Some((word, entry))
}

fn is_syllable(text: &str) -> bool {
    SYLLABLES.get(text.as_bytes()).is_some_and(|entry| entry.syllable)
}

/// Whether a word in lower case is a surname.
pub(crate) fn is_surname(lower: &str) -> bool {
    SYLLABLES.get(lower.as_bytes()).is_some_and(|entry| entry.surname)
}

/// Whether a word in lower case is two syllables.
pub(crate) fn is_pair(lower: &str) -> bool {
    let cuts = lower.char_indices().map(|(at, _)| at).filter(|at| (1..=6).contains(at));
    cuts.filter_map(|at| lower.split_at_checked(at))
        .any(|(first, last)| is_syllable(first) && is_syllable(last))
}

/// A given name of two syllables, by its letters and the lists.
fn is_given(form: &Form<'_>) -> bool {
    form.pair
        && !form.listed_common
        && form.class.is_plain()
        && (form.given < 4 || is_foreign(form.lower()))
}

/// "Xiaoling", "Jianping": two syllables of which given names of other languages are not made, whatever list
/// has the name.
fn is_foreign(lower: &str) -> bool {
    let opens = ["x", "q", "zh"].iter().any(|letters| lower.starts_with(letters));
    let sounds = ["ang", "eng", "ing", "ong", "iao", "uan", "uo", "ui"];
    let inner = ["xi", "xu", "zh", "qi"].iter().any(|sound| lower.contains(sound));
    lower.len() > 4 && inner
        || lower.len() > 5 && (opens || sounds.iter().any(|sound| lower.contains(sound)))
}

impl Scene<'_> {
    /// Whether the words are a surname and a given name of two syllables.
    pub(crate) fn is_pinyin(&self, name: &Range<usize>) -> bool {
        name.len() == 2
            && is_given(self.words.form(name.start + 1))
            && is_surname(self.words.lower(name.start))
    }

    /// "Fan | Licheng": no other word of the run is a name.
    pub(crate) fn pinyin_name(&mut self, word: usize) -> Option<usize> {
        let given = word + 1;
        let next = self.words.near(word, given)?;
        let plain = |at: usize| {
            let it = self.words.word(at);
            it.capital && it.kind == WordKind::Word && !it.compound && !it.capitals && self.free(at)
        };
        let (capital, name) = (next.capital, word..given + 1);
        let beside = |at: usize| {
            self.words.near(word, at).is_some_and(|it| {
                it.capital && it.kind == WordKind::Word && !it.start && self.free(at)
            })
        };
        let told = self.class_after(word, given + 1).any(Class::SAY)
            || self.after(word, given + 1) == "," && self.is_person_aside(given + 2, word);
        let town =
            !told && self.single(given).is_some_and(|listed| listed.place >= 4.5 || listed.demonym);
        let fits = capital
            && is_given(self.words.form(given))
            && is_surname(self.words.lower(word))
            && plain(word)
            && plain(given)
            && !town
            && !beside(given + 1)
            && !word.checked_sub(1).is_some_and(beside)
            && !self.is_possessive(word)
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word);
        if !fits {
            return None;
        }
        self.mark_sure(name, EntityKind::Person, MentionReason::NameShape)?;
        Some(given + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted() {
        let lines: Vec<_> = include_str!("../data/pinyin.tsv").lines().collect();
        assert!(lines.is_sorted(), "sorted by bytes");
        for line in lines {
            assert!(row(line).is_some_and(|(_, entry)| entry.syllable || entry.surname), "{line}");
        }
    }

    #[test]
    fn given_names_are_two_syllables() {
        for name in ["licheng", "meiling", "jianguo", "xiaoyan", "guangyi"] {
            assert!(is_pair(name), "{name}");
        }
        for word in ["banner", "street", "norland", "wei", "ukrainian"] {
            assert!(!is_pair(word), "{word}");
        }
        assert!(is_surname("fan") && is_surname("ouyang") && !is_surname("holm"));
    }
}
