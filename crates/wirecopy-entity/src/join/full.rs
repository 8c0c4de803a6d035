//! First pass: who is named in full.
//!
//! "Ana Holm"; "Tom" of "Tom and Ana Holm"; "Rosa" of "Holm's wife, Rosa". Each full name is an entity, unless
//! one like it is known.

use super::surnames::{People, Surname};
use super::{GENERATIONS, Joined, generation};
use crate::called::{
    Name, Owners, inner_surname, name, other_names, plain, quoted_name, told_names,
};
use crate::children;
use crate::kin::{Kin, Owner};
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::nicknames::nicknames;
use crate::scene::{Gender, Mark, Scene};
use std::borrow::Cow;

/// The pass over the names of a story.
struct Pass<'p, 'w> {
    scene: &'p Scene<'w>,
    order: &'p [&'p Mark],
    names: &'p [Option<Name<'w>>],
    owners: Owners,
    relatives: Set<Cow<'p, str>>,
    /// First names of the document; few documents ask for them.
    firsts: Option<Set<&'p str>>,
    /// Full names by first name; few documents ask for them.
    by_first: Option<Map<&'p str, usize>>,
}

/// A name of a person as it stands, and what its neighbours make of it.
struct Seen<'p, 'w> {
    mark: &'p Mark,
    own: &'p Name<'w>,
    kin: Option<Kin>,
    /// Whose relative it is.
    owner: Option<Name<'w>>,
    /// With the surname of the owner.
    relative: Option<Name<'w>>,
    /// With the surname of the partner.
    couple: Option<Name<'w>>,
    partner: Option<&'p Mark>,
}

impl<'w> Seen<'_, 'w> {
    /// The full name, if it is one.
    fn full(&self) -> Option<&Name<'w>> {
        let name = self.relative.as_ref().or(self.couple.as_ref()).unwrap_or(self.own);
        Some(name).filter(|name| !name.first.is_empty())
    }

    /// The full name in the story's words.
    fn whole(&self, scene: &Scene<'w>, name: &Name<'w>) -> String {
        let own = scene.words.key(self.mark.words.clone());
        if self.relative.is_some() {
            return format!("{own} {}", scene.words.key(name.surname.clone()));
        }
        match self.partner {
            Some(partner) => {
                let last = partner.words.start + 1..partner.words.end;
                format!("{own} {}", scene.words.key(last))
            }
            None => own.into_owned(),
        }
    }
}

impl Joined {
    /// An entity for every full name of a person; `None` for all other marks.
    pub(super) fn full_names<'w>(
        &mut self,
        scene: &Scene<'w>,
        order: &[&Mark],
        names: &[Option<Name<'w>>],
        people: &mut People<'w>,
    ) -> Vec<Option<u32>> {
        let mut pass = Pass {
            scene,
            order,
            names,
            owners: Owners::default(),
            relatives: Set::default(),
            firsts: None,
            by_first: None,
        };
        let ids = (0..order.len()).map(|index| {
            let seen = pass.seen(index, people)?;
            pass.full(self, index, &seen, people)
        });
        let ids = ids.collect();
        let families = || people.surnames.values().any(|family| family.full.len() > 1);
        if families() && children::tells_of_children(scene) {
            let families = people.surnames.iter().map(|(name, of)| (name, &of.full));
            children::count(&mut self.drafts, order, names, families);
        }
        ids
    }
}

impl<'p, 'w> Pass<'p, 'w> {
    fn seen(&mut self, index: usize, people: &People<'w>) -> Option<Seen<'p, 'w>> {
        let mark = *self.order.get(index)?;
        let own = self.names.get(index)?.as_ref()?;
        let partner = self.order.get(index + 1).filter(|_| mark.reason == MentionReason::Couple);
        let couple = partner.map(|partner| Name {
            first: plain(self.scene, mark.words.clone()),
            ..name(self.scene, &partner.words)
        });
        let kin = self.scene.kin_of(mark.words.start);
        let owner = kin.and_then(|kin| self.owner(kin));
        let relative = owner.as_ref().and_then(|owner| self.relative(mark, own, owner, people));
        Some(Seen { mark, own, kin, owner, relative, couple, partner: partner.copied() })
    }

