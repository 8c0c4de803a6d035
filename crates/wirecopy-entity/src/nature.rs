//! Bodies by the noun that stands beside their names, whatever words these are made of.
//!
//! "kit supplier Zolbert Sport", "a company called Tansy Yogurt": a noun for a body right before the name.
//! "Brandt's party, the Patriots of Norland, put", "Rent Lantern, a charity that": such a noun and a comma. "an
//! analyst at Sterling Bonds", "a vice president of Vigra Turbines": who has an office there. "a letter seen by
//! Lantern": whoever sees letters prints them. "Barks & Tansy": capitals on both sides. Nobody and no place is
//! meant, though a list may have people and places of these words.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Scene};
use crate::words::{Style, WordKind};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Nouns for a body.
const NOUN: Class = Class::BODY.or(Class::BEFORE_BODY);

/// The same and those that stand in names, too.
const ANY_NOUN: Class = NOUN.or(Class::ORG_END).or(Class::ORG_WEAK).or(Class::HEAD);

/// Longest phrase before the comma of an apposition, in words.
const PHRASE: usize = 8;

/// How sure a noun makes it that the name beside it is a body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// The noun stands right before or behind a comma.
    Noun,
    /// Somebody works there.
    Staff,
    /// One word, which may be a common one.
    Word,
    /// Capitals stand on both sides of "&".
    Partner,
}

