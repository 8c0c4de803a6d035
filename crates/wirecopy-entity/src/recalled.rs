//! Words that no rule has marked, by the sure names of the document (`document`): "Holm" alone is a person where the
//! story has an Ann Holm, and Vellmar the firm where it has Vellmar Foods Inc.
//!
//! A word like others needs more than its capital: "May told" is a person, "In May" a month; "Hope" behind "Dame" is one
//! and where a sentence starts is none.

use crate::courtesy::without_tail;
use crate::document::{Known, LONGEST, Memory};
use crate::lexicon::Class;
use crate::listed::Listed;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Key, Style, WordKind};
use std::borrow::Cow;
use std::ops::Range;

/// How common a word may be that is a first name wherever it stands alone.
const RARE: f32 = 0.02;

/// Surnames that are small words of English, and before a verb of saying are none.
fn is_small_surname(lower: &str) -> bool {
    matches!(lower, "an" | "do" | "ha" | "in" | "no" | "oh" | "ok" | "on" | "to")
}

fn demonym_or_place(listed: Option<&Listed>) -> bool {
    listed.is_some_and(|listed| listed.demonym || listed.place >= 4.5)
}

impl<'w> Scene<'w> {
    /// Marks unmarked words that the document's sure names explain.
    pub(crate) fn recall(&mut self, memory: &Memory<'_>) {
        let mut key = Key::default();
        self.at_names(|scene, word| scene.recalled(word, memory, &mut key));
    }

    fn recalled(&mut self, word: usize, memory: &Memory<'_>, key: &mut Key) -> Option<usize> {
        let it = *self.words.word(word);
        let wordlike = matches!(
            it.kind,
            WordKind::Word | WordKind::Acronym | WordKind::Abbreviation | WordKind::Initial
        );
        let particle = !it.capital && self.class(word).any(Class::PARTICLE);
        let named = it.capital || it.compound || particle;
        if !wordlike || !named || !memory.may_know(self.words.form(word)) {
            return None;
        }
        if self.is_furniture(word) {
            return None;
        }
        let style = self.words.style(word);
        if self.class(word).any(Class::CALENDAR) && style != Style::Sentence {
            return None;
        }
        if it.compound
            && let Some(bare) = without_tail(self.words.form(word).text())
        {
            let known = memory.known(bare);
            let person = known.surname || known.first;
            let reason = MentionReason::ShortForm;
            return (person && self.mark(word..word + 1, EntityKind::Person, reason).is_some())
                .then_some(word + 1);
        }
        // The keys of one word, two words and so on are the beginnings of one key.
        key.clear();
        let article = it.compound && self.opens_with_article(word);
        let lifted = it.start && article || it.capital && self.class(word).any(Class::PARTICLE);
        let mut longest = usize::MAX;
        let ends: [usize; LONGEST] = std::array::from_fn(|more| {
            let next = word + more;
            if key.text.len() >= longest || !self.free(next) || !self.beside(word, next) {
                longest = 0;
                return 0;
            }
            key.push(&self.words, next);
            if more == 0 && !lifted {
                longest = memory.longest(&key.text);
            }
            key.text.len()
        });
        for (more, &end) in ends.iter().enumerate().rev().filter(|(_, end)| **end > 0) {
            let range = word..word + 1 + more;
            if particle && !self.words.word(range.end - 1).capital {
                continue;
            }
            let mut key = Cow::Borrowed(key.text.get(..end).unwrap_or(""));
            // "Van Gaal" where a sentence starts is "van Gaal".
            if lifted && (more > 0 || article) {
                let first = key.chars().take(1).flat_map(char::to_lowercase);
                let small: String = first.chain(key.chars().skip(1)).collect();
                if memory.is_surname(&small) {
                    key = Cow::Owned(small);
                }
            }
            if let Some((kind, reason)) = self.recalled_as(&range, &key, memory) {
                let person = kind == EntityKind::Person && reason == MentionReason::ShortForm;
                let start = if person { self.with_first_name(word) } else { word };
                let end = if person { self.with_second_surname(&range, memory) } else { range.end };
                self.mark(start..end, kind, reason)?;
                return Some(end);
            }
        }
        None
    }

