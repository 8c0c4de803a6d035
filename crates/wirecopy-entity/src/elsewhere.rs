//! Names that stand somewhere else in the story, where nothing but one of them speaks.
//!
//! "Shares of Vigra Marine Inc. fell. Vigra is closing two yards, …": what speaks has the words of a mark,
//! opens the name of one body, or is the surname of somebody named in full. A word taken for a person
//! that stands in the name of a body, or before "spokesman" and "shares", is the body. `document` says which
//! file answers which question of this kind.

use crate::lexicon::Class;
use crate::map::{Map, Set, with_room};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use std::borrow::Cow;
use std::ops::Range;

/// What the names of a story are, and what they are called for short. `None` where two kinds share a
/// form.
#[derive(Debug)]
pub(crate) struct Elsewhere<'w> {
    whole: Map<Cow<'w, str>, Option<EntityKind>>,
    short: Map<Cow<'w, str>, Option<EntityKind>>,
    /// Words of which something says that they are a body.
    bodies: Set<Cow<'w, str>>,
}

impl<'w> Elsewhere<'w> {
    /// Of all marks that stand now.
    pub(crate) fn new(scene: &Scene<'w>) -> Self {
        let mut found = Self {
            whole: with_room(scene.marks.len()),
            short: Map::default(),
            bodies: Set::default(),
        };
        let mut small = None;
        for name in scene.capitals() {
            if scene.class_after(name, name + 1).any(Class::BEHIND_BODY) {
                found.bodies.insert(scene.words.key(name..name + 1));
            }
        }
        for mark in &scene.marks {
            let (words, kind) = (&mark.words, mark.kind);
            let speaks = matches!(kind, EntityKind::Person | EntityKind::Organization);
            if !speaks || words.is_empty() || words.len() > REACH {
                continue;
            }
            note(&mut found.whole, scene.words.key(words.clone()), kind);
            if kind == EntityKind::Person {
                if words.len() > 1 {
                    note(&mut found.short, scene.words.key(words.end - 1..words.end), kind);
                }
                continue;
            }
            let rare = |word: &usize| {
                scene.is_acronym(*word) || scene.is_name_like(*word) && scene.common(*word) < 0.05
            };
            for word in words.clone().filter(|word| words.len() > 1 && rare(word)) {
                found.bodies.insert(scene.words.key(word..word + 1));
            }
            let small = &mut small;
            let company = scene.class(words.end - 1).any(Class::COMPANY);
            let trade = scene.class(words.end - 1).any(Class::TRADE.or(Class::ORG_END));
            let opens = |end: &usize| {
                let last = end - 1;
                let mut own = || {
                    let free = scene.single(last).is_none_or(|listed| listed.place < 3.0);
                    company
                        || trade && rare(&last) && free
                        || free && is_no_noun(scene, last, small)
                };
                scene.words.word(last).capital
                    && (*end > words.start + 1 || !scene.evidence.is_demonym(last) && own())
            };
            for end in (words.start + 1..words.end).filter(opens) {
                note(&mut found.short, scene.words.key(words.start..end), kind);
            }
        }
        found
    }

    /// What speaks in `words`, if it is called so elsewhere.
    pub(crate) fn kind_of(
        &self,
        scene: &Scene<'_>,
        words: &Range<usize>,
    ) -> Option<(EntityKind, MentionReason)> {
        let key = scene.words.key(words.clone());
        if let Some(kind) = self.short.get(&key) {
            return kind.map(|kind| (kind, MentionReason::ShortForm));
        }
        let kind = self.whole.get(&key).copied().flatten()?;
        let kind = if self.bodies.contains(&key) { EntityKind::Organization } else { kind };
        Some((kind, MentionReason::SpeechVerb))
    }
}

/// "Cascade" of "Cascade Career College": a common word that the story has with a capital only, and that is no noun
/// for people or a body.
fn is_no_noun(scene: &Scene<'_>, word: usize, small: &mut Option<Set<u32>>) -> bool {
    let odd = Class::TITLE
        .or(Class::ROLE)
        .or(Class::MODIFIER)
        .or(Class::PORTFOLIO)
        .or(Class::DIRECTION)
        .or(Class::FUNCTION)
        .or(Class::CALENDAR)
        .or(Class::CHAMBER)
        .or(Class::GOVERNMENT)
        .or(Class::STAFF)
        .or(Class::MEMBERS)
        .or(Class::ORG_END)
        .or(Class::ORG_OF)
        .or(Class::ORG_START)
        .or(Class::ORG_WEAK);
    let form = scene.words.form(word);
    let all = || {
        let words = scene.words.words.iter().filter(|word| !word.capital);
        words.map(|word| scene.words.form_of(word).group).collect()
    };
    form.listed_common
        && form.letters > 2
        && (form.given, form.surname < 4) == (0, true)
        && !form.class.any(odd)
        && !scene.are_people(word)
        && !small.get_or_insert_with(all).contains(&form.group)
}

/// Whether the words may be a name that nobody has marked.
pub(crate) fn may_be(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let capital = |word: usize| scene.words.word(word).capital;
    (1..=REACH).contains(&words.len())
        && capital(words.start)
        && capital(words.end - 1)
        && scene.all_free(words)
}

fn note<'w>(
    kinds: &mut Map<Cow<'w, str>, Option<EntityKind>>,
    key: Cow<'w, str>,
    kind: EntityKind,
) {
    let known = kinds.entry(key).or_insert(Some(kind));
    *known = known.filter(|known| *known == kind);
}
