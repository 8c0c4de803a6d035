//! Names that no rule knew, where somebody speaks.
//!
//! Whoever says something is a person or a body: "Flood agency Vigra warned …", "the council's
//! chairman, Per Lindmo of Sweden, said", "TORGEIR VANGSNES SAID". What is capitalised at the head of
//! such a phrase is a name even if no list has it.

use crate::document::Memory;
use crate::elsewhere::{self, Elsewhere};
use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::map::Set;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, LONGEST_NAME, Scene};
use crate::whole::says_whose;
use crate::words::{Style, WordKind};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use wirecopy_text::Span;

/// Longest phrase that is read, in words.
const PHRASE: usize = 24;

/// How well known a firm is at least that speaks for a town of its name, and the town less than.
const FIRM: f32 = 4.0;
const LARGE: f32 = 6.0;

impl<'w> Scene<'w> {
    /// Marks the names that head `phrases`, each of which says who speaks.
    pub(crate) fn speakers(&mut self, phrases: &[Span]) {
        let marked = self.marks.len();
        if phrases.is_empty() {
            return;
        }
        let firsts = self.first_names();
        let bodies = self.named_by_noun();
        let cut = self.surnames_cut_short();
        let (mut elsewhere, mut alone) = (None, None);
        let mut turned = Set::default();
        for phrase in phrases {
            let Some(words) = self.words_of(*phrase) else { continue };
            if self.is_cut_short(&words, &cut) {
                let name = words.start..words.start + 1;
                self.mark_sure(name, EntityKind::Person, MentionReason::SpeechVerb);
                continue;
            }
            if let Some(second) = self.second_of_two(&words) {
                self.speaker(&second, &firsts, &bodies);
            }
            if !self.speaker(&words, &firsts, &bodies) && !self.bare_body(&words, &mut alone) {
                turned.extend(self.named_elsewhere(&words, &mut elsewhere));
            }
        }
        self.are_bodies(&turned);
        if self.marks.len() > marked {
            let memory = Memory::new(self);
            self.recall(&memory);
        }
    }

    /// The letters that stand for the surnames of "Joerg M." and others.
    fn surnames_cut_short(&self) -> BTreeSet<u32> {
        let people = self.marks.iter().filter(|mark| mark.kind == EntityKind::Person);
        let last = people.filter(|mark| mark.words.len() > 1).map(|mark| mark.words.end - 1);
        last.filter(|&word| self.words.word(word).kind == WordKind::Initial)
            .map(|word| self.words.word(word).form)
            .collect()
    }

    /// "M.", "M., 42,": such a letter speaks.
    fn is_cut_short(&self, words: &Range<usize>, cut: &BTreeSet<u32>) -> bool {
        let it = self.words.word(words.start);
        it.kind == WordKind::Initial
            && cut.contains(&it.form)
            && self.free(words.start)
            && (words.len() == 1 || self.words.lower(words.start + 1) == ",")
    }

    /// First words of the full names of people.
    fn first_names(&self) -> BTreeSet<u32> {
        let full = self.marks.iter().filter(|mark| mark.words.len() > 1);
        let people = full.filter(|mark| mark.kind == EntityKind::Person);
        people.map(|mark| self.words.word(mark.words.start).form).collect()
    }

    /// Words that stand behind the noun for a body somewhere: "shipper | Halden". Those that were
    /// taken for people are bodies from now on.
    fn named_by_noun(&mut self) -> BTreeSet<u32> {
        let mut bodies = BTreeSet::new();
        let is_named = |&word: &usize| {
            let noun = word.checked_sub(1).filter(|&noun| self.beside(word, noun));
            noun.is_some_and(|noun| self.words.class(noun).any(Class::BEFORE_BODY))
        };
        let named: Vec<usize> = self.capitals().filter(is_named).collect();
        for word in named {
            let kind = self.mark_at(word).map(|mark| mark.kind);
            if kind == Some(EntityKind::Person) {
                self.is_rather_a_body(word);
            } else if kind.is_none() && self.is_name_like(word) {
                bodies.insert(self.words.word(word).form);
            }
        }
        bodies
    }