    /// "Harithi" of "al-Harithi".
    pub(crate) fn without_article(&self, word: usize) -> Option<&'w str> {
        let article = self.words.word(word).compound && self.opens_with_article(word);
        let (_, bare) = self.words.form(word).text().split_once('-').filter(|_| article)?;
        bare.starts_with(char::is_uppercase).then_some(bare)
    }

    /// "Al-Masoudi": an article that is small within a sentence.
    fn opens_with_article(&self, word: usize) -> bool {
        let article = self.words.lower(word).split_once('-').map(|(article, _)| article);
        matches!(article, Some("al" | "el" | "ul" | "ben" | "bin" | "ad" | "as" | "an" | "ash"))
    }

    /// "Mejía | Cordero": two surnames that the document has.
    fn with_second_surname(&self, name: &Range<usize>, memory: &Memory<'_>) -> usize {
        let next = name.end;
        let it = self.words.word(next);
        let surname = name.len() == 1
            && self.beside(name.start, next)
            && self.free(next)
            && it.capital
            && it.kind == WordKind::Word
            && self.words.form(next).surname >= 3
            && self.common(name.start) + self.common(next) < 0.2
            && memory.is_surname(&self.words.key(next..next + 1));
        if surname { next + 1 } else { next }
    }

    /// "Naina Yeltsin" beside "Boris Yeltsin", "Pasu Lhami Dorjan" beside "Tashi Dorjan": one or two unknown
    /// rare words before a known surname.
    fn with_first_name(&self, word: usize) -> usize {
        let before = |word: usize| word.checked_sub(1).filter(|&b| self.beside(word, b));
        let first = before(word).filter(|&first| self.is_first_name(first));
        let second = first.and_then(before).filter(|&second| {
            let form = self.words.form(second);
            self.is_first_name(second)
                && (form.given >= 3 || form.given + form.surname == 0)
                && !form.listed_common
        });
        second.or(first).unwrap_or(word)
    }

    fn is_first_name(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let class = self.class(word);
        let other = Class::TITLE
            .or(Class::ROLE)
            .or(Class::HONORIFIC)
            .or(Class::DIRECTION)
            .or(Class::PORTFOLIO)
            .or(Class::MODIFIER)
            .or(Class::CALENDAR);
        it.kind == WordKind::Word
            && it.capital
            && self.free(word)
            && self.is_name_like(word)
            && !self.is_acronym(word)
            && self.words.style(word) == Style::Sentence
            && (self.common(word) < 0.12
                || self.words.form(word).given >= 4 && self.common(word) < 0.8)
            && (!class.any(other)
                || class.any(Class::CALENDAR)
                    && self.words.form(word).given >= 4
                    && self.before(word) == ",")
            && self.single(word).is_none_or(|l| {
                let place = if self.words.form(word).given >= 3 { 5.0 } else { 4.0 };
                l.place < place && l.organization < 3.0 && !l.demonym
            })
    }

    /// "May | has drawn up", "May | 's party"
    fn does(&self, word: usize) -> bool {
        let verb = Class::SAY.or(Class::ACT).or(Class::DEED);
        let after = self.after(word, word + 1);
        self.class_after(word, word + 1).any(verb)
            || matches!(after, "has" | "had" | "was" | "is" | "'s" | "’s")
    }

    /// "French | said", "said French | .", "French | 's boat", but "French officials", "the French said".
    fn acts_alone(&self, word: usize) -> bool {
        let article = matches!(self.before(word), "the" | "The" | "a" | "A");
        let told = self.class_before(word).any(Class::SAY)
            && !self.words.near(word, word + 1).is_some_and(|it| it.kind == WordKind::Word);
        !article && (told || self.does(word))
    }

    /// What a single word is by what stands around it, however common it is.
    fn recalled_alone(&self, word: usize, known: &Known) -> Option<(EntityKind, MentionReason)> {
        // "Dame Hope", though hope is a word like others.
        let addressed = Class::HONORIFIC.or(Class::MALE).or(Class::FEMALE);
        if known.first && self.class_before(word).any(addressed) {
            return Some((EntityKind::Person, MentionReason::ShortForm));
        }
        if known.head && self.stands_for_a_body(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let firm = known.short || known.opens;
        if firm && known.surname && self.is_firm_among_people(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let month = known.surname && self.is_month_surname(word);
        if month {
            let style = self.words.style(word);
            let forced = self.words.word(word).start || style != Style::Sentence;
            let says = style == Style::Sentence && self.class_after(word, word + 1).any(Class::SAY);
            let honoured = self.class_before(word).any(Class::HONORIFIC.or(Class::TITLE));
            // "May told", "Mrs. May", where the story has a Brenda May.
            if honoured || says || !forced && self.does(word) {
                return Some((EntityKind::Person, MentionReason::ShortForm));
            }
        }
        None
    }

    fn recalled_as(
        &self,
        range: &Range<usize>,
        key: &str,
        memory: &Memory<'_>,
    ) -> Option<(EntityKind, MentionReason)> {
        let word = range.start;
        let one = range.len() == 1;
        let known = memory.known(key);
        if one && self.is_member(word) {
            return None;
        }
        let alone = Some(word).filter(|_| one).and_then(|word| self.recalled_alone(word, &known));
        if alone.is_some() {
            return alone;
        }
        let common = self.common(word);
        let style = self.words.style(word);
        let forced = self.words.word(word).start || style != Style::Sentence;
        // "Price said": no word of small letters speaks without an article.
        let says = style == Style::Sentence && self.class_after(word, range.end).any(Class::SAY);
        // "An said" behind An Ju-yeong
        let small = self.class(word).any(Class::FUNCTION)
            && !(says && is_small_surname(self.words.lower(word)));
        let surname = (known.surname && (!forced || says) || known.opens && says) && !small;
        if one
            && !surname
            && (common > 0.7 || (forced && common > 0.45) || self.class(word).any(Class::FUNCTION))
        {
            return None;
        }
        if one && self.class(word).any(Class::CALENDAR) {
            return None;
        }
        if one && self.class(word).any(Class::HONORIFIC) {
            let bears = known.surname && self.is_surname_after_all(word);
            return bears.then_some((EntityKind::Person, MentionReason::ShortForm));
        }
        let speaks = self.class_before(word).any(Class::SAY)
            || self.class_after(word, range.end).any(Class::SAY);
        // A first name alone, where it speaks, is no word of any other sense, or is usual as one.
        let usual = !forced && self.words.form(word).given >= 3;
        let town = self.class_before(word).any(Class::NEAR) && self.single(word).is_some();
        let own = speaks || (usual || common <= RARE) && !town;
        let ends = || self.words.near(word, word + 1).is_none_or(|next| !next.capital);
        // "JJ" beside JJ Holm, but "the Bill" is not William.
        let own = (own || self.is_acronym(word)) && self.before(word) != "the";
        if one && known.first && own && !demonym_or_place(self.single(word)) && ends() {
            return Some((EntityKind::Person, MentionReason::ShortForm));
        }
        // "REYES-BOONE:" in a transcript.
        let it = self.words.word(word);
        if one && it.capitals && self.after(word, range.end) == ":" && style == Style::Sentence {
            let known = memory.known(self.words.form(word).title());
            let person = known.surname || known.first;
            let kind = if person { Some(EntityKind::Person) } else { known.kind().map(|(k, _)| k) };
            return kind.map(|kind| (kind, MentionReason::Turn));
        }
        let place = if one { self.single(word).map_or(0.0, |listed| listed.place) } else { 0.0 };
        let demonym = one && self.evidence.is_demonym(word) && !self.acts_alone(word);
        if known.surname && place < 6.5 && !demonym {
            let closes = self.closes_run(range.end, word);
            return (!closes).then_some((EntityKind::Person, MentionReason::ShortForm));
        }
        let family = one && self.before(word) == "the";
        if family && key.strip_suffix('s').is_some_and(|single| memory.is_surname(single)) {
            return Some((EntityKind::Person, MentionReason::Family));
        }
        if known.town && one && self.is_firm_by_use(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        if known.opens && one && (says || self.stands_alone(word)) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let inside = one && place >= 3.0 && self.class_before(word).any(Class::NEAR);
        if known.short && (!one || common < 0.3) && !inside {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let (kind, votes) = known.kind()?;
        // A rare word that was a name once is one where it speaks.
        let rare = speaks
            && common <= RARE
            && style == Style::Sentence
            && (!one || self.single(word).is_none());
        // "Pasu Lhami" once, and again where nothing is said of her.
        let person = kind == EntityKind::Person && style != Style::Capitals;
        let again = person && !one || one && known.found && self.is_of_no_list(word);
        let enough = votes >= 14 && (!one || common < 0.5) || rare || again;
        enough.then_some((kind, MentionReason::SameDocument))
    }

    /// "Gadar" of "Gadar Town": what the noun only says the kind of.
    pub(crate) fn town_of(&self, words: &Range<usize>) -> Option<usize> {
        let last = self.words.form(words.end.checked_sub(1)?);
        let kind = crate::things::is_kind_of_town(last.text());
        (words.len() == 2 && kind).then_some(words.start)
    }

    /// A word that no list has and English does not make of another: a name once is the name again.
    fn is_of_no_list(&self, word: usize) -> bool {
        self.is_new_word(word)
            && self.words.style(word) != Style::Capitals
            && !self.is_opening_word(word)
            && !self.words.near(word, word + 1).is_some_and(|it| it.capital)
            && word.checked_sub(1).is_none_or(|before| {
                let name = self.words.near(word, before).is_some_and(|it| it.capital);
                !name || self.words.word(before).start && self.common(before) > 0.3
            })
    }

    /// A word with a capital that no list has.
    pub(crate) fn is_new_word(&self, word: usize) -> bool {
        let (it, form) = (self.words.word(word), self.words.form(word));
        it.capital
            && it.kind == WordKind::Word
            && form.letters > 3
            && !form.listed_common
            && (form.given, form.surname) == (0, 0)
            && form.class.is_plain()
            && self.common(word) < 0.3
            && !self.is_acronym(word)
            && self.single(word).is_none()
    }

    /// "told Cascade to stop": a common word with a capital within a sentence, and small letters on both
    /// sides.
    fn stands_alone(&self, word: usize) -> bool {
        let small = |at: usize| self.words.near(word, at).is_none_or(|it| !it.capital);
        let it = self.words.word(word);
        !it.start
            && it.kind == WordKind::Word
            && self.words.style(word) == Style::Sentence
            && self.class(word).is_plain()
            && small(word + 1)
            && word.checked_sub(1).is_none_or(small)
    }

    /// "Tarn said", "Tarn shares", "Tarn's offer": what a company does and a town does not.
    fn is_firm_by_use(&self, word: usize) -> bool {
        let held = self.is_possessive(word)
            && (word + 2..word + 4).any(|at| self.class_after(word, at).any(Class::HELD));
        let staked = word >= 2
            && matches!(self.before(word), "in" | "of")
            && self.class_before(word - 1).any(Class::STAKE);
        self.words.style(word) == Style::Sentence
            && (held
                || staked
                || self.class_after(word, word + 1).any(Class::SAY.or(Class::DEED))
                || self.class_after(word, word + 1).any(Class::BEHIND_BODY))
    }

    /// Whether the next word closes the name of a body ("Lehman | Brothers").
    fn closes_run(&self, next: usize, of: usize) -> bool {
        self.beside(of, next)
            && self.words.word(next).capital
            && self.free(next)
            && self.words.style(of) == Style::Sentence
            && self.class(next).any(Class::COMPANY.or(Class::ORG_END).or(Class::PLACE_END))
    }

    /// Names of one word that a rule was not sure of take the kind that the document gives them.
    pub(crate) fn agree(&mut self, memory: &Memory<'_>) {
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { continue };
            if mark.sure || mark.words.is_empty() {
                continue;
            }
            let known = memory.known(&self.words.key(mark.words.clone()));
            let place =
                mark.listed.and_then(|name| self.evidence.listed(name)).map_or(0.0, |l| l.place);
            let kind = if known.surname && place < 6.5 {
                Some((EntityKind::Person, MentionReason::ShortForm))
            } else if known.short && place < 6.5 {
                Some((EntityKind::Organization, MentionReason::ShortForm))
            } else {
                known.kind().map(|(kind, _)| (kind, mark.reason))
            };
            if let Some((kind, reason)) = kind
                && let Some(mark) = self.marks.get_mut(index)
                && mark.kind != kind
            {
                mark.kind = kind;
                mark.reason = if reason == MentionReason::ShortForm {
                    reason
                } else {
                    MentionReason::SameDocument
                };
            }
        }
    }
}
