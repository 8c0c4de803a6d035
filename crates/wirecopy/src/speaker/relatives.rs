//! A speaker who is somebody's relative: "his wife", "the driver's son", "Dad".
//!
//! Whoever was introduced by that noun, or else the only other bearer of the owner's surname who may be meant.

use super::antecedent;
use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus;
use super::lexicon::{Word, is};
use super::name::Surnames;
use super::owned;
use super::role::{REACH, Roles};
use super::traits::is_of_sex;
use wirecopy_entity::{EntityKind, Gender};
use wirecopy_text::{Span, floor_char_boundary};

/// Mentions of somebody behind which it is told whose daughter she is, and bytes up to the name.
const TOLD: usize = 2;
const BESIDE: u32 = 48;

/// Mentions back in which it is told that somebody has a family, bytes behind one, and words of the next sentence.
const FAMILY: usize = 16;
const TOLD_OF: u32 = 240;
const NEXT: usize = 4;

/// Letters of "Grandma".
const CALL: usize = 8;

impl Roles<'_> {
    /// "the daughter of Tom Holm", "Holm's daughter": whoever was introduced by that noun, or else the only
    /// other Holm of that sex who may be.
    pub(super) fn relative_of(
        &self,
        words: &Description<'_>,
        owner: u32,
        span: Span,
        surnames: &Surnames,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let suits = |person: u32| person != owner && is_of_sex(person, words, story);
        let is_such = |person: &u32| {
            suits(*person) && self.of(*person).iter().any(|role| role.head == words.head)
        };
        let mut people = story.people_before(span, REACH).map(|(person, _)| person);
        people.find(is_such).or_else(|| one_of_family(owner, surnames, suits))
    }

    /// "his wife", "the driver's wife", "the widow", "the father of three": somebody introduced by
    /// that noun, who has the surname of whose relative he is, or, without an owner, whoever of that
    /// gender spoke last; and where.
    pub(super) fn relative(
        &self,
        words: &Description<'_>,
        gender: &str,
        span: Span,
        story: &Discourse<'_>,
        surnames: &Surnames,
    ) -> Option<(u32, u32)> {
        let wanted = match gender {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            _ => None,
        };
        let suits = |person: u32| {
            wanted.is_none_or(|wanted| story.gender(person).is_none_or(|is| is == wanted))
        };
        let introduced = self.before(words, span, story).filter(|(person, _)| suits(*person));
        if introduced.is_some() {
            return introduced;
        }
        let here = |person| (person, span.start());
        match &words.owner {
            Some(owner) => {
                let owner = Description::new(owner).filter(|owner| owner.kin().is_none())?;
                let owner = self.holder(&owner, span, story, surnames)?;
                let [owner] = owner.as_slice() else { return None };
                one_of_family(*owner, surnames, suits).map(here)
            }
            None if words.opens && words.determiner == Determiner::Definite => {
                if let Some(found) = self.told_of_family(words, span, suits, story) {
                    return Some(here(found));
                }
                let focus = focus::Focus::new(span, story).filter(|focus| focus.is_alone);
                let focus = focus.map(|focus| focus.person).filter(|person| suits(*person));
                // "Ann Holm, a cook, … Minister Berg … the mother of two said": rather the cook.
                let own = |person: &u32| !self.is_of_others(*person);
                let near = || story.last_person_of(span, |person| suits(person) && own(&person));
                let found = focus.filter(own).or_else(near);
                // "The grandmother believed it," the doctor said: nobody who speaks.
                let any = || focus.or_else(|| story.last_person_of(span, suits));
                found.or_else(|| any().filter(|_| !story.is_within_words())).map(here)
            }
            None => {
                let owner = owner(span, story)?;
                // Of three Holms the father is not the husband.
                let is_spouse = words.is(Word::Spouse);
                let is_other =
                    |role: &Description<'_>| role.kin().is_some() && !role.is(Word::Spouse);
                let relative = one_of_family(owner, surnames, |person| {
                    suits(person) && !(is_spouse && self.of(person).iter().any(is_other))
                });
                let spouse = || self.other_spouse(words, owner, suits, story);
                let relative = relative.or_else(spouse);
                relative.or_else(|| self.told_relative(words, owner, suits)).map(here)
            }
        }
    }

    /// "Ann Holm told the court her son was ill. … the mother said", "Eva Dahl, whose husband drowned, … the widow
    /// said": the nearest of whom the sentence tells that she has one.
    fn told_of_family(
        &self,
        words: &Description<'_>,
        span: Span,
        suits: impl Fn(u32) -> bool,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let is_spouse = words.is(Word::Spouse) || words.is(Word::Widowed);
        if !is_spouse && !words.is(Word::Older) {
            return None;
        }
        let of_other = |role: &Description<'_>| role.kin().is_some() && role.head != words.head;
        let people = story.people_before(span, FAMILY);
        let told = people.filter(|(person, _)| suits(*person)).filter_map(|(person, at)| {
            let sentence = story.tokens.sentences().get(story.sentence(Span::empty_at(at)))?.span();
            let own = match story.gender(person) {
                Some(Gender::Female) => ["her", "whose"],
                Some(Gender::Male) => ["his", "whose"],
                _ => ["whose", "whose"],
            };
            let end = sentence.end().min(span.start()).min(at.saturating_add(TOLD_OF)).max(at);
            let end = floor_char_boundary(story.text, end as usize);
            let behind = story.text.get(at as usize..end).unwrap_or_default();
            let next = story.tokens.sentences().get(story.sentence(Span::empty_at(at)) + 1);
            let next = next.map_or("", |next| next.span().of(story.text)).split(' ').take(NEXT);
            // "Ann Holm was out. Her husband was not."
            let opens = next.clone().next().unwrap_or_default();
            let next = next.skip(if own.iter().any(|own| own.eq_ignore_ascii_case(opens)) {
                0
            } else {
                NEXT
            });
            let words_of = behind.split(|c: char| !c.is_alphanumeric() && c != '-');
            let has = owned::has(
                words_of.chain(next).map(|word| word.trim_end_matches([',', '.'])),
                |word| own.iter().any(|own| own.eq_ignore_ascii_case(word)),
                |word| is(word, if is_spouse { Word::Spouse } else { Word::Child }),
            );
            has.then_some(person)
        });
        let mut told = told.filter(|person| !self.of(*person).iter().any(of_other));
        told.next()
    }

    /// "Her husband, Tom Berg, … “I tell him so,” his wife said": who had been told of before him.
    fn other_spouse(
        &self,
        words: &Description<'_>,
        owner: u32,
        suits: impl Fn(u32) -> bool,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let is_spouse = |role: &Description<'_>| {
            role.determiner == Determiner::Possessive && role.is(Word::Spouse)
        };
        let found = self.whose(owner, is_spouse, story).filter(|_| words.is(Word::Spouse));
        found.filter(|person| suits(*person))
    }

    /// Whose colleague, or husband, somebody is: "Ann Holm and her colleague | Tom Berg", who was named before.
    pub(super) fn whose(
        &self,
        person: u32,
        is_such: impl Fn(&Description<'_>) -> bool,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let is_told =
            |role: &Description<'_>| role.determiner == Determiner::Possessive && is_such(role);
        if !self.of(person).iter().any(is_told) {
            return None;
        }
        let first = self.named.entities.get(person as usize)?.mentions.first()?;
        let name = self.named.mentions.get(*first as usize)?.span;
        let mut people = story.people_before(name, REACH).map(|(other, _)| other);
        people.find(|other| *other != person)
    }

    /// Whether somebody was introduced as another's relative: "his mother, Ann Holm".
    pub(super) fn is_relative(&self, person: u32) -> bool {
        let mut roles = self.of(person).iter();
        roles.any(|role| {
            // "his mother, Ann Holm,", "the rider's mother, Ann,"
            let is_owned = role.determiner == Determiner::Possessive || role.owner.is_some();
            role.kin().is_some() && is_owned
        })
    }

    /// "My father said so," said Ann Holm, daughter of the baker Tom Berg: whose daughter she is.
    fn told_relative(
        &self,
        words: &Description<'_>,
        owner: u32,
        suits: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let mentions = self.named.entities.get(owner as usize)?.mentions.iter().take(TOLD);
        let mut names = mentions.filter_map(|at| self.named.mentions.get(*at as usize));
        names.find_map(|name| {
            let behind = self.text.get(name.span.end() as usize..)?.strip_prefix(", ")?;
            let aside = behind.strip_prefix("the ").or_else(|| behind.strip_prefix("a "));
            let (kin, rest) = aside.unwrap_or(behind).split_once(" of ")?;
            let of = Description::new(kin).filter(|of| of.kin().is_some() && !kin.contains(' '))?;
            let fits = words.is(Word::Older) && of.is(Word::Younger)
                || words.is(Word::Younger) && of.is(Word::Older)
                || words.is(Word::Spouse) && of.is(Word::Spouse);
            let start = u32::try_from(self.text.len() - rest.len()).ok()?;
            let near = Span::new(start, start.saturating_add(BESIDE));
            let name = super::mentions_in(self.named, near).first()?;
            let person = name.entity.filter(|_| name.kind == EntityKind::Person && fits)?;
            (person != owner && suits(person)).then_some(person)
        })
    }
}

