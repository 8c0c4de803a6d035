//! What a word is where it stands: its classes, how common it is, whether it may be part of a name.
//!
//! "US" in running text is no pronoun, and "The" in a headline is none of a name. Every rule asks this of
//! the same words again and again, so it is decided once.

use crate::lexicon::{self, Class};
use crate::words::{Form, Style, Word, WordKind, Words};
use wirecopy_text::Span;

/// A word in its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sense {
    /// The classes of the word as it stands here.
    pub(crate) class: Class,
    /// How usual the word is in small letters, as it stands here.
    pub(crate) common: f32,
    /// Capitals in a line that is not all capitals.
    pub(crate) acronym: bool,
    /// The word may be part of a name by its letters.
    pub(crate) name_like: bool,
}

impl Sense {
    /// Of no word.
    pub(crate) const NONE: Self =
        Self { class: Class::NONE, common: 1.0, acronym: false, name_like: false };
}

/// A word that a name may start or end with, and its classes there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prominent {
    pub(crate) word: u32,
    pub(crate) capital: bool,
    pub(crate) class: Class,
}

/// The words where rules and lists begin.
#[derive(Debug)]
pub(crate) struct Beginnings {
    /// With a capital or a hyphen, and the particles: one of them opens or closes every name.
    pub(crate) prominent: Vec<Prominent>,
    /// With which a listed name may begin, each with whether what follows joins it to another word.
    pub(crate) openers: Vec<(usize, bool)>,
}

impl Words<'_> {
    /// Decides for every word.
    pub(crate) fn read_senses(&mut self) -> Beginnings {
        let some = self.words.len() / 2;
        let (mut prominent, mut openers) = (Vec::with_capacity(some), Vec::with_capacity(some));
        for index in 0..self.words.len() {
            let word = self.word(index);
            let form = self.form_of(word);
            let (sense, opens) = (self.decide(index, word, form), form.opens());
            let Some(word) = self.words.get_mut(index) else { break };
            word.sense = sense;
            let capital = word.capital;
            if capital || word.compound || sense.class.any(Class::PARTICLE) {
                let word = u32::try_from(index).unwrap_or(u32::MAX);
                prominent.push(Prominent { word, capital, class: sense.class });
            }
            let joined = !word.space_after && is_joined(self.text.as_bytes(), word.span);
            if joined || opens {
                openers.push((index, joined));
            }
        }
        Beginnings { prominent, openers }
    }

    /// "said Per Holm", "his brother Till Brandt": small words of English that are given names elsewhere, with a
    /// capital within a sentence.
    fn is_given_name_here(&self, index: usize) -> bool {
        let word = self.word(index);
        let capital = |at: usize| self.near(index, at).is_some_and(|it| it.capital);
        word.capital
            && !word.start
            && matches!(self.lower(index), "per" | "till")
            && capital(index + 1)
            && !index
                .checked_sub(1)
                .is_some_and(|before| capital(before) && !self.word(before).start)
    }

    /// "Choe Myong | Ok": a small word of English that is the last syllable of a name.
    fn is_last_syllable(&self, index: usize) -> bool {
        let capital = |steps: usize| {
            let at = index.checked_sub(steps);
            at.filter(|&at| self.near(index, at).is_some_and(|it| it.capital && !it.compound))
        };
        let small = matches!(self.lower(index), "do" | "ho" | "in" | "no" | "ok" | "on" | "so");
        small
            && capital(1).is_some_and(|at| self.form(at).class.any(Class::SYLLABLE))
            && capital(2).is_some_and(|at| (2..=6).contains(&self.form(at).letters))
            && self.near(index, index + 1).is_none_or(|next| !next.capital)
    }

    fn decide(&self, index: usize, word: &Word, form: &Form<'_>) -> Sense {
        // Four words of five.
        if !(word.capital || word.capitals || word.compound) {
            return Sense { class: form.class, common: form.common, ..Sense::NONE };
        }
        let style = self.style(index);
        let acronym = word.capitals
            && !word.compound
            && word.kind != WordKind::Clitic
            && style != Style::Capitals
            && word.span.len() <= 8
            && !(form.common > 0.5 && self.is_shouted(index));
        let small = Class::FUNCTION.or(Class::NEAR).or(Class::SAY).or(Class::PARTICLE);
        let here = || self.is_given_name_here(index) || self.is_last_syllable(index);
        let name = acronym || style == Style::Sentence && word.capital && here();
        let class = if name { form.class.without(small) } else { form.class };
        let common = if name { 0.05 } else { form.common };
        let adjective =
            word.compound && is_adjective(form.text()) && !self.is_syllables(index, form.text());
        let name_like = !adjective && may_be_name(word, form, style, class, common);
        Sense { class, common, acronym, name_like }
    }

    /// "Kang Ji-hoon": a given name of two syllables behind a surname of one.
    fn is_syllables(&self, word: usize, text: &str) -> bool {
        let halves = text.split_once('-');
        let syllables = halves.is_some_and(|(first, last)| {
            (2..=6).contains(&first.len()) && lexicon::classes(last).any(Class::SYLLABLE)
        });
        let surname = |at: usize| {
            let form = self.form(at);
            self.near(word, at).is_some_and(|it| it.capital && it.kind == WordKind::Word)
                && (2..=7).contains(&form.text().len())
                && !form.class.any(Class::FUNCTION.or(Class::CALENDAR))
        };
        syllables && word.checked_sub(1).is_some_and(surname)
    }

    /// A common word in capitals beside another: emphasis, no acronym.
    fn is_shouted(&self, word: usize) -> bool {
        let loud = |at: usize| {
            self.near(word, at).is_some_and(|it| it.capitals && it.kind == WordKind::Word)
                && self.form(at).common > 0.5
        };
        loud(word + 1) || word.checked_sub(1).is_some_and(loud)
    }
}

/// Whether what follows joins the word to another, and it is no mere mark.
fn is_joined(text: &[u8], word: Span) -> bool {
    let begins = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
    text.get(word.end() as usize).is_some_and(begins)
        && text.get(std::ops::Range::from(word)).is_some_and(|word| word.iter().any(begins))
}

fn may_be_name(word: &Word, form: &Form<'_>, style: Style, class: Class, common: f32) -> bool {
    if !matches!(
        word.kind,
        WordKind::Word | WordKind::Initial | WordKind::Acronym | WordKind::Abbreviation
    ) {
        return false;
    }
    if !word.capital {
        return word.compound && has_small_article(form.text());
    }
    if class.any(Class::FUNCTION) {
        return false;
    }
    match style {
        Style::Sentence => true,
        Style::Title => common < 0.6,
        Style::Capitals => common < 0.25,
    }
}

/// "Boston-based", "Family-controlled": a compound that goes on in small letters.
fn is_adjective(text: &str) -> bool {
    text.rsplit_once('-')
        .is_some_and(|(_, last)| last.len() > 2 && last.starts_with(char::is_lowercase))
}

/// "al-Assad", "el-Sisi".
fn has_small_article(text: &str) -> bool {
    let Some((article, rest)) = text.split_once('-') else { return false };
    matches!(article, "al" | "el" | "ul" | "ben" | "bin" | "ad" | "as" | "an" | "ash")
        && rest.starts_with(char::is_uppercase)
}