    /// Whose relative somebody is, by full name where the story has it.
    fn owner(&mut self, kin: Kin) -> Option<Name<'w>> {
        let owner = match kin.owner {
            Owner::Latest(gender) => self.names.get(self.owners.latest(gender)?)?.clone(),
            Owner::Mark(owner) => {
                let start = self.scene.marks.get(owner)?.words.start;
                let at = self.order.binary_search_by_key(&start, |mark| mark.words.start).ok()?;
                self.names.get(at)?.clone()
            }
        }?;
        if !owner.first.is_empty() {
            return Some(owner);
        }
        // "Rosa's husband, Jay", where the story has a Rosa Holm.
        let full = self.by_first.get_or_insert_with(|| by_first(self.names));
        let at = full.get(owner.last.as_ref());
        let whole = at.and_then(|at| self.names.get(*at)?.clone());
        Some(whole.unwrap_or(owner))
    }

    /// A relative who is named by a first name that nobody else has bears the owner's surname.
    fn relative(
        &mut self,
        mark: &Mark,
        own: &'p Name<'w>,
        owner: &Name<'w>,
        people: &People<'w>,
    ) -> Option<Name<'w>> {
        if !own.first.is_empty() || mark.words.len() != 1 {
            return None;
        }
        self.relatives.insert(own.last.clone());
        let all = || self.names.iter().flatten().map(|name| name.first.as_ref()).collect();
        let is_free = !self.firsts.get_or_insert_with(all).contains(own.last.as_ref())
            && !people.surnames.contains_key(&own.last);
        is_free.then(|| Name { first: own.last.clone(), ..owner.clone() })
    }

    /// The entity of a full name, known or new; people learn by what else it may be called.
    fn full(
        &mut self,
        joined: &mut Joined,
        index: usize,
        seen: &Seen<'p, 'w>,
        people: &mut People<'w>,
    ) -> Option<u32> {
        if seen.own.first.is_empty()
            && seen.relative.is_none()
            && let Some(id) = people.surnames.get(&seen.own.last).and_then(|surname| surname.first)
            && let Some(draft) = joined.drafts.get(id as usize)
        {
            self.owners.saw(index, draft.gender);
        }
        let name = seen.full()?;
        let surname = people.surname(&name.last);
        let known = known(self.scene, joined, seen, (name, surname));
        let id =
            known.unwrap_or_else(|| joined.draft(EntityKind::Person, seen.whole(self.scene, name)));
        people.learn(self.scene, seen.mark, name, id);
        let draft = joined.drafts.get_mut(id as usize)?;
        if draft.gender == Gender::Unknown {
            draft.gender = match (seen.mark.gender, seen.kin) {
                (Gender::Unknown, Some(kin)) => kin.gender,
                (gender, _) => gender,
            };
        }
        if seen.relative.is_some() {
            draft.surname = Some(name.last.clone().into_owned());
        }
        let of_owner = seen.owner.as_ref().is_some_and(|owner| owner.last == name.last);
        draft.relative |= of_owner || self.relatives.contains(&name.first);
        if !draft.relative && seen.couple.is_none() {
            self.owners.saw(index, draft.gender);
        }
        Some(id)
    }
}