/// "Dad", "Papa": a relative without a name, as one calls him.
pub(super) fn is_kin_call(words: &str) -> bool {
    words.len() <= CALL
        && words.starts_with(char::is_uppercase)
        && Description::new(words).is_some_and(|words| {
            words.kin().is_some()
                && words.is(Word::Older)
                && words.modifiers.is_empty()
                && !words.opens
        })
}

/// Whose wife "his wife" is: whom the pronoun means, or else who spoke last.
pub(super) fn owner(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let first = span.of(story.text).split(' ').next().unwrap_or_default();
    let gender = match first {
        "his" | "His" => Gender::Male,
        "her" | "Her" => Gender::Female,
        _ => {
            // "My father", "Dad": of whoever says so.
            let own = story.whose_words(span);
            let own = own.and_then(|who| <[u32; 1]>::try_from(who).ok()).map(|[only]| only);
            return own.or_else(|| story.last_named_person());
        }
    };
    antecedent::owner(span, gender, story).or_else(|| story.last_named_person())
}

/// The only other bearer of a person's surname who may be meant.
fn one_of_family(person: u32, surnames: &Surnames, suits: impl Fn(u32) -> bool) -> Option<u32> {
    let bearers = surnames.bearers(person).iter().copied();
    let mut others = bearers.filter(|other| *other != person && suits(*other));
    let first = others.next()?;
    others.next().is_none().then_some(first)
}