    /// The words of a phrase, unless it stands where no story is told.
    fn words_of(&self, phrase: Span) -> Option<Range<usize>> {
        let first = self.words.words.partition_point(|word| word.span.start() < phrase.start());
        let words = self.words.words.get(first..).unwrap_or_default();
        let count = words.iter().take(PHRASE).take_while(|w| w.span.end() <= phrase.end()).count();
        let words = first..first + count;
        (!words.is_empty() && !self.is_furniture(first)).then_some(words)
    }

    /// What speaks has a name of the story: "Vigra" where Vigra Marine Inc. stands elsewhere. Gives the
    /// name of a body.
    fn named_elsewhere(
        &mut self,
        words: &Range<usize>,
        known: &mut Option<Elsewhere<'w>>,
    ) -> Option<Cow<'w, str>> {
        let mut all = words.clone();
        let end = all.find(|&word| self.words.lower(word) == ",").unwrap_or(words.end);
        let name = words.start..end;
        if !elsewhere::may_be(self, &name) {
            return None;
        }
        let known = known.get_or_insert_with(|| Elsewhere::new(self));
        let (kind, reason) = known.kind_of(self, &name)?;
        self.mark_sure(name.clone(), kind, reason)?;
        (kind == EntityKind::Organization).then(|| self.words.key(name))
    }

    /// People with the name of a body that speaks are the body.
    fn are_bodies(&mut self, names: &Set<Cow<'_, str>>) {
        for index in 0..if names.is_empty() { 0 } else { self.marks.len() } {
            let is_one = self.marks.get(index).is_some_and(|mark| {
                mark.kind == EntityKind::Person
                    && !mark.words.is_empty()
                    && names.contains(&self.words.key(mark.words.clone()))
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| is_one) {
                mark.kind = EntityKind::Organization;
                mark.gender = Gender::Unknown;
            }
        }
    }

    /// Marks the name in the words of a phrase, or says that it has none.
    fn speaker(
        &mut self,
        words: &Range<usize>,
        firsts: &BTreeSet<u32>,
        bodies: &BTreeSet<u32>,
    ) -> bool {
        self.drop_said(words.start);
        self.split_long_title(words);
        let person =
            |word: usize| self.mark_at(word).is_some_and(|mark| mark.kind == EntityKind::Person);
        let body = self.whole_body(words).or_else(|| self.body_behind_noun(words));
        let body = body.or_else(|| self.small_radio(words));
        let small = || self.small_ministry(words).or_else(|| self.small_party(words));
        if let Some(body) = body.or_else(small) {
            self.mark_over(body, EntityKind::Organization, MentionReason::SpeechVerb);
            return true;
        }
        if let Some(name) = words.clone().find(|&word| person(word)) {
            self.is_rather_a_body(name);
            return true;
        }
        self.is_rather_a_firm(words);
        // "Corvane's | admission": of somebody the story would give more of the name.
        if let Some(owner) = self.unknown_owner(words) {
            self.mark_sure(owner, EntityKind::Organization, MentionReason::SpeechVerb);
            return true;
        }
        let Some(name) = self.head_name(words).or_else(|| self.trailing_name(words)) else {
            return false;
        };
        // "Witness K" wants no name.
        if name.len() == 1 && self.words.form(name.start).letters == 1 {
            return false;
        }
        let first = name.len() == 1 && firsts.contains(&self.words.word(name.start).form);
        let body = bodies.contains(&self.words.word(name.start).form);
        let kind = match (first, body) {
            (true, _) => Some(EntityKind::Person),
            (_, true) => Some(EntityKind::Organization),
            _ => self.speaking_kind(words, &name),
        };
        let Some(kind) = kind else { return false };
        let given = name.start;
        let name = self.with_i(given)..name.end;
        if let Some(mark) = self.mark_sure(name, kind, MentionReason::SpeechVerb)
            && kind == EntityKind::Person
        {
            self.set_gender(mark, given);
        }
        true
    }

    /// "The Dockers' Federation", "WESTERN RAIL LTD", "the Calder County Sheriff's Office": capitals all
    /// through, up to a word that closes the name of a body.
    fn whole_body(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let end = words
            .clone()
            .find(|&word| matches!(self.words.lower(word), "," | "(" | "-"))
            .unwrap_or(words.end);
        let start = words.start + usize::from(self.words.lower(words.start) == "the");
        let last = end.checked_sub(1).filter(|&last| last > start && last < start + PHRASE / 3)?;
        let known = self.mark_at(last).is_some_and(|mark| mark.kind == EntityKind::Organization);
        let article = start > words.start;
        let closes = self.class(last).any(Class::COMPANY)
            || article && self.class(last).any(Class::ORG_END.or(Class::ORG_WEAK))
            || self.is_two_nouns(&(start..end))
            || self.is_named_run(&(start..end))
            || article && self.is_named_thing(&(start..end))
            || self.class(last).any(Class::TRADE) && self.words.form(start).given < 4;
        if self.is_lifted_phrase(&(start..end)) {
            return Some(start..end);
        }
        let capital = |word: usize| {
            let it = self.words.word(word);
            it.capital && it.kind != WordKind::Number
                || it.kind == WordKind::Clitic
                || matches!(self.words.lower(word), "of" | "and" | "for" | "&" | "'")
        };
        let titled = (start..last).any(|word| {
            self.class(word).any(Class::TITLE.or(Class::HONORIFIC))
                && self.words.form(word).surname < 5
        });
        let earlier = self.opens_earlier(start, last) || article && self.joins_earlier(start, last);
        let known = known && !earlier;
        (closes && !known && !titled && self.words.word(start).capital && (start..end).all(capital))
            .then_some(start..end)
    }

    /// "Pathway Communications": two words, the second of which closes names of bodies.
    fn is_two_nouns(&self, words: &Range<usize>) -> bool {
        let other = Class::FUNCTION.or(Class::ROLE).or(Class::TITLE).or(Class::MODIFIER);
        words.len() == 2
            && self.class(words.start + 1).any(Class::ORG_END)
            && !self.class(words.start).any(other.or(Class::CALENDAR).or(Class::DIRECTION))
            && !self.evidence.is_demonym(words.start)
            && self.words.style(words.start) == Style::Sentence
    }

    /// "the | American Legion", "the Democratic Rally": capitals behind an article that no mark of a person or
    /// place closes. Behind a nationality they must be common nouns, or they are somebody.
    fn is_named_thing(&self, words: &Range<usize>) -> bool {
        let last = words.end - 1;
        // "of Widows": one word behind "of" is not who speaks.
        let person = |word: usize| {
            self.mark_at(word).is_some_and(|mark| {
                mark.kind == EntityKind::Person
                    && !(mark.words.len() == 1 && self.before(word) == "of")
            })
        };
        let marked = self.mark_at(last).is_some_and(|mark| match mark.kind {
            EntityKind::Organization => mark.words.start <= words.start,
            EntityKind::Person => person(last),
            _ => true,
        });
        let odd = Class::CALENDAR.or(Class::HONORIFIC).or(Class::TITLE).or(Class::ROLE);
        let nation = self.evidence.is_demonym(words.start);
        let common = |word: usize| {
            let form = self.words.form(word);
            let unborn = form.given == 0 && form.surname < 3;
            form.listed_common && form.surname < 5 || unborn || !self.words.word(word).capital
        };
        words.len() > 1
            && self.words.style(words.start) == Style::Sentence
            && !marked
            && !words.clone().any(|word| person(word) || self.class(word).any(odd))
            && (!nation || (words.start + 1..words.end).all(common))
    }

    /// "the Rope and | Vault Guild": the mark of who speaks begins behind an "and" between its nouns.
    fn joins_earlier(&self, start: usize, last: usize) -> bool {
        let Some(mark) = self.mark_at(last) else { return false };
        let before = start..mark.words.start;
        let joins = |word: usize| matches!(self.words.lower(word), "and" | "&");
        let part = |word: usize| {
            joins(word)
                || self.free(word)
                    && self.words.word(word).capital
                    && !self.is_acronym(word)
                    && !self.class(word).any(Class::CHAMBER.or(Class::ORG_END))
        };
        mark.words.end == last + 1
            && (2..=4).contains(&before.len())
            && before.clone().any(joins)
            && before.clone().all(part)
    }

    /// "Advanced | Tarn Tools Inc.", "First of | Tarn Bank Corp.": who speaks begins before the mark of the
    /// firm does, with a word that is no description of it.
    fn opens_earlier(&self, start: usize, last: usize) -> bool {
        let Some(mark) = self.mark_at(last) else { return false };
        let other = Class::FUNCTION
            .or(Class::ROLE)
            .or(Class::TITLE)
            .or(Class::MODIFIER)
            .or(Class::CALENDAR)
            .or(Class::DIRECTION);
        let part = |word: usize| {
            let of = word > start && self.words.lower(word) == "of";
            let ordinal = word == start && self.after(word, word + 1) == "of";
            of || ordinal && self.free(word) && self.words.word(word).capital
                || self.free(word)
                    && self.words.word(word).kind == WordKind::Word
                    && self.words.word(word).capital
                    && !self.class(word).any(other)
                    && !self.words.lower(word).ends_with("ly")
                    && !says_whose(self.words.lower(word))
                    && self.single(word).is_none_or(|listed| listed.place < 3.0 && !listed.demonym)
        };
        let before = start..mark.words.start;
        self.class(last).any(Class::COMPANY)
            && mark.words.end == last + 1
            && (1..=2).contains(&before.len())
            && before.clone().all(part)
    }

    /// "The movement | Minga del Agua", "aid group | Rivers Without Borders (RWB)": capitals behind the
    /// noun for a body, to the end or a bracket.
    fn body_behind_noun(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let end = words
            .clone()
            .find(|&word| matches!(self.words.lower(word), "," | "("))
            .unwrap_or(words.end);
        let noun = (words.start..end).find(|&word| self.class(word).any(Class::BEFORE_BODY))?;
        let start = noun + 1;
        let part = |word: usize| {
            let it = self.words.word(word);
            it.kind == WordKind::Word
                && (it.capital || self.class(word).any(Class::PARTICLE.or(Class::FUNCTION)))
        };
        let known = self.mark_at(start).is_some_and(|mark| {
            mark.kind == EntityKind::Organization && mark.words.end == end
                || mark.kind == EntityKind::Person
        });
        let titled = (start..end).any(|word| {
            self.class(word).any(Class::TITLE.or(Class::ROLE))
                && (word == start || self.words.form(word).surname < 5)
        });
        let several = !titled
            && end > start + 1
            && self.words.word(start).capital
            && self.words.word(end - 1).capital;
        (several && !known && (start..end).all(part)).then_some(start..end)
    }

    /// "South Korea's | unification ministry", "the | foreign ministry": in small letters, and yet who
    /// speaks.
    fn small_ministry(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let end = words.clone().find(|&w| self.words.lower(w) == ",").unwrap_or(words.end);
        let last = end.checked_sub(1).filter(|&last| last > words.start)?;
        if self.words.form(last).text() != "ministry" {
            return None;
        }
        let mut start = last;
        while start > words.start && last - start < 4 {
            let before = start - 1;
            let joins = self.words.lower(before) == "and" && last - start > 0;
            let portfolio = self.class(before).any(Class::PORTFOLIO) || start == last;
            let word = self.words.word(before);
            if word.capital || word.kind != WordKind::Word || !(portfolio || joins) {
                break;
            }
            start = before;
        }
        let noun = start < last && !self.class(start).any(Class::FUNCTION);
        (noun && self.words.lower(start) != "and").then_some(start..end)
    }

    /// "Norland's ruling | Communist party".
    fn small_party(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let end = words.clone().find(|&w| self.words.lower(w) == ",").unwrap_or(words.end);
        let last = end.checked_sub(1).filter(|&last| last > words.start)?;
        let manner = last - 1;
        let adjective = self.words.word(manner).capital
            && self.words.form(last).text() == "party"
            && ["ist", "ic", "al", "ive"].iter().any(|by| self.words.lower(manner).ends_with(by));
        let first = (words.start..last)
            .rev()
            .take_while(|&word| self.words.word(word).capital && !self.is_possessive(word))
            .filter(|&word| !self.class(word).any(Class::FUNCTION))
            .last()?;
        adjective.then_some(first..end)
    }

    /// "Norland radio", "Norland | state television": a medium of a country, in small letters.
    fn small_radio(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let medium = words.end.checked_sub(1).filter(|&last| last > words.start)?;
        let is_medium =
            matches!(self.words.lower(medium), "radio" | "television" | "tv") && words.len() <= 4;
        let land = self.single(words.start).is_some_and(|listed| {
            listed.demonym || listed.place_class == Some(PlaceClass::Country)
        });
        let owned = (words.start + 1..medium).all(|word| {
            let owner = self.words.lower(word);
            matches!(owner, "state" | "army" | "military" | "national" | "public" | "government")
        });
        (is_medium && land && owned).then(|| words.clone())
    }

    /// "Said | Lindmo, a farmer": the verb before who speaks is no given name.
    fn drop_said(&mut self, first: usize) {
        let Some(index) = self.mark_index(first) else { return };
        let verb = self.marks.get(index).is_some_and(|mark| {
            mark.kind == EntityKind::Person
                && mark.words.start + 1 == first
                && self.class(mark.words.start).any(Class::SAY)
        });
        if verb {
            self.behead(index, first);
        }
    }

    /// "Director of the Department for Ports Serafim Dolgov": a body whose name ran on over the two
    /// words that are the speaker's.
    fn split_long_title(&mut self, words: &Range<usize>) {
        let end = words.clone().find(|&word| self.words.lower(word) == ",").unwrap_or(words.end);
        let Some(start) = end.checked_sub(2).filter(|&start| start > words.start) else { return };
        let Some(index) = self.mark_index(start) else { return };
        let Some(mark) = self.marks.get(index) else { return };
        let rare = |word: usize| {
            self.is_name_like(word)
                && self.common(word) < 0.05
                && !self.class(word).any(Class::PORTFOLIO.or(Class::ORG_END).or(Class::COMPANY))
                && self.single(word).is_none_or(|listed| listed.place < 3.0 && !listed.demonym)
        };
        let long = mark.kind == EntityKind::Organization
            && mark.words.end == end
            && mark.words.len() >= 5
            && mark.listed.is_none();
        let titled = (words.start..mark.words.start)
            .any(|word| self.class(word).any(Class::TITLE.or(Class::ROLE)));
        let joins = matches!(self.before(start), "of" | "for" | "in" | "and" | "the" | "&");
        if long && titled && !joins && rare(start) && rare(start + 1) {
            self.shorten(index, start);
        }
    }

    /// "Shipping group | Lindmo Marine", "Argo Metals": what speaks was taken for a person, but the
    /// noun before it, or its own last word, says that it is a body.
    fn is_rather_a_body(&mut self, word: usize) {
        let Some(mark) = self.mark_at(word) else { return };
        // The surname of somebody who is named in full is no body's.
        let weak = !matches!(mark.reason, MentionReason::GivenName | MentionReason::ShortForm);
        let name = mark.words.clone();
        let opens = self.words.form(name.start);
        let closes = self.words.form(name.end - 1);
        let things = name.len() == 2
            && weak
            && closes.listed_common
            && closes.surname == 0
            && opens.given == 0
            && self.words.style(name.start) == Style::Sentence;
        let person = if name.len() == 1 {
            closes.given > 0 || closes.surname > 0
        } else {
            opens.given >= 4 && closes.surname > 0
        };
        // "farmer Sanu Tarolova": a role of people, too.
        let before = self.class_before(name.start);
        let role = before.any(Class::ROLE) && !before.any(Class::BODY) && name.len() == 2;
        // "the Tarn Water Authority | Per Lindmo": the noun is another body's.
        let taken = name.start.checked_sub(1).is_some_and(|noun| !self.free(noun));
        let noun = before.any(Class::BEFORE_BODY) && !person && !role && !taken;
        // "Norden Energi said it would"
        let unknown = name.clone().all(|word| {
            let form = self.words.form(word);
            form.given == 0 && form.surname == 0
        });
        let after = |at: usize| self.after(name.start, name.end + at);
        let acts = matches!(after(2), "will" | "would" | "had" | "has" | "plans" | "expects");
        let it = weak
            && unknown
            && self.class_after(name.start, name.end).any(Class::SAY)
            && (after(1) == "its" || after(1) == "it" && acts);
        if !(noun || things || it)
            || self.is_described(&(name.start..self.words.words.len()), &name)
        {
            return;
        }
        let key = self.words.key(name);
        for index in 0..self.marks.len() {
            let same = self.marks.get(index).is_some_and(|mark| {
                mark.kind == EntityKind::Person && self.words.key(mark.words.clone()) == key
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| same) {
                mark.kind = EntityKind::Organization;
                mark.gender = Gender::Unknown;
            }
        }
    }

    /// "Tarnota said it would build cars": a town speaks less than the firm of its name, which the lists have,
    /// too. Where nothing tells of the town ("in Tarnota"), the name is the firm's.
    fn is_rather_a_firm(&mut self, words: &Range<usize>) {
        let word = words.start;
        let alone = words.len() == 1 || self.words.lower(word + 1) == ",";
        let firm = self.single(word).is_some_and(|listed| {
            listed.organization >= FIRM && listed.place < LARGE && !listed.is_region()
        });
        let town = self.mark_at(word).is_some_and(|mark| mark.kind == EntityKind::Place);
        // A name is turned once: one that stands behind a preposition stays a town and turns none.
        if !alone || !firm || !town || self.class_before(word).any(Class::NEAR) {
            return;
        }
        let key = self.words.key(word..word + 1);
        for index in 0..self.marks.len() {
            let same = self.marks.get(index).is_some_and(|mark| {
                let behind = || self.class_before(mark.words.start).any(Class::NEAR);
                mark.kind == EntityKind::Place
                    && mark.words.len() == 1
                    && self.words.key(mark.words.clone()) == key
                    && !behind()
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| same) {
                mark.kind = EntityKind::Organization;
            }
        }
    }

    /// The name that heads the phrase: the last of the capitals before its first preposition, or
    /// those of the apposition.
    fn head_name(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let mut word = words.start;
        let mut found: Option<Range<usize>> = None;
        while word < words.end {
            let lower = self.words.lower(word);
            if found.is_some() && self.words.word(word).kind == WordKind::Punct {
                break;
            }
            // "a spokesman for Vigra", "the mayor of Vigra" are not Vigra.
            if self.class(word).any(Class::NEAR) || matches!(lower, "of" | "for" | "to" | "who") {
                if found.is_some() || !self.next_is_aside(word, words.end) {
                    break;
                }
                word = self.aside_after(word, words.end)?;
                continue;
            }
            if !self.begins_unknown(word, words.start) {
                word += 1;
                continue;
            }
            // "TMZ reported": capitals that no list has.
            if self.is_thing_in_letters(word) {
                break;
            }
            let letters = words.len() == 1
                && self.is_acronym(word)
                && (3..=5).contains(&self.words.form(word).letters)
                && self.words.style(word) == Style::Sentence;
            let end = if letters { word + 1 } else { self.name_end(word, LONGEST_NAME) };
            let end = end.min(words.end);
            // "Vigra's spokesman" is not Vigra, but whoever speaks may be an owner: "Vigra's denial".
            if end <= word || end < words.end && self.is_possessive(end - 1) {
                word = end.max(word + 1);
                continue;
            }
            found = Some(word..end);
            word = end;
        }
        found
    }

    /// "Director of the Department for Ports | Serafim Dolgov": the last two words of a run of
    /// capitals that a title opens, up to the first comma.
    fn trailing_name(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let end = words.clone().find(|&word| self.words.lower(word) == ",").unwrap_or(words.end);
        let start = end.checked_sub(2).filter(|&start| start > words.start)?;
        let rare = |word: usize| {
            self.free(word)
                && self.is_name_like(word)
                && self.common(word) < 0.05
                && self.single(word).is_none_or(|listed| listed.place < 4.0 && !listed.demonym)
        };
        let titled =
            (words.start..start).any(|word| self.class(word).any(Class::TITLE.or(Class::ROLE)));
        let joins = matches!(self.before(start), "of" | "for" | "in" | "and" | "the" | "'s");
        (titled && !joins && (start..end).all(rare)).then_some(start..end)
    }

    fn next_is_aside(&self, word: usize, end: usize) -> bool {
        self.aside_after(word, end).is_some()
    }

    /// The first word behind the next comma: "the chairman of the council, | Per Lindmo".
    fn aside_after(&self, word: usize, end: usize) -> Option<usize> {
        let comma = (word..end).find(|&at| self.words.lower(at) == ",")?;
        (comma + 1 < end).then_some(comma + 1)
    }

    /// Whether a name that nothing has marked may begin at `word`.
    fn begins_unknown(&self, word: usize, first: usize) -> bool {
        let class = self.class(word);
        let form = self.words.form(word);
        let particle = class.any(Class::PARTICLE)
            && self.beside(word, word + 1)
            && self.words.word(word + 1).capital
            && self.is_name_like(word + 1)
            && word == first;
        let other = Class::CALENDAR
            .or(Class::HONORIFIC)
            .or(Class::TITLE)
            .or(Class::ROLE)
            .or(Class::MODIFIER)
            .or(Class::PORTFOLIO)
            .or(Class::DIRECTION)
            .or(Class::COMPANY)
            .or(Class::ORG_OF);
        // "boss Monk": a role in capitals behind another.
        let before = self.class_before(word).any(Class::ROLE.or(Class::TITLE));
        let surname = before
            && class.any(Class::ROLE)
            && form.surname > 0
            && !self.words.word(word).start
            && !self.words.word(word - 1).capital
            && self.words.style(word) == Style::Sentence;
        let known = self
            .single(word)
            .is_some_and(|listed| listed.demonym || listed.place >= 4.0 && form.given < 4);
        self.free(word)
            && (particle || self.is_name_like(word) || form.given > 0 && self.is_rare_name(word))
            && (particle
                || surname
                || !class.any(other)
                || form.given >= 4 && self.is_name_like(word + 1))
            && !known
            && !self.is_before_noun(word)
            && (surname || self.common(word) < 0.3 || self.is_rare_name(word))
    }

    /// "Per Lindmo": a usual word with a capital within a sentence, and an unusual one behind it.
    fn is_rare_name(&self, word: usize) -> bool {
        !self.words.word(word).start
            && self.words.word(word).capital
            && self.words.style(word) == Style::Sentence
            && self.beside(word, word + 1)
            && self.is_name_like(word + 1)
            && self.free(word + 1)
            && self.common(word + 1) < 0.05
            && (!self.class(word).any(Class::FUNCTION) || self.words.form(word).given >= 4)
    }

    /// A person or a body; `None` where neither is likelier.
    fn speaking_kind(&self, words: &Range<usize>, name: &Range<usize>) -> Option<EntityKind> {
        let last = name.end - 1;
        let (opens, closes) = (self.words.form(name.start), self.words.form(last));
        let before = self.before(name.start);
        let class_before = self.class_before(name.start);
        if self.ends_like_body(name.clone()) || class_before.any(Class::BEFORE_BODY) {
            return Some(EntityKind::Organization);
        }
        let article = before == "the";
        let person = class_before.any(Class::TITLE.or(Class::ROLE).or(Class::HONORIFIC))
            || (words.start..name.start).any(|word| self.class(word).any(Class::TITLE));
        let known = opens.given > 0 || closes.surname > 0;
        let small = name.clone().any(|word| !self.words.word(word).capital);
        if article {
            // "The Yomigawa Shimbun"
            let several = name.len() >= 2 && self.words.style(name.start) == Style::Sentence;
            let letters = self.is_acronym(name.start) && opens.letters >= 2;
            return (several || letters).then_some(EntityKind::Organization);
        }
        if person || small || self.is_described(words, name) {
            return Some(EntityKind::Person);
        }
        let capitals = self.words.style(name.start) == Style::Capitals;
        let noun = name.len() >= 2 && closes.listed_common && closes.surname == 0;
        match name.len() {
            1 if self.is_acronym(name.start) => {
                (opens.letters >= 3).then_some(EntityKind::Organization)
            }
            1 if known && !capitals && self.common(name.start) < 0.1 => Some(EntityKind::Person),
            1 => None,
            _ if noun && opens.given == 0 => (!capitals).then_some(EntityKind::Organization),
            2..=4 if !capitals || known => Some(EntityKind::Person),
            _ => None,
        }
    }

    /// "Samira, a pharmacist", "Torgeir Vangsnes, 34,": what stands behind the name describes a person.
    fn is_described(&self, words: &Range<usize>, name: &Range<usize>) -> bool {
        let behind = name.end + 1;
        if self.after(name.start, name.end) != "," || behind >= words.end {
            return false;
        }
        let number = self.words.form(behind).text().parse::<u8>().is_ok();
        let who = matches!(self.words.lower(behind), "who" | "whose");
        let role = (behind..words.end.min(behind + 6)).any(|word| {
            let lower = self.words.lower(word);
            self.class(word).any(Class::TITLE.or(Class::ROLE)) || lower.ends_with("-year-old")
        });
        number || who || role
    }
}
