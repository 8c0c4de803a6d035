//! Months that are names: "June Colburn", "Brenda May". A day, a year or a word of time beside them says that
//! they are months.

use crate::lexicon::Class;
use crate::scene::Scene;
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// A month that is a given name here: "June Colburn", not "in June Colburn".
    pub(crate) fn is_month_name(&self, word: usize) -> bool {
        // "in May and June", but "Eva Holm and June Colburn".
        let listed = self.before(word) == "and"
            && (word.checked_sub(2))
                .is_some_and(|at| self.beside(word, at) && self.class(at).any(Class::CALENDAR));
        let day = word.checked_sub(1).is_some_and(|at| {
            self.beside(word, at) && self.words.word(at).kind == WordKind::Number
        });
        let particle = self.class_after(word, word + 1).any(Class::PARTICLE)
            && !self.words.word(word + 1).capital
            && self.particles_end(word + 1);
        // "the June E. Colburn Hall"
        let initial = self.words.near(word, word + 1).is_some_and(|next| {
            next.kind == WordKind::Initial
                && self.words.near(word, word + 2).is_some_and(|it| it.capital)
        });
        self.words.form(word).given >= 4
            && !self.is_behind_time_word(word)
            && !listed
            && !day
            && self.words.style(word) == Style::Sentence
            && (particle || initial || self.is_surname_next(word))
    }

    /// "in | May"
    fn is_behind_time_word(&self, word: usize) -> bool {
        matches!(
            self.before(word),
            "in" | "since"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "by"
                | "until"
                | "till"
                | "from"
                | "of"
                | "on"
                | "to"
                | "through"
                | "during"
                | "between"
                | "for"
        )
    }

    /// A month that is a surname here: "Brenda | May said", not "Brenda May 5"; alone only where the story has
    /// told of one.
    pub(crate) fn is_month_surname(&self, word: usize) -> bool {
        let number =
            |at: usize| self.beside(word, at) && self.words.word(at).kind == WordKind::Number;
        let bears =
            matches!(self.words.lower(word), "may" | "march" | "june" | "august" | "january");
        bears
            && self.words.word(word).capital
            && self.words.style(word) == Style::Sentence
            && !self.is_behind_time_word(word)
            && !number(word + 1)
            && !word.checked_sub(1).is_some_and(number)
    }

    /// "Daw Khin | Mar Oo": what is short for a month or a day is a syllable within a name, and no number stands
    /// behind it.
    pub(crate) fn is_day_within(&self, word: usize) -> bool {
        matches!(self.words.form(word).text(), "Mar" | "Sun" | "Sat" | "Dec")
            && self.words.style(word) == Style::Sentence
            && word.checked_sub(1).is_some_and(|before| {
                let plain = !self.class(before).any(Class::CALENDAR.or(Class::FUNCTION));
                plain && self.is_name_like(before) && self.words.word(before).capital
            })
    }

    /// "Brenda | May": behind a given name that is no place.
    pub(crate) fn closes_with_month(&self, start: usize, word: usize) -> bool {
        word > start
            && self.words.form(word - 1).given >= 4
            && self.single(word - 1).is_none_or(|listed| listed.place < 4.0)
            && self.is_month_surname(word)
    }
}
