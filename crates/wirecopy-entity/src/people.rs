//! People: names behind titles, names that open with a given name, names with a known surname.
//!
//! The hard cases: where a role ends and a name begins ("Deputy Spokesperson Marie Harf"), given
//! names that are words ("Will", "May"), and places that are names ("Chad Smith", "Paris Hilton").

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, LONGEST_NAME, REACH, Scene};
use crate::words::{Style, WordKind};
use std::ops::Range;

/// Words that may not stand inside a person's name.
pub(crate) const NO_NAME: Class = Class::CALENDAR.or(Class::HONORIFIC).or(Class::COMPANY);

/// How English makes words of others: such a word is rather no name.
const DERIVED: [&str; 20] = [
    "ed", "er", "ers", "ing", "ist", "ists", "ian", "ians", "ish", "ese", "ly", "ive", "ous",
    "man", "lor", "tor", "sor", "ial", "nal", "ral",
];

/// How common a word may be that is a surname though no list has it.
const RARE: f32 = 0.12;

/// "V", "XVIII": not "I", a pronoun.
fn is_numeral(text: &str) -> bool {
    text.starts_with(['V', 'X']) && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

impl Scene<'_> {
    /// The end of a person's name that starts at `start`: capitalised words, particles, initials,
    /// and a suffix. `start` itself is taken if it is name-like.
    pub(crate) fn name_end(&self, start: usize, longest: usize) -> usize {
        let mut end = start;
        let mut longest = longest;
        while end - start < longest && self.beside(start, end) && self.free(end) {
            if let Some(surname) = self.nickname_end(start, end).filter(|_| longest < REACH) {
                longest += surname - end;
                end = surname;
                continue;
            }
            if let Some(name) = self.child_of(start, end).filter(|_| longest < REACH) {
                longest += name - end;
                end = name;
                continue;
            }
            if !self.goes_on(start, end) {
                break;
            }
            // "Ramiro de la Torre Iturralde" is no longer than "Ramiro Torre Iturralde".
            let small = Class::PARTICLE.or(Class::HONORIFIC).or(Class::COURTESY);
            let inner = end > start && self.class(end).any(small);
            let initial = self.words.word(end).kind == WordKind::Initial;
            if (inner || initial || !self.words.word(end).capital) && longest < REACH {
                longest += 1;
            }
            end += 1;
            if self.is_possessive(end - 1) {
                return end;
            }
        }
        // A particle does not close a name.
        while end > start
            && !self.is_name_like(end - 1)
            && !self.closes_with_month(start, end - 1)
            && !self.is_elided_surname(end - 1)
        {
            end -= 1;
        }
        if end > start { self.with_suffix(end) } else { end }
    }

    /// The word behind a nickname in quotation marks: `Peter "The Rake" | Brandt`.
    fn nickname_end(&self, start: usize, open: usize) -> Option<usize> {
        let quote = |at: usize| {
            self.beside(start, at) && self.words.word(at).kind == WordKind::Quote && self.free(at)
        };
        // `Ronald (Nobby) | Holm`
        let bracket = self.after(start, open) == "("
            && self.after(start, open + 2) == ")"
            && self.words.form(start).given >= 3
            && !self.is_acronym(open + 1)
            && self.single(open + 1).is_none();
        let opens = open > start && (bracket || quote(open));
        if !opens || !self.words.word(open - 1).space_after {
            return None;
        }
        let close = if bracket { open + 2 } else { (open + 2..open + 5).find(|&at| quote(at))? };
        let surname = close + 1;
        let inside = self.words.word(open + 1).capital
            && (open + 1..close).all(|at| self.words.word(at).kind == WordKind::Word);
        // `Luís "Lula" | de Andrade`
        let particle = self.class_after(start, surname).any(Class::PARTICLE);
        let name = self.is_name_like(surname) && self.common(surname) < 0.3;
        (inside
            && self.words.word(close).space_after
            && self.beside(start, surname)
            && self.free(surname)
            && (particle || name)
            && self.goes_on(start, surname))
        .then_some(surname)
    }

    /// A whole run in quotation marks: the title of a work or prize.
    pub(crate) fn is_quoted(&self, words: &Range<usize>) -> bool {
        let quote =
            |at: usize| self.beside(words.start, at) && self.words.word(at).kind == WordKind::Quote;
        words.start.checked_sub(1).is_some_and(quote) && quote(words.end)
    }

    fn goes_on(&self, start: usize, word: usize) -> bool {
        let class = self.class(word);
        let first = word == start;
        let next_is_name =
            self.beside(start, word + 1) && self.is_name_like(word + 1) && self.free(word + 1);
        if class.any(Class::PARTICLE) && !self.words.word(word).capital && self.particles_end(word)
        {
            return true;
        }
        if self.closes_with_month(start, word) || !first && self.is_elided_surname(word) {
            return true;
        }
        // "Jordi Tarn | i Holm"
        let and = !first && matches!(self.words.form(word).text(), "i" | "á" | "í");
        if and && next_is_name && self.words.word(word - 1).capital {
            return true;
        }
        // "Ada | Two Rivers"
        let number = matches!(self.words.lower(word), "two" | "three" | "four" | "many");
        if number && !first && next_is_name && self.words.lower(word + 1).ends_with('s') {
            return self.words.word(word).capital && self.words.style(word) == Style::Sentence;
        }
        if !self.is_name_like(word) {
            let form = self.words.form(word);
            let modal = first && self.words.word(word).capital && form.given >= 4 && next_is_name;
            return modal && self.words.style(word) == Style::Sentence;
        }
        let initials = first && self.is_initials(word);
        if first && self.class_before(word).any(Class::HONORIFIC) && self.is_surname_after_all(word)
        {
            return true;
        }
        if first && class.any(Class::CALENDAR) && self.is_month_name(word) {
            return true;
        }
        if !first && next_is_name && self.is_day_within(word) {
            return true;
        }
        // "Turki bin | Sultan"
        if !first
            && class.any(Class::TITLE.or(Class::HONORIFIC))
            && self.class_before(word).any(Class::PARTICLE)
            && !self.words.word(word - 1).capital
        {
            return true;
        }
        if !first && next_is_name && self.is_sheikh_inside(word) {
            return true;
        }
        let shouted = if first { word } else { word - 1 };
        if class.any(NO_NAME)
            || (self.is_acronym(word)
                && self.words.word(word).span.len() > 2
                && !initials
                && !self.is_shouted_name(shouted))
        {
            return false;
        }
        if first {
            return true;
        }
        if class.any(Class::HONOURS) && self.is_acronym(word) {
            return false;
        }
        // "German Chancellor", though German is a given name too.
        let nation = self.evidence.is_demonym(word - 1);
        let inside = next_is_name && self.is_title_inside(start, word)
            || self.is_called_like_office(start, word);
        if class.any(Class::TITLE.or(Class::MODIFIER))
            && (nation || self.words.form(word).surname < 5)
            && !inside
        {
            return false;
        }
        if class.any(Class::TITLE) && !class.any(Class::PARTICLE) && next_is_name && !inside {
            return false;
        }
        !self.single(word).is_some_and(|listed| listed.demonym && self.words.form(word).surname < 4)
    }

    /// "Luc | d'Oran", "Hervé de la Tour | d'Oran".
    fn is_elided_surname(&self, word: usize) -> bool {
        self.words.lower(word).starts_with("d'") && self.is_elided(word)
    }

    /// "Abdirahman | Sheikh Nur": a courtesy title behind a name is one more of it.
    pub(crate) fn is_sheikh_inside(&self, word: usize) -> bool {
        let title = Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE).or(Class::COURTESY);
        let before = word.checked_sub(1).filter(|&before| self.beside(word, before));
        matches!(
            self.words.lower(word),
            "sheikh" | "sheik" | "shaikh" | "cheikh" | "haji" | "hajji"
        ) && self.words.word(word).capital
            && before.is_some_and(|before| {
                let it = self.words.word(before);
                it.capital
                    && it.kind == WordKind::Word
                    && self.words.form(before).given > 0
                    && !self.class(before).any(title)
                    && !self.is_strong_geography(before)
                    && !self.evidence.is_demonym(before)
            })
    }

    /// "Rep. Dale | Mayor, …": a title behind a given name with no name behind it is the surname.
    fn is_called_like_office(&self, start: usize, word: usize) -> bool {
        let title = Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE);
        word == start + 1
            && self.words.word(word).capital
            && self.words.form(start).given >= 4
            && !self.is_strong_geography(start)
            && self.class_before(start).any(title)
            && self.words.near(word, word + 1).is_none_or(|next| !next.capital)
            && (self.after(word, word + 1) == ","
                || self.class_after(word, word + 1).any(Class::SAY))
            && self.words.style(word) == Style::Sentence
    }

    /// "Ms. | Pak", "Pak said": a courtesy title in another language that no name follows.
    pub(crate) fn is_surname_after_all(&self, word: usize) -> bool {
        let it = self.words.word(word);
        self.class(word).any(Class::HONORIFIC)
            && it.kind == WordKind::Word
            && it.capital
            && self.words.style(word) == Style::Sentence
            && self.words.near(word, word + 1).is_none_or(|next| {
                !next.capital && matches!(next.kind, WordKind::Word | WordKind::Clitic)
                    || next.kind == WordKind::Punct
            })
    }

    /// Particles from here on, three at most, and a name behind them: "van der Berg".
    pub(crate) fn particles_end(&self, word: usize) -> bool {
        let mut at = word + 1;
        while at < word + 3 && self.beside(word, at) && !self.words.word(at).capital {
            if !self.class(at).any(Class::PARTICLE) || !self.free(at) {
                return self.is_name_like(at) && self.free(at);
            }
            at += 1;
        }
        self.beside(word, at) && self.is_name_like(at) && self.free(at)
    }

    /// The first surname of "Fausto | Mejía Cordero", "José Luis | Carrasco Medina" and "Ramiro | Lozada y
    /// Ruiz", whom the story calls Mejía, Carrasco and Lozada.
    pub(crate) fn first_of_two_surnames(&self, name: &Range<usize>) -> Option<usize> {
        let last = name.end.checked_sub(1)?;
        let joins = |word: usize| !self.words.word(word).capital;
        let middle = (name.start + 1..last).rev().find(|&word| !joins(word))?;
        let whole = (name.start..=middle).chain(std::iter::once(last)).all(|word| {
            self.words.word(word).capital && self.words.word(word).kind == WordKind::Word
        });
        let form = self.words.form(middle);
        let given = (name.start + 1..middle).all(|word| self.words.form(word).given >= 3);
        let listed = form.surname > 0 || self.words.form(last).surname > 0 || middle + 1 < last;
        let two = name.len() <= 6
            && whole
            && given
            && listed
            && (form.given <= 1 || form.given <= 3 && form.surname > form.given)
            && form.letters > 2
            && !self.class(middle).any(Class::PARTICLE)
            && !self.closes_body(last)
            && self.common(middle) + self.common(last) < 0.3
            && self.words.form(name.start).given > 0
            && !self.class(last).any(Class::SUFFIX);
        two.then_some(middle)
    }

    fn with_suffix(&self, end: usize) -> usize {
        let at = |word: usize| {
            self.beside(end - 1, word) && self.words.word(word).capital && {
                self.class(word).any(Class::SUFFIX)
                    || is_numeral(self.words.form(word).text())
                        && self.words.form(end - 1).given > 0
            }
        };
        if at(end) || self.beside(end - 1, end) && self.is_child_of_before(end) {
            end + 1
        } else if self.after(end - 1, end) == ","
            && at(end + 1)
            && matches!(self.words.lower(end + 1), "jr." | "sr.")
        {
            end + 2
        } else {
            end
        }
    }

    /// Names that open with a given name or initials.
    pub(crate) fn given_names(&mut self) {
        self.at_names(|scene, word| {
            scene
                .syllables(word)
                .or_else(|| scene.pinyin_name(word))
                .or_else(|| scene.hyphened_name(word))
                .or_else(|| scene.joined_syllables(word))
                .or_else(|| scene.joined_name(word))
                .or_else(|| scene.fore_name(word))
                .or_else(|| scene.given_name(word))
        });
    }

    fn given_name(&mut self, word: usize) -> Option<usize> {
        if self.is_furniture(word) || !self.opens_name(word) {
            return None;
        }
        let end = self.name_end(word, LONGEST_NAME - 1);
        // "Tan Sri"
        if end < word + 2 || self.class(end - 1).without(Class::COURTESY) == Class::BEHIND_TITLE {
            return None;
        }
        let style = self.words.style(word);
        let last = end - 1;
        let second = self.words.form(word + 1);
        let known = second.surname > 0 || self.words.form(last).surname > 0;
        let words = self.words.form(word);
        let initial = self.is_initials(word);
        // In capitals every word looks like a name.
        if style != Style::Sentence && !(known && self.common(last) < 0.5) {
            return None;
        }
        let particle = self.class(word + 1).any(Class::PARTICLE);
        let forgiven = particle || initial || known && style == Style::Sentence;
        if self.common(word + 1) > 0.6 && !forgiven {
            return None;
        }
        let month = self.class(word).any(Class::CALENDAR);
        // "Blessing Achieng": what no list has behind the word is a surname.
        let least = if self.is_surname_next(word) { 4 } else { 5 };
        if self.common(word) > 0.3 && words.given < least && !known && !month {
            return None;
        }
        let start = self.with_earlier_name(word);
        let odd = words.given < 5 || self.common(word) > 0.1;
        let work = odd && self.is_quoted(&(word..end));
        if work || self.ends_like_body(word..end) {
            return None;
        }
        let reason = MentionReason::GivenName;
        let mark = self.mark_sure(start..end, EntityKind::Person, reason)?;
        self.set_gender(mark, word);
        Some(end)
    }

    /// "Anand | Mohan Yadvendra", "Tsiro | Ben Mahdoun": a first name that is a town or that no list has,
    /// before one that is not.
    pub(crate) fn with_earlier_name(&self, word: usize) -> usize {
        let Some(before) = word.checked_sub(1).filter(|&before| self.beside(word, before)) else {
            return word;
        };
        let it = self.words.word(before);
        let form = self.words.form(before);
        // "U Tun | Myat Khaing"
        if self.is_behind_u(before) && self.free(before) {
            return before;
        }
        if self.is_fore(before) && (!form.listed_common || self.words.form(word).given == 0) {
            return before;
        }
        // "Ribeira N. Rajan", though Ribeira is a town: who is named so comes from there.
        let town = self.is_initials(word)
            && self.single(before).is_some_and(|listed| listed.place < 4.5)
            && !form.listed_common;
        let known = form.given >= 3 || form.given >= 1 && !it.start || town;
        let plain = it.capital
            && it.kind == WordKind::Word
            && self.free(before)
            && self.is_name_like(before)
            && (known || self.is_unknown_name(before))
            && self.common(before) < 0.1
            && self.class(before).is_plain()
            && !self.evidence.is_demonym(before)
            && self.words.style(word) == Style::Sentence
            && (!self.class_before(before).any(Class::NEAR)
                || before.checked_sub(2).is_some_and(|at| self.words.lower(at) == "according"));
        self.with_i(if plain { before } else { word })
    }

    /// "I | Wayan Sudra": the I of men of Bali.
    pub(crate) fn with_i(&self, start: usize) -> usize {
        let man = start.checked_sub(1).filter(|&man| self.beside(start, man) && self.free(man));
        let man = man.filter(|&man| self.words.form(man).text() == "I");
        man.filter(|_| self.class(start).any(Class::BALI)).unwrap_or(start)
    }

    /// A word of no list that does not look like one of English, and is not the last of several capitals.
    pub(crate) fn is_unknown_name(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let behind_capital = word.checked_sub(1).is_some_and(|before| {
            self.words.near(word, before).is_some_and(|it| it.capital && !it.start)
        });
        !form.listed_common
            && !self.is_acronym(word)
            && !behind_capital
            && self.single(word).is_none()
            && self.before(word) != "the"
            && !self.is_derived(word)
    }

    /// "Unranked" of "Unranked Solomin won": a word of no list, where a sentence starts, that English makes
    /// of another.
    pub(crate) fn is_opening_word(&self, word: usize) -> bool {
        let form = self.words.form(word);
        self.words.word(word).start
            && form.given == 0
            && (form.surname == 0 || self.words.form(word + 1).given >= 4)
            && self.is_derived(word)
    }

    pub(crate) fn is_derived(&self, word: usize) -> bool {
        let lower = self.words.form(word).lower();
        DERIVED.iter().any(|ending| lower.ends_with(ending))
    }

    /// The given name tells he from she.
    pub(crate) fn set_gender(&mut self, mark: usize, given: usize) {
        let form = self.words.form(given);
        // "Nguyen Thi Lan": the middle word is that of women.
        let gender = match (form.male, form.female) {
            _ if matches!(self.after(given, given + 1), "thi" | "thị") => Gender::Female,
            _ if self.is_surname_first(given) => return,
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return,
        };
        if let Some(mark) = self.marks.get_mut(mark)
            && mark.gender == Gender::Unknown
        {
            mark.gender = gender;
        }
    }

    /// "J.", "J.R.", "W.H."
    pub(crate) fn is_initials(&self, word: usize) -> bool {
        let it = self.words.word(word);
        it.kind == WordKind::Initial
            || (it.kind == WordKind::Acronym
                && it.span.len() <= 8
                && self.words.lower(word).ends_with('.')
                && !self.words.form(word).text().contains(char::is_lowercase)
                && !self.words.class(word).any(Class::FUNCTION)
                && self.single(word).is_none())
    }

    fn opens_name(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let form = self.words.form(word);
        if it.kind != WordKind::Word && self.is_initials(word) {
            // "S. China" is the south of it.
            let quarter = matches!(self.words.lower(word), "n." | "s." | "e." | "w.");
            if quarter && self.is_strong_geography(word + 1) {
                return false;
            }
            // "A. B. C. Holm"
            let is_letter = |at: &usize| {
                self.beside(word, *at) && self.words.word(*at).kind == WordKind::Initial
            };
            let next = word + 1 + (word + 1..word + 3).take_while(is_letter).count();
            // "A.J. van der Poel"
            let particle = self.class(next).any(Class::PARTICLE)
                && !self.words.word(next).capital
                && self.particles_end(next);
            return self.beside(word, next)
                && (self.is_name_like(next) || particle)
                && !self.is_acronym(next)
                && (self.common(next) < 0.7 || particle);
        }
        if !it.capital || form.given == 0 || it.kind != WordKind::Word {
            return false;
        }
        let class = self.class(word);
        if class.any(Class::CALENDAR) && !self.is_month_name(word) {
            return false;
        }
        if class.any(Class::FUNCTION)
            && (it.start && !self.is_modal_name(word)
                || form.given < 4
                || !self.is_surname_next(word))
        {
            return false;
        }
        let both = || form.given >= 5 && self.words.form(word + 1).surname >= 5;
        if it.start && self.common(word) > 0.75 && !self.is_surname_next(word) && !both() {
            return false;
        }
        if class.any(Class::TITLE.or(Class::PORTFOLIO)) && form.given < 6 {
            return false;
        }
        if self.is_acronym(word) && it.span.len() > 2 && !self.is_shouted_name(word) {
            return false;
        }
        if self.single(word).is_some_and(|listed| listed.demonym) && form.given < 5 {
            return false;
        }
        !self.is_strong_geography(word) || (form.given >= 5 && self.is_surname_next(word))
    }

    /// "Will Tarn, who …", "Will Tarn said": no question.
    fn is_modal_name(&self, word: usize) -> bool {
        let end = word + 2;
        let tells = self.class_after(word, end).any(Class::SAY)
            || self.after(word, end) == ","
                && matches!(self.after(word, end + 1), "who" | "whose" | "a" | "an" | "the");
        let modal = matches!(self.words.lower(word), "will" | "may" | "can" | "per");
        modal && tells && !self.words.form(word + 1).listed_common
    }

    /// "COL. KEVIN OBREGON, ENGINEERS:": two words in capitals, the first of them a given name.
    fn is_shouted_name(&self, word: usize) -> bool {
        let long = |at: usize| {
            self.words.near(word, at).is_some_and(|it| it.capitals && it.kind == WordKind::Word)
                && self.words.form(at).letters >= 3
        };
        self.words.form(word).given >= 3
            && long(word)
            && long(word + 1)
            && self.words.form(word + 1).letters >= 4
            && !self.class(word + 1).any(Class::TITLE.or(Class::ROLE))
            && self.common(word + 1) < 0.3
    }

    pub(crate) fn is_surname_next(&self, word: usize) -> bool {
        let next = word + 1;
        let unknown = || {
            let class = self.class(next);
            self.is_name_like(next)
                && !self.is_acronym(next)
                && self.common(next) < RARE
                && !class.any(NO_NAME.or(Class::TITLE).or(Class::ROLE).or(Class::FUNCTION))
                && self
                    .single(next)
                    .is_none_or(|l| l.place < 4.0 && l.organization < 3.0 && !l.demonym)
        };
        self.beside(word, next)
            && self.words.word(next).capital
            && (self.words.form(next).surname > 0 && self.common(next) < 0.6 || unknown())
    }

    /// "Johnson Controls Corp", "Robert Bosch GmbH", "St. Mary Hospital": the run goes on to a word
    /// that closes the name of an organisation or place.
    pub(crate) fn ends_like_body(&self, words: Range<usize>) -> bool {
        let last = words.end.saturating_sub(1);
        // "on Meadow Lane", "of Tarn Lane", though Lane is a surname.
        let given = self.words.form(words.start).given;
        let street = self.class(last).any(Class::PLACE_STRONG)
            && match self.before(words.start) {
                "on" | "along" | "off" | "down" => given < 6,
                "of" | "in" | "at" | "near" | "from" | "to" => {
                    given == 0 || self.common(words.start) > 0.3
                }
                _ => false,
            };
        if words.len() > 1 && street {
            return true;
        }
        if words.len() > 1 && self.closes_body(last) && self.words.form(last).surname < 5 {
            return true;
        }
        // "Peter Brandt Memorial Park": nobody has two such words in a name.
        if words.len() > 2 && self.closes_body(last) && self.closes_body(last - 1) {
            return true;
        }
        // "Donington Park", "Ufundi House": no given name before a noun that is a surname.
        if words.len() == 2
            && matches!(
                self.words.lower(last),
                "park"
                    | "house"
                    | "street"
                    | "center"
                    | "centre"
                    | "square"
                    | "road"
                    | "tower"
                    | "hotel"
            )
            && given == 0
            && self.class(words.start).is_plain()
            && !self.is_initials(words.start)
            && !self.class_after(last, words.end).any(Class::SAY)
        {
            return true;
        }
        // "Halvard Optics", though Halvard is a given name.
        let form = self.words.form(last);
        if (2..=3).contains(&words.len())
            && self.class(last).any(Class::TRADE)
            && ((form.surname, form.given) == (0, 0)
                || form.listed_common && form.surname < 3 && form.given < 3)
            && self.words.style(last) == Style::Sentence
        {
            return true;
        }
        // "Kilvane Outfitters", "Tarn Herons": nobody is called by several things.
        if words.len() == 2 && given == 0 && self.is_several_things(last) {
            return true;
        }
        // "Tsurumi Bay", though Bay is a surname.
        if words.len() == 2
            && self.class(last).any(Class::PLACE_STRONG)
            && (given, self.words.form(words.start).surname) == (0, 0)
            && self.class(words.start).is_plain()
        {
            return true;
        }
        let next = words.end;
        // "the broker Brandt & Lie"
        if words.len() == 1
            && given < 4
            && self.after(last, next) == "&"
            && self.words.near(last, next + 1).is_some_and(|it| it.capital)
        {
            return true;
        }
        // "the jeweller Brandt's Inc."
        if self.is_possessive(last)
            && self.class_after(last, next + 1).any(Class::COMPANY)
            && self.words.word(next + 1).capital
        {
            return true;
        }
        self.beside(last, next)
            && self.free(next)
            && self.words.word(next).capital
            && self.closes_body(next)
            && self.words.style(next) == Style::Sentence
    }

    /// "Outfitters", "Herons": a plural of English that is no surname.
    fn is_several_things(&self, word: usize) -> bool {
        let form = self.words.form(word);
        form.listed_common
            && (form.given, form.surname) == (0, 0)
            && form.letters > 4
            && form.lower().ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| form.lower().ends_with(end))
            && self.words.style(word) == Style::Sentence
    }

    pub(crate) fn closes_body(&self, word: usize) -> bool {
        self.class(word)
            .any(Class::COMPANY.or(Class::ORG_END).or(Class::PLACE_END).or(Class::EVENT))
    }

    /// "Carrier | Rheinhop said": the noun for a body where a sentence starts.
    pub(crate) fn is_opening_noun(&self, word: usize) -> bool {
        let form = self.words.form(word);
        self.words.word(word).start
            && self.class(word).any(Class::BODY)
            && form.listed_common
            && form.given == 0
    }

    /// Names without a listed given name: two name words where the second is a known surname, or
    /// where a verb of saying or an age stands beside them.
    pub(crate) fn shaped_names(&mut self) {
        self.at_names(Self::shaped_name);
    }

    fn shaped_name(&mut self, word: usize) -> Option<usize> {
        if self.is_furniture(word) || self.words.style(word) != Style::Sentence {
            return None;
        }
        let it = self.words.word(word);
        if !self.is_name_word(word)
            || it.kind != WordKind::Word
            || self.is_strong_geography(word)
            || (self.is_acronym(word) && it.span.len() > 2)
            || self.common(word) > 0.35
            || self.is_opening_noun(word)
            || it.start && self.class(word).any(Class::KIN) && self.words.lower(word).ends_with('s')
        {
            return None;
        }
        let before = word.checked_sub(1).filter(|&b| self.beside(word, b));
        if before.is_some_and(|b| self.is_name_like(b) && self.free(b) && !self.words.word(b).start)
        {
            return None;
        }
        // "Da Costa Neto" where a sentence starts: the particle goes with it.
        let particle = before.is_some_and(|b| {
            self.words.word(b).capital
                && self.words.word(b).start
                && self.free(b)
                && self.words.class(b).any(Class::PARTICLE)
        });
        if particle {
            return None;
        }
        let end = self.name_end(word, LONGEST_NAME - 1);
        let length = end - word;
        // "Artemis III"
        let numbered = (word + 1..end).all(|w| self.class(w).any(Class::SUFFIX));
        if !(2..=4).contains(&length)
            || numbered
            || self.ends_like_body(word..end)
            || self.is_quoted(&(word..end))
        {
            return None;
        }
        // "Lottery Norway": a thing and a country make a body.
        let country = |w: usize| self.single(w).is_some_and(|l| l.place >= 6.0 || l.is_region());
        let form = self.words.form(word);
        if length == 2 && country(end - 1) && form.given == 0 && form.listed_common {
            return None;
        }
        if (word + 1..end).any(|w| self.common(w) > 0.5 && self.words.form(w).surname < 5) {
            return None;
        }
        let class = self.class(word);
        if class
            .any(Class::PLACE_START.or(Class::ORG_START).or(Class::DIRECTION).or(Class::PORTFOLIO))
        {
            return None;
        }
        let last = self.words.form(end - 1);
        let surname = last.surname > 0
            && !self.evidence.is_demonym(end - 1)
            && self.single(word).is_none_or(|l| l.place < 4.5);
        let said =
            self.class_after(word, end).any(Class::SAY) || self.class_before(word).any(Class::SAY);
        let aged = self.is_aged(word, end);
        let article = self.before(word) == "the";
        let bracket =
            self.after(word, end) == "(" && self.words.line(word).is_some_and(|l| l.table);
        let hyphen = (word..end).any(|w| {
            let lower = self.words.lower(w);
            lower.starts_with("al-") || lower.starts_with("o'")
        });
        let reason = if aged || bracket || hyphen {
            MentionReason::NameShape
        } else if surname && !article && last.surname >= 2 {
            MentionReason::Surname
        } else if said && !article && length <= 3 {
            MentionReason::SpeechVerb
        } else {
            return None;
        };
        // "in Baden Baden": a place unless people talk.
        if reason == MentionReason::Surname && self.class_before(word).any(Class::NEAR) && !said {
            let known = last.surname >= 4 && self.words.form(word).surname > 0;
            if !known {
                return None;
            }
        }
        let mark = self.mark(self.with_i(word)..end, EntityKind::Person, reason)?;
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.sure = aged || said || hyphen;
        }
        Some(end)
    }

    /// "Ana Silva, 34," and "Ana Silva (34)".
    pub(crate) fn is_aged(&self, word: usize, end: usize) -> bool {
        let opens = matches!(self.after(word, end), "," | "(");
        let number = self.words.form(end + 1);
        let closes = matches!(self.after(word, end + 2), "," | ")" | ".");
        opens
            && closes
            && self.beside(word, end + 1)
            && number.text().len() <= 2
            && number.text().parse::<u8>().is_ok_and(|age| age >= 5)
    }
}
