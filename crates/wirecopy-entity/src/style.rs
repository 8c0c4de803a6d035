//! How a line uses capitals: as in running text, as in American headlines, or all of them.

use crate::form::Facts;
use crate::input::TextRegion;
use crate::lexicon::Class;
use crate::words::{Word, WordKind};

/// How the words of a line use capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// As in running text: a capital inside a sentence is a name.
    Sentence,
    /// As in American headlines: every word of weight has a capital.
    Title,
    /// All capitals.
    Capitals,
}

/// The words of a line counted by their capitals.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Capitals {
    words: usize,
    /// In capitals altogether.
    all: usize,
    /// With a capital first.
    first: usize,
    /// Common words with a capital that no start of a sentence explains.
    lifted: usize,
    /// "With", "Over": small words that headlines leave small do not count.
    small: usize,
    numbers: usize,
}

/// What counting asks of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weight {
    /// One letter.
    letter: bool,
    /// More usual in small letters.
    common: bool,
    /// Headlines leave it small.
    light: bool,
}

impl Weight {
    /// Of no word.
    pub(crate) const NONE: Self = Self { letter: false, common: true, light: true };

    /// Of a word wherever it stands.
    pub(crate) fn of(form: &Facts) -> Self {
        Self {
            letter: form.letters == 1,
            common: form.common > 0.5,
            light: form.letters <= 2 || form.class.any(Class::FUNCTION),
        }
    }
}

impl Capitals {
    /// Counts a word.
    #[inline]
    pub(crate) fn count(&mut self, word: &Word, weight: Weight) {
        match word.kind {
            WordKind::Number => {
                self.numbers += 1;
                return;
            }
            WordKind::Punct | WordKind::Quote | WordKind::Clitic => return,
            _ => {}
        }
        self.words += 1;
        self.all += usize::from(word.capitals | (word.capital & weight.letter));
        self.first += usize::from(word.capital);
        self.lifted += usize::from(word.capital & !word.start & weight.common);
        self.small += usize::from(!(word.capital | weight.light));
    }

    /// Takes in the counts of another line.
    pub(crate) fn add(&mut self, other: Self) {
        self.words += other.words;
        self.all += other.all;
        self.first += other.first;
        self.lifted += other.lifted;
        self.small += other.small;
        self.numbers += other.numbers;
    }

    /// The style of the line.
    pub(crate) const fn style(self, region: TextRegion) -> Style {
        if self.words >= 2 && self.all * 10 > self.words * 7 {
            // "U.S. - USDA." is no line in capitals, but a short row of acronyms does little harm.
            return Style::Capitals;
        }
        let body = self.small == 0 && self.first * 10 >= self.words * 6;
        let headline = matches!(region, TextRegion::Headline)
            && self.small * 5 <= self.words
            && self.first * 3 >= self.words * 2;
        if self.lifted >= 2 && self.lifted * 5 >= self.words && (body || headline) {
            Style::Title
        } else {
            Style::Sentence
        }
    }

    /// Whether the line is a row of a table.
    pub(crate) const fn is_row(self) -> bool {
        self.numbers >= 2 && self.small + self.words.saturating_sub(self.first) <= 1
    }
}