/// Who bears a full name, or one that may be it: "A. Holm" is Ana Holm.
fn known(
    scene: &Scene<'_>,
    joined: &Joined,
    seen: &Seen<'_, '_>,
    (name, surname): (&Name<'_>, &Surname<'_>),
) -> Option<u32> {
    let own = generation(scene, &seen.mark.words);
    let has = |of: &str| surname.full.contains_key(of_generation(name, of).as_str());
    let others = || GENERATIONS.iter().filter(|other| Some(**other) != own);
    // "His son, Tom Holm Jr.,"
    if let Some(own) = own
        && !has(own)
        && (seen.kin.is_some() || others().any(|other| has(other)))
    {
        return None;
    }
    let own = own.and_then(|own| surname.full.get(of_generation(name, own).as_str()));
    if let Some(id) = own.or_else(|| surname.full.get(&name.first)) {
        return Some(*id);
    }
    let id = *surname.initial.get(&initial(name))?;
    let other = joined.drafts.get(id as usize)?;
    let is_short =
        name.first.trim_end_matches('.').chars().count() == 1 || name.first.contains('.');
    let other_short = || other.name.split(' ').next().is_some_and(|first| first.contains('.'));
    (is_short || other_short()).then_some(id)
}

fn initial(name: &Name<'_>) -> char {
    name.first.chars().next().unwrap_or(' ')
}

/// The key of one of two people of one name.
fn of_generation(name: &Name<'_>, generation: &str) -> String {
    format!("{} {generation}", name.first)
}

impl<'w> People<'w> {
    /// "Silva" is Ana Silva-Dahl where the story has her as Ana Silva, too.
    fn learn_half(&mut self, scene: &Scene<'w>, mark: &Mark, name: &Name<'w>, id: u32) {
        let last = mark.words.end.saturating_sub(1);
        if mark.words.len() < 2 || !name.last.contains('-') || scene.words.word(last).compound {
            return;
        }
        let half = plain(scene, last..mark.words.end);
        let own = name.last.strip_prefix(half.as_ref()).is_some_and(|rest| rest.starts_with('-'));
        if own {
            let surname = self.surname(&half);
            surname.full.entry(name.first.clone()).or_insert(id);
            surname.first.get_or_insert(id);
            surname.latest.any.get_or_insert(id);
        }
    }

    /// Keeps by which words somebody with a full name may be called.
    fn learn(&mut self, scene: &Scene<'w>, mark: &Mark, name: &Name<'w>, id: u32) {
        self.learn_half(scene, mark, name, id);
        let surname = self.surname(&name.last);
        let is_new = !surname.full.contains_key(&name.first);
        surname.full.entry(name.first.clone()).or_insert(id);
        if let Some(own) = generation(scene, &mark.words) {
            surname.full.insert(Cow::Owned(of_generation(name, own)), id);
        }
        // `Tom "Tiny" Holm` is Tiny Holm, too.
        if let Some(nick) = quoted_name(scene, &mark.words) {
            surname.full.entry(nick).or_insert(id);
        }
        surname.initial.entry(initial(name)).or_insert(id);
        surname.first.get_or_insert(id);
        self.inner.entry(name.first.clone()).or_insert(id);
        if let Some(surname) = inner_surname(scene, &mark.words) {
            self.inner.entry(surname).or_insert(id);
        }
        let told = told_names(scene, &mark.words);
        for name in other_names(scene, &mark.words).into_iter().chain(told) {
            self.other.entry(name).or_insert(id);
        }
        for short in nicknames(&name.first).filter(|_| is_new) {
            self.other.entry(Cow::Owned(short.to_lowercase())).or_insert(id);
        }
    }
}

/// Which full name has a first name that nobody has as a surname.
fn by_first<'n>(names: &'n [Option<Name<'_>>]) -> Map<&'n str, usize> {
    let full = || names.iter().enumerate().filter_map(|(at, name)| Some((at, name.as_ref()?)));
    let full = || full().filter(|(_, name)| !name.first.is_empty());
    let lasts: Set<&str> = full().map(|(_, name)| name.last.as_ref()).collect();
    let mut firsts: Map<&str, usize> = Map::default();
    for (at, name) in full().filter(|(_, name)| !lasts.contains(name.first.as_ref())) {
        firsts.entry(name.first.as_ref()).or_insert(at);
    }
    firsts
}
