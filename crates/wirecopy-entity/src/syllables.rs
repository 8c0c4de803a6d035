//! Names of syllables, whose surname stands first: "Park Hae-sook", "Ri Song Hyok", "Chen Wei-lin".

use crate::lexicon::{Class, classes};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{LONGEST_NAME, Scene};
use crate::words::{Style, WordKind};
use std::ops::Range;

impl Scene<'_> {
    /// Whether the surname stands first: "Park Hae-sook", "Ri Song Hyok".
    pub(crate) fn is_syllabic(&self, name: &Range<usize>) -> bool {
        let given = name.start + 1;
        if name.len() == 3 {
            let opens = self.words.form(name.start);
            let surname = self.class(name.start).any(Class::SYLLABLE) || opens.surname >= 3;
            return surname
                && (2..=6).contains(&opens.letters)
                && name.clone().all(|word| {
                    let it = self.words.word(word);
                    it.capital && !it.compound && it.kind == WordKind::Word
                })
                && (given..name.end).all(|word| self.class(word).any(Class::SYLLABLE))
                && self.words.form(name.end - 1).surname < 7;
        }
        if self.is_pinyin(name) {
            return true;
        }
        name.len() == 2
            && self.words.word(given).compound
            && self.words.lower(given).split('-').count() == 2
            && self.words.lower(given).split('-').all(|half| classes(half).any(Class::SYLLABLE))
    }

    /// "Park Hae-sook", "Ri Song Hyok": a surname and two syllables.
    pub(crate) fn syllables(&mut self, word: usize) -> Option<usize> {
        let next = word + 1;
        let three = word..word + 3;
        if self.class_after(word, next).any(Class::SYLLABLE)
            && self.is_syllabic(&three)
            && self.beside(word, word + 2)
            && three.clone().all(|at| self.common(at) < 0.3 && self.is_name_like(at))
            && self.words.near(word, three.end).is_none_or(|it| !it.capital)
            && !self.is_furniture(word)
            && self.words.style(word) == Style::Sentence
        {
            let end = three.end;
            self.mark_sure(three, EntityKind::Person, MentionReason::NameShape)?;
            return Some(end);
        }
        let it = self.words.near(word, next).filter(|it| it.compound && it.capital)?;
        let (compound, capitals) = (it.compound, it.capitals);
        let surname = self.words.word(word);
        let fits = compound
            && surname.capital
            && surname.kind == WordKind::Word
            && (2..=7).contains(&self.words.form(word).letters)
            && (!self.class(word).any(Class::FUNCTION.or(Class::CALENDAR).or(Class::HONORIFIC))
                || matches!(
                    self.words.lower(word),
                    "an" | "do" | "ha" | "he" | "in" | "no" | "oh" | "ok" | "on" | "so" | "you"
                ))
            && self.free(word)
            && self.free(next)
            && !self.is_furniture(word)
            && self.is_syllabic(&(word..next + 1))
            && (capitals || self.words.style(word) != Style::Capitals);
        if !fits {
            return None;
        }
        self.mark_sure(word..next + 1, EntityKind::Person, MentionReason::NameShape)?;
        Some(next + 1)
    }

    /// "Anis-ur-Rahman": an article between hyphens.
    pub(crate) fn hyphened_name(&mut self, word: usize) -> Option<usize> {
        const ARTICLES: [&str; 8] = ["ur", "ul", "uz", "ud", "us", "un", "ibn", "bin"];
        let it = self.words.word(word);
        if !it.compound {
            return None;
        }
        let text = self.words.form(word).text();
        let mut pairs = text.split('-').zip(text.split('-').skip(1)).skip(1);
        let joins = |(article, behind): (&str, &str)| {
            ARTICLES.contains(&article) && behind.starts_with(char::is_uppercase)
        };
        let fits = it.capital
            && self.is_name_like(word)
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word)
            && pairs.any(joins);
        if !fits {
            return None;
        }
        let end = self.name_end(word, LONGEST_NAME - 1).max(word + 1);
        let start = self.with_earlier_name(word);
        self.mark_sure(start..end, EntityKind::Person, MentionReason::NameShape)?;
        Some(end)
    }

    /// "Kim Sang-gyu", "Fan Licheng": the given name is the one behind.
    pub(crate) fn is_surname_first(&self, word: usize) -> bool {
        let next = word + 1;
        let joined = |text: &str| {
            text.split('-').count() == 2
                && text.split('-').all(|half| classes(half).any(Class::SYLLABLE))
        };
        self.words.form(word).surname > 0
            && self.words.near(word, next).is_some_and(|it| it.capital)
            && (self.words.word(next).compound && joined(self.words.lower(next))
                || self.is_pinyin(&(word..next + 1)))
    }

    /// "Chong-sik Lee": two syllables joined, and a surname behind them.
    pub(crate) fn joined_syllables(&mut self, word: usize) -> Option<usize> {
        let it = self.words.word(word);
        let surname = word + 1;
        let text = self.words.lower(word);
        let fits = it.compound
            && it.capital
            && text.split('-').count() == 2
            && text.split('-').all(|half| classes(half).any(Class::SYLLABLE))
            && self.free(word)
            && self.beside(word, surname)
            && self.free(surname)
            && self.is_name_like(surname)
            && self.words.form(surname).surname > 0
            && self.words.near(word, word + 2).is_none_or(|next| !next.capital)
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word);
        if !fits {
            return None;
        }
        self.mark_sure(word..word + 2, EntityKind::Person, MentionReason::NameShape)?;
        Some(word + 2)
    }
}