/// Whether what stands behind the word hangs on what stands before it.
fn hangs(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "at"
            | "in"
            | "with"
            | "by"
            | "from"
            | "to"
            | "on"
            | "and"
            | "or"
            | "against"
    )
}

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn bodies_by_nature(&mut self) {
        let found: Vec<Range<usize>> =
            self.capitals().filter_map(|word| self.body_by_nature(word)).collect();
        let mut keys = BTreeSet::new();
        for words in found {
            let kind = EntityKind::Organization;
            if self.mark_over(words.clone(), kind, MentionReason::Employer).is_some() {
                self.drop_kind_of_body(words.start);
                if words.len() > 1 {
                    keys.insert(self.words.key(words));
                }
            }
        }
        if !keys.is_empty() {
            self.turn_into_bodies(&keys);
        }
    }

    /// What was taken for people and places of these names is the body, too.
    fn turn_into_bodies(&mut self, keys: &BTreeSet<Cow<'_, str>>) {
        for index in 0..self.marks.len() {
            let same = self.marks.get(index).is_some_and(|mark| {
                mark.words.len() > 1
                    && matches!(mark.kind, EntityKind::Person | EntityKind::Place)
                    && mark.roles.is_empty()
                    && keys.contains(&self.words.key(mark.words.clone()))
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| same) {
                mark.kind = EntityKind::Organization;
                mark.gender = Gender::Unknown;
            }
        }
    }

    fn body_by_nature(&self, word: usize) -> Option<Range<usize>> {
        let it = self.words.word(word);
        if !matches!(it.kind, WordKind::Word | WordKind::Acronym)
            || self.words.style(word) != Style::Sentence
            || self.is_furniture(word)
        {
            return None;
        }
        let before = word.checked_sub(1).filter(|&before| self.beside(word, before));
        let small = |at: usize| !self.words.word(at).capital || self.words.word(at).start;
        if before.is_some_and(|before| !small(before)) {
            return None;
        }
        let end = self.capitals_from(word, word);
        if end == word {
            return None;
        }
        let whole = before.and_then(|before| self.by_word_before(before, word, end));
        let (words, beside) = whole.or_else(|| self.by_aside_behind(word, end))?;
        self.may_be_a_body(&words, word, beside).then_some(words)
    }

    /// What the word before the capitals says of them.
    fn by_word_before(
        &self,
        before: usize,
        first: usize,
        end: usize,
    ) -> Option<(Range<usize>, Beside)> {
        let of = |at: usize, class: Class| {
            let it = self.words.word(at);
            (!it.capital || it.start) && it.kind == WordKind::Word && self.class(at).any(class)
        };
        let noun = |at: usize| of(at, NOUN);
        let wide = |at: usize| of(at, ANY_NOUN);
        let prior = before.checked_sub(1).filter(|&at| self.beside(first, at));
        match self.words.lower(before) {
            "called" | "named" | "dubbed" => {
                prior.filter(|&at| noun(at)).map(|_| (first..end, Beside::Noun))
            }
            "," => prior.filter(|&at| wide(at)).and_then(|at| self.by_apposition(at, first, end)),
            "the" if prior.is_some_and(|at| self.words.lower(at) == ",") => {
                let noun = before.checked_sub(2).filter(|&at| wide(at))?;
                self.by_apposition(noun, first, end)
            }
            "at" | "with" => {
                let staff = prior.filter(|&at| self.is_office_of_firm(at))?;
                // "a lawyer with Ann Holm" may be hers.
                let at = self.words.lower(before) == "at";
                let beside = if at { Beside::Staff } else { Beside::Noun };
                (end > first + 1 && staff > 0).then_some((first..end, beside))
            }
            "of" => {
                let office = prior.filter(|&at| {
                    Lesser::OFFICER.has(self.words.lower(at)) && !self.words.word(at).capital
                        || self.words.lower(at) == "president" && self.before(at) == "vice"
                })?;
                let firm = end > first + 1 && office > 0 && !self.is_possessive(end - 1);
                firm.then_some((first..end, Beside::Noun))
            }
            "&" => {
                let left = prior.filter(|&at| self.is_left_partner(at, first, end))?;
                Some((self.capitals_before(first, left + 1)..end, Beside::Partner))
            }
            "by" => {
                let seen = prior.filter(|&at| Lesser::SEEN.has(self.words.lower(at)))?;
                let one = end == first + 1 && seen > 0 && !self.is_possessive(first);
                one.then_some((first..end, Beside::Word))
            }
            _ => (noun(before) && self.is_named_by_noun(before, first, end))
                .then_some((first..end, Beside::Noun)),
        }
    }

    /// "supplier | Zolbert Sport", but "the company | Peter Brandt founded", "boss | Brandt".
    fn is_named_by_noun(&self, noun: usize, first: usize, end: usize) -> bool {
        let people = self.class(noun).any(Class::ROLE);
        let last = self.words.form(end - 1);
        let thing = last.listed_common && last.surname == 0;
        let form = self.words.form(first);
        let unknown = (form.given, form.surname) == (0, 0)
            && !form.listed_common
            && form.letters > 3
            && self.single(first).is_none();
        let one = end == first + 1;
        let next = self.words.near(first, end);
        let clause = next.is_some_and(|it| !it.capital && it.kind == WordKind::Word)
            && !self.class(end).any(Class::SAY.or(Class::FUNCTION));
        !self.words.word(noun).start
            && (!people || thing)
            && (!one || unknown && !people)
            && (thing || one || !clause)
    }

    /// "its party, the | Patriots of Norland,", "her agency, | Salt Lantern,": whose body it is stands before the noun.
    fn by_apposition(
        &self,
        noun: usize,
        first: usize,
        end: usize,
    ) -> Option<(Range<usize>, Beside)> {
        let end = self.of_end(first, end);
        let closed = matches!(self.after(first, end), "," | "." | "(" | ";");
        let article = self.before(first) == "the";
        let one = end == first + 1;
        let owned = self.heads_phrase(noun, article);
        let aged = self.words.near(first, end + 1).is_some_and(|it| it.kind == WordKind::Number)
            || self.after(first, end + 1) == "who";
        let fits = owned && closed && !aged && (!one || article || self.is_acronym(first));
        fits.then_some((first..end, Beside::Noun))
    }

    /// "his | party", "Norland's drivers' | union", but "the head of the | union": the noun is what the phrase is about.
    fn heads_phrase(&self, noun: usize, article: bool) -> bool {
        let mut at = noun;
        while let Some(before) = at.checked_sub(1).filter(|&it| noun - it < PHRASE) {
            let it = self.words.word(before);
            let lower = self.words.lower(before);
            let whose = matches!(
                lower,
                "his" | "her" | "its" | "their" | "our" | "my" | "the" | "a" | "an" | "another"
            ) || it.kind == WordKind::Clitic;
            if whose {
                let of = before.checked_sub(1).map_or("", |of| self.words.lower(of));
                let clitic = it.kind == WordKind::Clitic;
                return article && of != "and"
                    || !clitic && !hangs(of)
                    || clitic && !self.hangs_owner(before);
            }
            let part = it.kind == WordKind::Word
                && !hangs(lower)
                && !self.words.lower(before).ends_with(',');
            if !part {
                return article;
            }
            at = before;
        }
        article
    }

    /// "head of Norland | 's union": what owns the noun hangs on another.
    fn hangs_owner(&self, clitic: usize) -> bool {
        let mut at = clitic;
        while let Some(before) = at.checked_sub(1).filter(|&it| clitic - it < PHRASE) {
            if hangs(self.words.lower(before)) {
                return true;
            }
            let it = self.words.word(before);
            if !matches!(it.kind, WordKind::Word | WordKind::Clitic) || it.start {
                return false;
            }
            at = before;
        }
        false
    }

    /// "Rent Lantern | , a charity that", "Neighbours of Elk Creek, the group behind".
    fn by_aside_behind(&self, first: usize, end: usize) -> Option<(Range<usize>, Beside)> {
        let end = self.of_end(first, end);
        // "Neighbours of | Elk Creek": the name began before it.
        let inside = first.checked_sub(2).is_some_and(|at| self.words.word(at).capital)
            && hangs(self.before(first));
        let several = end > first + 1 && self.after(first, end) == "," && !inside;
        (several && self.is_employer(first, end)).then_some((first..end, Beside::Noun))
    }

    /// "Patriots | of Norland", "Patriots | for the North", but "Ann Holm | of Norland".
    fn of_end(&self, first: usize, end: usize) -> usize {
        if !self.is_several(end - 1)
            || !matches!(self.after(first, end), "of" | "for" | "against" | "without")
        {
            return end;
        }
        let the = usize::from(self.after(first, end + 1) == "the");
        let run = self.capitals_from(first, end + 1 + the);
        if run > end + 1 + the { run } else { end }
    }

    /// "an analyst", "a portfolio manager": somebody works there.
    fn is_office_of_firm(&self, word: usize) -> bool {
        let own = self.class(word).any(Class::STAFF.or(Class::ROLE))
            && !self.class(word).any(Class::SPORT.or(Class::KIN));
        own && !self.words.word(word).capital && !self.sport
    }

    /// Whether nothing says that somebody or some place is meant.
    fn may_be_a_body(&self, words: &Range<usize>, word: usize, beside: Beside) -> bool {
        let (first, last) = (self.words.form(word), self.words.form(words.end - 1));
        let odd = Class::CALENDAR.or(Class::HONORIFIC).or(Class::FUNCTION);
        let office = Class::TITLE.or(Class::ROLE);
        let nation = self.evidence.is_demonym(word)
            && !self.closes_body(words.end - 1)
            && !matches!(self.after(word, word + 1), "of" | "for");
        let opens = self.class(word).any(odd.or(office)) && !self.is_several(word)
            || self.class(words.end - 1).any(office) && !last.listed_common;
        let strange = |at: usize| self.words.word(at).capital && self.class(at).any(odd);
        if nation || opens || (word..words.end).any(strange) {
            return false;
        }
        let listed = self.evidence.exact(&(word..words.end)).map(|(_, listed)| listed);
        if beside == Beside::Partner {
            return !self.is_known_body(words);
        }
        let place = listed.is_some_and(|l| l.place >= 3.5 && l.place > l.organization)
            || self.class(words.end - 1).any(Class::PLACE_END) && beside != Beside::Noun
            || self.evidence.is_region(words.end - 1) && words.len() == 1;
        if place || listed.is_some_and(|l| l.person && beside == Beside::Noun) {
            return false;
        }
        let bearer = match beside {
            Beside::Word => {
                !first.listed_common
                    || first.given >= 3
                    || first.surname >= 5
                    || self.is_several(word)
            }
            _ if words.len() == 1 => first.given > 0 || first.surname > 0 && !last.listed_common,
            Beside::Staff | Beside::Partner => false,
            Beside::Noun => {
                let thing =
                    last.listed_common && last.surname < 3 || self.closes_body(words.end - 1);
                let joint = words.clone().any(|at| !self.words.word(at).capital);
                first.given >= 2 && !thing && !joint
            }
        };
        !bearer && !self.is_known_body(words)
    }

    /// Whether a body is marked there already, or somebody by a role.
    fn is_known_body(&self, words: &Range<usize>) -> bool {
        words.clone().any(|at| {
            self.mark_at(at).is_some_and(|mark| {
                mark.reason == MentionReason::UserGazetteer
                    || !mark.roles.is_empty()
                    || mark.kind == EntityKind::Organization
                        && mark.words.start <= words.start
                        && mark.words.end >= words.end
            })
        })
    }

    /// "Marks | & Spencer", but "Harry & Meghan".
    fn is_left_partner(&self, left: usize, first: usize, end: usize) -> bool {
        let it = self.words.word(left);
        let given = |word: usize| self.words.form(word).given >= 5;
        let couple = given(left) && given(first) && end <= first + 2;
        let odd = Class::CALENDAR.or(Class::HONORIFIC).or(Class::FUNCTION);
        it.capital
            && it.kind == WordKind::Word
            && self.acts_behind(first, end)
            && !couple
            && !self.class(left).any(odd)
            && self.words.form(left).letters > 1
            && !self.words.lower(left).contains('-')
    }

    /// "Kit | supplier Zolbert": what opens the sentence says what kind of supplier it is, though people are called so.
    fn drop_kind_of_body(&mut self, first: usize) {
        let Some(kind) = first.checked_sub(2).filter(|&kind| self.beside(first, kind)) else {
            return;
        };
        let noun = self.class(kind + 1).any(NOUN) && !self.words.word(kind + 1).capital;
        let opens = self.words.word(kind).start && self.words.form(kind).listed_common;
        if !(noun && opens) {
            return;
        }
        if let Some(index) = self.mark_index(kind)
            && self.marks.get(index).is_some_and(|mark| {
                mark.kind == EntityKind::Person && mark.words.len() == 1 && mark.roles.is_empty()
            })
        {
            self.drop_mark(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    fn bodies(text: &str) -> Vec<String> {
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let bodies = found.entities.into_iter().filter(|it| it.kind == EntityKind::Organization);
        bodies.map(|it| it.name).collect()
    }

    #[test]
    fn a_noun_beside_the_name_says_what_it_is() {
        for (text, name) in [
            ("The bill was sent to a company called Tansy Yogurt.", "Tansy Yogurt"),
            ("He wrote to the drivers' group Idle Wheels.", "Idle Wheels"),
            ("His party, the Patriots of Norland, won.", "Patriots of Norland"),
            ("She runs Rent Lantern, a charity that feeds sailors.", "Rent Lantern"),
            ("It hurt, said an analyst at Sterling Bonds.", "Sterling Bonds"),
            ("He was a vice president of Vigra Turbines.", "Vigra Turbines"),
            ("Barks & Tansy said it would close.", "Barks & Tansy"),
        ] {
            assert_eq!(bodies(text), [name], "{text}");
        }
    }

    #[test]
    fn people_and_places_stay() {
        for text in [
            "He thanked the mill boss Peter Brandt.",
            "His father, the Mayor of Norland, won.",
            "The letter was seen by Brandt.",
            "It pleased the head of Norland's largest dockers' union, Casimir Obu.",
        ] {
            assert!(bodies(text).is_empty(), "{text}: {:?}", bodies(text));
        }
    }
}
