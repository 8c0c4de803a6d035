//! Titles and roles: where they end, which name follows, how far they reach to the left.
//!
//! "U.S. Department of State Deputy Spokesperson Marie Harf" is one run of capitals; the role is all of
//! it but the last two words. "Mr." is no role but says that a man's name follows. "Mikhail Bogdanov"
//! may have two roles, joined by "and".

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, LONGEST_NAME, REACH, Scene};
use crate::words::{Style, WordKind};
use std::ops::Range;

pub(crate) const ANY_HEAD: Class = Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE);
/// Words that a role is made of besides its head.
const INSIDE: Class = Class::MODIFIER.or(Class::PORTFOLIO).or(Class::TITLE).or(Class::ROLE);
/// Longest role, in words.
const LONGEST_ROLE: usize = 14;

impl Scene<'_> {
    /// "Anselmo Cardinal | Brandt": a rank of the church between given name and surname, not "Luis | Cardinal
    /// Anselmo Brandt".
    pub(crate) fn is_title_inside(&self, start: usize, word: usize) -> bool {
        let (given, surname) = (self.words.form(start), self.words.form(word + 1));
        self.words.lower(word) == "cardinal"
            && (1..=3).contains(&word.saturating_sub(start))
            && given.given >= 3
            && surname.given < 4
            && self.class(word + 1).is_plain()
            && self.words.style(word) == Style::Sentence
            && self.words.near(word, word + 2).is_none_or(|it| !it.capital)
    }

    /// Marks the names that stand right behind a title, honorific or role.
    pub(crate) fn titled_names(&mut self) {
        let heads = ANY_HEAD.or(Class::BEHIND_TITLE);
        let mut word = 0;
        while let Some(it) = self.words.words.get(word) {
            let is_head = it.sense.class.any(heads);
            let peer = it.capital && self.after(word, word + 1) == "of";
            let end = if peer { self.peer(word) } else { None };
            let end = if is_head { end.or_else(|| self.titled_name(word)) } else { end };
            word = end.unwrap_or(word + 1);
        }
    }

    fn titled_name(&mut self, head: usize) -> Option<usize> {
        let mut class = self.class(head);
        let behind = self.before_mark(head);
        let second = class.any(Class::BEHIND_TITLE)
            && self.class_before(behind).any(Class::BEHIND_TITLE.or(Class::HONORIFIC));
        if second {
            class = class.or(Class::HONORIFIC);
        }
        if !class.any(ANY_HEAD) || !self.free(head) || self.is_furniture(head) {
            return None;
        }
        let own =
            self.is_middle_name(head) || self.is_behind_u(head) || self.is_sheikh_inside(head);
        if own || self.is_given_name(head, class) {
            return None;
        }
        let next = self.behind_mark(head);
        let start = if next > head + 1 { next } else { self.role_end(head) };
        // A further title goes on from here: "Chancellor Dr. …", "Secretary General …".
        let beside = start == next;
        let next = self.class_after(head, start);
        let two = next.any(Class::BEHIND_TITLE)
            && self.class_after(head, start + 1).any(Class::BEHIND_TITLE);
        let sri = two
            || next.any(Class::BEHIND_TITLE)
                && class.any(Class::HONORIFIC.or(Class::BEHIND_TITLE))
                && self.words.form(start).surname == 0;
        let surname = class.any(Class::HONORIFIC) && self.is_surname_after_all(start);
        if beside && (next.any(ANY_HEAD) || sri) && !surname {
            let next_capital = self.words.word(start).capital;
            let name_by_chance = !sri
                && (self.words.form(start).given >= 5 && self.is_name_like(start + 1)
                    || self.is_given_name(start, next));
            if !(next_capital && name_by_chance) {
                return None;
            }
        }
        let head_is_capital = self.words.word(head).capital && !self.words.word(head).start;
        let honorific = class.any(Class::HONORIFIC);
        let sure_title = honorific || (class.any(Class::TITLE) && self.words.word(head).capital);
        if !self.beside(head, start) || !self.starts_name(head, start, sure_title) {
            return None;
        }
        // "Witness K", "Officer B": a letter in place of a name.
        let letter = self.words.form(start).letters == 1 && !honorific;
        if letter && self.words.near(head, start + 1).is_none_or(|it| !it.capital) {
            return None;
        }
        let end = self.name_end(start, if honorific { 4 } else { LONGEST_NAME });
        if end == start || !self.is_person_behind(head, start..end, sure_title) {
            return None;
        }
        let end = self.seat_of_peer(head, start..end);
        let reason = if sure_title { MentionReason::Title } else { MentionReason::Role };
        let mark = self.mark_sure(start..end, EntityKind::Person, reason)?;
        let gender = gender(class);
        let alone = end == start + 1;
        let roles = if honorific { self.roles_ahead(head) } else { self.roles_at(head, start) };
        let weak = !sure_title && alone && !head_is_capital;
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.gender = gender;
            mark.roles = roles;
            mark.sure = !weak;
        }
        self.set_gender(mark, start);
        Some(end)
    }

    /// "Dean Saunders", "Earl Warren", "Don Hale", but "Don Pedro": a title that is a given name after all.
    fn is_given_name(&self, head: usize, class: Class) -> bool {
        let [form, next] = [head, head + 1].map(|word| self.words.form(word));
        // "Sultan al-Amri": nobody is called by the surname alone behind a rank that is a given name.
        let article = next.lower().starts_with("al-") && self.words.word(head + 1).compound;
        if self.words.word(head).capital && article && form.given > 0 {
            return true;
        }
        self.words.word(head).capital
            && form.given >= 6
            && (!class.any(Class::HONORIFIC) || next.surname > next.given)
            && next.surname > 0
            && self.is_name_like(head + 1)
            && !self.is_royal(head)
            && !self.is_rank_of_two(head)
    }

    /// "Major Lesley Holm": a rank that is a given name, too, before a given name and a surname.
    fn is_rank_of_two(&self, head: usize) -> bool {
        let next = self.words.form(head + 1);
        let surname = head + 2;
        matches!(self.words.lower(head), "major" | "marshal" | "bishop" | "judge" | "justice")
            && next.given >= 4
            && next.given >= next.surname
            && self.beside(head, surname)
            && self.words.word(surname).capital
            && self.is_name_like(surname)
            && !self.class(surname).any(Class::SUFFIX)
    }

    /// "U | Tun Tin Aung": what is a title in one land is a name behind the courtesy of another.
    pub(crate) fn is_behind_u(&self, word: usize) -> bool {
        self.before(word) == "u" && self.words.word(word - 1).capital
    }

    /// The word behind a title and the apostrophe that belongs to it: "Dato' | Karim".
    fn behind_mark(&self, title: usize) -> usize {
        let next = title + 1;
        let mark = matches!(self.after(title, next), "'" | "’")
            && !self.words.word(title).space_after
            && self.words.word(next).space_after
            && self.class(title).any(Class::HONORIFIC);
        next + usize::from(mark)
    }

    /// The word behind which a title's apostrophe stands, or the word itself.
    fn before_mark(&self, word: usize) -> usize {
        match word.checked_sub(2) {
            Some(title) if self.beside(word, title) && self.behind_mark(title) == word => word - 1,
            _ => word,
        }
    }

    /// "Tom Porter Hale": a role that is a surname, behind a given name.
    fn is_middle_name(&self, word: usize) -> bool {
        let given = word.checked_sub(1).is_some_and(|before| {
            self.beside(word, before)
                && self.words.word(before).capital
                && self.words.form(before).given >= 4
                && !self.evidence.is_demonym(before)
                && !self.class(before).any(ANY_HEAD.or(Class::MODIFIER))
        });
        given && self.words.word(word).capital && self.words.form(word).surname > 0
    }

    /// The end of the role whose head is at `head`: with "of State", "of Foreign Affairs".
    fn role_end(&self, head: usize) -> usize {
        let next = head + 1;
        if let Some(end) = self.posting_end(head) {
            return end;
        }
        // "Special Agent in Charge | Ann Holm"
        let charge = next + 1;
        if self.after(head, next) == "in"
            && matches!(self.after(head, charge), "charge" | "residence" | "chief" | "command")
            && (self.words.word(charge).capital || !self.words.word(head).capital)
        {
            return charge + 1;
        }
        if !matches!(self.after(head, next), "of" | "for") || !self.class(head).any(Class::TITLE) {
            return next;
        }
        let mut end = next + 1;
        if self.after(head, end) == "the" {
            end += 1;
        }
        let first = end;
        while end - first < 6 && self.beside(head, end) {
            let portfolio = self.class(end).any(Class::PORTFOLIO) && self.words.word(end).capital;
            let joins = matches!(self.words.lower(end), "and" | ",")
                && self.class_after(head, end + 1).any(Class::PORTFOLIO)
                && self.words.word(end + 1).capital;
            if !(portfolio || joins) {
                break;
            }
            end += 1;
        }
        if end > first { end } else { next }
    }

    /// "Ambassador to Norway | Peter Brandt": where a diplomat is posted belongs to the role.
    fn posting_end(&self, head: usize) -> Option<usize> {
        if self.after(head, head + 1) != "to" || !self.class(head).any(Class::TITLE) {
            return None;
        }
        let first = head + 2 + usize::from(self.after(head, head + 2) == "the");
        let hit = self.evidence.at(first).iter().find(|hit| {
            self.evidence.listed(hit.name).is_some_and(|l| l.place >= 5.0 || l.organization >= 4.0)
        })?;
        (self.beside(head, hit.end) && self.is_name_like(hit.end)).then_some(hit.end)
    }

    fn starts_name(&self, head: usize, start: usize, sure_title: bool) -> bool {
        if !self.free(start) {
            return false;
        }
        let class = self.class(start);
        let particle =
            class.any(Class::PARTICLE) && self.beside(head, start + 1) && self.particles_end(start);
        if !(self.is_name_like(start) || (particle && sure_title)) {
            return self.words.form(start).given >= 4
                && self.words.word(start).capital
                && self.beside(head, start + 1)
                && self.is_name_like(start + 1);
        }
        let inner =
            class.any(INSIDE.or(Class::CALENDAR).or(Class::COMPANY)) && !class.any(Class::PARTICLE);
        let form = self.words.form(start);
        let role_goes_on =
            self.class_after(head, start + 1).any(INSIDE) && self.words.word(start + 1).capital;
        let given = self.is_given_name(start, class);
        if inner && !given && (role_goes_on || form.given < 4 && form.surname < 4) {
            return false;
        }
        let clitic = self.words.word(head).kind == WordKind::Clitic;
        !clitic && !self.single(start).is_some_and(|listed| listed.demonym && form.given < 4)
    }

    /// Whether the words behind a role are a person's name and no place or body.
    fn is_person_behind(&self, head: usize, name: Range<usize>, sure_title: bool) -> bool {
        let start = name.start;
        if self.is_body_behind(head, &name) {
            return false;
        }
        // "Mr. van den Berg", "Judge de Boer", but Sultan bin Holm is called so.
        let particle = self.class(start).any(Class::PARTICLE) && !self.words.word(start).capital;
        let called = self.words.form(head).given >= 4;
        if particle && sure_title && !called && self.words.style(head) == Style::Sentence {
            return true;
        }
        if self.words.style(head) != Style::Sentence {
            if self.is_strange_in_capitals(head, &name) {
                return true;
            }
            let known = name.clone().any(|word| {
                let form = self.words.form(word);
                let compound = word > start && self.words.word(word).compound;
                form.given > 0 || form.surname > 0 || compound
            });
            let alone = name.len() == 1;
            if !known || self.common(start) > 0.4 || (alone && self.is_strong_geography(start)) {
                return false;
            }
        }
        if self.is_listed_as_thing(start) {
            return false;
        }
        // "Pope Innocent XIV"
        let numbered = name.len() == 2 && self.class(start + 1).any(Class::SUFFIX) && sure_title;
        if numbered && self.is_acronym(start + 1) {
            return true;
        }
        let form = self.words.form(start);
        let no_name = self.common(start) > 0.45 && (form.given, form.surname) == (0, 0);
        if no_name && !(sure_title && self.is_ranked_adjective(head, &name)) {
            return false;
        }
        if sure_title {
            return !self.is_land_or_word(head, &name);
        }
        if name.len() == 1 {
            return self.is_lone_name_behind(head, start);
        }
        let initials = self.is_initials(start) && !self.is_acronym(start + 1);
        self.common(start) < 0.5
            && (!self.is_acronym(start) || initials)
            && !self.is_strong_geography(start)
    }

    /// Whether what stands behind a role is a letter, or the name of a body.
    fn is_body_behind(&self, head: usize, name: &Range<usize>) -> bool {
        let (start, alone) = (name.start, name.len() == 1);
        let honorific = self.class(head).any(Class::HONORIFIC);
        // "Witness K", "Officer B": a letter in place of a name.
        let letter = self.words.form(start).letters == 1 && !honorific;
        // "Premier League", "Crown Court": a title that opens the name of a body.
        let body = || {
            self.words.word(head).capital
                && !honorific
                && self.words.word(head).kind == WordKind::Word
                && self.closes_body(start)
                && self.words.form(start).surname < 5
        };
        // "pollster Delta Insight", "broker Tarn Capital": a noun that nobody bears.
        let last = self.words.form(name.end - 1);
        let thing = !alone
            && self.class(head).any(Class::BODY)
            && last.listed_common
            && (last.given, last.surname) == (0, 0);
        alone && (letter || body()) || thing || self.ends_like_body(name.clone())
    }

    /// "BROKER HELMUT KESSLINGER SAID": two words that no list has.
    fn is_strange_in_capitals(&self, head: usize, name: &Range<usize>) -> bool {
        name.len() == 2
            && self.words.style(head) == Style::Capitals
            && name.clone().all(|word| {
                let form = self.words.form(word);
                !form.listed_common && form.class.is_plain() && form.letters > 3
            })
            && self.class_after(name.start, name.end).any(Class::SAY)
            && self.single(name.start).is_none()
    }

    /// Whether a listed name of several words that begins at `start` is a place or a body.
    fn is_listed_as_thing(&self, start: usize) -> bool {
        let hit = self.evidence.at(start).first().filter(|hit| hit.end >= start + 2);
        hit.and_then(|hit| self.evidence.listed(hit.name)).is_some_and(|listed| {
            !listed.person
                && (listed.place >= 4.0 || listed.organization >= 5.0)
                && self.words.form(start).given < 5
        })
    }

    /// "Captain Oral Tarn": an adjective with a capital behind a rank, before what is no word.
    fn is_ranked_adjective(&self, head: usize, name: &Range<usize>) -> bool {
        let last = self.words.form(name.end - 1);
        name.len() == 2
            && self.words.word(head).capital
            && self.words.form(name.start).class.is_plain()
            && !last.listed_common
            && last.class.is_plain()
            && self.words.style(head) == Style::Sentence
    }

    /// Whether one word behind a sure title is a land or a usual word, and nobody.
    fn is_land_or_word(&self, head: usize, name: &Range<usize>) -> bool {
        let form = self.words.form(name.start);
        let region = || self.evidence.is_region(name.start) && form.surname < 5;
        let titled = self.class(head).any(Class::HONORIFIC) && form.given > 0;
        name.len() == 1 && (region() || self.common(name.start) > 0.75 && !titled)
    }

    /// "his wife Hatsue": one word behind a relative, a title, or before a verb of saying, known as a name or not.
    fn is_lone_name_behind(&self, head: usize, start: usize) -> bool {
        let strong = self
            .single(start)
            .is_some_and(|l| l.place >= 4.5 || l.organization >= 3.0 || l.demonym);
        let form = self.words.form(start);
        !strong
            && self.common(start) < 0.3
            && !self.is_acronym(start)
            && (form.surname > 0
                || form.given > 0
                || self.class(head).any(Class::TITLE.or(Class::MALE).or(Class::FEMALE))
                || self.class_after(start, start + 1).any(Class::SAY)
                || self.after(start, start + 1) == ","
                    && matches!(self.after(start, start + 2), "who" | "whose" | "whom"))
    }

    /// The roles that end right before the name at `name`, in order of the text.
    fn roles_at(&self, head: usize, name: usize) -> Vec<Range<usize>> {
        let start = self.role_start(head);
        let earlier = self.role_before(start);
        earlier.into_iter().chain(std::iter::once(start..name)).collect()
    }

    /// "deputy leader | Sheikh": the roles that end right before a courtesy title.
    fn roles_ahead(&self, honorific: usize) -> Vec<Range<usize>> {
        let head = honorific.checked_sub(1).filter(|&head| self.beside(honorific, head));
        let head = head.filter(|&head| {
            let class = self.class(head);
            class.any(Class::TITLE.or(Class::ROLE)) && !class.any(Class::HONORIFIC)
        });
        head.map_or_else(Vec::new, |head| self.roles_at(head, honorific))
    }

    /// The first word of the role whose head is at `head`.
    pub(crate) fn role_start(&self, head: usize) -> usize {
        let mut start = head;
        let mut at = head;
        while at > 0 && head - at < LONGEST_ROLE && self.beside(head, at - 1) {
            at -= 1;
            let class = self.class(at);
            let it = self.words.word(at);
            if class.any(INSIDE)
                && (it.capital || !class.any(Class::HONORIFIC))
                && it.kind != WordKind::Clitic
            {
                // "Under Secretary"
                if !class.any(Class::FUNCTION) || (it.capital && at + 1 == start) {
                    start = at;
                }
                continue;
            }
            // "plant manager", "board chairwoman"
            let body = Class::ORG_END.or(Class::ORG_WEAK).or(Class::PLACE_END);
            let noun = class.any(body.or(Class::NOUN)) && (!it.capital || it.start);
            if noun && at + 1 == start && it.kind == WordKind::Word {
                start = at;
                continue;
            }
            if it.kind == WordKind::Clitic {
                let owner = at.checked_sub(1).filter(|&owner| self.beside(head, owner));
                if owner.is_some_and(|owner| self.owns_role(owner)) {
                    continue;
                }
                break;
            }
            if matches!(self.words.lower(at), "of" | "for" | "the" | "&")
                && self.words.word(start).capital
            {
                // Only inside a name: "Department of State Deputy Spokesperson".
                let before = at.checked_sub(1).filter(|&b| self.beside(head, b));
                if before
                    .is_some_and(|b| self.words.word(b).capital && !self.class(b).any(Class::TITLE))
                {
                    continue;
                }
                break;
            }
            if self.words.lower(at) == "and" {
                let both = self.class_before(at).any(Class::PORTFOLIO)
                    && self.class(at + 1).any(Class::PORTFOLIO);
                if both && self.words.word(at + 1).capital {
                    continue;
                }
                break;
            }
            let demonym = self.evidence.is_demonym(at);
            let person = self.mark_at(at).is_some_and(|mark| mark.kind == EntityKind::Person);
            let name = self.is_name_word(at) && !person && self.words.style(at) == Style::Sentence;
            // "Harbour Police chief" at the start of a sentence.
            let opener = it.start
                && it.capital
                && it.kind == WordKind::Word
                && at + 1 == start
                && start < head
                && self.words.word(start).capital
                && self.common(at) < 0.85
                && !class.any(Class::FUNCTION.or(Class::CALENDAR));
            if !(demonym || name || opener) {
                break;
            }
            start = at;
        }
        start
    }

    /// "Russia's", "the president's", "the company's": a role may belong to it.
    fn owns_role(&self, word: usize) -> bool {
        let person = self.mark_at(word).is_some_and(|mark| mark.kind == EntityKind::Person);
        let listed =
            self.single(word).is_some_and(|l| l.place >= 4.0 || l.organization >= 3.0 || l.demonym);
        self.class(word).any(Class::TITLE.or(Class::ROLE))
            || (self.words.word(word).capital && listed && !person)
    }

    /// "special representative for the Middle East and" before a further role.
    fn role_before(&self, start: usize) -> Option<Range<usize>> {
        let and = start.checked_sub(1).filter(|&and| self.beside(start, and))?;
        if self.words.lower(and) != "and" {
            return None;
        }
        let mut at = and;
        while at > 0 && and - at < REACH && self.beside(and, at - 1) {
            at -= 1;
            if self.mark_at(at).is_some_and(|mark| mark.kind == EntityKind::Person) {
                return None;
            }
            if self.class(at).any(Class::TITLE.or(Class::ROLE))
                && self.words.word(at).kind == WordKind::Word
            {
                return Some(self.role_start(at)..and);
            }
            let joins = matches!(self.words.lower(at), "of" | "for" | "the" | "to" | "in" | "on");
            if !(joins || self.is_name_like(at)) {
                return None;
            }
        }
        None
    }

    /// Roles between commas: "Ana Silva, the mayor of Ribeira, …" and "The envoy of the
    /// council, Ana Silva, …".
    pub(crate) fn appositions(&mut self) {
        for mark in 0..self.marks.len() {
            let Some(name) = self
                .marks
                .get(mark)
                .filter(|m| m.kind == EntityKind::Person)
                .map(|m| m.words.clone())
            else {
                continue;
            };
            if name.is_empty() || self.words.style(name.start) == Style::Capitals {
                continue;
            }
            let long = self.long_role(&name);
            let behind = self.role_behind(&name);
            let ahead = self.role_ahead(&name);
            let letters = self.role_in_letters(&name);
            if let Some(mark) = self.marks.get_mut(mark) {
                if mark.roles.is_empty() {
                    mark.roles.extend(long.or(ahead).or(letters));
                }
                mark.roles.extend(behind);
            }
        }
    }

    /// "Health CS" right before a name: an office in letters.
    fn role_in_letters(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let head = name.start.checked_sub(1).filter(|&head| self.beside(name.start, head))?;
        let office = self.words.class(head).any(Class::RANK)
            && self.words.word(head).capitals
            && self.words.style(head) == Style::Sentence;
        office.then(|| self.role_start(head)..name.start)
    }

    /// "Minister of the Sea and Ports", "Spokesman for the Flood Agency (FLA)" right before a name: capitals
    /// from the noun to the name.
    fn long_role(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let mut at = name.start;
        while at > 0 && name.start - at < REACH && self.beside(name.start, at - 1) {
            at -= 1;
            let it = self.words.word(at);
            let joins = matches!(self.words.lower(at), "of" | "for" | "the" | "and" | "&");
            let bracket = matches!(self.words.lower(at), "(" | ")");
            if joins && at + 1 < name.start || bracket {
                continue;
            }
            if self.class(at).any(Class::TITLE.or(Class::ROLE)) && it.kind == WordKind::Word {
                let of = matches!(self.words.lower(at + 1), "of" | "for");
                return (of && at + 2 < name.start).then(|| self.role_start(at)..name.start);
            }
            let person = self.mark_at(at).is_some_and(|mark| mark.kind == EntityKind::Person);
            if !it.capital || it.kind != WordKind::Word || person {
                return None;
            }
        }
        None
    }

    /// ", the mayor of Ribeira," behind a name.
    fn role_behind(&self, name: &Range<usize>) -> Option<Range<usize>> {
        if self.after(name.start, name.end) != "," {
            return None;
        }
        let mut start = name.end + 1;
        if matches!(self.after(name.start, start), "the" | "a" | "an" | "his" | "her" | "their") {
            start += 1;
        }
        // "Ana Silva, and the mayor, …": another person.
        if self.after(name.start, start) == "and" {
            return None;
        }
        let mut head = None;
        let mut end = start;
        while end - start < LONGEST_ROLE && self.beside(name.start, end) {
            let it = self.words.word(end);
            let class = self.class(end);
            if let Some(other) = self.mark_at(end).filter(|m| m.kind == EntityKind::Person) {
                // "Ana Silva, Mayor Peter Brandt and …": the role is the other's.
                if other.roles.iter().any(|role| role.end > start) {
                    return None;
                }
                end = self.before_person(head?, end);
                break;
            }
            if matches!(it.kind, WordKind::Punct | WordKind::Quote | WordKind::Number) {
                break;
            }
            if head.is_none()
                && class.any(Class::ROLE.or(Class::TITLE))
                && it.kind == WordKind::Word
            {
                head = Some(end);
            } else if head.is_none() {
                let inside = class.any(INSIDE)
                    || it.kind == WordKind::Clitic
                    || self.evidence.is_demonym(end)
                    || self.is_name_like(end)
                    || it.compound
                    || matches!(self.words.lower(end), "of" | "and" | "most");
                if !inside {
                    return None;
                }
            } else if class.any(Class::SAY.or(Class::ACT))
                || matches!(self.words.lower(end), "who" | "and" | "whose")
            {
                break;
            }
            end += 1;
        }
        let head = head?;
        // "host of the radio's \"Morning Tide\""
        while end > head + 1 && self.words.word(end - 1).kind == WordKind::Clitic {
            end -= 1;
        }
        // "Silva, officials said": the noun has a verb of its own.
        (!self.class_after(name.start, end).any(Class::SAY) && end > head).then_some(start..end)
    }

    /// "aide | to Mr. Petrov": the end of a role before a person's name, without what leads to it.
    fn before_person(&self, head: usize, person: usize) -> usize {
        let mut end = person;
        let lead = Class::FUNCTION.or(Class::HONORIFIC).or(Class::TITLE).or(Class::NEAR);
        while end > head + 1
            && (self.class(end - 1).any(lead) || matches!(self.words.lower(end - 1), "of" | "to"))
        {
            end -= 1;
        }
        end
    }

    /// "The Joint Special Envoy of the council," before a name that a comma closes.
    fn role_ahead(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let comma = name.start.checked_sub(1).filter(|&comma| self.beside(name.start, comma))?;
        if self.words.lower(comma) != ","
            || !matches!(self.after(name.start, name.end), "," | ".")
            || name.len() < 2
        {
            return None;
        }
        let mut at = comma;
        let mut head = None;
        while at > 0 && comma - at < 2 * REACH && self.beside(comma, at - 1) {
            let it = self.words.word(at - 1);
            if matches!(it.kind, WordKind::Punct | WordKind::Quote)
                || self.class(at - 1).any(Class::SAY)
            {
                break;
            }
            at -= 1;
            if self.class(at).any(Class::ROLE.or(Class::TITLE)) && it.kind == WordKind::Word {
                head = Some(at);
            }
            // "the club's coach,": what stands before belongs to the owner.
            if it.kind == WordKind::Clitic
                && let Some(head) = head
            {
                return Some(self.role_start(head).max(at + 1)..comma);
            }
            // "Captain Eva Holm and | her co-pilot, Ana Silva,": the co-pilot is one of two.
            let owned = matches!(self.words.lower(at), "his" | "her" | "their" | "its");
            if owned && self.before(at) == "and" {
                head?;
                break;
            }
            // "officers escorted the traveller, Ana Silva,"
            let phrase = matches!(self.words.lower(at), "the" | "its" | "a" | "an");
            if phrase && head.is_none() && !self.class_before(at).any(Class::FUNCTION) {
                return None;
            }
            if matches!(self.words.lower(at), "the" | "its" | "a") && head.is_some() {
                let start = self.words.word(at).start
                    || self.class_before(at).any(Class::SAY.or(Class::FUNCTION));
                if start {
                    break;
                }
            }
        }
        let head = head?;
        let opens = matches!(self.words.lower(at), "the" | "its" | "a" | "an")
            || matches!(self.words.lower(at), "his" | "her" | "their") && self.before(at) == "and";
        let start = if opens { at + 1 } else { self.role_start(head) };
        // The head noun stands near the front of the phrase, before its complements.
        (head < start + 6 && (opens || start == at)).then_some(start..comma)
    }
}

/// Whom the word for a person is used of.
pub(crate) fn gender(class: Class) -> Gender {
    match (class.any(Class::MALE), class.any(Class::FEMALE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}
